import type { Cell, Header, Report, Row, Section, Table } from '../model/report';
import type { Span } from '../text/span';

/** What stands at an offset of a report. */
export type Place =
  | { readonly kind: 'cell'; readonly span: Span; readonly table: Table; readonly row: Row; readonly cell: Cell }
  | { readonly kind: 'label'; readonly span: Span; readonly table: Table; readonly row: Row }
  | { readonly kind: 'header'; readonly span: Span; readonly table: Table; readonly header: Header }
  | { readonly kind: 'heading'; readonly span: Span; readonly section: Section };

const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

/** The innermost part of the report at an offset. Beside a value, on a line that holds no other, the value is meant. */
export function placeAt(report: Report, offset: number): Place | undefined {
  for (const section of report.sections)
    if (holds(section.heading, offset)) return { kind: 'heading', span: section.heading, section };
  for (const table of report.tables) {
    if (!nearTable(report, table, offset)) continue;
    const cell = cellAt(report, table, offset);
    if (cell !== undefined) return cell;
    for (const row of table.rows) if (holds(row.label, offset)) return { kind: 'label', span: row.label, table, row };
    for (const header of table.headers)
      if (holds(header.span, offset)) return { kind: 'header', span: header.span, table, header };
  }
  return undefined;
}

function nearTable({ lines }: Report, { span }: Table, offset: number): boolean {
  return lines.start(lines.lineAt(span.start)) <= offset && offset <= lines.end(lines.lineAt(span.end));
}

function cellAt({ text }: Report, table: Table, offset: number): Extract<Place, { kind: 'cell' }> | undefined {
  let nearest: Extract<Place, { kind: 'cell' }> | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (const row of table.rows) {
    if (row.label.start <= offset && offset <= row.label.end) continue;
    for (const cell of row.cells) {
      if (holds(cell.span, offset)) return { kind: 'cell', span: cell.span, table, row, cell };
      const between =
        offset < cell.span.start ? text.slice(offset, cell.span.start) : text.slice(cell.span.end, offset);
      if (between.length < distance && between.length < 12 && /^[^\S\r\n]*$/.test(between)) {
        nearest = { kind: 'cell', span: cell.span, table, row, cell };
        distance = between.length;
      }
    }
  }
  return nearest;
}
