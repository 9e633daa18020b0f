import {
  applyEdits,
  cellFrom,
  complete,
  contextOf,
  DEFAULT_SETTINGS,
  lineEndOf,
  lineStart,
  toSnippet,
  type CellMove,
  type Proposal,
  type Report,
  type Span,
} from '../../../server/src/core/index';
import { pick, type Choices } from '../../generator/choices';
import { must, ofReports, type Law } from './law';
import { FILE_NAME, isSame, mustKeepValues, mustLieIn, mustSaySomething, places } from './seen';

/** Where values stand, those of rows that cannot be read whole too. */
const valuesIn = ({ tables }: Report): readonly Span[] =>
  tables.flatMap(({ rows }) => rows.flatMap(({ cells, unread }) => [...cells.map(({ span }) => span), ...unread]));

/** A snippet as it stands when every stop was left as it is. */
const accepted = (snippet: string): string => {
  const stops = new Map<string, string>();
  return snippet.replace(STOP, (_, escaped?: string, stop?: string, words?: string) => {
    if (escaped !== undefined) return escaped;
    if (words !== undefined) stops.set(stop!, words);
    return stops.get(stop!) ?? '';
  });
};
const STOP = /\\([\\$}])|\$\{?(\d+)(?::([^}]*))?\}?/g;

/** Everything that is offered at some places, with where it is offered. */
function proposalsIn(report: Report, offsets: readonly number[]): readonly (Proposal & { readonly at: number })[] {
  const context = contextOf(report, DEFAULT_SETTINGS, { fileName: FILE_NAME });
  const neighbours = () => [{ body: '青禾县水务局', year: 2023 }];
  return offsets.flatMap((at) => complete(context, at, neighbours).map((proposal) => ({ ...proposal, at })));
}

/** Where lines end: there rows, sections and sentences are offered. */
const lineEnds = ({ lines }: Report, choices: Choices): readonly number[] =>
  Array.from({ length: MOST_LINES }, () => lines.end(choices.below(lines.count)));
const MOST_LINES = 30;

export const WRITING: readonly Law[] = [
  ofReports(
    {
      id: 'cells',
      slips: 'few',
      says: 'Tab, Shift+Tab and Enter go to a value, take nothing away and add at most a place for one',
    },
    (report, choices) => {
      for (const at of places(report, choices)) {
        lineStart(report, at);
        const move = pick<CellMove>(choices, ['next', 'previous', 'line']);
        const target = cellFrom(report, at, move, lineEndOf(report.text));
        if (target === undefined) continue;
        const { edit, span } = target;
        if (edit !== undefined) {
          mustLieIn(report.text, edit.span, 'edit of a move');
          must(edit.span.start === edit.span.end, 'a move takes text away', () => `at ${at}`);
        }
        if (edit !== undefined) mustKeepValues(report, [edit], 'a move from cell to cell', 'numbers');
        const after = applyEdits(report.text, edit === undefined ? [] : [edit]);
        mustLieIn(after, span, 'value to go to');
        const isRead = edit === undefined && valuesIn(report).some((value) => isSame(value, span));
        const isValue = isRead || !/[\t|]/.test(after.slice(span.start, span.end));
        must(isValue, 'a value to go to holds a separator', () => `at ${at}`);
      }
    },
  ),
  ofReports(
    { id: 'completion', says: 'completion replaces what stands before the caret on its line, and explains itself' },
    (report, choices) => {
      for (const { at, span, text, label, about, kind } of proposalsIn(report, places(report, choices))) {
        mustLieIn(report.text, span, `completion of a ${kind}`);
        const isOnLine = span.start >= report.lines.start(report.lines.lineAt(at));
        must(span.end === at && isOnLine, `completion of a ${kind} replaces more than was begun`, () => `at ${at}`);
        must(text !== '' && about().length > 0, `completion of a ${kind} says nothing`);
        for (const words of [label, ...about()]) mustSaySomething(words, `completion of a ${kind}`);
        must(accepted(toSnippet(text)) === text, `completion of a ${kind} is another text as a snippet`);
      }
    },
  ),
  {
    ...ofReports({ id: 'completed', says: 'what is completed changes no value that was read' }, (report, choices) => {
      const proposals = proposalsIn(report, lineEnds(report, choices)).filter(({ kind }) => !BEGINNINGS.has(kind));
      for (let i = 0; i < Math.min(MOST_TRIED, proposals.length); i++) {
        const { span, text, kind } = pick(choices, proposals);
        mustKeepValues(report, [{ span, newText: text }], `completion of a ${kind}`, 'all');
      }
    }),
    slips: 'light',
  },
];

const MOST_TRIED = 4;
/** A template stands beside what is there, a label is a row yet to be written. */
const BEGINNINGS: ReadonlySet<Proposal['kind']> = new Set(['template', 'label']);
