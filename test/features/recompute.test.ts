import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  contextOf,
  DEFAULT_SETTINGS,
  lenses,
  recompute,
  rowAround,
  tableOf,
  TEMPLATE_LAYOUTS,
  unreadRows,
  type TableId,
} from '../../server/src/core/index';
import { readOne } from '../support/findings';
import { buildReport, type Values } from '../support/report-builder';

const LAYOUTS = TEMPLATE_LAYOUTS;

/** The changes to a table of a report, as `name: before → after`. */
function changes(text: string, id: TableId, row?: string): readonly string[] {
  const report = readOne(text);
  const table = tableOf(report, id)!;
  return recompute(
    contextOf(report, DEFAULT_SETTINGS),
    table,
    row === undefined ? undefined : table.rows.find(({ form }) => form.id === row),
  ).map(({ name, before, newText }) => `${name.zh}: ${before} → ${newText}`);
}

const wrong: Values = {
  new: [3, 1, 0, 0, 0, 0, 9],
  granted: [3, 1, 0, 0, 0, 0, 3],
  'results-total': [3, 0, 0, 0, 0, 0, 3],
  reconsideration: [1, 2, 0, 0, 4],
};

describe('recomputing', () => {
  it.each(LAYOUTS)('sets the totals of a table to the sums of their parts, in %s', (layout) => {
    const text = buildReport({ edition: '2021', layout, values: wrong });
    expect(changes(text, 'requests')).toEqual([
      '一、本年新收·总计: 9 → 4',
      '（一）予以公开·总计: 3 → 4',
      '（七）总计·商业企业: 0 → 1',
      '（七）总计·总计: 3 → 4',
    ]);
    expect(changes(text, 'review')).toEqual(['行政复议·总计: 4 → 3']);
  });

  it('of one row takes what it adds up as it is', () => {
    const text = buildReport({ edition: '2021', values: wrong });
    expect(changes(text, 'requests', 'new')).toEqual(['一、本年新收·总计: 9 → 4']);
    expect(changes(text, 'requests', 'carried-in')).toEqual([]);
    expect(changes(text, 'requests', 'results-total')).toEqual([
      '（七）总计·商业企业: 0 → 1',
      '（七）总计·总计: 3 → 4',
    ]);
  });

  it.each(LAYOUTS)('leaves nothing to recompute, and every part as it was, in %s', (layout) => {
    const text = buildReport({ edition: '2021', layout, values: wrong });
    const report = readOne(text);
    const context = contextOf(report, DEFAULT_SETTINGS);
    const after = applyEdits(
      text,
      report.tables.flatMap((table) => recompute(context, table)),
    );
    expect(changes(after, 'requests')).toEqual([]);
    expect(changes(after, 'review')).toEqual([]);
    const right: Values = {
      new: [3, 1, 0, 0, 0, 0, 4],
      granted: [3, 1, 0, 0, 0, 0, 4],
      'results-total': [3, 1, 0, 0, 0, 0, 4],
      reconsideration: [1, 2, 0, 0, 3],
    };
    expect(after).toBe(buildReport({ edition: '2021', layout, values: right }));
  });

  it('fills in blank totals, and leaves those alone that stand for the right sum', () => {
    const text = buildReport({
      edition: '2021',
      values: {
        new: ['2', '', '-', 0, 0, 0, ''],
        granted: [2, 0, 0, 0, 0, 0, '２'],
        'results-total': [2, '', '', 0, 0, 0, 2],
      },
    });
    expect(changes(text, 'requests')).toEqual(['一、本年新收·总计:  → 2']);
  });

  it('adds up totals that were left out, and totals of them, at once', () => {
    const text = buildReport({
      edition: '2021',
      values: {
        new: [3, 1, 0, 0, 0, 0, ''],
        granted: [3, 1, 0, 0, 0, 0, ''],
        'results-total': ['', '', 0, 0, 0, 0, ''],
      },
    });
    expect(changes(text, 'requests')).toEqual([
      '一、本年新收·总计:  → 4',
      '（一）予以公开·总计:  → 4',
      '（七）总计·自然人:  → 3',
      '（七）总计·商业企业:  → 1',
      '（七）总计·总计:  → 4',
    ]);
  });

  it('leaves a total alone that its row and its column give differently', () => {
    const unread = { 'refused.1': ['3O', 0, 0, 0, 0, 0, 30], 'results-total': [0, 0, 0, 0, 0, 0, 7] };
    expect(changes(buildReport({ edition: '2021', values: unread }), 'requests')).toEqual([]);
  });

  it('writes nothing below zero and no fraction', () => {
    const text = buildReport({
      edition: '2021',
      values: { new: [-2, 0, 0, 0, 0, 0, 0], 'carried-in': ['1.5', 0, 0, 0, 0, 0, 1] },
    });
    expect(changes(text, 'requests')).toEqual([]);
  });

  it('adds decimals exactly', () => {
    const text = buildReport({ edition: '2021', values: { new: ['1.5', '2.5', 0, 0, 0, 0, 5] } });
    expect(changes(text, 'requests', 'new')).toEqual(['一、本年新收·总计: 5 → 4']);
  });

  it('says which other value is likely wrong, and says nothing where it is the total', () => {
    const slip: Values = {
      new: [333, 0, 0, 0, 0, 0, 33],
      granted: [33, 0, 0, 0, 0, 0, 33],
      'refused.1': [0, 0, 0, 0, 0, 0, 1],
      'results-total': [33, 0, 0, 0, 0, 0, 33],
    };
    const report = readOne(buildReport({ edition: '2021', values: slip }));
    const context = contextOf(report, DEFAULT_SETTINGS);
    const table = tableOf(report, 'requests')!;
    expect(
      recompute(context, table).map(({ name, suspects }) => [
        name.zh,
        suspects.map(({ place, from, to }) => [place.row.form.id, place.cell.column.id, from, to]),
      ]),
    ).toEqual([
      ['一、本年新收·总计', [['new', 'natural-person', 333, 33]]],
      [expect.stringContaining('国家秘密') as string, []],
    ]);
    const lens = lenses(context).find((one) => one.table === table);
    expect(lens?.suspects.map(({ start, end }) => report.text.slice(start, end))).toEqual(['333']);
  });

  it('doubts a total of totals with the part that it follows', () => {
    const slip: Values = {
      new: [3, 0, 0, 0, 0, 0, 3],
      granted: [8, 0, 0, 0, 0, 0, 3],
      'results-total': [3, 0, 0, 0, 0, 0, 3],
    };
    const report = readOne(buildReport({ edition: '2021', values: slip }));
    const totals = recompute(contextOf(report, DEFAULT_SETTINGS), tableOf(report, 'requests')!);
    expect(totals.map(({ name, newText, suspects }) => [name.zh, newText, suspects.length])).toEqual([
      ['（一）予以公开·总计', '8', 1],
      ['（七）总计·自然人', '8', 1],
      ['（七）总计·总计', '8', 1],
    ]);
  });

  it('touches no total with a part that cannot be read, and counts its row', () => {
    const text = buildReport({
      edition: '2021',
      values: { new: ['3O', 0, 0, 0, 0, 0, 9], 'carried-in': [1, 0, 0, 0, 0, 0, 5] },
    });
    expect(changes(text, 'requests')).toEqual(['二、上年结转·总计: 5 → 1']);
    expect(unreadRows(tableOf(readOne(text), 'requests')!).map(({ form }) => form.id)).toEqual(['new']);
  });
});

describe('the row around an offset', () => {
  it.each(LAYOUTS)('is found at its label, its values and its empty lines, in %s', (layout) => {
    const text = buildReport({
      edition: '2021',
      layout,
      values: { new: [11, 22, 33, 44, 55, 66, 77], reconsideration: [81, 82, 83, 84, 85] },
    });
    const report = readOne(text);
    const at = (words: string): readonly (string | undefined)[] => {
      const { table, row } = rowAround(report, text.indexOf(words));
      return [table?.id, row?.form.id];
    };
    expect(at('一、本年新收')).toEqual(['requests', 'new']);
    expect(at('44')).toEqual(['requests', 'new']);
    expect(at('83')).toEqual(['review', 'reconsideration']);
    expect(at('一、总体情况')).toEqual([undefined, undefined]);
  });
});
