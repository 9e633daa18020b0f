import type { ShownCell } from '../../server/src/core/index';

/** Cells as programs put them on the clipboard: what a merged cell covers besides its first place is not there. */
export type CopiedCell = Pick<ShownCell, 'text' | 'columns' | 'lines'>;
export type Copied = readonly (readonly CopiedCell[])[];

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const spansOf = ({ columns, lines }: CopiedCell, quote = ''): string =>
  (columns > 1 ? ` colspan=${quote}${columns}${quote}` : '') + (lines > 1 ? ` rowspan=${quote}${lines}${quote}` : '');
const isNumber = ({ text }: CopiedCell): boolean => /^[-\d.]+$/.test(text);
const rows = (copied: Copied, open: string, cell: (cell: CopiedCell) => string): string =>
  copied.map((line) => `${open}\r\n${line.map(cell).join('\r\n')}\r\n </tr>`).join('\r\n');
const widthOf = (copied: Copied): number => copied[0]?.reduce((sum, { columns }) => sum + columns, 0) ?? 0;

const OFFICE =
  'xmlns:v="urn:schemas-microsoft-com:vml"\r\nxmlns:o="urn:schemas-microsoft-com:office:office"\r\nxmlns:x="urn:schemas-microsoft-com:office:excel"\r\nxmlns:w="urn:schemas-microsoft-com:office:word"\r\nxmlns="http://www.w3.org/TR/REC-html40"';

/** Word: a paragraph in each cell, latin text in runs of its own, a row that only says how wide columns are. */
const word = (copied: Copied): string => `<html ${OFFICE}>

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml>
 <w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom></w:WordDocument>
</xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face {font-family:仿宋; panose-1:2 1 6 9 6 1 1 1 1 1;}
 p.MsoNormal {mso-style-unhide:no; margin:0cm; text-align:justify;}
-->
</style>
</head>

<body lang=ZH-CN style='tab-interval:21.0pt;word-wrap:break-word'>
<!--StartFragment-->

<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-table-layout-alt:fixed'>
${rows(
  copied,
  " <tr style='mso-yfti-irow:0;height:20.0pt'>",
  (cell) => `  <td width=66${spansOf(cell)} style='width:49.5pt;border:solid windowtext 1.0pt;
  padding:0cm 5.4pt 0cm 5.4pt;height:20.0pt'>
  <p class=MsoNormal align=center style='text-align:center'><span ${isNumber(cell) ? 'lang=EN-US ' : ''}style='font-size:10.5pt;
  font-family:仿宋'>${escaped(cell.text)}<o:p></o:p></span></p>
  </td>`,
)}
 <![if !supportMisalignedColumns]>
 <tr height=0>
${"  <td width=66 style='border:none'></td>\r\n".repeat(widthOf(copied))} </tr>
 <![endif]>
</table>

<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>

<!--EndFragment-->
</body>

</html>
`;

/** WPS Writer: fonts in elements of their own. */
const wps = (
  copied: Copied,
): string => `<html ${OFFICE}><head><meta http-equiv=Content-Type  content="text/html; charset=utf-8" ><meta name=ProgId  content=Word.Document ><meta name=Generator  content="Microsoft Word 14" ><title></title><style>
@font-face{
font-family:"仿宋";
}
p.MsoNormal{
mso-style-name:正文;
}
</style></head><body style="tab-interval:21pt;text-justify-trim:punctuation;" ><!--StartFragment--><table class=MsoTableGrid  border=1  cellspacing=0  style="border-collapse:collapse;mso-table-layout-alt:fixed;" >${rows(
  copied,
  '<tr style="height:20.0000pt;" >',
  (cell) =>
    `<td width=66  valign=center ${spansOf(cell)} style="width:49.7500pt;padding:0.0000pt 5.4000pt 0.0000pt 5.4000pt ;" ><p class=MsoNormal  align=center  style="text-align:center;" ><span style="mso-spacerun:'yes';font-family:仿宋;font-size:10.5000pt;" ><font face="仿宋" >${escaped(cell.text)}</font></span><span style="mso-spacerun:'yes';font-family:仿宋;" ><o:p></o:p></span></p></td>`,
)}</table><!--EndFragment--></body></html>`;

/** Excel: long texts broken over lines of the source, columns without words, a hidden row of widths. */
const excel = (copied: Copied): string => `<html ${OFFICE}>

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Excel.Sheet>
<meta name=Generator content="Microsoft Excel 15">
<style>
<!--table
	{mso-displayed-decimal-separator:"\\.";
	mso-displayed-thousand-separator:"\\,";}
td
	{padding-top:1px; mso-number-format:General;}
.xl65
	{border:.5pt solid windowtext;}
-->
</style>
</head>

<body link="#0563C1" vlink="#954F72">

<table border=0 cellpadding=0 cellspacing=0 width=864 style='border-collapse:
 collapse;width:648pt'>
<!--StartFragment-->
 <col width=72 span=${widthOf(copied)} style='width:54pt'>
${rows(
  copied,
  " <tr height=19 style='height:14.25pt'>",
  (cell) =>
    `  <td${spansOf(cell)} height=19 class=xl65 ${isNumber(cell) ? 'align=right ' : ''}width=72 style='height:14.25pt;width:54pt'>${escaped(cell.text).replace(/(.{10})(?=.)/g, '$1\r\n  ')}</td>`,
)}
 <![if supportMisalignedColumns]>
 <tr height=0 style='display:none'>
${"  <td width=72 style='width:54pt'></td>\r\n".repeat(widthOf(copied))} </tr>
 <![endif]>
<!--EndFragment-->
</table>

</body>

</html>
`;

/** WPS Spreadsheets: a class of its own, numbers beside what is shown, line breaks that belong to their cell. */
const et = (copied: Copied): string => `<html ${OFFICE}>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta name="ProgId" content="Excel.Sheet"/>
<meta name="Generator" content="WPS Office ET"/>
<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets/></x:ExcelWorkbook></xml><![endif]-->
<style>
<!-- @page
\t{margin:0.98in 0.75in 0.98in 0.75in;}
tr
\t{mso-height-source:auto; mso-ruby-visibility:none;}
.et2
\t{color:#000000; mso-generic-font-family:auto; mso-pattern:auto; border:.5pt solid #000000;}
-->
</style>
</head>
<body>
<table border="0" cellpadding="0" cellspacing="0" style='border-collapse:collapse;table-layout:fixed;'>
<!--StartFragment-->
${`<col width="72" style='width:54.00pt;'/>\r\n`.repeat(widthOf(copied))}${rows(
  copied,
  `<tr height="18" style='height:13.50pt;'>`,
  (cell) =>
    `<td class="et2"${spansOf(cell, '"')} ${isNumber(cell) ? `x:num="${cell.text}"` : 'x:str'} height="18" width="72" style='height:13.50pt;width:54.00pt;'>${escaped(cell.text).replaceAll('\n', "<br style='mso-data-placement:same-cell;'/>")}</td>`,
)}
<!--EndFragment-->
</table>
</body>
</html>
`;

/** LibreOffice Calc: values beside what is shown. */
const calc = (copied: Copied): string => `<!DOCTYPE html>
<html>
<head>
	<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
	<title></title>
	<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
	<style type="text/css">
		body,div,table,thead,tbody,tfoot,tr,th,td,p { font-family:"Liberation Sans"; font-size:x-small }
		a.comment-indicator:hover + comment { background:#ffd; position:absolute; display:block; }
	</style>
</head>
<body>
<table cellspacing="0" border="0">
	<colgroup span="${widthOf(copied)}" width="85"></colgroup>
${rows(
  copied,
  '	<tr>',
  (cell) =>
    `		<td${spansOf(cell)} height="17" align="${isNumber(cell) ? 'right' : 'center'}" valign=middle${isNumber(cell) ? ` sdval="${cell.text}" sdnum="2052;"` : ''}><font face="仿宋">${escaped(cell.text).replaceAll('\n', '<br>')}</font></td>`,
)}
</table>
</body>
</html>`;

/** LibreOffice Writer. */
const writer = (copied: Copied): string => `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<html>
<head>
	<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
	<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
	<style type="text/css">
		td p { orphans: 0; widows: 0; background: transparent }
	</style>
</head>
<body lang="zh-CN" link="#000080" vlink="#800000" dir="ltr"><table width="665" cellpadding="4" cellspacing="0">
	<col width="60*"/>
${rows(
  copied,
  '	<tr valign="top">',
  (cell) =>
    `		<td${spansOf(cell, '"')} width="9%" style="border: 1px solid #000000; padding: 0.04in"><p align="center"><font face="仿宋"><font size="2" style="font-size: 10pt">${escaped(cell.text)}</font></font></p></td>`,
)}
</table>
<p><br/>
</p>
</body>
</html>`;

/** Chromium: what the page's style sheets say stands at each element. */
const chromium = (copied: Copied): string =>
  `<meta charset='utf-8'><html><head></head><body>\n<!--StartFragment--><table border="1" cellspacing="0" style="color: rgb(51, 51, 51); font-family: 宋体; font-style: normal; font-variant-caps: normal; letter-spacing: normal; orphans: 2; text-align: start; widows: 2; border-collapse: collapse; text-decoration-style: initial;"><tbody style="margin: 0px;">${rows(
    copied,
    '<tr style="margin: 0px; height: 32px;">',
    (cell) =>
      `<td${spansOf(cell, '"')} style="margin: 0px; padding: 0px; border: 1px solid rgb(0, 0, 0);"><p style="margin: 0px; text-align: center;"><span style="font-size: 14px;">${escaped(cell.text) || '&nbsp;'}</span></p></td>`,
  )}</tbody></table><!--EndFragment-->\n</body></html>`;

/** Firefox: the source of the page as it is, indented, with its own headers. */
const firefox = (copied: Copied): string =>
  `<html><body>\n<!--StartFragment--><div class="TRS_Editor"><table class="MsoNormalTable" style="width: 100%;">\n  <tbody>\n${rows(
    copied,
    '    <tr>',
    (cell) =>
      `      <${isNumber(cell) ? 'td' : 'th scope="col"'}${spansOf(cell, '"')}>\n        <p align="center">${escaped(cell.text) || '<br>'}</p>\n      </${isNumber(cell) ? 'td' : 'th'}>`,
  )}\n  </tbody>\n</table></div><!--EndFragment-->\n</body></html>`;

/** What programs put on the clipboard for a table. */
export const PROGRAMS = { word, wps, excel, et, calc, writer, chromium, firefox } as const;
export type Program = keyof typeof PROGRAMS;
