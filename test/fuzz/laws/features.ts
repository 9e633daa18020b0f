import {
  contextOf,
  DEFAULT_SETTINGS,
  definition,
  folds,
  highlights,
  hover,
  inlayHints,
  lenses,
  outline,
  recompute,
  references,
  rowAround,
  selectionRanges,
  semanticTokens,
  symbols,
  unreadRows,
  type OutlineNode,
  type Report,
  type Span,
} from '../../../server/src/core/index';
import { pick } from '../../generator/choices';
import { must, ofReports, type Law } from './law';
import { FILE_NAME, mustLieIn, mustSaySomething, places } from './seen';

const FILE = { fileName: FILE_NAME };

const everywhere = ({ text }: Report): Span => ({ start: 0, end: text.length });

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
          said.paragraphs.forEach((words) => mustSaySomething(words, 'hover'));
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
    const caret = choices.below(report.text.length + 1);
    for (const { offset, label } of inlayHints(context, mode, everywhere(report), caret)) {
      mustLieIn(report.text, { start: offset, end: offset }, 'hint');
      mustSaySomething(label, 'hint');
    }
    for (const { table, title } of lenses(context)) {
      mustLieIn(report.text, table.span, 'lens');
      mustSaySomething(title, 'lens');
      unreadRows(table);
    }
  }),
];
