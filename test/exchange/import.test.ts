import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument, textOfBlocks, type Report, type SourceBlock } from '../../server/src/core/index';
import { importFile } from '../../server/src/exchange/index';
import { importPage } from '../../server/src/exchange/import';
import { encode } from '../../server/src/files/decode';
import { buildReport } from '../support/report-builder';

async function blocksIn(file: string | Uint8Array): Promise<readonly SourceBlock[]> {
  const imported = await importFile(typeof file === 'string' ? strToU8(file) : file);
  if ('refused' in imported) throw new Error(imported.refused.zh);
  return imported.blocks;
}

async function refusalOf(file: string | Uint8Array): Promise<string> {
  const imported = await importFile(typeof file === 'string' ? strToU8(file) : file);
  return 'refused' in imported ? imported.refused.zh : 'imported';
}

const textOf = async (file: string | Uint8Array): Promise<string> => textOfBlocks(await blocksIn(file), 'tsv').text;
const read = (text: string): Report => readDocument(text).segments[0]!.report;

/** What a program wrote. */
const fixture = (name: string): Uint8Array => readFileSync(path.join(import.meta.dirname, 'fixtures', name));

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const oleWith = (stream: string): Uint8Array =>
  Uint8Array.from([...OLE, ...new Uint8Array(1016), ...encode(stream, 'utf-16le')!]);

const WORKBOOK = {
  '[Content_Types].xml': strToU8(
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
  ),
  'xl/workbook.xml': strToU8(
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
  ),
  'xl/_rels/workbook.xml.rels': strToU8(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
};
const workbookOf = (sheet: string): Uint8Array =>
  zipSync({
    ...WORKBOOK,
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheet}</worksheet>`,
    ),
  });
const documentOf = (body: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

describe('files that cannot be brought in', () => {
  it.each([
    ['an empty file', new Uint8Array(), '是空文件'],
    ['a broken archive', 'PK\x03\x04broken', '不完整或已损坏'],
    ['an archive of something else', zipSync({ mimetype: strToU8('text') }), '不是 Word'],
    ['a locked file', oleWith('EncryptedPackage'), '密码保护'],
    ['a Word file with a password', fixture('locked.docx'), '密码保护'],
    ['one that is locked in the older way', fixture('locked-standard.docx'), '密码保护'],
    ['a workbook with a password', fixture('locked.xlsx'), '密码保护'],
    ['a file of an old format', oleWith('WordDocument'), '旧格式'],
    ['a PDF', '%PDF-1.7\n', 'PDF'],
    ['an RTF', '{\\rtf1 }', 'RTF'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), '不是能导入的文件'],
    ['an archive that unpacks to far more', zipSync({ 'word/document.xml': new Uint8Array(60_000_000) }), '解开后过大'],
    [
      'ten thousand columns',
      workbookOf('<sheetData><row r="1"><c r="NTP1"><v>1</v></c></row></sheetData>'),
      '表格过大',
    ],
    [
      'a cell at the far end',
      workbookOf('<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'),
      '表格过大',
    ],
    [
      'a cell at the far end whose address is quoted otherwise',
      workbookOf("<sheetData><row r='1'><c s='1' r = 'XFD1'><v>1</v></c></row></sheetData>"),
      '表格过大',
    ],
    [
      'a cell that stands nowhere',
      workbookOf('<sheetData><row r="1"><c r="&#88;FD1"><v>1</v></c></row></sheetData>'),
      '不完整或已损坏',
    ],
    [
      'sheets that are empty and very large together',
      zipSync({
        ...WORKBOOK,
        ...Object.fromEntries(
          Array.from({ length: 50 }, (_, i) => [
            `xl/worksheets/sheet${i}.xml`,
            strToU8('<worksheet><sheetData><row r="10000"><c r="IV10000"/></row></sheetData></worksheet>'),
          ]),
        ),
      }),
      '表格过大',
    ],
    [
      'a sheet that is named over and over',
      zipSync({
        ...unzipSync(workbookOf('<sheetData/>')),
        'xl/workbook.xml': strToU8(
          strFromU8(WORKBOOK['xl/workbook.xml']).replace(/<sheet .*?\/>/, (sheet) => sheet.repeat(1_000)),
        ),
      }),
      '不完整或已损坏',
    ],
    [
      'a long string that stands in thousands of cells',
      zipSync({
        ...unzipSync(
          workbookOf(
            `<sheetData>${Array.from({ length: 5_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c></row>`).join('')}</sheetData>`,
          ),
        ),
        'xl/_rels/workbook.xml.rels': strToU8(
          strFromU8(WORKBOOK['xl/_rels/workbook.xml.rels']).replace(
            '</Relationships>',
            '<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
          ),
        ),
        'xl/sharedStrings.xml': strToU8(
          `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>${'甲'.repeat(100_000)}</t></si></sst>`,
        ),
      }),
      '解开后过大',
    ],
    [
      'a Word document whose footnotes are very long',
      zipSync({ ...unzipSync(documentOf('')), 'word/footnotes.xml': strToU8(paragraph('x').repeat(200_000)) }),
      '解开后过大',
    ],
    [
      'a short page whose merged cells cover very many',
      `<table><tr><td rowspan=9000 colspan=255>1<td>2${'<tr>'.repeat(8_999)}</table>`.repeat(3),
      '表格过大',
    ],
    [
      'a web page that was saved whole and is cut short',
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/',
      '不完整或已损坏',
    ],
    ['a PDF behind line ends', '\uFEFF\r\n%PDF-1.4\n', 'PDF'],
    ['a cell as wide as ten thousand', '<table><tr><td colspan="10000">1</td><td>2</td></tr></table>', '表格过大'],
    ['a page that nests a million times', '<div>'.repeat(1_000_000), '嵌套过深'],
  ])('%s: one sentence', async (_, file, words) => {
    const refusal = await refusalOf(file);
    expect(refusal).toContain(words);
    expect(refusal).not.toContain('\n');
  });

  it('are not half taken: an archive that is cut short is broken', async () => {
    const whole = documentOf(paragraph('一').repeat(2_000));
    expect(await refusalOf(whole.subarray(0, whole.length >> 1))).toContain('不完整或已损坏');
  });
});

describe('what a clipboard holds', () => {
  /** Some five million characters. */
  const large = (piece: string): string => piece.repeat(Math.ceil(5_000_000 / piece.length));
  const row = `<tr><td style='mso-number-format:General'>${'一'.repeat(600)}</td><td>1</td></tr>`;

  it.each([
    ['a table that is long, and no more than read', `<table>${large(row)}</table>`, 'imported'],
    ['one of more rows than any report has', `<table>${large('<tr><td>1</td><td>2</td></tr>')}</table>`, '表格过大'],
    ['words in spans', `<p>${large("<span lang=EN-US style='font-size:10.5pt'>1</span>")}</p>`, 'imported'],
    ['spans that are never closed', large('<span>'), '嵌套过深'],
    [
      'cells that cover all rows',
      `<table><tr>${'<td rowspan=10000 colspan=2>1</td>'.repeat(100)}</tr></table>`,
      'imported',
    ],
  ])('may be large: %s', async (_, html, outcome) => {
    const imported = await importPage(html);
    expect('refused' in imported ? imported.refused.zh : 'imported').toContain(outcome);
  });
});

describe('web pages', () => {
  it('have merged cells resolved, and nothing that a browser does not show', async () => {
    const page = `<html><head><title>x</title><style>td{}</style></head><body><p>一、总体 情况</p>
      <script>alert(1)</script><p style="display:none">藏</p>
      <table><tr><td rowspan=2>甲</td><td colspan=2>乙<br>丙</td></tr><tr><td>1</td><td>2</td></tr></table></body></html>`;
    expect(await blocksIn(page)).toEqual([
      { kind: 'paragraph', text: '一、总体 情况' },
      {
        kind: 'grid',
        rows: [
          ['甲', '乙\n丙', ''],
          ['', '1', '2'],
        ],
      },
    ]);
  });

  it('lay out their parts with tables, which are none of the report', async () => {
    const page = '<table><tr><td><p>左</p><table><tr><td>1</td><td>2</td></tr></table></td><td>右</td></tr></table>';
    expect(await blocksIn(page)).toEqual([
      { kind: 'paragraph', text: '左' },
      { kind: 'grid', rows: [['1', '2']] },
      { kind: 'paragraph', text: '右' },
    ]);
  });

  it('are found in what a browser saved whole, in its encoding', async () => {
    const coded = [...encode('<p>青禾县水务局</p>', 'gb18030')!].map((byte) => `=${byte.toString(16).toUpperCase()}`);
    const saved = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--b"\r\n\r\n----b\r\nContent-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${coded.join('')}\r\n----b--\r\n`;
    expect(await blocksIn(saved)).toEqual([{ kind: 'paragraph', text: '青禾县水务局' }]);
  });
});

describe('Word documents', () => {
  it('with macros are read, and the macros are not', async () => {
    const parts = unzipSync(documentOf(paragraph('一、总体情况')));
    const types = strFromU8(parts['[Content_Types].xml']!).replace('wordprocessingml.document.main', 'macro');
    const file = zipSync({
      ...parts,
      '[Content_Types].xml': strToU8(
        types.replace('openxmlformats-officedocument.macro', 'ms-word.document.macroEnabled.main'),
      ),
      // What it unpacks to would be refused.
      'word/vbaProject.bin': new Uint8Array(60_000_000),
    });
    expect(await textOf(file)).toBe('一、总体情况\n');
  });

  it('without tables are brought in', async () => {
    expect(await textOf(documentOf(paragraph('一、总体情况') + paragraph('无')))).toBe('一、总体情况\n无\n');
  });

  it('merge all they like', async () => {
    const cell = (text: string): string =>
      `<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr>${paragraph(text)}</w:tc>`;
    const row = `<w:tr>${cell('甲')}${cell('乙')}</w:tr>`;
    expect(await refusalOf(documentOf(`<w:tbl>${row.repeat(50)}</w:tbl>`))).toBe('imported');
  });
});

describe('workbooks', () => {
  it('keep numbers as they are written, and all text of merged cells', async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>规章</t></is></c><c r="B1"><v>282.1</v></c><c r="C1"><v>160.59640000000002</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    expect(await textOf(workbookOf(sheet))).toBe('规章\t282.1\t160.5964\n');
  });
});

describe('text', () => {
  it('in GBK is what it is, in the layout that is wanted', async () => {
    const blocks = await blocksIn(encode(buildReport({ edition: '2021' }), 'gb18030')!);
    const markdown = textOfBlocks(blocks, 'markdown');
    expect(markdown.refused).toEqual([]);
    expect(read(markdown.text).layout).toBe('markdown');
    expect(read(markdown.text).tables.map(({ id }) => id)).toEqual(['disclosure', 'requests', 'review']);
  });
});
