import {
  applyEdits,
  candidateOf,
  compareReports,
  DEFAULT_SETTINGS,
  letterAsMarkdown,
  letterAsText,
  letterLines,
  letterOn,
  nextYearsReport,
  readDocument,
  reportTemplate,
  said,
  say,
  setCells,
  show,
  TABLE_LAYOUTS,
  totalReport,
  Totals,
  type Report,
  type TableBlock,
} from '../../../server/src/core/index';
import { pick } from '../../generator/choices';
import { must, mustEqual, ofReports, type Law } from './law';
import {
  cellsOf,
  changedValues,
  findingsOf,
  isGrave,
  mustBeApart,
  mustLieIn,
  reportsIn,
  valueOf,
  valuesOf,
} from './seen';

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

export const OFFICE: readonly Law[] = [
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
  {
    id: 'next-year',
    says: 'a report that goes on from another is of its body and the year after, on the form of that year',
    of: 'any',
    holds: ({ text }, choices) => {
      for (const segment of readDocument(text).segments) {
        const options = {
          layout: undefined,
          prose: pick(choices, ['empty', 'marked'] as const),
          usual: 'tsv',
        } as const;
        const next = nextYearsReport(segment, options);
        if (next === undefined) continue;
        const { title, year } = segment.report;
        const [fresh, another] = reportsIn(next.text);
        must(fresh !== undefined && another === undefined, 'next year’s text is no single report');
        must(fresh.year?.value === (title?.year ?? year)!.value + 1, 'next year’s report is of another year');
        must(fresh.tables.length === 3, 'next year’s report lacks a table');
        // A faulty report is taken as it is.
        if (findingsOf(segment.report).some(isGrave)) continue;
        const errors = findingsOf(fresh).filter(({ severity }) => severity === 'error');
        must(errors.length === 0, 'next year’s report begins with errors', () => say(errors[0]!.message, 'en'));
      }
    },
  },
  {
    id: 'compared',
    says: 'a report does not differ from itself, and from what it was by what was changed',
    of: 'change',
    holds: ({ text, origin }) => {
      const [report] = reportsIn(text);
      const [before] = reportsIn(origin);
      if (report === undefined || before === undefined) return;
      const same = compareReports(report, report);
      must(same.cells.length === 0 && same.sentences.length === 0, 'a report differs from itself');
      const { cells, repeatedProse } = compareReports(before, report);
      must(repeatedProse >= 0 && repeatedProse <= 1, 'more prose is repeated than there is');
      const keys = cells.map(({ cell }) => cell.key);
      must(new Set(keys).size === keys.length, 'a cell differs twice');
    },
  },
  {
    id: 'letter',
    says: 'a letter counts what it says, in both languages',
    of: 'any',
    holds: ({ text }) => {
      for (const segment of readDocument(text).segments) {
        const findings = findingsOf(segment.report);
        const letter = letterOn(segment, findings, { hints: true });
        must((letter === undefined) === (findings.length === 0), 'a letter says nothing of what was found');
        if (letter === undefined) continue;
        const numbers = letter.groups.flatMap(({ items }) => items.map(({ number }) => String(number)));
        mustEqual(
          numbers,
          findings.map((_, i) => String(i + 1)),
          'a letter counts otherwise',
        );
        for (const locale of ['zh-CN', 'en'] as const) {
          const lines = letterLines(letter, locale);
          for (const written of [letterAsText(lines), letterAsMarkdown(lines)])
            must(!/\{\w+\}|undefined|\[object/.test(written), 'a letter has an open slot', () => written);
        }
      }
    },
  },
  ofReports({ id: 'total', says: 'the total of one report states what it states' }, (report, choices) => {
    const [segment] = readDocument(report.text).segments;
    if (segment === undefined || !report.recognised) return;
    const { part } = candidateOf({ file: 'a.txt', uri: 'file:///a.txt' }, segment, [], 'zh-CN');
    const totals = new Totals(report.edition);
    const lost = totals.add(part);
    const layout = pick(choices, TABLE_LAYOUTS);
    const [total] = reportsIn(totalReport(totals, { body: '青禾县', year: 2024 }, layout));
    must(total !== undefined, 'a total is no report');
    const stated = valuesOf([total]);
    const unsafe = totals.cells().filter(({ key }) => totals.at(key) === undefined).length;
    if (lost.length > 0 || unsafe > 0 || report.tables.some(({ edition }) => edition !== report.edition.id)) return;
    for (const { id, rows } of report.tables)
      for (const { form, cells } of rows)
        for (const cell of cells) {
          const own = valueOf(cell);
          const key = `0 ${id}/${form.id}/${cell.column.id}`;
          if (/^-?[\d.]+$/.test(own))
            must(stated.get(key) === own, 'a total of one report states another value', () => `${key}: ${own}`);
        }
    must(cellsOf(total).length === cellsOf(reportsIn(reportTemplate(report.edition, 'tsv'))[0]!).length, 'cells lack');
  }),
];
