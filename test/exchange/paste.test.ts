import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  sectionTemplate,
  show,
  span,
  TABLE_IDS,
  TEMPLATE_LAYOUTS,
  editionById,
  type Showing,
  type TableId,
} from '../../server/src/core/index';
import { pasteBlocks, type Pasting } from '../../server/src/core/features/paste-blocks';
import { importPage } from '../../server/src/exchange/import';
import { readOne } from '../support/findings';
import { buildReport, type Values } from '../support/report-builder';
import { PROGRAMS, type Copied, type Program } from './clipboard';

const programs = Object.keys(PROGRAMS) as readonly Program[];
const VALUES: Values = {
  licensing: { decisions: 31 },
  new: [12, 3, 0, 0, 0, 0, 15],
  'carried-in': [1, 0, 0, 0, 0, 0, 1],
  granted: [11, 2, 0, 0, 0, 0, 13],
  'results-total': [11, 2, 0, 0, 0, 0, 13],
  'carried-out': [2, 1, 0, 0, 0, 0, 3],
  reconsideration: [1, 0, 2, 0, 3],
};

const tableIn = (showing: Showing, id: TableId): Copied => {
  const table = showing.blocks.find((block) => block.kind === 'table' && block.id === id);
  if (table?.kind !== 'table') throw new Error(`no ${id}`);
  return table.lines;
};

/** What is copied from another report with these values. */
const copiedTable = (id: TableId, edition: '2019' | '2021' = '2021'): Copied =>
  tableIn(show(readOne(buildReport({ edition, values: VALUES }))), id);

const LAST_LABEL: Readonly<Record<TableId, string>> = {
  disclosure: '行政许可',
  requests: '二、上年结转政府信息公开申请数量',
  review: '维持',
};

async function pasteAt(text: string, at: string, html: string, behind = 0): Promise<Pasting | undefined> {
  const imported = await importPage(html);
  if ('refused' in imported) throw new Error(imported.refused.zh);
  const report = readOne(text);
  const offset = text.indexOf(at) + behind;
  expect(offset).toBeGreaterThanOrEqual(behind);
  return pasteBlocks(report, span(offset, offset), imported.blocks, { layout: 'cells', lineEnd: '\n' });
}

const resultOf = (text: string, pasting: Pasting | undefined): string => {
  if (pasting === undefined || !('edits' in pasting)) throw new Error(JSON.stringify(pasting));
  return applyEdits(text, pasting.edits);
};

describe.each(programs)('a table that was copied from %s', (program) => {
  const clipboard = PROGRAMS[program];

  it.each(TABLE_IDS.flatMap((id) => TEMPLATE_LAYOUTS.map((layout) => [id, layout] as const)))(
    'fills %s, in %s',
    async (id, layout) => {
      const before = buildReport({ edition: '2021', layout });
      const pasting = await pasteAt(before, LAST_LABEL[id], clipboard(copiedTable(id)), 1);
      expect(pasting).toMatchObject({ isCertain: true });
      const after = readOne(resultOf(before, pasting));
      const meant = readOne(buildReport({ edition: '2021', layout, values: valuesOf(id) }));
      expect(after.text).toBe(meant.text);
    },
  );

  it.each(TEMPLATE_LAYOUTS)('stands where it is missing, in %s', async (layout) => {
    const whole = buildReport({ edition: '2021', layout, values: VALUES });
    const heading = `${sectionTemplate(editionById('2021'), 4, layout).split('\n')[0]!}\n\n`;
    const start = whole.indexOf(heading) + heading.length;
    const before = `${whole.slice(0, start)}\n${whole.slice(whole.indexOf('五、'))}`;
    const pasting = await pasteAt(before, heading, clipboard(copiedTable('review')), heading.length);
    expect(pasting).toMatchObject({ isCertain: true });
    const after = readOne(resultOf(before, pasting));
    expect(after.tables.map(({ id, rows }) => [id, rows.map(({ cells }) => cells.length)])).toEqual(
      readOne(whole).tables.map(({ id, rows }) => [id, rows.map(({ cells }) => cells.length)]),
    );
    expect(after.layout).toBe(layout);
  });

  it('replaces the table of an earlier form', async () => {
    const before = buildReport({ edition: '2019' });
    const pasting = await pasteAt(before, '行政许可', clipboard(copiedTable('disclosure')), 1);
    const after = readOne(resultOf(before, pasting)).tables.find(({ id }) => id === 'disclosure')!;
    expect([after.edition, after.missing]).toEqual(['2021', []]);
  });

  it('fills cells from the caret on where it is values alone', async () => {
    const block = [
      ['7', '1'],
      ['2', '0'],
    ].map((line) => line.map((text) => ({ text, columns: 1, lines: 1 })));
    const before = buildReport({ edition: '2021', values: { new: [77, 0, 0, 0, 0, 0, 0] } });
    const pasting = await pasteAt(before, '77', clipboard(block));
    expect(resultOf(before, pasting)).toBe(
      buildReport({ edition: '2021', values: { new: [7, 1, 0, 0, 0, 0, 0], 'carried-in': [2, 0, 0, 0, 0, 0, 0] } }),
    );
  });

  it('is left to plain text where it does not fit, and says why', async () => {
    const before = buildReport({ edition: '2021' });
    const other = await pasteAt(before, '维持', clipboard(copiedTable('requests')), 1);
    expect(other).toMatchObject({ left: { words: { zh: expect.stringContaining('纯文本') as unknown } } });
    const wide = [Array.from({ length: 9 }, () => ({ text: '1', columns: 1, lines: 1 }))];
    const tooWide = await pasteAt(before, '一、本年新收', clipboard(wide), 1);
    expect(tooWide).toMatchObject({
      left: { words: { zh: expect.stringContaining('比光标处起的表格多') as unknown } },
    });
  });

  it('is no table of the form where its words are others', async () => {
    const bus = [
      ['路线', '车次'],
      ['一路', '12'],
    ].map((line) => line.map((text) => ({ text, columns: 1, lines: 1 })));
    expect(await pasteAt(buildReport({ edition: '2021' }), '六、其他', clipboard(bus))).toBeUndefined();
  });
});

const valuesOf = (id: TableId): Values => {
  const rows = new Set(editionById('2021').tables[id].blocks.flatMap((block) => block.rows.map((row) => row.id)));
  return Object.fromEntries(Object.entries(VALUES).filter(([row]) => rows.has(row)));
};
