import {
  candidateOf,
  compareReports,
  letterAsMarkdown,
  letterAsText,
  letterLines,
  letterOn,
  nextYearsReport,
  readDocument,
  reportTemplate,
  say,
  TABLE_LAYOUTS,
  totalReport,
  Totals,
} from '../../../server/src/core/index';
import { pick } from '../../generator/choices';
import { must, mustEqual, ofReports, type Law } from './law';
import { cellsOf, findingsOf, isGrave, reportsIn, valueOf, valuesOf } from './seen';

export const REVIEWING: readonly Law[] = [
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
    const { part } = candidateOf({ file: 'a.txt', uri: 'file:///a.txt' }, segment, () => [], { locale: 'zh-CN' });
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
