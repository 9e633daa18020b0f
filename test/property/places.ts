import {
  cellFrom,
  check,
  complete,
  contextOf,
  convertTable,
  DEFAULT_SETTINGS,
  definition,
  formatTables,
  highlights,
  hover,
  inlayHints,
  insertMissingSections,
  isRefusal,
  lenses,
  outline,
  recompute,
  references,
  safeEdits,
  selectionRanges,
  semanticTokens,
  sortSections,
  TABLE_LAYOUTS,
  type Context,
  type OutlineNode,
  type Report,
  type Span,
} from '../../server/src/core/index';

/** A place with who names it. */
export type Named = readonly [who: string, span: Span];

/**
 * Every place that a reading, its findings or a feature names in a report; of what is asked at a caret, at the carets
 * given.
 */
export function placesIn(report: Report, carets: readonly number[]): readonly Named[] {
  const context = contextOf(report, DEFAULT_SETTINGS, { fileName: '青禾县水务局2024年报.txt' });
  return [
    ...ofReading(report),
    ...ofFindings(report),
    ...ofFeatures(context),
    ...carets.flatMap((caret) => atCaret(context, caret)),
  ];
}

const named = (who: string, spans: readonly Span[]): readonly Named[] => spans.map((span): Named => [who, span]);
const spansOf = (items: readonly { readonly span: Span }[]): readonly Span[] => items.map(({ span }) => span);

function ofReading({ title, sections, tables }: Report): readonly Named[] {
  return [
    ...(title === undefined
      ? []
      : named(
          'title',
          [title, title.year, title.body].flatMap((part) => (part === undefined ? [] : [part.span])),
        )),
    ...sections.flatMap((section) => [
      ...named('section', [section.span, section.heading, section.words, section.numeral.span]),
      ...named('sub-heading', spansOf(section.subheadings)),
    ]),
    ...tables.flatMap((table) => [
      ...named('table', [table.span, ...table.added, ...table.evidence.map(({ span }) => span)]),
      ...named('header', [...spansOf(table.headers), ...spansOf(table.altered)]),
      ...table.rows.flatMap((row) => named('row', [row.label, row.span, ...row.unread, ...spansOf(row.cells)])),
    ]),
  ];
}

const broken = ({ id }: { readonly id: string }, error: unknown): never => {
  throw new Error(`${id} broke`, { cause: error });
};

const ofFindings = (report: Report): readonly Named[] =>
  check(report, DEFAULT_SETTINGS, { onRuleFailure: broken }).flatMap((finding) => [
    ...named(finding.rule.id, [finding.span, ...spansOf(finding.related)]),
    ...named(
      `repair of ${finding.rule.id}`,
      finding.repairs().flatMap(({ edits }) => spansOf(edits)),
    ),
  ]);

function ofFeatures(context: Context): readonly Named[] {
  const { report } = context;
  const nodes: Span[] = [];
  const visit = (node: OutlineNode): void => {
    nodes.push(node.span, node.selection);
    node.children.forEach(visit);
  };
  outline(report).forEach(visit);
  const whole: Span = { start: 0, end: report.text.length };
  const hints = inlayHints(context, 'all', whole, undefined).map(({ offset }) => ({ start: offset, end: offset }));
  const converted = report.tables.flatMap((table) =>
    TABLE_LAYOUTS.map((layout) => convertTable(report, table, layout, '\n')),
  );
  return [
    ...named('outline', nodes),
    ...named('token', semanticTokens(context)),
    ...named('hint', hints),
    ...named(
      'lens',
      lenses(context).map(({ table }) => table.span),
    ),
    ...named(
      'recompute',
      report.tables.flatMap((table) => spansOf(recompute(context, table))),
    ),
    ...named('format', spansOf(formatTables(report, whole))),
    ...named('safe edit', spansOf(safeEdits(report, check(report, DEFAULT_SETTINGS)))),
    ...named('sort', spansOf(sortSections(report))),
    ...named('missing sections', spansOf(insertMissingSections(context))),
    ...named(
      'convert',
      converted.flatMap((edit) => (isRefusal(edit) ? [] : [edit.span])),
    ),
  ];
}

function atCaret(context: Context, caret: number): readonly Named[] {
  const { report } = context;
  const moves = (['next', 'previous', 'line'] as const).flatMap((move) => {
    const target = cellFrom(report, caret, move, '\n');
    if (target === undefined) return [];
    return target.edit === undefined ? [target.span] : [target.edit.span];
  });
  const shown = hover(context, caret);
  return [
    ...named('completion', spansOf(complete(context, caret, () => []))),
    ...named('selection', selectionRanges(report, caret)),
    ...named('navigation', [
      ...definition(context, caret).here,
      ...references(context, caret),
      ...highlights(report, caret),
    ]),
    ...named('hover', shown === undefined ? [] : [shown.span]),
    ...named('cell', moves),
  ];
}
