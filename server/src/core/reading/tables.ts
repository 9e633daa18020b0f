import type { Edition } from '../formats/editions';
import type { ColumnForm } from '../formats/types';
import type { AlteredLabel, Cell, Row, Table } from '../model/report';
import { fold } from '../text/fold';
import { resembles, similarity } from '../text/similarity';
import { coverAll, inOrder, span, type Span } from '../text/span';
import { BLANK, readValue, type Value } from '../text/value';
import { printedSpan, type Anchor } from './anchors';
import { findAlteredColumns, findHeaders } from './columns';
import { bareLabel, HEADER_WORDS, headersOfForm, rowsOfForm, type RowLookup } from './lookup';
import { formAsPrinted } from './mixed-form';
import { placeRows } from './placing';
import { relationsAcross, relationsDown } from './relations';
import { firstRun, readBetween, type Reading } from './rows';
import type { Sighting } from './sightings';
import { Kind, type Tokens } from './tokens';

/** Reads the values of a table that was found, on the edition it was filled in on. */
export function readTable(text: string, tokens: Tokens, sighting: Sighting, edition: Edition): Table {
  return edition.tables[sighting.lookup.id].direction === 'across'
    ? readAcross(text, tokens, sighting, edition)
    : readDown(text, tokens, sighting, edition);
}

interface FoundRow {
  readonly lookup: RowLookup;
  readonly label: Span;
  /** Grows by further values without words. */
  readonly run: number[];
}

function readDown(text: string, tokens: Tokens, sighting: Sighting, edition: Edition): Table {
  const { lookup, anchors } = sighting;
  const form = formAsPrinted(tokens, sighting, edition.tables[lookup.id]);
  const reader = new RowReader(text, tokens, rowsOfForm(form), lookup.index.spellings);
  const places = anchors.map((anchor) => tokens.at(anchor.at));
  anchors.forEach((anchor, i) => reader.read(anchor, places[i]!, places[i + 1] ?? tokens.count, anchors[i + 1]));
  const { found, added } = reader;
  const unplaced = found.map(({ lookup, run }) => ({ form: lookup.form, columns: lookup.columns, run }));
  const placed = placeRows(text, tokens, form, unplaced, () => relationsDown(form, unplaced, added.length === 0));
  const rows = inOrder(
    found.map((row, i) => rowOf(text, tokens, row, placed[i])),
    ({ label }) => label.start,
  );
  const header = printedSpan(text, tokens, sighting.from, 1);
  return {
    id: form.id,
    form,
    edition: edition.id,
    evidence: sighting.evidence?.words ?? [],
    span: coverAll(
      header,
      rows.map((row) => row.span),
    ),
    headers: findHeaders(tokens, sighting, headersOfForm(form), rows),
    rows,
    missing: reader.unclaimed.map((row) => row.form),
    added,
    altered: inOrder(
      [...findAlteredColumns(tokens, sighting, headersOfForm(form)), ...reader.altered],
      (label) => label.span.start,
    ),
  };
}

/** Gathers the rows of a table, label by label. */
class RowReader {
  readonly found: FoundRow[] = [];
  readonly altered: AlteredLabel[] = [];
  readonly added: Span[] = [];
  private readonly claimed = new Set<string>();

  constructor(
    private readonly text: string,
    private readonly tokens: Tokens,
    private readonly rows: ReadonlyMap<string, RowLookup>,
    private readonly labels: ReadonlySet<string>,
  ) {}

  /** The form's rows that no label claimed so far. */
  get unclaimed(): readonly RowLookup[] {
    return [...this.rows.values()].filter(({ form }) => !this.claimed.has(form.id));
  }

  read(anchor: Anchor, first: number, until: number, next: Anchor | undefined): void {
    const lookup = this.rows.get(anchor.form.id);
    const { tokens } = this;
    const end = anchor.at + anchor.length;
    const last = tokens.placeEnd(first) >= end ? first : tokens.at(end - 1);
    const reading = readBetween(tokens, last + 1, until, lookup?.columns.length ?? LONGEST_ROW, this.labels);
    const printed = printedSpan(this.text, tokens, anchor.at, anchor.length);
    // Words behind the label in its cell go on with it, unless the next label stands there too.
    const isShared = next !== undefined && next.at < tokens.placeEnd(last);
    const label = span(printed.start, isShared ? printed.end : Math.max(printed.end, tokens.end(last)));
    if (lookup !== undefined) {
      this.found.push({ lookup, label, run: reading.run });
      this.claimed.add(anchor.form.id);
      if (this.isAltered(anchor, lookup, label, last)) this.altered.push({ span: label, official: lookup.form.label });
    } else if (reading.run.some((token) => tokens.kind(token) === Kind.Value) && !this.rows.has(`${anchor.form.id}.1`))
      this.added.push(label);
    if (reading.others.length > 0) this.claim(reading, next);
  }

  /** A cut-off label in unmarked text may go on behind its numbers: only a marked cell shows the whole label. */
  private isAltered(anchor: Anchor, { spellings, wordings }: RowLookup, label: Span, last: number): boolean {
    if (!anchor.whole && !this.tokens.isMarked(last)) return false;
    const folded = anchor.whole
      ? this.tokens.folded.slice(anchor.at, anchor.at + anchor.length)
      : fold(this.text.slice(label.start, label.end));
    if (spellings.has(folded)) return false;
    const printed = bareLabel(folded);
    return !wordings.some(
      (wording) => wording === printed || wording.startsWith(`${printed}(`) || printed.startsWith(`${wording}(`),
    );
  }

  /**
   * Words with values that no label claims are rows whose label was altered, where one of the missing rows resembles
   * them; else added rows.
   */
  private claim({ others }: Reading, next: Anchor | undefined): void {
    const end = (next === undefined ? undefined : this.rows.get(next.form.id)?.place) ?? Number.MAX_SAFE_INTEGER;
    for (const { words, run } of others) {
      const last = words.at(-1);
      if (last === undefined) {
        const above = this.found.at(-1);
        if (above !== undefined) for (const token of run) above.run.push(token);
        continue;
      }
      const printed = span(this.tokens.start(last), this.tokens.end(last));
      const folded = bareLabel(fold(this.text.slice(printed.start, printed.end)));
      const isHeader = HEADER_WORDS.has(folded);
      const isLike = (wording: string): boolean =>
        isHeader ? wording === folded : resembles(folded, wording, RESEMBLANCE);
      const best = this.unclaimed
        .filter(({ place, wordings }) => place < end && wordings.some(isLike))
        .map((row) => ({ row, likeness: Math.max(...row.wordings.map((wording) => similarity(folded, wording))) }))
        .sort((a, b) => b.likeness - a.likeness)[0]?.row;
      if (best !== undefined) {
        this.claimed.add(best.form.id);
        this.found.push({ lookup: best, label: printed, run });
        // Unmarked words may go on behind the values.
        const isBeginning = !this.tokens.isMarked(last) && best.wordings.some((wording) => wording.includes(folded));
        if (!isBeginning && !best.wordings.includes(folded))
          this.altered.push({ span: printed, official: best.form.label });
      } else if (run.some((token) => this.tokens.kind(token) === Kind.Value)) this.added.push(printed);
    }
  }
}

const RESEMBLANCE = 0.5;
const LONGEST_ROW = 7;

function rowOf(
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

function cellOf(text: string, tokens: Tokens, token: number, column: ColumnForm): Cell {
  const start = tokens.start(token);
  if (tokens.kind(token) === Kind.Empty) return new ReadCell(column, BLANK, start, start);
  const end = tokens.end(token);
  return new ReadCell(column, readValue(text, start, end, column.unit), start, end);
}

/** Most of a report is cells, and few of them are ever looked at: their spans are made when asked for. */
class ReadCell implements Cell {
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

/** Values behind a row that has blanks may be its own. */
function hasValueBeforeWords(tokens: Tokens, from: number): boolean {
  for (let i = from; i < tokens.count; i++) {
    const kind = tokens.kind(i);
    if (kind === Kind.Value) return true;
    if (kind === Kind.Words || kind === Kind.Wall) return false;
  }
  return false;
}

/** All rows stand side by side in the first line of values below the headers that is as wide as the table. */
function readAcross(text: string, tokens: Tokens, sighting: Sighting, edition: Edition): Table {
  const form = edition.tables[sighting.lookup.id];
  const { columns, rows } = form.blocks[0]!;
  const width = columns.length * rows.length;
  let fitted: readonly number[] | undefined;
  let found: readonly number[] = [];
  for (let i = tokens.at(sighting.from); i < tokens.count && fitted === undefined;) {
    const kind = tokens.kind(i);
    if (kind === Kind.Wall) break;
    if (kind === Kind.Words) {
      i++;
      continue;
    }
    const { run, next } = firstRun(tokens, i, tokens.count, width);
    const filled = run.filter((token) => tokens.kind(token) === Kind.Value);
    if (filled.length > found.length) found = filled;
    const isTorn = filled.length < width && hasValueBeforeWords(tokens, next);
    if (!isTorn)
      [fitted] = placeRows(text, tokens, form, [{ run, columns: rows.flatMap(() => columns) }], () =>
        relationsAcross(form),
      );
    i = next;
  }
  const header = printedSpan(text, tokens, sighting.from, 1);
  const read = rows.map((row, i): Row => {
    const anchor = sighting.anchors.find(({ form: { id } }) => id === row.id);
    const label = anchor === undefined ? header : printedSpan(text, tokens, anchor.at, anchor.length);
    const run = fitted?.slice(i * columns.length, (i + 1) * columns.length) ?? [];
    const cells = run.map((token, j) => cellOf(text, tokens, token, columns[j]!));
    return {
      form: row,
      columns,
      label,
      cells,
      unread: [],
      found: fitted === undefined ? found.length : columns.length,
      span: cells.length === 0 ? label : span(cells[0]!.span.start, cells.at(-1)!.span.end),
    };
  });
  const values = found.map((token) => span(tokens.start(token), tokens.end(token)));
  const whole = coverAll(header, [...read.map((row) => row.span), ...values]);
  return {
    id: form.id,
    form,
    edition: edition.id,
    evidence: sighting.evidence?.words ?? [],
    span: whole,
    headers: findHeaders(tokens, sighting, headersOfForm(form), read),
    rows: read,
    missing: [],
    added: [],
    altered: [],
  };
}
