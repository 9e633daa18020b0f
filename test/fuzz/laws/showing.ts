import {
  applyEdits,
  DEFAULT_SETTINGS,
  said,
  setCells,
  show,
  type Report,
  type TableBlock,
} from '../../../server/src/core/index';
import { pick } from '../../generator/choices';
import { must, ofReports, type Law } from './law';
import { changedValues, findingsOf, mustBeApart, mustLieIn, reportsIn, valuesOf } from './seen';

/** Each place of the grid is covered once, by a cell that begins there or by one above or before it. */
function mustFillGrid({ id, width, lines }: TableBlock): void {
  const covered = lines.map(() => Array.from({ length: width }, () => 0));
  lines.forEach((line, i) => {
    for (const { at, columns, lines: height } of line)
      for (let y = i; y < i + height; y++)
        for (let x = at; x < at + columns; x++) {
          must(covered[y]?.[x] !== undefined, `${id}: a cell that is shown leaves the grid`, () => `${y}, ${x}`);
          covered[y]![x]!++;
        }
  });
  covered.forEach((row, y) =>
    row.forEach((times, x) =>
      must(times === 1, `${id}: a place of the grid is covered ${times} times`, () => `${y}, ${x}`),
    ),
  );
}

/** The values that a report shows, by table, row and column. */
function shownValues({ report, blocks }: { readonly report: Report; readonly blocks: readonly TableBlock[] }) {
  const written = new Map<string, string>();
  for (const { id, lines } of blocks)
    for (const { place, text, span } of lines.flat()) {
      if (place === undefined) continue;
      const key = `${id}/${place.row}/${place.column}`;
      must(!written.has(key), 'a value is shown twice', () => key);
      written.set(key, text);
      if (span !== undefined) mustLieIn(report.text, span, 'a value that is shown');
    }
  return written;
}

export const SHOWING: readonly Law[] = [
  ofReports({ id: 'shown', says: 'what is shown fills its grid, has every value once and every finding' }, (report) => {
    const findings = findingsOf(report);
    const showing = said(show(report, findings), 'zh-CN');
    must(showing.marks.length === findings.length, 'a finding is not shown');
    const tables = showing.blocks.filter((block): block is TableBlock => block.kind === 'table');
    for (const block of showing.blocks) {
      mustLieIn(report.text, block.span, `a ${block.kind} that is shown`);
      if (block.kind === 'table') mustFillGrid(block);
    }
    const shown = shownValues({ report, blocks: tables });
    for (const { id, rows } of report.tables) {
      // What cannot be read whole is shown as it is written.
      if (!tables.some((block) => block.id === id)) continue;
      for (const { form, cells } of rows)
        for (const cell of cells) {
          const text = shown.get(`${id}/${form.id}/${cell.column.id}`);
          const printed = report.text.slice(cell.span.start, cell.span.end).trim();
          must(
            text !== undefined && text.replace(/\s/g, '') === printed.replace(/\s/g, ''),
            'a value is shown otherwise than it is written',
            () => `${id}/${form.id}/${cell.column.id}: ${text} for ${printed}`,
          );
        }
    }
  }),
  ofReports(
    { id: 'set', says: 'a value that is put into a cell is there, and no other has changed' },
    (report, choices) => {
      const rows = report.tables.flatMap((table) => table.rows.map((row) => ({ table, row })));
      if (rows.length === 0) return;
      const { table, row } = pick(choices, rows);
      if (row.cells.length === 0) return;
      const { column } = pick(choices, row.cells);
      const text = pick(choices, ['7', '0', '120', '1.5', '', '-', '12 3', '一', '|', '\t', '<b>', '三、收到']);
      const place = { table: table.id, row: row.form.id, column: column.id };
      const outcome = setCells(report, { place, text, totals: false }, DEFAULT_SETTINGS);
      if ('refusal' in outcome) return;
      mustBeApart(report.text, outcome.edits, 'a value that is put into a cell');
      const key = `0 ${place.table}/${place.row}/${place.column}`;
      const after = valuesOf(reportsIn(applyEdits(report.text, outcome.edits)));
      if (/^\d+$/.test(text)) must(after.get(key) === text, 'a cell has another value than was put there');
      const before = new Map([...valuesOf([report])].filter(([own]) => own !== key));
      const changed = changedValues(before, after);
      must(changed.length === 0, 'a value that is put into a cell changes another one', () => changed[0]!);
    },
  ),
];
