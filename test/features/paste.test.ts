import { describe, expect, it } from 'vitest';
import { applyEdits, TEMPLATE_LAYOUTS } from '../../server/src/core/index';
import { pastedGrid, pasteInto } from '../../server/src/core/features/paste';
import { readOne } from '../support/findings';
import { buildReport, type Values } from '../support/report-builder';

const COPIED = '3\t1\t0\t0\t0\t0\t4\r\n2\t\t0\t0\t0\t0\t2\r\n';

/** A report with what is pasted at a value of it; `undefined` where it would be pasted as any text. */
function pasted(text: string, at: string, copied: string, behind = 0): string | undefined {
  const grid = pastedGrid(copied);
  const edits = grid && pasteInto(readOne(text), text.indexOf(at) + behind, grid);
  return edits && applyEdits(text, edits);
}

describe('cells of a spreadsheet', () => {
  const report = (layout: (typeof TEMPLATE_LAYOUTS)[number], values: Values): string =>
    buildReport({ edition: '2021', layout, values });

  it.each(TEMPLATE_LAYOUTS)('fill a table from the caret on, to the right and down, in %s', (layout) => {
    const before = report(layout, { new: [77, 0, 0, 0, 0, 0, 0] });
    const after = report(layout, { new: [3, 1, 0, 0, 0, 0, 4], 'carried-in': [2, '', 0, 0, 0, 0, 2] });
    expect(pasted(before, '77', COPIED)).toBe(after);
    expect(pasted(before, '一、本年新收', COPIED, 2)).toBe(after);
  });

  it.each(TEMPLATE_LAYOUTS)('may come with labels and empty columns, in %s', (layout) => {
    const before = report(layout, { new: [77, 0, 0, 0, 0, 0, 0] });
    const copied = '一、本年新收\t\t3\t1\t0\t0\t0\t0\t4\t\t\n二、上年结转\t\t2\t0\t0\t0\t0\t0\t2\t\t';
    expect(pasted(before, '77', copied.replaceAll('\t\t3', '\t3').replaceAll('\t\t2', '\t2'))).toBe(
      report(layout, { new: [3, 1, 0, 0, 0, 0, 4], 'carried-in': [2, 0, 0, 0, 0, 0, 2] }),
    );
  });

  it.each(TEMPLATE_LAYOUTS)('are pasted as they are where there is no cell for each of them, in %s', (layout) => {
    const text = report(layout, { new: [0, 0, 0, 0, 0, 0, 77], reconsideration: [88, 0, 0, 0, 88] });
    expect(pasted(text, '77', '1\t2')).toBeUndefined();
    expect(pasted(text, '88', '1\n2')).toBeUndefined();
    expect(pasted(text, '一、总体情况', '1\t2')).toBeUndefined();
    expect(pasted(text, '88', '1\t0\t0\t0\t1')).toBe(
      report(layout, { new: [0, 0, 0, 0, 0, 0, 77], reconsideration: [1, 0, 0, 0, 1] }),
    );
  });

  it.each(['3', '本年新收', '收到申请\t3件，办结\n', '', '\t\t\n\t'])('are none in %j', (text) => {
    expect(pastedGrid(text)).toBeUndefined();
  });
});
