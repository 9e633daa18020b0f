import { rowsOf } from '../formats/editions';
import { TABLE_LAYOUTS, type TableLayout } from '../formats/layouts';
import { message, type Message } from '../messages';
import { cellOf, rowOf, sectionAt, tableOf, type Report, type Table } from '../model/report';
import { readDocument } from '../reading/document';
import { applyEdits, span, type Span, type TextEdit } from '../text/span';
import { layoutOfTable, printed } from '../writing/convert-table';
import { textOfBlocks, type SourceBlock } from '../writing/from-blocks';
import { pastedGrid, pasteInto } from './paste';
import { placeAt } from './place';

/** What pasting blocks of another program into a report comes to. */
export type Pasting =
  | {
      readonly edits: readonly TextEdit[];
      /** What they do, for people. */
      readonly title: Message;
      /** It is a table of the form, and the place is its own: plain text is what has to be chosen. */
      readonly isCertain: boolean;
    }
  /** Why it does not fit, so that it is pasted as plain text. */
  | { readonly left: Message };

const FILLS = { zh: '填入表格（{count} 格）', en: 'Fill {count} cell(s) of the table' };
const REPLACES = { zh: '以粘贴的表格替换“{table}”', en: 'Replace the table “{table}” by the pasted one' };
const INSERTS = { zh: '按年报版式粘贴', en: 'Paste in the layout of the report' };
const NO_ROOM = {
  zh: '粘贴的单元格比光标处起的表格多，已按纯文本粘贴',
  en: 'There are more cells than the table has from here on; pasted as plain text',
};
const OTHER_TABLE = {
  zh: '粘贴的是“{table}”，光标在“{around}”，已按纯文本粘贴',
  en: 'This is the table “{table}” and the caret is in “{around}”; pasted as plain text',
};
const OTHER_ROWS = {
  zh: '粘贴的表格与“{table}”的行、列对不上，已按纯文本粘贴',
  en: 'Rows and columns do not match those of “{table}”; pasted as plain text',
};
const MORE_THAN_TABLE = {
  zh: '粘贴的内容不只是一张表，已按纯文本粘贴',
  en: 'This is more than one table; pasted as plain text',
};

interface Source {
  readonly text: string;
  readonly report: Report;
  readonly tables: readonly Table[];
  /** Of several reports only the first is known here. */
  readonly isOne: boolean;
}

/**
 * Pastes tables and paragraphs of another program at a place of a report, in the report’s layout: a table of the form
 * fills or replaces the report’s own, values alone fill cells from the caret on. `undefined` for what is neither.
 */
export function pasteBlocks(
  report: Report,
  at: Span,
  blocks: readonly SourceBlock[],
  { layout: usual, lineEnd }: { readonly layout: TableLayout; readonly lineEnd: string },
): Pasting | undefined {
  const around = tableAround(report, at.start);
  const own = around === undefined ? report.layout : layoutOfTable(report, around);
  const layout = TABLE_LAYOUTS.find((one) => one === own) ?? usual;
  const source = sourceOf(blocks, layout);
  const [table] = source.tables;
  if (table === undefined) return cells(report, at, blocks, around);
  if (source.isOne && source.tables.length === 1 && isAlone(source, table)) {
    const isElsewhere = !coversCaret(report, at.start, table);
    const alone = isElsewhere ? cells(report, at, blocks, around) : undefined;
    return alone !== undefined && 'edits' in alone ? alone : oneTable(report, at, source, table, around, lineEnd);
  }
  return around === undefined ? insertion(report, at, source, lineEnd) : { left: message(MORE_THAN_TABLE) };
}

function sourceOf(blocks: readonly SourceBlock[], layout: TableLayout): Source {
  const { text } = textOfBlocks(blocks, layout);
  const { segments } = readDocument(text);
  const { report } = segments[0]!;
  const tables = segments.flatMap((segment) => segment.report.tables);
  return { text, report, tables: tables.filter(({ rows }) => rows.some(isWhole)), isOne: segments.length === 1 };
}

const isWhole = ({ cells: own }: Table['rows'][number]): boolean => own.length > 0;

const tableAround = (report: Report, offset: number): Table | undefined =>
  report.tables.find((table) => {
    const { start, end } = wholeLines(report, table);
    return start <= offset && offset <= end;
  });

const wholeLines = ({ lines }: Report, table: Table): Span =>
  span(lines.start(lines.lineAt(table.span.start)), lines.end(lines.lineAt(table.span.end)));

/** Whether nothing but headings stands beside a table. */
function isAlone({ report }: Source, table: Table): boolean {
  const { start, end } = wholeLines(report, table);
  const headings = [...report.sections.map(({ heading }) => heading), ...(report.title ? [report.title.span] : [])];
  const rest = applyEdits(
    report.text,
    [span(start, end), ...headings.filter((one) => one.end <= start || one.start >= end)]
      .sort((a, b) => a.start - b.start)
      .map((place) => ({ span: place, newText: '' })),
  );
  return !/[\p{L}\p{N}]/u.test(rest);
}

/** Whether a pasted table is to be put in by its labels: it has most rows of the form, or the one at the caret. */
function coversCaret(report: Report, offset: number, { form, rows }: Table): boolean {
  const place = placeAt(report, offset);
  return (
    2 * rows.length > rowsOf(form).length ||
    place === undefined ||
    !('row' in place) ||
    rows.some((row) => row.form.id === place.row.form.id)
  );
}

/** Values alone fill cells from the caret on. */
function cells(
  report: Report,
  { start }: Span,
  blocks: readonly SourceBlock[],
  around: Table | undefined,
): Pasting | undefined {
  const filled = blocks.filter((block) => block.kind === 'grid' || /\S/.test(block.text));
  if (around === undefined || filled.length !== 1 || filled[0]!.kind !== 'grid') return undefined;
  const grid = pastedGrid(textOfBlocks(filled, 'tsv').text);
  if (grid === undefined) return undefined;
  const edits = pasteInto(report, start, grid);
  if (edits === undefined) return { left: message(NO_ROOM) };
  return edits.length === 0 ? undefined : filling(edits, grid.flat().length);
}

/** Cells that get other values. */
export const filling = (edits: readonly TextEdit[], count: number): Pasting => ({
  edits,
  title: message(FILLS, { count }),
  isCertain: true,
});

function oneTable(
  report: Report,
  at: Span,
  source: Source,
  table: Table,
  around: Table | undefined,
  lineEnd: string,
): Pasting | undefined {
  const target = tableOf(report, table.id);
  const { name } = table.form;
  if (around !== undefined && around !== target)
    return { left: message(OTHER_TABLE, { table: name, around: around.form.name }) };
  if (target === undefined || (around === undefined && sectionAt(report, at.start)?.form.table !== table.id))
    return insertion(report, at, source, lineEnd);
  const filled = byLabels(report, target, source, table);
  if (filled !== undefined && isAsMeant(report, filled, source, table))
    return filled.length === 0 ? undefined : filling(filled, table.rows.flatMap((row) => row.cells).length);
  const replaced = replacing(report, target, source, table, lineEnd);
  if (replaced !== undefined && isAsMeant(report, replaced, source, table))
    return { edits: replaced, title: message(REPLACES, { table: name }), isCertain: true };
  return { left: message(OTHER_ROWS, { table: name }) };
}

/** Each value into the cell that has its row and column; `undefined` where one has none. */
function byLabels(report: Report, target: Table, source: Source, table: Table): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const row of table.rows) {
    const own = rowOf(target, row.form.id);
    if (own === undefined || row.cells.length === 0 || row.cells.length !== own.cells.length) return undefined;
    for (const { column, span: place } of row.cells) {
      const cell = cellOf(own, column.id);
      if (cell === undefined) return undefined;
      const newText = printed(source.report, place);
      if (newText !== printed(report, cell.span)) edits.push({ span: cell.span, newText });
    }
  }
  return edits;
}

/** A whole table in the lines of another, where nothing else stands in them. */
function replacing(
  report: Report,
  target: Table,
  source: Source,
  table: Table,
  lineEnd: string,
): readonly TextEdit[] | undefined {
  if (table.missing.length > 0 || !table.rows.every(isWhole)) return undefined;
  const place = wholeLines(report, target);
  const beside = report.text.slice(place.start, target.span.start) + report.text.slice(target.span.end, place.end);
  if (/[^\s|]/.test(beside)) return undefined;
  const { start, end } = wholeLines(source.report, table);
  return [{ span: place, newText: source.text.slice(start, end).replaceAll('\n', lineEnd) }];
}

/** Whether the report then reads as the pasted table does, in all of its cells. */
function isAsMeant(report: Report, edits: readonly TextEdit[], source: Source, table: Table): boolean {
  const { segments } = readDocument(applyEdits(report.text, edits));
  const after = segments.length === 1 ? segments[0]!.report : undefined;
  const own = after && tableOf(after, table.id);
  return (
    own !== undefined &&
    table.rows.every((row) => {
      const same = rowOf(own, row.form.id);
      return (
        same !== undefined &&
        row.cells.every(({ column, span: place }) => {
          const cell = cellOf(same, column.id);
          return cell !== undefined && printed(after!, cell.span) === printed(source.report, place);
        })
      );
    })
  );
}

/** On lines of its own. It is certain where the report lacks the very table at the caret, or is not written yet. */
function insertion(report: Report, at: Span, source: Source, lineEnd: string): Pasting {
  const { lines, text, sections } = report;
  const before = text.slice(lines.start(lines.lineAt(at.start)), at.start);
  const after = text.slice(at.end, lines.end(lines.lineAt(at.end)));
  const [table, another] = source.tables;
  const isHere =
    another === undefined &&
    table !== undefined &&
    tableOf(report, table.id) === undefined &&
    sectionAt(report, at.start)?.form.table === table.id;
  const newText = [
    /\S/.test(before) ? lineEnd : '',
    source.text.trimEnd().replaceAll('\n', lineEnd),
    /\S/.test(after) ? lineEnd : '',
  ].join('');
  return {
    edits: [{ span: at, newText }],
    title: message(INSERTS),
    isCertain: isHere || (sections.length === 0 && report.tables.length === 0 && !/\S/.test(before + after)),
  };
}
