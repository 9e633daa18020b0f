import {
  checkIn,
  complete,
  contextOf,
  convertTable,
  DEFAULT_SETTINGS,
  definition,
  folds,
  formatTables,
  highlights,
  hover,
  inlayHints,
  insertMissingSections,
  isReportText,
  lenses,
  outline,
  readDocument,
  recompute,
  references,
  ReportIndex,
  rowAround,
  safeEdits,
  selectionRanges,
  semanticTokens,
  sortSections,
  span,
  splitVolume,
  summarise,
  symbols,
  type Context,
  type Document,
} from '../../server/src/core/index';

/** A text that was read, with what its reports are judged by. */
export interface Subject {
  readonly text: string;
  readonly document: Document;
  readonly contexts: readonly Context[];
}

export function subjectOf(text: string): Subject {
  const document = readDocument(text);
  return { text, document, contexts: document.segments.map(({ report }) => contextOf(report, DEFAULT_SETTINGS)) };
}

/**
 * Everything that is done with a text as a whole. Each takes time in proportion to the text's length, whatever stands
 * in it.
 */
export const OPERATIONS: Readonly<Record<string, (subject: Subject) => void>> = {
  read: ({ text }) => readDocument(text),
  judge: ({ document }) => document.segments.forEach(({ report }) => contextOf(report, DEFAULT_SETTINGS)),
  check: ({ contexts }) =>
    contexts.forEach((context) => checkIn(context, DEFAULT_SETTINGS, {}).findings.forEach((finding) => finding.repairs())),
  fixAll: ({ contexts }) =>
    contexts.forEach((context) => safeEdits(context.report, checkIn(context, DEFAULT_SETTINGS, {}).findings)),
  outline: ({ document }) => document.segments.forEach(({ report }) => outline(report)),
  symbols: ({ document }) => document.segments.forEach(({ report }) => symbols(report, '公开')),
  fold: ({ document }) => document.segments.forEach(({ report }) => folds(report)),
  tokens: ({ contexts }) => contexts.forEach(semanticTokens),
  hints: ({ contexts }) => contexts.forEach((context) => inlayHints(context, 'all', whole(context), undefined)),
  lenses: ({ contexts }) => contexts.forEach(lenses),
  format: ({ contexts }) => contexts.forEach((context) => formatTables(context.report, whole(context))),
  convert: ({ contexts }) =>
    contexts.forEach(({ report }) => report.tables.forEach((table) => convertTable(report, table, 'markdown', '\n'))),
  sort: ({ document }) => document.segments.forEach(({ report }) => sortSections(report)),
  insert: ({ contexts }) => contexts.forEach(insertMissingSections),
  split: ({ document }) => splitVolume(document, []),
  years: ({ document }) => {
    const index = new ReportIndex();
    const summaries = document.segments.map(summarise).filter((summary) => summary !== undefined);
    index.set('volume', summaries);
    for (const summary of summaries) index.lastYearOf(summary);
  },
  recognise: ({ text }) => isReportText(text),
  complete: ({ contexts }) => {
    const last = contexts.at(-1)!;
    complete(last, end(last), () => []).forEach((proposal) => proposal.about());
  },
  'look around': ({ contexts }) => {
    const last = contexts.at(-1)!;
    const at = end(last);
    hover(last, at);
    definition(last, at);
    references(last, at);
    highlights(last.report, at);
    selectionRanges(last.report, at);
    const { table, row } = rowAround(last.report, at);
    if (table !== undefined) recompute(last, table, row);
  },
};

const end = ({ report }: Context): number => report.text.length;
const whole = (context: Context) => span(0, end(context));
