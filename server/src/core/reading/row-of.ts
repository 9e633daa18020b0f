import type { ColumnForm } from '../formats/types';
import type { Cell, Row } from '../model/report';
import { span, type Span } from '../text/span';
import { BLANK, readValue, type Value } from '../text/value';
import type { RowLookup } from './lookup';
import { Kind, type Tokens } from './tokens';

/** A label with the tokens of what stands behind it. */
export interface FoundRow {
  readonly lookup: RowLookup;
  readonly label: Span;
  /** Grows by further values without words. */
  readonly run: number[];
}

/** A row of which the cells could be told, or not. */
export function rowOf(
  text: string,
  tokens: Tokens,
  { lookup, label, run }: FoundRow,
  fitted: readonly number[] | undefined,
): Row {
  const { form, columns } = lookup;
  if (fitted === undefined) {
    const unread = run.map((token) => span(tokens.start(token), tokens.end(token)));
    const end = Math.max(label.end, unread.at(-1)?.end ?? 0);
    return {
      form,
      columns,
      label,
      cells: [],
      unread,
      found: valuesIn(tokens, run, columns.length),
      span: span(label.start, end),
    };
  }
  const cells = fitted.map((token, i) => cellOf(text, tokens, token, columns[i]!));
  return {
    form,
    columns,
    label,
    cells,
    unread: [],
    found: columns.length,
    span: span(Math.min(label.start, cells[0]!.span.start), Math.max(label.end, cells.at(-1)!.span.end)),
  };
}

/**
 * How many values stand in a row that does not fit: its filled cells where they are too many, else the marked cells.
 */
function valuesIn(tokens: Tokens, run: readonly number[], width: number): number {
  const filled = run.filter((token) => tokens.kind(token) !== Kind.Empty).length;
  return filled === 0 || filled > width ? filled : Math.max(filled, Math.min(run.length, width - 1));
}

export function cellOf(text: string, tokens: Tokens, token: number, column: ColumnForm): Cell {
  const start = tokens.start(token);
  if (tokens.kind(token) === Kind.Empty) return new ReadCell(column, BLANK, start, start);
  const end = tokens.end(token);
  return new ReadCell(column, readValue(text, start, end, column.unit), start, end);
}

/** Most of a report is cells, and few of them are ever looked at: their spans are made when asked for. */
export class ReadCell implements Cell {
  constructor(
    readonly column: ColumnForm,
    readonly value: Value,
    private readonly start: number,
    private readonly end: number,
  ) {}

  get span(): Span {
    return span(this.start, this.end);
  }
}
