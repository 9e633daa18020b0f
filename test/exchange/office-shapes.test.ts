import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument, show, TABLE_IDS, textOfBlocks, type Report } from '../../server/src/core/index';
import { importFile } from '../../server/src/exchange/index';
import { seeded } from '../generator/choices';
import { layoutById } from '../generator/layouts/index';
import { printReport } from '../generator/print-report';
import { validReport } from '../generator/valid-report';
import type { Copied } from './clipboard';

/** Files as WPS and other programs write them, which differ from Word's in how they say the same. */
const TEXT = printReport(validReport(seeded(7), { body: '青禾县水务局', year: 2023 }), layoutById('B'), [], seeded(1));
const REPORT = readDocument(TEXT).segments[0]!.report;
const SHOWN = show(REPORT).blocks;

const valuesOf = ({ tables }: Report): unknown =>
  tables.map(({ id, rows }) => [id, rows.map(({ form, cells }) => [form.id, cells.map(({ value }) => value)])]);
const bare = (report: Report): string =>
  show(report)
    .blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text.replace(/\s/g, '')]))
    .join('\n');

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

interface Shape {
  /** The runs of a text. */
  readonly runs?: (text: string) => string;
  readonly paragraph?: (runs: string) => string;
  readonly grid?: boolean;
  /** How a cell says that it goes on with the one above it. */
  readonly continued?: string;
  readonly table?: (table: string) => string;
  readonly body?: (body: string) => string;
  readonly namespaces?: string;
  readonly main?: string;
  /** Where the document lies, and where it is said to. */
  readonly place?: string;
  readonly target?: string;
  readonly rels?: string;
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const plainRuns = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** Cells with those that are covered, as files have them: merged to the side one, downwards several. */
function rowsOf(lines: Copied, cellOf: (text: string, span: number, isContinued: boolean, goesOn: boolean) => string) {
  const open = new Map<number, { left: number; readonly columns: number }>();
  return lines.map((line) => {
    const cells: string[] = [];
    let at = 0;
    const covered = (): void => {
      for (let above = open.get(at); above !== undefined && above.left > 0; above = open.get(at)) {
        above.left--;
        cells.push(cellOf('', above.columns, true, false));
        at += above.columns;
      }
    };
    for (const { text, columns, lines: height } of line) {
      covered();
      open.set(at, { left: height - 1, columns });
      cells.push(cellOf(text, columns, false, height > 1));
      at += columns;
    }
    covered();
    return cells.join('');
  });
}

function docx(shape: Shape): Uint8Array {
  const {
    runs = plainRuns,
    paragraph = (own) => `<w:p>${own}</w:p>`,
    grid = true,
    continued = '<w:vMerge/>',
    table = (own) => own,
    body = (own) => own,
    namespaces = '',
    main = TRANSITIONAL,
    place = 'word/document.xml',
    target = place,
    rels = RELS,
  } = shape;
  const cell = (text: string, span: number, isContinued: boolean, goesOn: boolean): string => {
    const merged = isContinued ? continued : goesOn ? '<w:vMerge w:val="restart"/>' : '';
    const properties = `<w:tcPr><w:tcW w:w="0" w:type="auto"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merged}</w:tcPr>`;
    return `<w:tc>${properties}${paragraph(text === '' ? '' : runs(text))}</w:tc>`;
  };
  const blocks = SHOWN.map((block) => {
    if (block.kind !== 'table') return paragraph(runs(block.text));
    const columns = block.lines[0]!.reduce((sum, each) => sum + each.columns, 0);
    const rows = rowsOf(block.lines, cell).map((cells) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells}</w:tr>`);
    const widths = grid ? `<w:tblGrid>${'<w:gridCol w:w="700"/>'.repeat(columns)}</w:tblGrid>` : '';
    return table(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>${widths}${rows.join('')}</w:tbl>`);
  });
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${place}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rels}/officeDocument" Target="${target}"/></Relationships>`,
    ),
    [place]: strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${main}" ${namespaces}><w:body>${body(blocks.join(''))}<w:sectPr/></w:body></w:document>`,
    ),
  });
}

const WPS = [
  'xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData"',
  'mc:Ignorable="w14 wp14"',
].join(' ');

/** WPS puts each run's fonts beside it, a hint for Chinese, and parts numbers from words. */
const wpsRuns = (text: string): string =>
  text
    .split(/(?<=\d)(?=\D)|(?<=\D)(?=\d)|(?<=\d)(?=\d)/)
    .map(
      (piece) =>
        `<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋" w:hAnsi="仿宋" w:eastAsia="仿宋" w:cs="仿宋"/><w:kern w:val="0"/><w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar"/></w:rPr><w:t xml:space="preserve">${escaped(piece)}</w:t></w:r>`,
    )
    .join('');
const wpsParagraph = (own: string): string =>
  `<w:p w14:paraId="3F2A51C7"><w:pPr><w:keepNext w:val="0"/><w:keepLines w:val="0"/><w:widowControl/><w:suppressLineNumbers w:val="0"/><w:spacing w:before="0" w:beforeAutospacing="0"/><w:jc w:val="center"/></w:pPr><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>${own}</w:p>`;

const box = (inner: string): string =>
  `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0"><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape o:spid="_x0000_s1026" type="#_x0000_t202"><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;

const SHAPES: Readonly<Record<string, Shape>> = {
  'as Word writes it': {},
  'of WPS': { runs: wpsRuns, paragraph: wpsParagraph, grid: false, namespaces: WPS },
  'of WPS, strict': { runs: wpsRuns, paragraph: wpsParagraph, namespaces: WPS, main: STRICT, rels: STRICT },
  'that says each merge': { continued: '<w:vMerge w:val="continue"/>' },
  'whose tables stand in text boxes': { namespaces: WPS, table: box },
  'whose tables stand in controls': {
    table: (own) => `<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent>${own}</w:sdtContent></w:sdt>`,
  },
  'whose values were inserted, and others deleted': {
    runs: (text) =>
      `<w:del w:id="1" w:author="a"><w:r><w:delText>9</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">${plainRuns(text)}</w:ins>`,
  },
  'whose words are smart tags': { runs: (text) => `<w:smartTag w:element="date">${plainRuns(text)}</w:smartTag>` },
  'whose document has another name': { place: 'word/document2.xml' },
  'whose document is named from the root': { target: '/word/document.xml' },
};

describe('a Word file', () => {
  it.each(Object.entries(SHAPES))('%s is brought in with all its numbers and words', async (_, shape) => {
    const imported = await importFile(docx(shape));
    if ('refused' in imported) throw new Error(imported.refused.zh);
    const { report } = readDocument(textOfBlocks(imported.blocks, 'tsv').text).segments[0]!;
    expect(report.tables.map(({ id }) => id)).toEqual(TABLE_IDS);
    expect(valuesOf(report)).toEqual(valuesOf(REPORT));
    expect(bare(report)).toBe(bare(REPORT));
  });
});

interface SheetShape {
  /** A cell with a number or words; its address, and where its words stand among the shared ones. */
  readonly cell?: (text: string, address: string, shared: number) => string;
  readonly row?: (cells: string, number: number) => string;
  readonly shared?: (text: string) => string;
  readonly prefix?: string;
  readonly main?: string;
  readonly rels?: string;
  readonly target?: (name: string) => string;
}

const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const isNumber = (text: string): boolean => /^\d+$/.test(text);

function xlsx(shape: SheetShape): Uint8Array {
  const {
    prefix = '',
    cell = (text, r, at) => {
      const typed = isNumber(text) ? '' : ' t="s"';
      return `<${prefix}c r="${r}"${typed}><${prefix}v>${isNumber(text) ? text : at}</${prefix}v></${prefix}c>`;
    },
    row = (cells, r) => `<${prefix}row r="${r}">${cells}</${prefix}row>`,
    shared = (text) => `<${prefix}t xml:space="preserve">${escaped(text)}</${prefix}t>`,
    main = SHEETS,
    rels = RELS,
    target = (name) => name,
  } = shape;
  const xmlns = prefix === '' ? `xmlns="${main}"` : `xmlns:${prefix.slice(0, -1)}="${main}"`;
  const strings: string[] = [];
  const tables = SHOWN.flatMap((block) => (block.kind === 'table' ? [block] : []));
  const sheets = tables.map(({ lines }) => {
    const grid = rowsOf(lines, (text, span, isContinued) => `${isContinued ? '' : text}\t${'\t'.repeat(span - 1)}`);
    const rows = grid.map((line, y) =>
      row(
        line
          .split('\t')
          .slice(0, -1)
          .map((text, x) => (text === '' ? '' : cell(text, `${columnName(x)}${y + 1}`, strings.push(text) - 1)))
          .join(''),
        y + 1,
      ),
    );
    return `<${prefix}worksheet ${xmlns}><${prefix}sheetData>${rows.join('')}</${prefix}sheetData></${prefix}worksheet>`;
  });
  const relations = sheets
    .map(
      (_, i) =>
        `<Relationship Id="rId${i + 1}" Type="${rels}/worksheet" Target="${target(`worksheets/sheet${i + 1}.xml`)}"/>`,
    )
    .join('');
  const names = tables
    .map(({ id }, i) => `<${prefix}sheet name="${id}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('');
  const items = strings.map((text) => `<${prefix}si>${shared(text)}</${prefix}si>`).join('');
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
    ),
    'xl/workbook.xml': strToU8(
      `<${prefix}workbook ${xmlns} xmlns:r="${rels}"><${prefix}sheets>${names}</${prefix}sheets></${prefix}workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}<Relationship Id="rIdS" Type="${rels}/sharedStrings" Target="${target('sharedStrings.xml')}"/></Relationships>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<${prefix}sst ${xmlns}>${items}</${prefix}sst>`),
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, strToU8(sheet)])),
  });
}

const columnName = (x: number): string => String.fromCharCode(65 + x);

const SHEET_SHAPES: Readonly<Record<string, SheetShape>> = {
  'as Excel writes it': {},
  'whose words stand in their cells': {
    cell: (text, r) =>
      isNumber(text)
        ? `<c r="${r}"><v>${text}</v></c>`
        : `<c r="${r}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`,
  },
  'whose numbers are words': {
    cell: (_, r, at) => `<c r="${r}" t="s"><v>${at}</v></c>`,
  },
  'whose values are what formulas come to': {
    cell: (text, r) =>
      isNumber(text)
        ? `<c r="${r}"><f>SUM(A1:A2)</f><v>${text}</v></c>`
        : `<c r="${r}" t="str"><f>A1&amp;""</f><v>${escaped(text)}</v></c>`,
  },
  'whose words are in several fonts, with their sounds': {
    shared: (text) =>
      `${[...text].map((one) => `<r><rPr><sz val="11"/></rPr><t xml:space="preserve">${escaped(one)}</t></r>`).join('')}<rPh sb="0" eb="1"><t>ニ</t></rPh><phoneticPr fontId="1"/>`,
  },
  'whose names have a prefix': { prefix: 'x:' },
  'that is strict': {
    main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
    rels: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  },
  'whose parts are named from the root': { target: (name) => `/xl/${name}` },
};

describe('an Excel file', () => {
  it.each(Object.entries(SHEET_SHAPES))('%s is brought in with all its numbers', async (_, shape) => {
    const imported = await importFile(xlsx(shape));
    if ('refused' in imported) throw new Error(imported.refused.zh);
    const { report } = readDocument(textOfBlocks(imported.blocks, 'tsv').text).segments[0]!;
    expect(valuesOf(report)).toEqual(valuesOf(REPORT));
  });
});
