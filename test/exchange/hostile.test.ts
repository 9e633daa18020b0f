import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { readDocument, say, show, textOfBlocks } from '../../server/src/core/index';
import { EXPORT_FORMATS, exportAs, importFile, type ExportFormat } from '../../server/src/exchange/index';
import { holds } from '../property/property';
import { buildReport } from '../support/report-builder';
import { namesIn, treeOf } from '../support/xml-tree';

/** What would be markup, a link, a formula or no text at all in some program. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  'javascript:alert(1)',
  'command:nianbao.fixAll',
  '</pre></td></w:t></w:p></t></is>',
  '=HYPERLINK("http://x","y")',
  '@SUM(1+1)',
  '+1|cmd',
  ']]><!--',
  '&lt;&#0;&amp',
  '_x0000_',
  ...Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code)).filter((mark) => !/[\t\n\r]/.test(mark)),
  '\u007f\u0085\u2028',
  '\ud800',
  '\udfff',
  '\ufffe\uffff',
] as const;

/** The text of such marks that a file can hold. */
const visible = (text: string): string => text.replace(/[\0-\x1f\x7f-\x9f\u2028\ufffd-\uffff]|\p{Surrogate}|\s/gu, '');

const REPORT = buildReport({ edition: '2021' });
const fileOf = (text: string, format: ExportFormat): Promise<Uint8Array> =>
  exportAs(format, show(readDocument(text).segments[0]!.report), {
    marks: true,
    say: (message) => say(message, 'zh-CN'),
  });

function partsOf(file: Uint8Array): Readonly<Record<string, string>> {
  const parts = Object.entries(unzipSync(file)).filter(([name]) => /\.(?:xml|rels)$/.test(name));
  return Object.fromEntries(parts.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** Elements and attributes of a page that come from nowhere but the writer of pages. */
const ELEMENTS = 'html head meta title style body main h1 h2 h3 p pre table caption thead tbody tr th td small'.split(
  ' ',
);
const ATTRIBUTES = 'lang charset http-equiv content name class data-added role scope colspan rowspan'.split(' ');

function expectPage(file: Uint8Array): void {
  const html = strFromU8(file);
  expect(html).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f]/);
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) {
      expect(ELEMENTS).toContain(node.tagName);
      for (const { name } of node.attrs) expect(ATTRIBUTES).toContain(name);
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
}

/** What a report may bring into a part: tabs, line breaks, headings, and cells that are marked. */
const OWN = new Set(['w:tab', 'w:br', 'w:keepNext', 'w:tcPr', 'b', 'color', 'fill', 'f', 'v']);

function expectParts(file: Uint8Array, usual: Readonly<Record<string, string>>): void {
  const known = new Set(Object.values(usual).flatMap((xml) => [...namesIn(treeOf(xml))]));
  for (const [name, xml] of Object.entries(partsOf(file))) {
    const strange = [...namesIn(treeOf(xml))].filter((each) => !known.has(each) && !OWN.has(each));
    expect(strange, name).toEqual([]);
    expect(xml, name).not.toMatch(/TargetMode="External"|<hyperlink/);
    for (const [, formula] of xml.matchAll(/<f>([^<]*)/g))
      expect(formula).toMatch(/^SUM\([A-Z]+\d+(?:[:,][A-Z]+\d+)*\)$/);
  }
}

describe.each(EXPORT_FORMATS)('a %s file of a report that somebody else wrote', (format) => {
  const usual = fileOf(REPORT, format);

  async function expectHarmless(text: string): Promise<Uint8Array> {
    const file = await fileOf(text, format);
    if (format === 'html') expectPage(file);
    else expectParts(file, partsOf(await usual));
    return file;
  }

  holds(
    'holds what stands anywhere in it as text alone',
    30,
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(REPORT.length), fc.constantFrom(...HOSTILE)), { minLength: 1, maxLength: 12 }),
      async (insertions) => {
        let text = REPORT;
        for (const [at, piece] of insertions) text = text.slice(0, at) + piece + text.slice(at);
        await expectHarmless(text);
      },
    ),
  );

  it.each(HOSTILE.map((piece) => [JSON.stringify(piece), piece]))(
    'keeps %s in prose, title and cells',
    async (_, piece) => {
      const prose = `一、总体情况\n\n${piece}\n\n（一）${piece}。各科室按月核对。${piece}\n`;
      const text = buildReport({
        edition: '2021',
        body: `青禾县${piece}水务局`,
        replace: { 'section-1': prose },
      }).replace(/^(.*自然人.*)$/m, `$1\t${piece}`);
      const imported = await importFile(await expectHarmless(text));
      if ('refused' in imported) throw new Error(imported.refused.zh);
      const back = visible(textOfBlocks(imported.blocks, 'tsv').text);
      expect(back.split(visible(piece)).length).toBeGreaterThanOrEqual(visible(text).split(visible(piece)).length);
    },
  );
});

describe('a workbook', () => {
  const sheetsOf = async (text: string): Promise<string> => JSON.stringify(partsOf(await fileOf(text, 'xlsx')));

  it('has no cell of more text than Excel takes, and loses none of it', async () => {
    const long = '甲乙丙丁'.repeat(25_000);
    const file = await fileOf(
      buildReport({ edition: '2021', replace: { 'section-1': `一、总体情况\n\n${long}\n` } }),
      'xlsx',
    );
    for (const [, text] of Object.values(partsOf(file)).flatMap((xml) => [...xml.matchAll(/<t[^>]*>([^<]*)/g)]))
      expect(text!.length).toBeLessThanOrEqual(32_767);
    const imported = await importFile(file);
    if ('refused' in imported) throw new Error(imported.refused.zh);
    expect(textOfBlocks(imported.blocks, 'tsv').text.replace(/\s/g, '')).toContain(long);
  });

  it('keeps all of a line between a heading and its table', async () => {
    const text = REPORT.replace(/^(四、.*)$/m, '$1\n\n填表人\t甲某\t审核人\t乙某\n');
    expect(await sheetsOf(text)).toMatch(/填表人[^]*甲某[^]*审核人[^]*乙某/);
  });
});
