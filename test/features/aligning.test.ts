import { describe, expect, it } from 'vitest';
import { alignColumns, applyEdits, displayWidth } from '../../server/src/core/index';
import { readOne } from '../support/findings';
import { buildReport } from '../support/report-builder';

const aligned = (text: string, cjkWidth = 2): string =>
  applyEdits(text, alignColumns(readOne(text), { start: 0, end: text.length }, cjkWidth));

/** Where the marks of a line stand on screen. */
const columns = (line: string, mark: string): readonly number[] =>
  [...line.matchAll(mark === '|' ? /\|/g : /\t/g)].map(({ index }) =>
    displayWidth(line.slice(0, index).replaceAll('\t', '')),
  );

describe.each([
  ['markdown', '|'],
  ['tsv', '\t'],
] as const)('columns of a table in %s', (layout, mark) => {
  it('stand below each other', () => {
    const text = buildReport({ edition: '2021', layout, values: { new: [123, 4, 0, 0, 0, 0, 127] } });
    const lines = aligned(text).split('\n');
    const rows = lines.filter((line) => /[1-5]\.|结转|本年新收/.test(line) && line.split(mark).length > 8);
    const [first, ...others] = rows
      .filter((line) => !line.split(mark).some((cell) => displayWidth(cell.trim()) > 40))
      .map((line) => columns(line, mark));
    expect(others.length).toBeGreaterThan(10);
    for (const other of others) expect(other).toEqual(first);
  });

  it('of a report a cell a line are none', () => {
    const text = buildReport({ edition: '2021', layout: 'cells' });
    expect(aligned(text)).toBe(text);
  });
});
