import {
  editionById,
  EDITIONS,
  ROW_IDS,
  TABLE_IDS,
  TEMPLATE_LAYOUTS,
  type EditionId,
  type TemplateLayout,
} from '../../server/src/core/index';
import { buildReport, type Part, type ReportPlan } from './report-builder';

/**
 * A rule's page: what its defect looks like and what looks like it and is none. Tests run the examples, the rule's
 * documentation shows them.
 */
export interface RulePage {
  readonly id: string;
  readonly intro: string;
  readonly examples: readonly Example[];
}

/**
 * One fenced block: ```report invalid format=2019,2021 part=requests layout=cells year=2020 body=云溪市财政局
 * new=3,0,0,0,0,0,3
 * `file` names the file that the report is in.
 * `last.` before a row's id sets that row of a report about the year before, which then stands above.
 * `copy.` sets a row of a second report about the year before, which then stands below the first.
 * `part` names what the block replaces in a report that is otherwise in order; without it the block is the whole
 * report. A row's id sets that row's values. A `fixed` block shows what the first repair makes of the block above it,
 * whose plan it shares.
 */
export interface Example {
  readonly kind: 'invalid' | 'valid' | 'fixed';
  /** What the example shows: the paragraph above the block. */
  readonly caption: string;
  readonly body: string;
  /** The report that the block describes, one an edition, with its marks. */
  readonly reports: readonly { readonly edition: EditionId; readonly fixture: string }[];
  /** The name of the file that the report is in, where it matters. */
  readonly fileName: string | undefined;
  /** Of the opening fence, counted from 1. */
  readonly line: number;
}

const KINDS = ['invalid', 'valid', 'fixed'] as const;
const PARTS: readonly string[] = [
  'report',
  'title',
  'preamble',
  'sections',
  ...TABLE_IDS,
  ...[1, 2, 3, 4, 5, 6].map((n) => `section-${n}`),
];
const ROWS = new Set(ROW_IDS);

export function parsePage(markdown: string): RulePage {
  const lines = markdown.split('\n');
  const id = /^# (.+)$/.exec(lines[0]!)?.[1];
  if (id === undefined) throw new Error('The page does not begin with “# rule-id”');
  const examples: Example[] = [];
  let prose: string[] = [];
  let intro: string | undefined;
  let plan: Plan | undefined;
  for (let i = 1; i < lines.length; i++) {
    const fence = /^(`{3,})report (.*)$/.exec(lines[i]!);
    if (fence === null) {
      prose.push(lines[i]!);
      continue;
    }
    const close = lines.indexOf(fence[1]!, i);
    if (close < 0) throw new Error(`Line ${i + 1}: the block is not closed`);
    const paragraphs = prose
      .join('\n')
      .split(/\n{2,}/)
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== '');
    if (intro === undefined) intro = paragraphs.shift() ?? '';
    const body = lines.slice(i + 1, close).join('\n');
    const [kind, ...words] = fence[2]!.trim().split(/\s+/);
    if (kind === 'fixed' && words.length > 0)
      throw new Error(`Line ${i + 1}: a fixed block shares the plan of the block above it`);
    if (kind !== 'fixed' || plan === undefined) plan = planOf(words, i + 1);
    examples.push({
      kind: kindOf(kind, i + 1),
      caption: paragraphs.join('\n'),
      body,
      reports: reportsOf(plan, body),
      fileName: plan.fileName,
      line: i + 1,
    });
    prose = [];
    i = close;
  }
  return { id, intro: intro ?? '', examples };
}

const LAST = 'last.';
const COPY = 'copy.';

/** What a fence line says: for which editions, and what is set before the block replaces its part. */
interface Plan {
  readonly editions: readonly EditionId[];
  readonly part: Part;
  readonly options: Omit<ReportPlan, 'edition' | 'replace'>;
  readonly fileName: string | undefined;
  /** Values of the report about the year before, where one stands above. */
  readonly last: ReportPlan['values'];
  /** Likewise of another report that claims to be it. */
  readonly copy: ReportPlan['values'];
}

function kindOf(word: string | undefined, line: number): Example['kind'] {
  const kind = KINDS.find((known) => known === word);
  if (kind === undefined) throw new Error(`Line ${line}: a block is one of ${KINDS.join(', ')}`);
  return kind;
}

const reportsOf = ({ editions, part, options, last, copy }: Plan, body: string): Example['reports'] =>
  editions.map((edition) => {
    const fixture = buildReport({ ...options, edition, replace: { [part]: body } });
    if (last === undefined) return { edition, fixture };
    const year = (options.year ?? laterYear(edition)) - 1;
    const before = [last, copy].flatMap((values) =>
      values === undefined ? [] : [buildReport({ ...options, edition, year, values })],
    );
    return {
      edition,
      fixture: [...before, buildReport({ ...options, edition, year: year + 1, replace: { [part]: body } })].join('\n'),
    };
  });

/** A year whose year before is of the same edition. */
const laterYear = (id: EditionId): number => editionById(id).lastYear ?? editionById(id).firstYear + 2;

function planOf(words: readonly string[], line: number): Plan {
  const settings = new Map(words.map((word) => word.split('=') as [string, string]));
  const take = (key: string): string | undefined => {
    const value = settings.get(key);
    settings.delete(key);
    return value;
  };
  const wanted = take('format')?.split(',') ?? [];
  const editions = EDITIONS.map(({ id }) => id).filter((id) => wanted.includes(id));
  const part = take('part') ?? 'report';
  const layout = take('layout') ?? 'tsv';
  const year = take('year');
  const body = take('body');
  const fileName = take('file');
  const rowsIn = (prefix: string) =>
    [...settings].filter(([key]) => key.startsWith(prefix) && ROWS.has(key.slice(prefix.length)));
  const valuesOf = (rows: readonly (readonly [string, string])[], prefix: string) =>
    Object.fromEntries(rows.map(([row, cells]) => [row.slice(prefix.length), cells.split(',')]));
  const values = valuesOf(rowsIn(''), '');
  const last = rowsIn(LAST);
  const copy = rowsIn(COPY);
  const known = new Set([...rowsIn(''), ...last, ...copy].map(([key]) => key));
  const unknown = [...settings.keys()].filter((key) => !known.has(key));
  if (
    editions.length !== wanted.length ||
    editions.length === 0 ||
    !PARTS.includes(part) ||
    !TEMPLATE_LAYOUTS.some((known) => known === layout) ||
    unknown.length > 0
  )
    throw new Error(`Line ${line}: the block’s plan is not understood: ${words.join(' ')}`);
  const options = {
    layout: layout as TemplateLayout,
    values,
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(body === undefined ? {} : { body }),
  };
  return {
    editions,
    part: part as Part,
    options,
    fileName,
    last: last.length === 0 ? undefined : valuesOf(last, LAST),
    copy: copy.length === 0 ? undefined : valuesOf(copy, COPY),
  };
}
