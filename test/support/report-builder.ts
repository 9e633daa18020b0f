import { gridOf, type GridCell } from '../../server/src/core/formats/grid';
import { editionById, reportTemplate, rowsOf, sectionTemplate, tableSkeleton } from '../../server/src/core/index';
import type {
  Edition,
  EditionId,
  SectionNumber,
  TableForm,
  TableId,
  TemplateLayout,
} from '../../server/src/core/index';
import { renderGrid } from '../../server/src/core/writing/skeleton';
import { fold } from '../../server/src/core/text/fold';
import { strip } from './markers';

/**
 * A stretch of a report that can be replaced: `sections` are all six, a table's name stands for the table without its
 * heading.
 */
export type Part = 'report' | 'title' | 'preamble' | 'sections' | `section-${SectionNumber}` | TableId;

/** What cells hold, by row id: the values of a row in column order, or by column id. Everything else is 0. */
export type Values = Readonly<Record<string, readonly (string | number)[] | Readonly<Record<string, string | number>>>>;

export interface ReportPlan {
  readonly edition: EditionId;
  readonly layout?: TemplateLayout;
  readonly year?: number;
  readonly body?: string;
  readonly values?: Values;
  /** Other text for a part. It may hold marks and the signs of `expand`. */
  readonly replace?: Partial<Readonly<Record<Part, string>>>;
}

/**
 * The least report in which nothing is found: the product's own template, its slots filled with plain words and its
 * cells with 0.
 */
export function buildReport({
  edition: id,
  layout = 'tsv',
  year,
  body = '青禾县水务局',
  values = {},
  replace = {},
}: ReportPlan): string {
  const edition = editionById(id);
  checkRows(edition, values);
  const template = fillSlots(reportTemplate(edition, layout, { body, year: year ?? edition.lastYear ?? 2024 }));
  const [title, preamble] = template.split('\n\n') as [string, string];
  const contents = edition.sections.map(({ number, table }) => {
    const section = fillSlots(sectionTemplate(edition, number, layout));
    if (table === undefined) return section;
    const form = edition.tables[table];
    const written = tableText(form, layout, values, replace[table]);
    return section.replace(tableSkeleton(form, layout), () => written);
  });
  const written = (part: Part, usual: string): string => expandSections(replace[part] ?? usual, contents);
  const sections = contents
    .map((content, i) => endLine(written(`section-${(i + 1) as SectionNumber}`, content)))
    .join('\n');
  return endLine(
    written(
      'report',
      `${written('title', title)}\n\n${written('preamble', preamble)}\n\n${written('sections', sections)}`,
    ),
  );
}

/** What is written into the template's slots: words in which no rule finds anything. */
const WORDS: Readonly<Record<string, string>> = {
  主动公开情况: '按目录公开各类文件，逐条核对发布日期。',
  依申请公开情况: '专人登记来件，答复前由法制人员审核。',
  政府信息管理情况: '文件起草时同步标明公开属性。',
  政府信息公开平台建设情况: '门户专栏按主题重新归类，手机端同步可查。',
  监督保障情况: '公开工作列入科室评价，岗位人员参加培训。',
  主要问题: '个别解读材料发布较慢。',
  改进情况: '解读材料与文件同步起草、同步发布。',
  金额: '0',
};

function fillSlots(template: string): string {
  return template.replace(/〔填写([^〔〕]*)〕/g, (slot, name: string) => {
    const words = WORDS[name];
    if (words === undefined) throw new Error(`The template has a slot that the builder does not know: ${slot}`);
    return words;
  });
}

function checkRows(edition: Edition, values: Values): void {
  const known = new Set(Object.values(edition.tables).flatMap((form) => rowsOf(form).map((row) => row.id)));
  for (const row of Object.keys(values))
    if (!known.has(row)) throw new Error(`Edition ${edition.id} has no row “${row}”`);
}

function tableText(form: TableForm, layout: TemplateLayout, values: Values, other: string | undefined): string {
  const grid = gridOf(form).map((line) =>
    line.map((cell) => (cell.value === undefined ? cell : { ...cell, text: valueOf(form, cell.value, values) })),
  );
  const usual = renderGrid(grid, layout);
  return other === undefined
    ? usual
    : endLine(expandRows(form, grid, usual, other, layout === 'cells' ? '\n\n' : '\n'));
}

function valueOf(form: TableForm, { row, column }: NonNullable<GridCell['value']>, values: Values): string {
  const own = values[row] ?? {};
  const columns = form.blocks.find((block) => block.rows.some(({ id }) => id === row))!.columns;
  const value = Array.isArray(own)
    ? own[columns.findIndex(({ id }) => id === column)]
    : (own as Readonly<Record<string, string | number>>)[column];
  return String(value ?? 0);
}

const ELIDED = '…';

/**
 * A table may leave out rows: a line “…” stands for the usual ones between the rows above and below it. Rows are known
 * by their labels, so that those beside “…” must have theirs unchanged.
 */
function expandRows(
  form: TableForm,
  grid: readonly (readonly GridCell[])[],
  usual: string,
  other: string,
  separator: string,
): string {
  const base = usual.trimEnd().split(separator);
  // A Markdown table has a rule below its first line that is no line of the grid.
  const extra = base.length - grid.length;
  const rowAt = (i: number): string | undefined =>
    grid[i - extra]?.find((cell) => cell.value !== undefined)?.value?.row;
  const find = (chunk: string, from: number): number => {
    const printed = strip(chunk).text;
    const same = base.indexOf(printed, from);
    if (same >= 0) return same;
    const cells = printed.split(/[\t\n|]/).map(fold);
    const row =
      form.direction === 'across'
        ? undefined
        : rowsOf(form).find(({ label, accepted }) => [label, ...accepted].some((known) => cells.includes(fold(known))));
    return base.findIndex(
      (_, i) =>
        i >= from && (form.direction === 'across' ? rowAt(i) !== undefined : row !== undefined && rowAt(i) === row.id),
    );
  };
  const written: string[] = [];
  let next = 0;
  let elided = false;
  for (const chunk of other.replace(/\n$/, '').split(separator)) {
    if (chunk === ELIDED) {
      elided = true;
      continue;
    }
    const at = find(chunk, next);
    if (elided && at < 0) throw new Error(`No usual row beside “${ELIDED}” is like this: ${chunk}`);
    if (elided) written.push(...base.slice(next, at));
    written.push(chunk);
    if (at >= 0) next = at + 1;
    elided = false;
  }
  if (elided) written.push(...base.slice(next));
  return written.join(separator);
}

/** A line “…三” stands for the usual contents of section three, its heading left out. */
function expandSections(text: string, contents: readonly string[]): string {
  return text.replace(/^…([一二三四五六])$/gm, (_, numeral: string) => {
    const content = contents['一二三四五六'.indexOf(numeral)]!;
    return content.slice(content.indexOf('\n\n') + 2).replace(/\n$/, '');
  });
}

const endLine = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);
