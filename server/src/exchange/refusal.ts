import type { Words } from '../core/index';

/** Why a file cannot be brought in: one sentence that says what to do. */
export class NotImported extends Error {
  constructor(readonly reason: Words) {
    super(reason.zh);
  }
}

export const BROKEN = new NotImported({
  zh: '文件不完整或已损坏，无法读取；请重新下载，或用 Word、Excel 打开后另存一份再导入',
  en: 'the file is incomplete or damaged; download it again, or open it and save it anew',
});
export const TOO_MUCH = new NotImported({
  zh: '文件解开后过大，不像是年报，未导入；请删去图片和无关内容后另存再导入',
  en: 'the file unpacks to far more than a report; remove pictures and other contents, save it, and import it again',
});
/** The largest table that is read. */
export const MOST_COLUMNS = 256;
export const MOST_ROWS = 10_000;
/** Of all tables of a file together, with those that merged and empty cells cover: a short file may hold very many. */
export const MOST_CELLS = 3_000_000;
/** The longest text of a file, in UTF-16 units: it is read in some seconds. */
export const MOST_TEXT = 12_000_000;
export const TOO_WIDE = new NotImported({
  zh: `表格过大（超过 ${MOST_COLUMNS} 列或 ${MOST_ROWS} 行），不像是年报，未导入；请只留年报的表格再导入`,
  en: `a table is larger than ${MOST_COLUMNS} columns or ${MOST_ROWS} rows and so none of a report; keep the tables of the report alone`,
});
export const TOO_DEEP = new NotImported({
  zh: '网页层层嵌套过深，未导入；请在浏览器中复制正文后粘贴',
  en: 'the page nests too deeply; copy its text in a browser and paste it',
});
export const OTHER_ARCHIVE = new NotImported({
  zh: '不是 Word（.docx）或 Excel（.xlsx）文件；请用 Word 或 WPS 打开后另存为 .docx 再导入',
  en: 'neither a Word (.docx) nor an Excel (.xlsx) file; open it and save it as .docx',
});
export const LOCKED = new NotImported({
  zh: '文件有密码保护，无法读取；请打开后取消密码，另存再导入',
  en: 'the file is protected by a password; open it, remove the password, and save it',
});
export const OLD_FORMAT = new NotImported({
  zh: '是旧格式文件（.doc、.wps、.xls 或 .et）；请用 Word、Excel 或 WPS 打开后另存为 .docx 或 .xlsx 再导入；如有密码，请先取消',
  en: 'a file of an old format (.doc, .wps, .xls, .et); open it, save it as .docx or .xlsx, without password if it has one',
});
export const PDF = new NotImported({
  zh: '是 PDF 文件；请打开后复制全文，粘贴到文本文件；扫描件请先作文字识别',
  en: 'a PDF; open it, copy all text and paste it into a text file; a scan needs text recognition first',
});
export const RTF = new NotImported({
  zh: '是 RTF 文件；请用 Word 或 WPS 打开后另存为 .docx 再导入',
  en: 'an RTF file; open it and save it as .docx',
});
export const EMPTY = new NotImported({ zh: '是空文件，没有内容可导入', en: 'the file is empty' });
export const NO_TEXT = new NotImported({
  zh: '不是能导入的文件；可导入 .docx、.xlsx、.html、.htm、.mht、.txt',
  en: 'not a file that can be imported; .docx, .xlsx, .html, .htm, .mht and .txt can',
});
