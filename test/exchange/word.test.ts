import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { show } from '../../server/src/core/index';
import { exportAs } from '../../server/src/exchange/index';
import { prints } from '../generator/arbitraries';
import { LAYOUTS } from '../generator/layouts/index';
import { NOISES } from '../generator/noise';
import { holds } from '../property/property';
import { readOne } from '../support/findings';
import { buildReport, type ReportPlan } from '../support/report-builder';
import { treeOf, type XmlNode } from '../support/xml-tree';

const partsOf = async (text: string): Promise<Readonly<Record<string, string>>> => {
  const file = await exportAs('docx', show(readOne(text)), { marks: false, say: ({ words }) => words.zh });
  return Object.fromEntries(
    Object.entries(unzipSync(file)).map(([name, bytes]) => [
      name,
      /\.(?:xml|rels)$/.test(name) ? strFromU8(bytes) : '',
    ]),
  );
};
const documentOf = async (plan: ReportPlan): Promise<string> =>
  (await partsOf(buildReport(plan)))['word/document.xml']!;

/** The children of an element in the order that the schema of WordprocessingML asks for (ECMA-376, part 1, A.1). */
const ORDER: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tblBorders': 'top left start bottom right end insideH insideV',
  'w:tblCellMar': 'top left start bottom right end',
  'w:tc': 'tcPr p',
  'w:tcPr': 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  'w:body': 'p tbl sectPr',
};
/** Children that may stand in any order among each other. */
const FREE = new Set(['w:body']);

function faultsIn(node: XmlNode): readonly string[] {
  const order = ORDER[node.name]?.split(' ').map((name) => `w:${name}`);
  const places = order === undefined ? [] : node.children.map(({ name }) => order.indexOf(name));
  const own = places.flatMap((place, i) =>
    place < 0 || (!FREE.has(node.name) && i > 0 && place < places[i - 1]!)
      ? [`${node.name}: ${node.children.map(({ name }) => name).join(' ')}`]
      : [],
  );
  // A cell ends with a paragraph, and Word takes a file without one for damaged.
  if (node.name === 'w:tc' && node.children.at(-1)?.name !== 'w:p') own.push('w:tc without a paragraph');
  return [...own, ...node.children.flatMap(faultsIn)];
}

describe('a Word document', () => {
  holds(
    'has its parts in the order of the schema, and as many columns in each row as its table',
    25,
    fc.asyncProperty(prints(LAYOUTS, [...NOISES]), async ({ text }) => {
      const parts = await partsOf(text);
      for (const name of ['word/document.xml', 'word/styles.xml', 'word/footer1.xml', 'word/footer2.xml'])
        expect(faultsIn(treeOf(parts[name]!)), name).toEqual([]);
      const tables = parts['word/document.xml']!.split('<w:tbl>').slice(1);
      for (const table of tables) {
        const columns = (table.match(/<w:gridCol /g) ?? []).length;
        for (const row of table.split('</w:tbl>')[0]!.split('<w:tr>').slice(1))
          expect([...row.matchAll(/<w:gridSpan w:val="(\d+)"/g)].reduce((sum, [, span]) => sum + Number(span), 0)).toBe(
            columns,
          );
      }
    }),
  );

  it('names a part for each of its relationships and content types', async () => {
    const parts = await partsOf(buildReport({ edition: '2021' }));
    for (const [name, xml] of Object.entries(parts).filter(([each]) => each.endsWith('.rels')))
      for (const [, target] of xml.matchAll(/Target="([^"]+)"(?![^>]*External)/g)) {
        const folder = path.posix.dirname(path.posix.dirname(name));
        expect(Object.keys(parts)).toContain(path.posix.join(folder, target!).replace(/^\//, ''));
      }
    for (const [, name] of parts['[Content_Types].xml']!.matchAll(/PartName="\/([^"]+)"/g))
      expect(Object.keys(parts)).toContain(name);
  });

  it('names its fonts for Chinese text, so that no theme’s are taken', async () => {
    const { 'word/styles.xml': styles, 'word/document.xml': document } = await partsOf(
      buildReport({ edition: '2021' }),
    );
    for (const font of ['仿宋', '黑体', '楷体', '方正小标宋简体']) expect(styles).toContain(`w:eastAsia="${font}"`);
    expect(styles! + document!).not.toMatch(/asciiTheme|eastAsiaTheme/);
  });

  it('holds 22 lines of 28 characters on a page, as the standard says', async () => {
    const { 'word/styles.xml': styles, 'word/document.xml': document } = await partsOf(
      buildReport({ edition: '2021' }),
    );
    const number = (part: string, pattern: RegExp): number => Number(pattern.exec(part)![1]);
    const page = /<w:pgSz[^>]*>|<w:pgMar[^>]*>/g;
    const [size, margin] = document!.match(page) as [string, string];
    const width = number(size, /w:w="(\d+)/) - number(margin, /w:left="(\d+)/) - number(margin, /w:right="(\d+)/);
    const height = number(size, /w:h="(\d+)/) - number(margin, /w:top="(\d+)/) - number(margin, /w:bottom="(\d+)/);
    const usual = /<w:rPrDefault>.*?<\/w:rPrDefault>/.exec(styles!)![0];
    const character = 10 * number(usual, /<w:sz w:val="(\d+)/) + number(usual, /<w:spacing w:val="(-?\d+)/);
    expect(Math.floor(width / character)).toBe(28);
    const paragraphs = document!.match(/<w:p>(?:(?!<\/w:p>).)*w:jc w:val="both".*?<\/w:p>/g)!;
    for (const paragraph of paragraphs) {
      expect(
        Math.floor(height / number(paragraph, /w:line="(\d+)" w:lineRule="exact"|w:lineRule="exact" w:line="(\d+)"/)),
      ).toBe(22);
      // The first line is two characters shorter.
      expect(Math.floor((width - number(paragraph, /w:firstLine="(\d+)/)) / character)).toBe(26);
    }
    expect(paragraphs.length).toBeGreaterThan(0);
  });

  it('repeats the header of table three, and none that heads some rows only', async () => {
    const document = await documentOf({ edition: '2019' });
    const [disclosure, requests] = document.split('<w:tbl>').slice(1);
    expect(disclosure).not.toContain('<w:tblHeader');
    const rows = requests!.split('<w:tr>').slice(1);
    expect(rows.findIndex((row) => !row.includes('<w:tblHeader'))).toBe(3);
  });

  it('lets no heading and no header stand alone at the end of a page', async () => {
    const { 'word/styles.xml': styles, 'word/document.xml': document } = await partsOf(
      buildReport({ edition: '2021' }),
    );
    for (const id of ['Title', 'Heading1', 'Heading2'])
      expect(styles).toMatch(new RegExp(`w:styleId="${id}"(?:(?!</w:style>).)*<w:keepNext/>`));
    const [disclosure] = document!.split('<w:tbl>').slice(1);
    const rows = disclosure!.split('</w:tbl>')[0]!.split('<w:tr>').slice(1);
    for (const row of rows.filter((each) => /第二十条|信息内容/.test(each))) expect(row).toContain('<w:keepNext/>');
  });

  it('sets a paragraph that begins with its heading as one, and its heading alone in its type', async () => {
    const words = '（一）主动公开。各科室按月核对栏目，办公室每季度汇总一次，发现过期内容当日更新。';
    const document = await documentOf({ edition: '2021', replace: { 'section-1': `一、总体情况\n\n${words}\n` } });
    expect(document).toMatch(
      /<w:keepNext w:val="false"\/>(?:(?!<\/w:p>).)*>（一）主动公开。<(?:(?!<\/w:p>).)*w:eastAsia="仿宋"/,
    );
  });

  it('parts a long title where it is spoken with a pause', async () => {
    const document = await documentOf({ edition: '2021', body: '云溪市人民政府办公室', year: 2024 });
    expect(document).toMatch(/云溪市人民政府办公室2024年<\/w:t><\/w:r><w:r><w:br\/><\/w:r><w:r><w:t[^>]*>政府信息公开/);
  });

  it('does not show what Markdown marks headings with', async () => {
    const document = await documentOf({
      edition: '2021',
      replace: {
        title: '# 青禾县水务局2024年政府信息公开工作年度报告',
        'section-6': '## 六、其他需要报告的事项\n\n本年度收取信息处理费0元。\n',
      },
    });
    expect(document).toContain('>六、其他需要报告的事项<');
    expect(document).not.toContain('#');
  });

  it('numbers its pages on their outer side', async () => {
    const parts = await partsOf(readFileSync(path.join(import.meta.dirname, '../editor/fixtures/a41f0c.txt'), 'utf8'));
    const sides = ['default', 'even'].map((type) => {
      const id = new RegExp(`<w:footerReference w:type="${type}" r:id="([^"]+)"`).exec(
        parts['word/document.xml']!,
      )![1]!;
      const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${id}"`).exec(
        parts['word/_rels/document.xml.rels']!,
      )!;
      const footer = parts[`word/${target[1] ?? target[2]!}`]!;
      expect(footer).toMatch(/— <[^]*PAGE[^]*> —</);
      return /<w:jc w:val="(\w+)"/.exec(footer)![1];
    });
    expect([sides, parts['word/settings.xml']!.includes('<w:evenAndOddHeaders/>')]).toEqual([['right', 'left'], true]);
  });
});
