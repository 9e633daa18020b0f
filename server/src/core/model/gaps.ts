import { rowsOf } from '../formats/editions';
import type { RowForm, TableForm } from '../formats/types';
import type { Row } from './report';
import { isTorn } from './torn';

/** Neighbouring rows of the form that are not printed, and the printed row above them. */
export interface Gap {
  readonly rows: readonly RowForm[];
  readonly above: Row | undefined;
}

/**
 * The gaps between printed rows of a table; none where its labels and values stand apart, so that what is missing does
 * not show.
 */
export function gapsAmong(form: TableForm, printed: readonly Row[]): readonly Gap[] {
  if (isTorn(printed)) return [];
  const gaps: { rows: RowForm[]; above: Row | undefined }[] = [];
  let above: Row | undefined;
  let open = false;
  for (const wanted of rowsOf(form)) {
    const row = printed.find((other) => other.form.id === wanted.id);
    if (row !== undefined) above = row;
    else if (open) gaps.at(-1)!.rows.push(wanted);
    else gaps.push({ rows: [wanted], above });
    open = row === undefined;
  }
  return gaps;
}
