import type { Row } from './report';

/**
 * Whether a table's labels and values stand apart, so that it is one finding and not one a row: no row could be read,
 * or several labels stand without values, or many rows hold other numbers of values than the form.
 */
export function isTorn(rows: readonly Row[]): boolean {
  const unread = rows.filter((row) => row.cells.length === 0);
  if (unread.length === 0) return false;
  const bare = unread.filter((row) => row.found === 0);
  return unread.length === rows.length || bare.length > 1 || unread.length > MOST_ROWS_APART;
}

const MOST_ROWS_APART = 5;
