import type { Cell, Report, Row, Table } from '../model/report';
import { alikeFrom } from '../text/alike';
import { Lines } from '../text/lines';
import { span, type Span } from '../text/span';
import { readValue } from '../text/value';
import { dividing, type Frame } from './frame';
import { isPlainNumber } from './line-parts';
import { ReadCell } from './row-of';
import { tokenize } from './tokenize';
import { Kind, PARAGRAPH_MARK, type Tokens } from './tokens';

/**
 * The tables of a text in which some words are other than in a report that was read, where that cannot matter to how
 * tables are read: their cells are told by the tokens, and a paragraph is the same token whatever it says, and so is a
 * number whatever number it is. They are those of the report, moved by what was inserted or taken away, with the cells
 * that were edited read anew. `undefined` where more changed: then the tables have to be read.
 */
export function tablesAfterEdit(before: Report, after: Frame, room: Tokens): readonly Table[] | undefined {
  const edited = areAlike(before, after) ? editedTokens(before, after, room) : undefined;
  if (edited === undefined) return undefined;
  const numbers = edited.filter(({ kind }) => kind === Kind.Value);
  // Which of several tables a number belongs to, and to which column, other numbers may tell.
  if (numbers.length > 0 && before.tables.some(({ weighed }) => weighed)) return undefined;
  const mover = new Mover(after.text, edited);
  const tables = before.tables.map((table) => mover.table(table));
  return mover.isLost || !numbers.every((number) => mover.readings(number) === 1) ? undefined : tables;
}

/** Whether two texts have the same lines that divide them, and the same year, which tells forms apart. */
function areAlike(before: Report, after: Frame): boolean {
  if (before.legible !== before.text || after.text !== after.printed) return false;
  if (before.lines.count !== after.lines.count || before.year?.value !== after.year?.value) return false;
  const { walls, headers } = dividing({ ...before, text: before.legible });
  return areEqual(walls, after.walls) && areEqual(headers, after.headers);
}

const areEqual = (some: readonly number[], others: readonly number[]): boolean =>
  some.length === others.length && some.every((item, i) => item === others[i]);

/** A token that says something else than before. */
interface EditedToken extends Span {
  readonly kind: Kind.Words | Kind.Value;
  /** By how much what stands behind it has moved. */
  readonly moved: number;
}

/**
 * The paragraphs and plain numbers that were edited, where nothing else was; all lines have the same tokens before and
 * after then.
 */
function editedTokens(before: Report, after: Frame, room: Tokens): readonly EditedToken[] | undefined {
  const edited: EditedToken[] = [];
  const dividers = new Set([...after.walls, ...after.headers]);
  let [at, atNow, next] = [0, 0, 0];
  for (;;) {
    const same = alikeFrom(before.text, at, after.text, atNow);
    if (at + same === before.text.length && atNow + same === after.text.length) return edited;
    const line = before.lines.lineAt(at + same);
    const [was, is] = [before.lines.span(line), after.lines.span(line)];
    const [old, now] = [before.text.slice(was.start, was.end), after.text.slice(is.start, is.end)];
    // What stands before the line is alike only if it has moved by as much, and its end only if it is not what differs.
    const isWithin = line >= next && old !== now && was.start - at === is.start - atNow;
    if (!isWithin || dividers.has(line)) return undefined;
    const tokens = differingTokens(old, now, room);
    if (tokens === undefined || edited.length + tokens.length > MOST_EDITED) return undefined;
    for (const { kind, start, end, moved } of tokens)
      edited.push({ kind, start: was.start + start, end: was.start + end, moved: is.start - was.start + moved });
    [at, atNow, next] = [was.end, is.end, line + 1];
  }
}

/** More is no typing. */
const MOST_EDITED = 8;

/**
 * The tokens of a line that say something else in another, where the two have the same tokens with the same between
 * them; `undefined` where they have not, or where what differs is no paragraph or plain number in both.
 */
function differingTokens(old: string, now: string, room: Tokens): readonly EditedToken[] | undefined {
  const [were, are] = [tokensOf(old, room), tokensOf(now, room)];
  if (were.length !== are.length || were.length === 0) return undefined;
  const differing: EditedToken[] = [];
  let [oldEnd, nowEnd] = [0, 0];
  for (const [i, was] of were.entries()) {
    const is = are[i]!;
    if (was.what !== is.what || old.slice(oldEnd, was.start) !== now.slice(nowEnd, is.start)) return undefined;
    [oldEnd, nowEnd] = [was.end, is.end];
    if (old.slice(was.start, was.end) === now.slice(is.start, is.end)) continue;
    if (was.open === undefined || is.open === undefined) return undefined;
    differing.push({ kind: was.open, start: was.start, end: was.end, moved: nowEnd - oldEnd });
  }
  return old.slice(oldEnd) === now.slice(nowEnd) ? differing : undefined;
}

interface LineToken extends Span {
  /** All of it that reading goes by, but for its place. */
  readonly what: string;
  /** What may say something else: a paragraph or a plain number. */
  readonly open: EditedToken['kind'] | undefined;
}

function tokensOf(line: string, room: Tokens): readonly LineToken[] {
  const tokens = tokenize(line, Lines.of(line), [], [], room);
  return Array.from({ length: tokens.count }, (_, token): LineToken => {
    const [kind, words, start, end] = [tokens.kind(token), tokens.words(token), tokens.start(token), tokens.end(token)];
    const isOpen = kind === Kind.Words ? words === PARAGRAPH_MARK : isPlainNumber(line, start, end);
    return {
      start,
      end,
      what: `${kind} ${tokens.column(token)} ${tokens.isMarked(token)} ${words}`,
      open: isOpen && (kind === Kind.Words || kind === Kind.Value) ? kind : undefined,
    };
  });
}

/** Moves what was read to where it stands after an edit. */
class Mover {
  /** Whether something begins or ends within what was edited, so that its place cannot be told. */
  isLost = false;
  private readonly reread: EditedToken[] = [];

  /** `edited` in printed order. */
  constructor(
    private readonly text: string,
    private readonly edited: readonly EditedToken[],
  ) {}

  /** How many cells a number was read as. */
  readings(number: EditedToken): number {
    return this.reread.filter((other) => other === number).length;
  }

  table(table: Table): Table {
    const { span: whole, evidence, headers, rows, added, altered } = table;
    const spanned = <Spanned extends { readonly span: Span }>(each: Spanned): Spanned => ({
      ...each,
      span: this.span(each.span),
    });
    return {
      ...table,
      span: this.span(whole),
      evidence: evidence.map(spanned),
      headers: headers.map(spanned),
      rows: rows.map((row) => this.row(row)),
      added: added.map((each) => this.span(each)),
      altered: altered.map(spanned),
    };
  }

  private row(row: Row): Row {
    return {
      form: row.form,
      columns: row.columns,
      label: this.span(row.label),
      cells: row.cells.map((cell) => this.cell(cell)),
      unread: row.unread.map((each) => this.span(each)),
      found: row.found,
      span: this.span(row.span),
    };
  }

  private cell({ column, span: { start, end }, value }: Cell): Cell {
    const [from, to] = [this.offset(start), this.offset(end)];
    const edited = this.edited.find((token) => token.start === start && token.end === end);
    if (edited === undefined) return new ReadCell(column, value, from, to);
    this.reread.push(edited);
    return new ReadCell(column, readValue(this.text, from, to, column.unit), from, to);
  }

  private span({ start, end }: Span): Span {
    return span(this.offset(start), this.offset(end));
  }

  private offset(offset: number): number {
    let moved = 0;
    for (const edited of this.edited) {
      if (offset <= edited.start) break;
      if (offset < edited.end) this.isLost = true;
      ({ moved } = edited);
    }
    return offset + moved;
  }
}
