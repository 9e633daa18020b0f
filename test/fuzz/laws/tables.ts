import {
  applyEdits,
  changedTotals,
  contextOf,
  convertTable,
  DEFAULT_SETTINGS,
  formatTables,
  isRefusal,
  layoutOfTable,
  lineEndOf,
  recompute,
  TABLE_LAYOUTS,
  tableOf,
  type Cell,
  type Report,
  type Row,
  type Table,
  type TextEdit,
} from '../../../server/src/core/index';
import { pick, type Choices } from '../../generator/choices';
import { must, mustEqual, type Law } from './law';
import {
  cellsOf,
  changedValues,
  findingsOf,
  idsOf,
  isSame,
  isWithin,
  mustBeApart,
  mustBeEdits,
  mustLieIn,
  reportsIn,
  valuesOf,
} from './seen';

/** The report after edits; it stays one report. */
function edited(report: Report, edits: readonly TextEdit[], what: string): Report {
  const reports = reportsIn(applyEdits(report.text, edits));
  must(reports.length === 1, `${what} makes another number of reports`);
  return reports[0]!;
}

/** Blanks and dashes mean the same; a layout without marks for empty cells writes one for the other. */
const meant = (report: Report): ReadonlyMap<string, string> =>
  new Map([...valuesOf([report])].map(([key, value]) => [key, value === '-' ? '' : value]));

function mustMean(after: Report, before: Report, what: string): void {
  const changed = [...changedValues(meant(before), meant(after)), ...changedValues(meant(after), meant(before))];
  must(changed.length === 0, `${what} changes values`, () => changed.slice(0, 3).join('; '));
}

const whole = ({ text }: Report) => ({ start: 0, end: text.length });
const ZEROS = ['blank-for-zero', 'dash-for-zero'];
const foundIn = (report: Report): readonly string[] =>
  idsOf(findingsOf(report)).filter((id) => !ZEROS.includes(id) && !TITLES.includes(id));

/** A title below a table stands further down where that takes more lines, and is not looked for so far. */
const TITLES = ['missing-title', 'title-without-year', 'nonstandard-title'];

/** White space that shows as nothing but room. */
const withoutRoom = (text: string): string => text.replace(/[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, '');

const writable = (report: Report, table: Table) =>
  TABLE_LAYOUTS.find((layout) => layout === layoutOfTable(report, table));

/** One table and back, and all of them at once; those that are refused stay as they are. */
function converts(report: Report, choices: Choices): void {
  if (report.tables.length === 0) return;
  const layout = pick(choices, TABLE_LAYOUTS);
  const lineEnd = lineEndOf(report.text);
  const what = `conversion to ${layout}`;
  const table = pick(choices, report.tables);
  const edit = convertTable(report, table, layout, lineEnd);
  if (!isRefusal(edit)) {
    mustLieIn(report.text, edit.span, what);
    const converted = mustSayTheSame(report, [edit], what);
    const again = tableOf(converted, table.id)!;
    must(layoutOfTable(converted, again) === layout, `${what} gives another layout`);
    const former = writable(report, table);
    const back = former === undefined ? undefined : convertTable(converted, again, former, lineEnd);
    if (back !== undefined && !isRefusal(back)) mustSayTheSame(converted, [back], `${what} and back`);
  }
  const edits = report.tables.flatMap((one) => {
    const result = convertTable(report, one, layout, lineEnd);
    return isRefusal(result) ? [] : [result];
  });
  mustBeApart(report.text, edits, `${what} of all tables`);
  mustSayTheSame(report, edits, `${what} of all tables`);
}

/** That the report after edits has the same values and findings. */
function mustSayTheSame(report: Report, edits: readonly TextEdit[], what: string): Report {
  const after = edited(report, edits, what);
  mustMean(after, report, what);
  mustEqual(foundIn(after), foundIn(report), `${what} changes what is found`);
  return after;
}

/** A sum by the place of its total. */
interface NamedSum {
  readonly key: string;
  readonly place: string;
}

const placeOf = (table: Table, row: Row, cell: Cell): string => `${table.id}/${row.form.id}/${cell.column.id}`;

const placesOf = ({ tables }: Report, edits: readonly TextEdit[]): readonly string[] =>
  tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.cells
        .filter((cell) => edits.some((edit) => isSame(edit.span, cell.span)))
        .map((cell) => placeOf(table, row, cell)),
    ),
  );

const sumsHeldIn = (report: Report): readonly NamedSum[] => {
  const { identities, amounts } = contextOf(report, DEFAULT_SETTINGS).sums;
  return identities
    .filter((identity) => identity.left.length === 1 && amounts.holds(identity))
    .map(({ table, form, target }) => {
      const place = placeOf(table, target.row, target.cell);
      return { key: `${form.rule} ${place}`, place };
    });
};

const isHeld = (report: Report, key: string): boolean => sumsHeldIn(report).some((sum) => sum.key === key);

export const TABLES: readonly Law[] = [
  {
    id: 'formatting',
    says: 'formatting drops room alone, changes no value and no finding, and has nothing left to do afterwards',
    of: 'any',
    holds({ text }, choices) {
      for (const report of reportsIn(text)) {
        const edits = formatTables(report, whole(report));
        mustBeEdits(report.text, edits, 'formatting');
        const after = edited(report, edits, 'formatting');
        must(withoutRoom(after.text) === withoutRoom(report.text), 'formatting drops or adds characters');
        mustMean(after, report, 'formatting');
        mustEqual(idsOf(findingsOf(after)), idsOf(findingsOf(report)), 'formatting changes what is found');
        must(formatTables(after, whole(after)).length === 0, 'formatting has something left to do');
        const part = report.lines.span(choices.below(report.lines.count));
        const own = formatTables(report, part);
        must(
          own.every((edit) => isWithin(edit.span, part) && edits.some((other) => isSame(edit.span, other.span))),
          'formatting a line does more than formatting all',
        );
      }
    },
  },
  {
    id: 'conversion',
    says: 'a table in another layout says and breaks what it did, there and back',
    of: 'any',
    holds({ text }, choices) {
      for (const report of reportsIn(text)) converts(report, choices);
    },
  },
  {
    id: 'recompute',
    says: 'recomputing changes totals alone, to numbers that are not negative, and has nothing left to do afterwards',
    of: 'any',
    holds({ text }) {
      for (const report of reportsIn(text)) {
        const context = contextOf(report, DEFAULT_SETTINGS);
        for (const table of report.tables) {
          const edits = recompute(context, table);
          mustBeEdits(report.text, edits, 'recomputing');
          const totals = context.sums.identities.map(({ target }) => target.cell.span);
          must(
            edits.every(({ span }) => totals.some((total) => isSame(total, span))),
            'recomputing changes what is no total',
          );
          const after = edited(report, edits, 'recomputing');
          const again = tableOf(after, table.id);
          must(again !== undefined, 'recomputing makes a table unreadable');
          const left = recompute(contextOf(after, DEFAULT_SETTINGS), again);
          must(left.length === 0, 'recomputing has something left to do', () =>
            left.map(({ name }) => name.en).join(', '),
          );
        }
      }
    },
  },
  {
    id: 'changed-totals',
    says: 'totals that follow what is typed are cells whose sums held before and hold again; they follow no other total',
    of: 'any',
    holds({ text }, choices) {
      for (const report of reportsIn(text)) {
        const cells = cellsOf(report);
        if (cells.length === 0) continue;
        const { span, column } = pick(choices, cells);
        const typed = edited(report, [{ span, newText: String(choices.below(50)) }], 'typing');
        const edits = changedTotals(report, contextOf(typed, DEFAULT_SETTINGS));
        mustBeEdits(typed.text, edits, 'totals that follow');
        must(edits.length === 0 || column.id !== 'total', 'totals follow another total');
        const followed = placesOf(typed, edits);
        must(followed.length === edits.length, 'totals that follow are no cells');
        const after = edited(typed, edits, 'totals that follow');
        const broken = sumsHeldIn(report).filter((sum) => followed.includes(sum.place) && !isHeld(after, sum.key));
        must(broken.length === 0, 'totals that follow do not hold', () => broken.map(({ key }) => key).join(', '));
      }
    },
  },
];
