import {
  cellOf,
  remarkOn,
  rowOf,
  ruleById,
  say,
  show,
  tableOf,
  UNJUDGED,
  wordsIn,
  type Block,
  type Context,
  type Locale,
  type Mark,
  type Segment,
  type ShownCell,
  type Showing,
  type Span,
  type TableBlock,
} from '../../core/index';
import { nameOf } from '../../folder/uri';
import { locate } from '../from-protocol';
import type {
  Preview,
  PreviewBlock,
  PreviewCell,
  PreviewFinding,
  PreviewParams,
  PreviewPlace,
  PreviewResult,
} from '../protocol';
import type { OpenDocument, Session } from '../session';

const UNREAD = {
  zh: '检查未能完成，所示问题可能不全，原因见日志',
  en: 'The check could not be completed; see the log',
};

/** nianbao/preview: of a volume the report on the line alone. */
export async function preview(session: Session, params: PreviewParams): Promise<PreviewResult | null> {
  const open = await session.open(params.uri);
  if (open === undefined) return null;
  const segment = locate(open, { line: params.line, character: 0 })?.segment;
  if (segment === undefined) return open.failed ? unread(session, params, open) : null;
  const state = `${session.run}.${open.version}.${segment.start}.${params.lastYear}.${session.stateOf(open)}`;
  if (params.known === state) return { state, unchanged: true };
  const { firstLine, report } = segment;
  const index = open.document.segments.indexOf(segment);
  const common = {
    state,
    version: open.version,
    report: index,
    lines: [firstLine, open.document.segments[index + 1]?.firstLine ?? firstLine + report.lines.count] as const,
    title: report.title?.text ?? nameOf(params.uri),
  };
  const { unjudged } = report;
  // Of a text that is no report nothing is shown: there may be very much of it.
  if (unjudged !== undefined)
    return { ...common, ...NOTHING, verdict: wordsIn(UNJUDGED[unjudged], open.settings.locale), outcome: 'unknown' };
  const shown = new Shown(session, open, segment, params.lastYear);
  return {
    ...common,
    ...shown.verdict(),
    findings: shown.findings(),
    blocks: shown.blocks(),
    lastYear: shown.lastYear,
  };
}

const NOTHING = { findings: [], blocks: [], lastYear: null };

const unread = (session: Session, { uri }: PreviewParams, { version, settings }: OpenDocument): Preview => ({
  ...NOTHING,
  state: `${session.run}.${version}.unread`,
  version,
  report: 0,
  lines: [0, Number.MAX_SAFE_INTEGER],
  title: nameOf(uri),
  verdict: wordsIn(UNREAD, settings.locale),
  outcome: 'failed',
});

/** The tree of one report in the words and places of the protocol. */
class Shown {
  private readonly tree: Showing;
  /** Not there where checking has failed: then the report is shown without what follows from it. */
  private readonly context: Context | undefined;
  private readonly locale: Locale;
  private readonly places: ReadonlyMap<Mark, number>;

  constructor(
    private readonly session: Session,
    private readonly open: OpenDocument,
    private readonly segment: Segment,
    withLastYear: boolean,
  ) {
    this.locale = open.settings.locale;
    const failed = session.verdicts.failures(open, segment).includes(undefined);
    this.context = failed ? undefined : session.verdicts.context(open, segment);
    const findings = session.verdicts.findings(open, segment);
    this.tree = show(segment.report, findings, withLastYear ? this.context?.lastYear : undefined);
    this.places = new Map(this.tree.marks.map((mark, i) => [mark, i]));
  }

  get lastYear(): string | null {
    const { lastYear } = this.context ?? {};
    return lastYear === undefined ? null : nameOf(lastYear.file);
  }

  verdict(): Pick<Preview, 'verdict' | 'outcome'> {
    if (this.session.verdicts.failures(this.open, this.segment).length > 0)
      return { verdict: wordsIn(UNREAD, this.locale), outcome: 'failed' };
    const outcome = this.tree.marks.length === 0 ? 'clean' : 'found';
    return { verdict: say(this.tree.verdict, this.locale), outcome };
  }

  findings(): readonly PreviewFinding[] {
    const { report, firstLine } = this.segment;
    return this.tree.marks.map(({ rule, severity, message, span }) => ({
      rule,
      name: wordsIn(ruleById(rule)!.name, this.locale),
      severity,
      message: say(message, this.locale),
      line: firstLine + report.lines.lineAt(span.start),
      at: this.at(span),
    }));
  }

  blocks(): readonly PreviewBlock[] {
    return this.tree.blocks.map((block) => this.block(block));
  }

  private block(block: Block): PreviewBlock {
    if (block.kind === 'table')
      return {
        kind: block.kind,
        id: block.id,
        caption: say(block.caption, this.locale),
        at: this.at(block.span),
        headerLines: block.headerLines,
        lines: block.lines.map((line) => line.map((cell) => this.cell(block, cell))),
      };
    const { kind, text, section, span, marks } = block;
    return { kind, text, at: this.at(span), findings: this.marked(marks), ...(section !== undefined && { section }) };
  }

  private cell(block: TableBlock, cell: ShownCell): PreviewCell {
    const { kind, text, columns, lines, heads, place, span, sumOf, lastYear, marks } = cell;
    return {
      kind,
      text,
      columns,
      lines,
      findings: this.marked(marks),
      ...(heads && { heads }),
      ...(span && { at: this.at(span) }),
      ...(sumOf && { isTotal: true }),
      ...(lastYear && { lastYear }),
      ...(place && { place, ...this.about(block, place) }),
    };
  }

  private about(block: TableBlock, place: { readonly row: string; readonly column: string }): Partial<PreviewCell> {
    const table = tableOf(this.segment.report, block.id);
    const row = table && rowOf(table, place.row);
    const cell = row && cellOf(row, place.column);
    if (row === undefined || cell === undefined) return {};
    const remark = this.context && remarkOn(this.context, cell);
    const name = [row.form.name, cell.column.name].map((words) => wordsIn(words, this.locale)).join(' · ');
    return { name, ...(remark && { remark: wordsIn(remark, this.locale) }) };
  }

  private readonly marked = (marks: readonly Mark[]): readonly number[] => marks.map((mark) => this.places.get(mark)!);

  private at({ start, end }: Span): PreviewPlace {
    return [this.segment.start + start, this.segment.start + end];
  }
}
