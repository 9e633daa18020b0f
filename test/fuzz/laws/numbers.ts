import { applyEdits, safeEdits, toNumber, type Cell, type Report } from '../../../server/src/core/index';
import { pick, some, type Choices } from '../../generator/choices';
import { must, mustEqual, type Law } from './law';
import { changedValues, findingsOf, idsOf, isGrave, reportsIn, valueOf, valuesOf } from './seen';

/** Cells of the tables that have sums. */
const summed = ({ tables }: Report): readonly Cell[] =>
  tables.filter(({ id }) => id !== 'disclosure').flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));

const isTotal = ({ column }: Cell): boolean => column.id === 'total';
const totalsOf = (report: Report): readonly Cell[] =>
  report.tables.flatMap(({ rows }) =>
    rows.flatMap(({ cells, form }) => cells.filter((cell) => isTotal(cell) || form.id === 'results-total')),
  );

const erased = ({ text }: Report, cells: readonly Cell[]): string =>
  applyEdits(
    text,
    cells.map(({ span }) => ({ span, newText: '' })),
  );

/** Reports of a text that have nothing wrong with them and were read whole. */
const soundIn = (text: string): readonly Report[] =>
  reportsIn(text).filter((report) => report.recognised && findingsOf(report).every((finding) => !isGrave(finding)));

/** Numbers that became others, not those that are not read any more. */
const otherNumbers = (before: Report, after: readonly Report[]): readonly string[] =>
  changedValues(valuesOf([before]), valuesOf(after)).filter((change) => /became -?\d/.test(change));

/** The values of whole rows at other labels: where all sums hold, nobody can tell. */
const isRearranged = (before: Report, after: Report): boolean => rowsIn(before) === rowsIn(after);
const rowsIn = ({ tables }: Report): string =>
  tables
    .flatMap(({ id, rows }) => rows.map(({ cells }) => `${id} ${cells.map(valueOf).join(' ')}`))
    .sort()
    .join('\n');

const oneOf = (cells: readonly Cell[], choices: Choices): Cell | undefined =>
  cells.length === 0 ? undefined : pick(choices, cells);

/** What a template says of itself until it is filled in. */
const UNFILLED = ['leftover-placeholder', 'title-without-year'];

export const NUMBERS: readonly Law[] = [
  {
    id: 'clean',
    says: 'a report in which nothing went wrong has no error and no warning; rows that cannot be read are told',
    of: 'clean',
    holds({ text }) {
      for (const report of reportsIn(text)) {
        const allowed = ['row-width', ...(report.text.includes('〔填写') ? UNFILLED : [])];
        const found = idsOf(findingsOf(report).filter(isGrave)).filter((id) => !allowed.includes(id));
        mustEqual(found, [], 'an error or warning in a report in which nothing went wrong');
      }
    },
  },
  {
    id: 'told',
    says: 'a count that is changed is told',
    of: 'clean',
    holds({ text }, choices) {
      for (const report of soundIn(text)) {
        const cell = oneOf(summed(report), choices);
        if (cell?.value.kind !== 'number') continue;
        const newText = String(toNumber(cell.value.amount) + 1 + choices.below(30));
        const after = reportsIn(applyEdits(report.text, [{ span: cell.span, newText }]));
        const errors = after.flatMap(findingsOf).filter(({ severity }) => severity === 'error');
        must(
          errors.length > 0,
          'a changed count is not told',
          () => `${valueOf(cell)} became ${newText} at ${cell.span.start}`,
        );
      }
    },
  },
  {
    id: 'blank',
    says: 'a value that is lost makes no other value another number',
    of: 'clean',
    holds({ text }, choices) {
      for (const report of soundIn(text)) {
        const cell = oneOf(
          report.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)),
          choices,
        );
        if (cell === undefined) continue;
        const others = otherNumbers(report, reportsIn(erased(report, [cell])));
        must(
          others.length === 0,
          'a lost value makes others wrong',
          () => `at ${cell.span.start}: ${others.slice(0, 3).join('; ')}`,
        );
      }
    },
  },
  {
    id: 'totals',
    says: 'totals that are lost are mended unseen to what they were, or left alone',
    of: 'clean',
    holds({ text }, choices) {
      for (const report of soundIn(text)) {
        const lost = some(choices, totalsOf(report), 1 + choices.below(4));
        for (const after of reportsIn(erased(report, lost))) {
          const mended = reportsIn(applyEdits(after.text, safeEdits(after, findingsOf(after))));
          const others = otherNumbers(report, mended);
          must(others.length === 0, 'lost totals are mended to other numbers', () => others.slice(0, 3).join('; '));
        }
      }
    },
  },
  {
    id: 'silence',
    says: 'where a count of tables three and four is read as another number, or not at all, something is told',
    of: 'change',
    holds({ text, origin }) {
      const before = reportsIn(origin);
      const after = reportsIn(text);
      if (before.length !== 1 || after.length !== 1 || !after[0]!.recognised) return;
      const changed = changedValues(valuesOf(before), valuesOf(after)).filter(
        (change) => !change.includes('disclosure/') && !/: (?:blank|0|-) became (?:blank|0|-)$/.test(change),
      );
      const isTold = after.flatMap(findingsOf).some((finding) => isGrave(finding) || finding.rule.id === 'extra-row');
      must(
        changed.length === 0 || isTold || isRearranged(before[0]!, after[0]!),
        'a count is read otherwise and nothing is told',
        () => changed.slice(0, 3).join('; '),
      );
    },
  },
];
