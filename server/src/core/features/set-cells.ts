import { contextOf } from '../context/context';
import type { TableId } from '../formats/table-names';
import type { Words } from '../formats/types';
import type { Cell, Report } from '../model/report';
import { readDocument, type ReadOptions } from '../reading/document';
import type { Settings } from '../settings';
import { applyEdits, type Span, type TextEdit } from '../text/span';
import { fillFrom, pastedGrid } from './paste';
import { cellsOf, changedTotals } from './totals';

/** A cell of a report in terms of the form. */
export interface CellPlace {
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
}

/** Values that were typed or pasted somewhere else than in the text. */
export interface Setting {
  readonly place: CellPlace;
  /** One value, or cells as spreadsheets copy them, which fill the table from the place on. */
  readonly text: string;
  /** Totals that held before are to hold again. */
  readonly totals: boolean;
}

/** How the report was read, and is judged. */
type Reading = Settings & Pick<ReadOptions, 'acceptedHeadings'>;

/** The edits of these cells alone, or why there are none. */
export type Outcome = { readonly edits: readonly TextEdit[] } | { readonly refusal: Words };

const NO_ROOM: Words = {
  zh: '从这一格起没有这么多格，未作改动',
  en: 'there are not as many cells from here on; nothing was changed',
};
const OTHERWISE: Words = {
  zh: '这样写入后表格会读成别的内容，未作改动；请在源文中修改',
  en: 'with this in the cell the table would be read otherwise; nothing was changed. Please edit the text',
};

/** Writes values into cells; what is written is read again, so that no other cell becomes another one. */
export function setCells(report: Report, { place, text, totals }: Setting, settings: Reading): Outcome {
  const grid = pastedGrid(text) ?? [[text.replace(/[\s\p{Cc}]+/gu, ' ').trim()]];
  const table = report.tables.find(({ id }) => id === place.table);
  const row = table?.rows.find(({ form }) => form.id === place.row);
  const first = row?.cells.findIndex(({ column }) => column.id === place.column) ?? -1;
  if (table === undefined || row === undefined || first < 0) return { refusal: NO_ROOM };
  const edits = fillFrom(report, { table, row }, first, grid);
  if (edits === undefined) return { refusal: NO_ROOM };
  const after = readAgain(report, edits, settings);
  const cells = cellsOf(report);
  if (after === undefined || !isAsMeant(report, cells, edits, after)) return { refusal: OTHERWISE };
  return { edits: totals ? [...edits, ...totalsBehind(report, cells, edits, after, settings)] : edits };
}

function readAgain(report: Report, edits: readonly TextEdit[], settings: Reading): Report | undefined {
  const { segments } = readDocument(applyEdits(report.text, edits), { acceptedHeadings: settings.acceptedHeadings });
  return segments.length === 1 ? segments[0]!.report : undefined;
}

/** Each cell that was set has its new text, and every other one the text that it had. */
function isAsMeant(
  report: Report,
  cells: ReadonlyMap<string, Cell>,
  edits: readonly TextEdit[],
  after: Report,
): boolean {
  const written = cellsOf(after);
  return (
    written.size === cells.size &&
    [...cells].every(([key, { span }]) => {
      const now = written.get(key);
      const meant = edits.find((edit) => same(edit.span, span))?.newText ?? report.text.slice(span.start, span.end);
      return now !== undefined && after.text.slice(now.span.start, now.span.end) === meant;
    })
  );
}

/** What the totals become, as edits of the text as it was. */
function totalsBehind(
  before: Report,
  cells: ReadonlyMap<string, Cell>,
  edits: readonly TextEdit[],
  after: Report,
  settings: Reading,
): readonly TextEdit[] {
  const written = [...cellsOf(after)];
  return changedTotals(before, contextOf(after, settings)).flatMap(({ span, newText }) => {
    const [key] = written.find(([, cell]) => same(cell.span, span)) ?? [];
    const cell = key === undefined ? undefined : cells.get(key);
    return cell === undefined || edits.some((edit) => same(edit.span, cell.span)) ? [] : [{ span: cell.span, newText }];
  });
}

const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
