import { columnsOf, editionById, rowsOf } from '../formats/editions';
import type { ColumnForm, EditionId, RowForm, TableForm } from '../formats/types';
import type { AlteredLabel, Cell, Row, Table } from '../model/report';
import { fold } from '../text/fold';
import { similarity } from '../text/similarity';
import { cover, span, type Span } from '../text/span';
import { BLANK, readValue } from '../text/value';
import { printedSpan, tokenAt, type Anchor } from './anchors';
import { findAlteredColumns } from './columns';
import { fitRow, readBetween, type Reading } from './rows';
import type { Sighting } from './sightings';
import { Kind, type Token, type Tokens } from './tokens';

/** Reads the values of a table that was found, on the edition it was filled in on. */
export function readTable(text: string, tokens: Tokens, sighting: Sighting, edition: EditionId): Table {
  const form = editionById(edition).tables[sighting.lookup.id];
  return form.direction === 'across' ? readAcross(text, tokens, sighting, edition, form) : readDown(text, tokens, sighting, edition, form);
}

interface FoundRow {
  readonly form: RowForm;
  readonly columns: readonly ColumnForm[];
  readonly label: Span;
  readonly run: readonly Token[];
}

function readDown(text: string, tokens: Tokens, sighting: Sighting, edition: EditionId, form: TableForm): Table {
  const { anchors } = sighting;
  const found: FoundRow[] = [];
  const altered: AlteredLabel[] = [];
  const added: Span[] = [];
  const unclaimed = rowsOf(form).filter((row) => !anchors.some((anchor) => anchor.form.id === row.id));
  const hasOwn = (id: string): boolean => rowsOf(form).some((row) => row.id === id);
  anchors.forEach((anchor, i) => {
    const own = rowsOf(form).find((row) => row.id === anchor.form.id);
    const columns = columnsOf(form, anchor.form.id);
    const last = tokenAt(tokens, anchor.at + anchor.length - 1);
    const next = anchors[i + 1] === undefined ? tokens.list.length : tokenAt(tokens, anchors[i + 1]!.at);
    const reading = readBetween(tokens.list, last + 1, next, columns.length || form.valueWidth);
    const label = labelSpan(text, tokens, anchor, last);
    if (own !== undefined) {
      found.push({ form: own, columns, label, run: reading.run });
      if (isAltered(text, tokens, anchor, own, label, last)) altered.push({ span: label, official: own.label });
    } else if (reading.run.some((token) => token.kind === Kind.Value) && !hasOwn(`${anchor.form.id}.1`)) added.push(label);
    const nextForm = anchors[i + 1]?.form.id;
    claimOthers(text, reading, form, unclaimed, nextForm, found, altered, added);
  });
  const firstColumn = commonFirstColumn(found);
  const rows = found.map((row) => rowOf(text, row, firstColumn)).sort((a, b) => a.label.start - b.label.start);
  const missing = rowsOf(form).filter((row) => !rows.some((other) => other.form.id === row.id));
  const header = printedSpan(text, tokens, sighting.from, 1);
  const whole = rows.reduce((all, row) => cover(all, row.span), header);
  return {
    id: form.id,
    form,
    edition,
    evidence: sighting.evidence?.edition === edition ? sighting.evidence.span : undefined,
    span: whole,
    rows,
    missing,
    added,
    altered: [...findAlteredColumns(tokens, sighting, form), ...altered].sort((a, b) => a.span.start - b.span.start),
  };
}

/** Words with values that no label claims are rows whose label was altered, where one of the missing rows resembles them; else added rows. */
function claimOthers(
  text: string,
  reading: Reading,
  form: TableForm,
  unclaimed: RowForm[],
  next: string | undefined,
  found: FoundRow[],
  altered: AlteredLabel[],
  added: Span[],
): void {
  for (const { words, run } of reading.others) {
    const last = words.at(-1);
    if (last === undefined) {
      found[found.length - 1] = { ...found.at(-1)!, run: [...(found.at(-1)?.run ?? []), ...run] };
      continue;
    }
    const printed = span(last.start, last.end);
    const folded = fold(text.slice(last.start, last.end));
    const likeness = (row: RowForm): number => Math.max(...[row.label, ...row.accepted].map((label) => similarity(folded, fold(label))));
    const best = unclaimed.filter((row) => next === undefined || isBefore(form, row.id, next)).sort((a, b) => likeness(b) - likeness(a))[0];
    if (best !== undefined && likeness(best) >= 0.5) {
      unclaimed.splice(unclaimed.indexOf(best), 1);
      found.push({ form: best, columns: columnsOf(form, best.id), label: printed, run });
      altered.push({ span: printed, official: best.label });
    } else if (run.some((token) => token.kind === Kind.Value)) added.push(printed);
  }
}

const isBefore = (form: TableForm, row: string, other: string): boolean =>
  rowsOf(form).findIndex(({ id }) => id === row) < rowsOf(form).findIndex(({ id }) => id === other);

/** The label to the end of its cell: words behind it go on with it. */
function labelSpan(text: string, tokens: Tokens, anchor: Anchor, last: number): Span {
  const printed = printedSpan(text, tokens, anchor.at, anchor.length);
  return span(printed.start, Math.max(printed.end, tokens.list[last]!.end));
}

/** A cut-off label in unmarked text may go on behind its numbers: only a marked cell shows the whole label. */
function isAltered(text: string, tokens: Tokens, anchor: Anchor, form: RowForm, label: Span, last: number): boolean {
  const spellings = [form.label, ...form.accepted].map((spelling) => bare(fold(spelling)));
  if (!anchor.whole && !tokens.list[last]!.marked) return false;
  const printed = bare(anchor.whole ? tokens.folded.slice(anchor.at, anchor.at + anchor.length) : fold(text.slice(label.start, label.end)));
  return !spellings.some((spelling) => spelling === printed || spelling.startsWith(`${printed}(`) || printed.startsWith(`${spelling}(`));
}

/** A label without its enumeration and marks. */
const bare = (folded: string): string => folded.replace(/^(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+[.,]|\d+[.,]?)/, '').replace(/[.,:]/g, '');

/** The grid column in which most rows of a tab or bar layout have their first value. */
function commonFirstColumn(found: readonly FoundRow[]): number | undefined {
  const votes = new Map<number, number>();
  for (const { run, columns } of found) {
    const fitted = run.every((token) => token.column >= 0) ? fitRow(run, columns.length, undefined) : undefined;
    const first = fitted?.[0];
    if (first !== undefined && fitted!.some((token) => token.kind === Kind.Value)) votes.set(first.column, (votes.get(first.column) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function rowOf(text: string, { form, columns, label, run }: FoundRow, firstColumn: number | undefined): Row {
  const fitted = fitRow(run, columns.length, firstColumn);
  const cells = fitted?.map((token, i) => cellOf(text, token, columns[i]!)) ?? [];
  const filled = run.filter((token) => token.kind !== Kind.Empty).length;
  const end = Math.max(label.end, ...(fitted ?? run).map((token) => token.end));
  return {
    form,
    columns,
    label,
    cells,
    found: filled > columns.length ? filled : Math.max(filled, fitted === undefined ? Math.min(run.length, columns.length - 1) : columns.length),
    span: span(label.start, end),
  };
}

function cellOf(text: string, token: Token, column: ColumnForm): Cell {
  if (token.kind === Kind.Empty) return { column, span: span(token.start, token.start), value: BLANK };
  return { column, span: span(token.start, token.end), value: readValue(text.slice(token.start, token.end), column.unit) };
}

/** All rows stand side by side in the first line of values below the headers that is as wide as the table. */
function readAcross(text: string, tokens: Tokens, sighting: Sighting, edition: EditionId, form: TableForm): Table {
  const { columns, rows } = form.blocks[0]!;
  const width = columns.length * rows.length;
  const first = tokenAt(tokens, sighting.from);
  let fitted: readonly Token[] | undefined;
  let found: readonly Token[] = [];
  for (let i = first; i < tokens.list.length && fitted === undefined && tokens.list[i]!.kind !== Kind.Wall; i++) {
    if (tokens.list[i]!.kind === Kind.Words) continue;
    const { run } = readBetween(tokens.list, i, tokens.list.length, width);
    const filled = run.filter((token) => token.kind === Kind.Value);
    if (filled.length > found.length) found = filled;
    fitted = fitRow(run, width, undefined);
    while (i + 1 < tokens.list.length && run.includes(tokens.list[i + 1]!)) i++;
  }
  const header = printedSpan(text, tokens, sighting.from, 1);
  const read = rows.map((row, i): Row => {
    const anchor = sighting.anchors.find(({ form: { id } }) => id === row.id);
    const label = anchor === undefined ? header : printedSpan(text, tokens, anchor.at, anchor.length);
    const own = fitted?.slice(i * columns.length, (i + 1) * columns.length) ?? [];
    const cells = own.map((token, j) => cellOf(text, token, columns[j]!));
    return {
      form: row,
      columns,
      label,
      cells,
      found: fitted === undefined ? found.length : columns.length,
      span: cells.length === 0 ? label : span(cells[0]!.span.start, cells.at(-1)!.span.end),
    };
  });
  const whole = [...read.map((row) => row.span), ...found].reduce<Span>((all, part) => cover(all, part), header);
  return { id: form.id, form, edition, evidence: undefined, span: whole, rows: read, missing: [], added: [], altered: [] };
}
