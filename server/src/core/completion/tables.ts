import { aboutBlock, aboutRow } from '../explaining/about';
import { rowsOf } from '../formats/editions';
import { isTemplateLayout } from '../formats/layouts';
import { gridOf } from '../formats/grid';
import type { RowForm, TableForm, Words } from '../formats/types';
import type { Report, Table } from '../model/report';
import { bareLabel } from '../reading/lookup';
import { gapsAmong } from '../model/gaps';
import type { Context } from '../context/context';
import { blankLineAbove } from '../writing/blank-line';
import { rowsText } from '../writing/row-skeleton';
import { fold } from '../text/fold';
import { span } from '../text/span';
import { isNextLineBlank, isOnLine, type Caret } from './caret';
import { same, wordsProposed, type Proposal } from './proposal';

/**
 * The table in which the caret stands, or below whose last row with at most headers of further rows between, so that
 * the table goes on there.
 */
export function tableAt(
  { tables, lines, text }: Report,
  caret: Caret,
): { readonly table: Table; readonly inside: boolean } | undefined {
  for (const table of tables) {
    if (caret.line.start < lines.start(lines.lineAt(table.span.start))) continue;
    const end = lines.end(lines.lineAt(table.span.end));
    if (caret.offset <= end) return { table, inside: true };
    const between = text.slice(end, Math.min(caret.line.start, end + LONGEST_HEADERS)).split(/[\t\r\n|]/);
    const headers = new Set(headersOf(table.form).map(fold));
    if (between.every((words) => words.trim() === '' || headers.has(fold(words)))) return { table, inside: false };
  }
  return undefined;
}

const LONGEST_HEADERS = 400;

/**
 * Missing rows of the form that belong at the caret, filled with 0: the next one first, then all of them, then the
 * others.
 */
export function rowsAt(context: Context, caret: Caret, { form, rows }: Table): readonly Proposal[] {
  const { report } = context;
  // Digits are a value, even where a space stands between them and the caret.
  if (caret.after.trim() !== '' || /^\d+$/.test(caret.typed) || !isTemplateLayout(report.layout)) return [];
  // In cells below each other values stand below a label already.
  if (report.layout === 'cells' && caret.typed !== '' && !isNextLineBlank(report, caret)) return [];
  const printed = rows.filter(({ label, found }) => found > 0 || !isOnLine(caret, label));
  if (printed.some((row) => row.span.start < caret.line.start && caret.line.end < row.span.end)) return [];
  const above = printed.findLast((row) => row.span.end <= caret.line.start);
  // Below a row that is not whole its values go on.
  if (above?.cells.length === 0) return [];
  const gap = gapsAmong(form, printed).find((one) => one.above === above);
  if (gap === undefined) return [];
  const single = gap.rows.flatMap((row) => wholeRows(context, caret, form, [row]));
  const all = caret.typed === '' && gap.rows.length > 1 ? wholeRows(context, caret, form, gap.rows) : [];
  return [...single.slice(0, 1), ...all, ...single.slice(1)];
}

function wholeRows(context: Context, caret: Caret, form: TableForm, rows: readonly RowForm[]): readonly Proposal[] {
  const { report, lineEnd } = context;
  if (!isTemplateLayout(report.layout)) return [];
  const { layout } = report;
  const written = rowsText(form, rows, layout).split('\n');
  const typed = unmarked(caret.before);
  const from = typed === '' ? 0 : written.findIndex((line) => unmarked(line).startsWith(typed));
  if (from < 0) return [];
  // Labels of groups may stand above already, in cells of their own.
  const first = from > 0 && areAbove(report, caret, written.slice(0, from)) ? from : 0;
  const lead = layout === 'cells' && first === 0 ? blankLineAbove(report.text, caret.line.start) : '';
  const trail = layout === 'cells' && !isNextLineBlank(report, caret) ? '\n' : '';
  const textOf = (lines: readonly string[]): string =>
    (lead + lines.slice(first).join('\n') + trail).replaceAll('\n', lineEnd);
  const [row] = rows as [RowForm];
  const several = rows.length > 1;
  return [
    {
      kind: 'row',
      label: several ? { zh: `全部缺少的 ${rows.length} 行`, en: `All ${rows.length} missing rows` } : same(row.label),
      detail: several
        ? { zh: '整行，填 0', en: 'whole rows of zeros' }
        : { zh: '缺少的行，填 0', en: 'missing row of zeros' },
      matches: rows.flatMap(({ label, groups }) => [label, ...groups]),
      span: span(caret.line.start, caret.offset),
      text: textOf(written),
      ...(several
        ? {}
        : { snippet: textOf(rowsText(form, rows, layout, (place) => `\${${place + 1}:0}`).split('\n')) }),
      about: () => [...rows.flatMap((one) => aboutRow(form, one)), ...basisOf(form, rows)],
    },
  ];
}

/** Folded, without the marks between cells. */
const unmarked = (line: string): string => fold(line).replace(/\|/g, '');

function areAbove({ text, lines }: Report, caret: Caret, wanted: readonly string[]): boolean {
  const line = lines.lineAt(caret.line.start);
  return wanted.every((words, i) => {
    const other = line - wanted.length + i;
    return (
      other >= 0 &&
      text.slice(lines.start(other), lines.end(other)).includes('\t') &&
      fold(text.slice(lines.start(other), lines.end(other))) === fold(words)
    );
  });
}

/** Why the sums hold that the rows take part in. */
function basisOf({ identities }: TableForm, rows: readonly RowForm[]): readonly Words[] {
  const holding = identities.filter(
    ({ direction, left, right }) =>
      direction === 'across' || rows.some(({ id }) => left.includes(id) || right.includes(id)),
  );
  return holding.map(({ basis }) => ({ zh: `依据：${basis.zh}`, en: `Basis: ${basis.en}` }));
}

/** Labels of the table that begin with what stands in the caret's cell, where that is whole. */
export function labelsAt(
  { report }: Context,
  caret: Caret,
  form: TableForm,
  table: Table | undefined,
  inside: boolean,
): readonly Proposal[] {
  const cell = caret.before
    .split(/[\t|｜]/)
    .at(-1)!
    .trimStart();
  const typed = fold(cell);
  const marked = /[\t|｜]/.test(caret.before);
  if (typed === '' || typed.length > LONGEST_BEGINNING || /^[\d.]+$/.test(typed) || !CELL_ENDS.test(caret.after))
    return [];
  if ((table === undefined && !marked) || (report.layout === 'cells' && goesOnBelow(report, caret))) return [];
  const printed = new Set(table?.rows.filter(({ label }) => !isOnLine(caret, label)).map((row) => row.form.id));
  const rows = rowsOf(form).filter(({ id }) => form.direction === 'across' || !printed.has(id));
  const labels = new Map<string, Proposal['about']>();
  for (const row of rows)
    for (const label of [...row.groups, row.label])
      if (!labels.has(label)) labels.set(label, () => aboutRow(form, row));
  if (inside || marked)
    for (const label of headersOf(form)) if (!labels.has(label)) labels.set(label, () => aboutColumn(form, label));
  return [...labels]
    .filter(
      ([label]) => fold(label) !== typed && (fold(label).startsWith(typed) || bareLabel(fold(label)).startsWith(typed)),
    )
    .map(([label, about]) =>
      wordsProposed('label', label, LABEL, span(caret.offset - cell.length, caret.offset), about, [
        label,
        bareLabel(label),
      ]),
    );
}

const LABEL: Words = { zh: '表格用语', en: 'label of the form' };

/** Whether the cell's words go on in the next line, as a line without a tab says where cells begin with one. */
function goesOnBelow({ text, lines }: Report, caret: Caret): boolean {
  const next = lines.lineAt(caret.line.end) + 1;
  return next < lines.count && /^[^\S\t\r\n]*[^\s]/.test(text.slice(lines.start(next), lines.end(next)));
}

const LONGEST_BEGINNING = 30;
const CELL_ENDS = /^[^\S\t]*(?:$|[\t|｜])/;

/** Printed words above and between the rows. */
const headersOf = (form: TableForm): readonly string[] =>
  gridOf(form)
    .filter((line) => line.every(({ value }) => value === undefined))
    .flatMap((line) => line.map(({ text }) => text))
    .filter((text) => text !== '');

function aboutColumn(form: TableForm, label: string): readonly Words[] {
  const block = form.blocks.find(
    ({ item, columns }) => item === label || columns.some((column) => column.label === label),
  );
  const title = { zh: `**${form.name.zh} › ${label}**`, en: `**${form.name.en} › ${label}**` };
  return block?.about === undefined ? [title] : [title, ...aboutBlock(form, block)];
}
