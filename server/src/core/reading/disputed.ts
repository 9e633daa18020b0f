import { withRows, type Row, type Table } from '../model/report';
import { coverAll, type Span } from '../text/span';

/** A stretch of the text that a table takes for one of its values, or for a label. */
interface Claim {
  readonly span: Span;
  /** The row whose value it would be. */
  readonly row?: Row;
  /** How good the claim is: labels are labels; a value belongs to the nearest label above it. */
  readonly weight: number;
}

/**
 * No value stands in two tables, and none is another table's label. Where tables claim the same, the row that stands
 * beside its own label has it, the nearest above; the other is not read, and if it stands side by side with others,
 * none of them is. Nor is a row of one table an added row of another; one that both see is the lower table's.
 */
export function withoutDisputed(tables: readonly Table[]): readonly Table[] {
  if (!tables.some((table, i) => tables.slice(i + 1).some((other) => meet(table, other)))) return tables;
  const losing = losersAmong(tables.flatMap(claimsOf));
  return tables.map((table) => {
    const { direction, rows } = table;
    const isWhole = direction === 'down' || !rows.some((row) => losing.has(row));
    const others = tables.filter((other) => other !== table);
    const added = table.added.filter(
      (span) => !others.some((other) => isLabelIn(other, span) || isAddedBelow(other, table, span)),
    );
    return withRows(
      { ...table, added },
      rows.map((row) => (losing.has(row) || !isWhole ? unread(row) : row)),
    );
  });
}

function meet(one: Table, other: Table): boolean {
  const [a, b] = [one, other].map(({ span, added }) => coverAll(span, added)) as [Span, Span];
  return a.start <= b.end && b.start <= a.end;
}

const isLabelIn = ({ direction, rows }: Table, { start, end }: Span): boolean =>
  direction === 'down' && rows.some(({ label }) => label.start < end && start < label.end);

const isAddedBelow = (other: Table, { span: { start } }: Table, added: Span): boolean =>
  other.span.start > start && other.added.some((span) => isSame(span, added));

/** Rows that stand side by side have no labels of their own beside them. */
function claimsOf({ direction, rows, added }: Table): readonly Claim[] {
  const isDown = direction === 'down';
  const labels = isDown ? [...added, ...rows.map(({ label }) => label)] : [];
  return [
    ...labels.map((span): Claim => ({ span, weight: Infinity })),
    ...rows.flatMap((row) =>
      row.cells.map(({ span }): Claim => {
        const isBeside = isDown && row.label.end <= span.start;
        return { span, row, weight: isBeside ? row.label.start : -1 };
      }),
    ),
  ];
}

function losersAmong(claims: readonly Claim[]): ReadonlySet<Row> {
  const losing = new Set<Row>();
  const ordered = claims.toSorted((a, b) => a.span.start - b.span.start);
  let last: Claim | undefined;
  for (const claim of ordered) {
    if (last !== undefined && last.row !== claim.row && isSame(last.span, claim.span)) {
      const loser = last.weight < claim.weight ? last : claim;
      if (loser.row !== undefined) losing.add(loser.row);
    }
    if (last === undefined || claim.span.end >= last.span.end) last = claim;
  }
  return losing;
}

/** Whether two stretches share something, or are the same empty cell. */
const isSame = (first: Span, second: Span): boolean =>
  second.start < first.end || (second.start === first.start && second.end === first.end);

const unread = (row: Row): Row => ({
  ...row,
  cells: [],
  unread: row.cells.map(({ span }) => span).filter(({ start, end }) => start < end),
});
