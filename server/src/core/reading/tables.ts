import { editionById } from '../formats/editions';
import type { ColumnForm, EditionId, TableForm } from '../formats/types';
import type { AlteredLabel, Cell, Row, Table } from '../model/report';
import { fold } from '../text/fold';
import { resembles, similarity } from '../text/similarity';
import { cover, span, type Span } from '../text/span';
import { BLANK, readValue } from '../text/value';
import { printedSpan, tokenAt, type Anchor } from './anchors';
import { findAlteredColumns, findHeaders } from './columns';
import { bareLabel, ROWS, type RowLookup } from './lookup';
import { fitRow, readBetween, type Reading } from './rows';
import type { Sighting } from './sightings';
import { Kind, type Token, type Tokens } from './tokens';

/** Reads the values of a table that was found, on the edition it was filled in on. */
export function readTable(text: string, tokens: Tokens, sighting: Sighting, edition: EditionId): Table {
  const form = editionById(edition).tables[sighting.lookup.id];
  return form.direction === 'across' ? readAcross(text, tokens, sighting, edition, form) : readDown(text, tokens, sighting, edition, form);
}

interface FoundRow {
  readonly own: RowLookup;
  readonly label: Span;
  readonly run: readonly Token[];
}

function readDown(text: string, tokens: Tokens, sighting: Sighting, edition: EditionId, form: TableForm): Table {
  const reader = new RowReader(text, tokens, ROWS[edition][form.id]);
  const { anchors } = sighting;
  const places = anchors.map((anchor) => tokenAt(tokens, anchor.at));
  anchors.forEach((anchor, i) => reader.read(anchor, places[i + 1] ?? tokens.list.length, anchors[i + 1]));
  const firstColumn = commonFirstColumn(reader.found);
  const rows = reader.found.map((row) => rowOf(text, row, firstColumn)).sort((a, b) => a.label.start - b.label.start);
  const header = printedSpan(text, tokens, sighting.from, 1);
  return {
    id: form.id,
    form,
    edition,
    evidence: sighting.evidence?.edition === edition ? sighting.evidence.span : undefined,
    span: rows.reduce((all, row) => cover(all, row.span), header),
    headers: findHeaders(tokens, sighting, form, rows),
    rows,
    missing: [...reader.unclaimed.values()].map((row) => row.form),
    added: reader.added,
    altered: [...findAlteredColumns(tokens, sighting, form), ...reader.altered].sort((a, b) => a.span.start - b.span.start),
  };
}

/** Gathers the rows of a table, label by label. */
class RowReader {
  readonly found: FoundRow[] = [];
  readonly altered: AlteredLabel[] = [];
  readonly added: Span[] = [];
  readonly unclaimed: Map<string, RowLookup>;

  constructor(
    private readonly text: string,
    private readonly tokens: Tokens,
    private readonly rows: ReadonlyMap<string, RowLookup>,
  ) {
    this.unclaimed = new Map(rows);
  }

  read(anchor: Anchor, until: number, next: Anchor | undefined): void {
    const own = this.rows.get(anchor.form.id);
    const last = tokenAt(this.tokens, anchor.at + anchor.length - 1);
    const reading = readBetween(this.tokens.list, last + 1, until, own?.columns.length ?? LONGEST_ROW);
    const printed = printedSpan(this.text, this.tokens, anchor.at, anchor.length);
    // Words behind the label in its cell go on with it.
    const label = span(printed.start, Math.max(printed.end, this.tokens.list[last]!.end));
    if (own !== undefined) {
      this.found.push({ own, label, run: reading.run });
      this.unclaimed.delete(anchor.form.id);
      if (this.isAltered(anchor, own, label, last)) this.altered.push({ span: label, official: own.form.label });
    } else if (reading.run.some((token) => token.kind === Kind.Value) && !this.rows.has(`${anchor.form.id}.1`)) this.added.push(label);
    if (reading.others.length > 0) this.claim(reading, next);
  }

  /** A cut-off label in unmarked text may go on behind its numbers: only a marked cell shows the whole label. */
  private isAltered(anchor: Anchor, { wordings }: RowLookup, label: Span, last: number): boolean {
    if (!anchor.whole && !this.tokens.list[last]!.marked) return false;
    const printed = bareLabel(anchor.whole ? this.tokens.folded.slice(anchor.at, anchor.at + anchor.length) : fold(this.text.slice(label.start, label.end)));
    return !wordings.some((wording) => wording === printed || wording.startsWith(`${printed}(`) || printed.startsWith(`${wording}(`));
  }

  /** Words with values that no label claims are rows whose label was altered, where one of the missing rows resembles them; else added rows. */
  private claim({ others }: Reading, next: Anchor | undefined): void {
    const end = (next === undefined ? undefined : this.rows.get(next.form.id)?.place) ?? Number.MAX_SAFE_INTEGER;
    for (const { words, run } of others) {
      const last = words.at(-1);
      if (last === undefined) {
        const above = this.found.pop();
        if (above !== undefined) this.found.push({ ...above, run: [...above.run, ...run] });
        continue;
      }
      const printed = span(last.start, last.end);
      const folded = bareLabel(fold(this.text.slice(last.start, last.end)));
      const best = [...this.unclaimed.values()]
        .filter(({ place, wordings }) => place < end && wordings.some((wording) => resembles(folded, wording, RESEMBLANCE)))
        .map((row) => ({ row, likeness: Math.max(...row.wordings.map((wording) => similarity(folded, wording))) }))
        .sort((a, b) => b.likeness - a.likeness)[0]?.row;
      if (best !== undefined) {
        this.unclaimed.delete(best.form.id);
        this.found.push({ own: best, label: printed, run });
        // Unmarked words may go on behind the values.
        if (last.marked || !best.wordings.some((wording) => wording.includes(folded))) this.altered.push({ span: printed, official: best.form.label });
      } else if (run.some((token) => token.kind === Kind.Value)) this.added.push(printed);
    }
  }
}

const RESEMBLANCE = 0.5;
const LONGEST_ROW = 7;

/** The grid column in which most rows of a tab or bar layout have their first value. */
function commonFirstColumn(found: readonly FoundRow[]): number | undefined {
  const votes = new Map<number, number>();
  for (const { run, own } of found) {
    if (run.length === 0 || run[0]!.column < 0) continue;
    const fitted = fitRow(run, own.columns.length, undefined);
    if (fitted === undefined || fitted.every((token) => token.kind === Kind.Empty)) continue;
    const { column } = fitted[0]!;
    votes.set(column, (votes.get(column) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function rowOf(text: string, { own, label, run }: FoundRow, firstColumn: number | undefined): Row {
  const { form, columns } = own;
  const fitted = fitRow(run, columns.length, firstColumn);
  if (fitted === undefined)
    return { form, columns, label, cells: [], found: valuesIn(run, columns.length), span: span(label.start, Math.max(label.end, run.at(-1)?.end ?? 0)) };
  const cells = fitted.map((token, i) => cellOf(text, token, columns[i]!));
  return {
    form,
    columns,
    label,
    cells,
    found: columns.length,
    span: span(Math.min(label.start, cells[0]!.span.start), Math.max(label.end, cells.at(-1)!.span.end)),
  };
}

/** How many values stand in a row that does not fit: its filled cells where they are too many, else the marked cells. */
function valuesIn(run: readonly Token[], width: number): number {
  const filled = run.filter((token) => token.kind !== Kind.Empty).length;
  return filled > width ? filled : Math.max(filled, Math.min(run.length, width - 1));
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
  return {
    id: form.id,
    form,
    edition,
    evidence: undefined,
    span: whole,
    headers: findHeaders(tokens, sighting, form, read),
    rows: read,
    missing: [],
    added: [],
    altered: [],
  };
}
