import type { PreviewTable } from '../../../server/src/lsp/protocol';
import { cellKey } from './keys';

export type Move = 'left' | 'right' | 'up' | 'down' | 'next' | 'previous' | 'first' | 'last';

/** The keys of a table's values, line by line. */
export const valuesOf = (table: PreviewTable): readonly (readonly string[])[] =>
  table.lines
    .map((cells, line) => cells.flatMap((cell, at) => (cell.name === undefined ? [] : [cellKey(table, line, at)])))
    .filter((keys) => keys.length > 0);

/** The cell that a key leads to, as spreadsheets have it; `undefined` where it leads out of the table. */
export function moved(values: readonly (readonly string[])[], from: string, move: Move): string | undefined {
  const line = values.findIndex((keys) => keys.includes(from));
  const keys = values[line];
  if (keys === undefined) return undefined;
  const at = keys.indexOf(from);
  const all = values.flat();
  switch (move) {
    case 'left':
      return keys[at - 1];
    case 'right':
      return keys[at + 1];
    case 'up':
    case 'down': {
      const other = values[move === 'up' ? line - 1 : line + 1];
      return other?.[Math.min(at, other.length - 1)];
    }
    case 'next':
      return all[all.indexOf(from) + 1];
    case 'previous':
      return all[all.indexOf(from) - 1];
    case 'first':
      return keys[0];
    case 'last':
      return keys.at(-1);
  }
}
