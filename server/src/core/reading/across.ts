import type { Edition } from '../formats/editions';
import type { TableForm } from '../formats/types';
import type { Row, Table } from '../model/report';
import { fold } from '../text/fold';
import { coverAll, inOrder, span, type Span } from '../text/span';
import { printedSpan } from './anchors';
import { findHeaders } from './columns';
import { headersOfForm, rowsOfForm, type RowLookup } from './lookup';
import { placeRows } from './placing';
import { relationsAcross, relationsDown } from './relations';
import { cellOf, rowOf, type FoundRow } from './row-of';
import { firstRun, type Run } from './rows';
import type { Sighting } from './sightings';
import { Kind, type Tokens } from './tokens';

/**
 * Reads a table that lays its rows side by side in one line; some print them below each other instead, each behind or
 * below its own label.
 */
export function readAcross(text: string, tokens: Tokens, sighting: Sighting, edition: Edition): Table {
  const form = edition.tables[sighting.lookup.id];
  const line = readLine(text, tokens, sighting, form);
  const stacked = line.cells === undefined ? stackedRows(text, tokens, sighting, form) : undefined;
  const isStacked = stacked !== undefined && stacked.rows.length >= 2;
  const rows = isStacked ? stacked.rows : sideBySide(text, tokens, sighting, form, line);
  const header = printedSpan(text, tokens, sighting.from, 1);
  return {
    id: form.id,
    form,
    direction: isStacked ? 'down' : 'across',
    edition: edition.id,
    evidence: sighting.evidence?.words ?? [],
    span: coverAll(header, [...rows.map((row) => row.span), ...spansOf(tokens, line.found)]),
    headers: findHeaders(tokens, sighting, headersOfForm(form), rows),
    rows,
    missing: form.blocks[0]!.rows.filter(({ id }) => rows.every((row) => row.form.id !== id)),
    added: [],
    altered: [],
    weighed: line.weighed || stacked?.weighed === true,
    shape: {},
  };
}

/** The first line of values below the headers that is as wide as the table. */
interface Line {
  readonly cells: readonly number[] | undefined;
  /** The most values that stand in one line. */
  readonly found: readonly number[];
  readonly weighed: boolean;
}

function readLine(text: string, tokens: Tokens, sighting: Sighting, form: TableForm): Line {
  const { columns, rows } = form.blocks[0]!;
  const width = columns.length * rows.length;
  let found: readonly number[] = [];
  let weighed = false;
  for (const { run, next } of runsBelow(tokens, sighting.from, width)) {
    const filled = run.filter((token) => tokens.kind(token) === Kind.Value);
    if (filled.length > found.length) found = filled;
    if (filled.length < width && hasValueBeforeWords(tokens, next)) continue;
    const unplaced = { run, columns: rows.flatMap(() => columns) };
    const placed = placeRows(text, tokens, form, [unplaced], () => relationsAcross(form));
    const [cells] = placed.rows;
    weighed ||= placed.weighed;
    if (cells !== undefined) return { cells, found, weighed };
  }
  return { cells: undefined, found, weighed };
}

/** The runs of cells between a place of the folded words and the next heading, by their first token. */
function* runsBelow(tokens: Tokens, from: number, width: number): Generator<Run & { readonly first: number }> {
  for (let first = tokens.at(from); first < tokens.count && tokens.kind(first) !== Kind.Wall;) {
    const kind = tokens.kind(first);
    if (kind === Kind.Words || kind === Kind.RowEnd) {
      first++;
      continue;
    }
    const { run, next } = firstRun(tokens, first, tokens.count, width);
    yield { first, run, next };
    first = Math.max(next, first + 1);
  }
}

/** Values behind a row that has blanks may be its own. */
function hasValueBeforeWords(tokens: Tokens, from: number): boolean {
  for (let i = from; i < tokens.count; i++) {
    const kind = tokens.kind(i);
    if (kind === Kind.Value) return true;
    if (kind === Kind.Words || kind === Kind.Wall) return false;
  }
  return false;
}

function sideBySide(text: string, tokens: Tokens, sighting: Sighting, form: TableForm, line: Line): readonly Row[] {
  const { columns, rows } = form.blocks[0]!;
  const header = printedSpan(text, tokens, sighting.from, 1);
  return rows.map((row, i): Row => {
    const anchor = sighting.anchors.find(({ form: { id } }) => id === row.id);
    const label = anchor === undefined ? header : printedSpan(text, tokens, anchor.at, anchor.length);
    const run = line.cells?.slice(i * columns.length, (i + 1) * columns.length) ?? [];
    const cells = run.map((token, j) => cellOf(text, tokens, token, columns[j]!));
    return {
      form: row,
      columns,
      label,
      cells,
      unread: [],
      found: line.cells === undefined ? line.found.length : columns.length,
      span: cells.length === 0 ? label : span(cells[0]!.span.start, cells.at(-1)!.span.end),
    };
  });
}

/** Rows below each other: before the values of each stands its own label, whatever else stands there. */
function stackedRows(
  text: string,
  tokens: Tokens,
  sighting: Sighting,
  form: TableForm,
): Pick<Table, 'rows' | 'weighed'> {
  const found = new Map<RowLookup, FoundRow>();
  let from = sighting.from;
  for (const { first, run, next } of runsBelow(tokens, from, form.blocks[0]!.columns.length)) {
    if (!run.some((token) => tokens.kind(token) === Kind.Value)) continue;
    const named = lastLabel(tokens, form, from, tokens.place(first));
    if (named !== undefined && !found.has(named.lookup))
      found.set(named.lookup, {
        lookup: named.lookup,
        label: printedSpan(text, tokens, named.at, named.length),
        run,
      });
    from = next < tokens.count ? tokens.place(next) : tokens.folded.length;
  }
  const rows = [...found.values()];
  const unplaced = rows.map(({ lookup, run }) => ({ form: lookup.form, columns: lookup.columns, run }));
  const placed = placeRows(text, tokens, form, unplaced, () => relationsDown(form, unplaced, true));
  const ordered = inOrder(
    rows.map((row, i) => rowOf(text, tokens, row, placed.rows[i])),
    ({ label }) => label.start,
  );
  return { rows: ordered, weighed: placed.weighed };
}

/** A row with the place of its label in the folded words. */
interface NamedRow {
  readonly lookup: RowLookup;
  readonly at: number;
  readonly length: number;
}

/** The row label that stands nearest before a place. */
function lastLabel(tokens: Tokens, form: TableForm, from: number, to: number): NamedRow | undefined {
  const words = tokens.folded.slice(from, to);
  return [...rowsOfForm(form).values()]
    .flatMap((lookup): readonly NamedRow[] => {
      const label = fold(lookup.form.label);
      const at = words.lastIndexOf(label);
      return at < 0 ? [] : [{ lookup, at: from + at, length: label.length }];
    })
    .toSorted((a, b) => b.at - a.at)[0];
}

const spansOf = (tokens: Tokens, found: readonly number[]): readonly Span[] =>
  found.map((token) => span(tokens.start(token), tokens.end(token)));
