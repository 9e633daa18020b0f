import type { Edition } from '../formats/editions';
import type { AlteredLabel, Table } from '../model/report';
import { fold } from '../text/fold';
import { resembles, similarity } from '../text/similarity';
import { coverAll, inOrder, span, type Span } from '../text/span';
import { readAcross } from './across';
import { printedSpan, type Anchor } from './anchors';
import { findAlteredColumns, findHeaders } from './columns';
import { bareLabel, HEADER_WORDS, headersOfForm, rowsOfForm, type RowLookup } from './lookup';
import { formAsPrinted } from './mixed-form';
import { placeRows } from './placing';
import { relationsDown } from './relations';
import { rowOf, type FoundRow } from './row-of';
import { readBetween, type Reading } from './rows';
import type { Sighting } from './sightings';
import { Kind, type Tokens } from './tokens';

/** Reads the values of a table that was found, on the edition it was filled in on. */
export function readTable(text: string, tokens: Tokens, sighting: Sighting, edition: Edition): Table {
  return edition.tables[sighting.lookup.id].direction === 'across'
    ? readAcross(text, tokens, sighting, edition)
    : readDown(text, tokens, sighting, edition);
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
    found.map((row, i) => rowOf(text, tokens, row, placed.rows[i])),
    ({ label }) => label.start,
  );
  const header = printedSpan(text, tokens, sighting.from, 1);
  return {
    id: form.id,
    form,
    direction: 'down',
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
    weighed: placed.weighed,
    shape: {},
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

  private isAltered(anchor: Anchor, { spellings, wordings }: RowLookup, label: Span, last: number): boolean {
    const folded = anchor.whole
      ? this.tokens.folded.slice(anchor.at, anchor.at + anchor.length)
      : fold(this.text.slice(label.start, label.end));
    if (spellings.has(folded)) return false;
    const printed = bareLabel(folded);
    // Unmarked words may go on behind the numbers: only a marked cell is sure to show the whole label.
    const isSure =
      anchor.whole || this.tokens.isMarked(last) || !wordings.some((wording) => wording.startsWith(printed));
    return (
      isSure &&
      !wordings.some(
        (wording) => wording === printed || wording.startsWith(`${printed}(`) || printed.startsWith(`${wording}(`),
      )
    );
  }

  /** A value that is more than a stroke: 本年增/减 may break behind its own. */
  private isStated(token: number): boolean {
    const { tokens, text } = this;
    return tokens.kind(token) === Kind.Value && fold(text.slice(tokens.start(token), tokens.end(token))) !== '/';
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
      } else if (run.some((token) => this.isStated(token))) this.added.push(printed);
    }
  }
}

const RESEMBLANCE = 0.5;
const LONGEST_ROW = 7;
