import {
  applyEdits,
  cellFrom,
  complete,
  contextOf,
  DEFAULT_SETTINGS,
  definition,
  folds,
  highlights,
  hover,
  inlayHints,
  lenses,
  lineEndOf,
  lineStart,
  outline,
  recompute,
  references,
  rowAround,
  selectionRanges,
  semanticTokens,
  symbols,
  toSnippet,
  unreadRows,
  type CellMove,
  type OutlineNode,
  type Report,
  type Span,
} from '../../../server/src/core/index';
import { pick, type Choices } from '../../generator/choices';
import { must, type Law } from './law';
import { cellsOf, FILE_NAME, isSame, mustLieIn, places, reportsIn } from './seen';

const FILE = { fileName: FILE_NAME };

const everywhere = ({ text }: Report): Span => ({ start: 0, end: text.length });

/** A law of each report of a text. */
const ofReports = (law: Omit<Law, 'holds' | 'of'>, holds: (report: Report, choices: Choices) => void): Law => ({
  ...law,
  of: 'any',
  holds: ({ text }, choices) => {
    for (const report of reportsIn(text)) holds(report, choices);
  },
});

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

function nests(report: Report, { span, selection, children, kind }: OutlineNode): void {
  mustLieIn(report.text, span, `outline of a ${kind}`);
  mustLieIn(report.text, selection, `outline of a ${kind}`);
  must(
    span.start <= selection.start && selection.end <= span.end,
    `a ${kind} of the outline does not hold its own name`,
    () => `at ${span.start}`,
  );
  for (const child of children) {
    const isInside = span.start <= child.span.start && child.span.end <= span.end;
    must(
      isInside,
      `a ${child.kind} of the outline stands outside its ${kind}`,
      () => `${child.span.start}–${child.span.end} in ${span.start}–${span.end}`,
    );
    nests(report, child);
  }
}

export const FEATURES: readonly Law[] = [
  ofReports({ id: 'outline', says: 'the outline nests, folds have lines, symbols are found' }, (report) => {
    for (const node of outline(report)) nests(report, node);
    const first = new Set<number>();
    for (const { firstLine, lastLine } of folds(report)) {
      must(
        firstLine < lastLine && lastLine < report.lines.count,
        'a fold has no lines',
        () => `${firstLine}–${lastLine}`,
      );
      must(!first.has(firstLine), 'two folds begin on one line');
      first.add(firstLine);
    }
    symbols(report, '总 计');
  }),
  ofReports({ id: 'tokens', says: 'semantic tokens stand in order and apart, in whole characters' }, (report) => {
    let end = 0;
    for (const token of semanticTokens(contextOf(report, DEFAULT_SETTINGS))) {
      mustLieIn(report.text, token, 'semantic token');
      must(token.start >= end && token.end > token.start, 'semantic tokens overlap', () => `at ${token.start}`);
      end = token.end;
    }
  }),
  ofReports(
    { id: 'places', says: 'what is asked about a place answers with places of the text' },
    (report, choices) => {
      const context = contextOf(report, DEFAULT_SETTINGS, FILE);
      for (const at of places(report, choices)) {
        const said = hover(context, at);
        if (said !== undefined) {
          mustLieIn(report.text, said.span, 'hover');
          must(said.paragraphs.length > 0, 'a hover says nothing');
        }
        for (const span of definition(context, at).here) mustLieIn(report.text, span, 'definition');
        for (const span of references(context, at)) mustLieIn(report.text, span, 'reference');
        for (const span of highlights(report, at)) mustLieIn(report.text, span, 'highlight');
        let inner: Span = { start: at, end: at };
        for (const span of selectionRanges(report, at)) {
          mustLieIn(report.text, span, 'selection range');
          must(span.start <= inner.start && inner.end <= span.end, 'selection ranges do not nest', () => `at ${at}`);
          inner = span;
        }
        const { table, row } = rowAround(report, at);
        if (table !== undefined) recompute(context, table, row);
      }
    },
  ),
  ofReports({ id: 'hints', says: 'hints and lenses stand in the text' }, (report, choices) => {
    const context = contextOf(report, DEFAULT_SETTINGS, FILE);
    const mode = pick(choices, ['all', 'problems', 'current-row', 'off'] as const);
    for (const { offset } of inlayHints(context, mode, everywhere(report), choices.below(report.lines.count + 1)))
      mustLieIn(report.text, { start: offset, end: offset }, 'hint');
    for (const { table } of lenses(context)) {
      mustLieIn(report.text, table.span, 'lens');
      unreadRows(table);
    }
  }),
  ofReports(
    { id: 'cells', says: 'Tab, Shift+Tab and Enter go to a value, take nothing away and add at most a place for one' },
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
        const after = applyEdits(report.text, edit === undefined ? [] : [edit]);
        mustLieIn(after, span, 'value to go to');
        const isRead = edit === undefined && cellsOf(report).some((cell) => isSame(cell.span, span));
        const isValue = isRead || !/[\t|]/.test(after.slice(span.start, span.end));
        must(isValue, 'a value to go to holds a separator', () => `at ${at}`);
      }
    },
  ),
  ofReports(
    { id: 'completion', says: 'completion replaces what stands before the caret on its line, and explains itself' },
    (report, choices) => {
      const context = contextOf(report, DEFAULT_SETTINGS, FILE);
      for (const at of places(report, choices)) {
        for (const { span, text, label, about, kind } of complete(context, at, () => [
          { body: '青禾县水务局', year: 2023 },
        ])) {
          mustLieIn(report.text, span, `completion of a ${kind}`);
          const isOnLine = span.start >= report.lines.start(report.lines.lineAt(at));
          must(span.end === at && isOnLine, `completion of a ${kind} replaces more than was begun`, () => `at ${at}`);
          must(label.zh !== '' && text !== '' && about().length > 0, `completion of a ${kind} says nothing`);
          must(accepted(toSnippet(text)) === text, `completion of a ${kind} is another text as a snippet`);
        }
      }
    },
  ),
];
