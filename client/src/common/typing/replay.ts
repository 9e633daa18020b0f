import { Lines } from '../../../../server/src/core/text/lines';
import type { Key } from './key-effect';
import { applied, type Change, difference, erased, selected, type State, typed } from './state';

/** What is asked of the window; an edit is made only in the very text that `shown` was when it was asked for. */
export type Order =
  | { readonly kind: 'edit'; readonly changes: readonly Change[] }
  | { readonly kind: 'select'; readonly anchor: number; readonly active: number };

/** How all stood before a change that looks like an order's edit, and what was told from it on. */
interface Echo {
  readonly shown: State;
  readonly meant: State | undefined;
  readonly isCaretFree: boolean;
  readonly since: (() => void)[];
}

/** A key with what it leaves in a text where it is not bound. */
export interface BoundKey {
  readonly key: Key;
  readonly leaves: RegExp;
}

/**
 * The keys of a command reach an extension behind the keys that were typed after them: those are in the window by
 * then, at the place from which the command was to lead away. So two states are kept: `shown`, what the window shows
 * as far as it has told, and `meant`, what it would show had each key waited for the one before it. The orders make the
 * one the other, and whatever is typed meanwhile is done to both, so that at the latest at the first pause nothing is
 * where it was not meant. All that the window tells has to be told here, in its order.
 */
export class Replay {
  private meant: State | undefined;
  private sent: Order | undefined;
  /** Nothing was told since the last order. */
  private isQuiet = true;
  /** The user has put the caret elsewhere: it stays there. */
  private isCaretFree = false;
  /** What was taken for the edit that is under way, until it is answered. */
  private echo: Echo | undefined;

  constructor(private shown: State) {}

  /** Everything is as it was meant, and nothing is under way. */
  get isSettled(): boolean {
    return this.meant === undefined && this.sent === undefined;
  }

  press(effect: (state: State) => State): void {
    this.echo?.since.push(() => this.press(effect));
    this.isCaretFree = false;
    this.meant = effect(this.meant ?? this.shown);
  }

  /**
   * The key that left this change. Keys that come right behind the one that brought the caret into a table are bound
   * too late: they leave a tab or a line end in the text.
   */
  keyOf([change, another]: readonly Change[], keys: readonly BoundKey[]): Key | undefined {
    const { start, end } = selected(this.shown);
    if (change === undefined || another !== undefined || change.start !== start || change.end !== end) return undefined;
    return keys.find(({ leaves }) => leaves.test(change.text))?.key;
  }

  /** The window typed the text of a key that was meant to be pressed. */
  pressedAsText(changes: readonly Change[], effect: (state: State) => State): void {
    this.echo?.since.push(() => this.pressedAsText(changes, effect));
    this.isQuiet = false;
    this.isCaretFree = false;
    this.meant = effect(this.meant ?? this.shown);
    this.show(changes);
    this.moveCaret(changes[0]!);
  }

  changed(changes: readonly Change[]): void {
    this.isQuiet = false;
    if (this.echo !== undefined) this.echo.since.push(() => this.changed(changes));
    else if (this.sent?.kind === 'edit' && isSame(this.sent.changes, changes)) {
      this.echo = { shown: this.shown, meant: this.meant, isCaretFree: this.isCaretFree, since: [] };
      this.echo.since.push(() => this.changed(changes));
      this.show(changes);
      return;
    }
    const [change, another] = changes;
    const { start, end } = selected(this.shown);
    const isAlone = change !== undefined && another === undefined;
    if (isAlone && change.text !== '' && change.start === start && change.end === end) {
      if (this.meant !== undefined) this.meant = typed(this.meant, change.text);
    } else if (isAlone && change.text === '' && change.end === end && (start < end ? change.start === start : true)) {
      if (this.meant !== undefined) this.meant = erased(this.meant);
    } else {
      if (this.meant !== undefined) this.meant = afterOthers(this.shown, this.meant, changes);
      this.show(changes);
      return;
    }
    this.show(changes);
    this.moveCaret(change);
  }

  selected(anchor: number, active: number, byUser: boolean): void {
    this.echo?.since.push(() => this.selected(anchor, active, byUser));
    this.isQuiet = false;
    const isMoved = anchor !== this.shown.anchor || active !== this.shown.active;
    this.shown = { ...this.shown, anchor, active };
    if (isMoved && byUser) this.isCaretFree = true;
  }

  /** What is to be done next; `undefined` where nothing is, or an order is not answered yet. */
  order(): Order | undefined {
    if (this.sent !== undefined || this.meant === undefined) return undefined;
    const changes = difference(this.shown.text, this.meant.text);
    const { anchor, active } = this.meant;
    const isThere = this.isCaretFree || (anchor === this.shown.anchor && active === this.shown.active);
    if (changes.length > 0) this.sent = { kind: 'edit', changes };
    else if (!isThere) this.sent = { kind: 'select', anchor, active };
    else this.meant = undefined;
    this.isQuiet = true;
    return this.sent;
  }

  /** The window has answered the last order, and before that told all that came of it. */
  answered(isDone: boolean): void {
    const { sent, echo } = this;
    this.sent = undefined;
    this.echo = undefined;
    if (echo !== undefined && !isDone) this.takeBack(echo);
    if (!this.isQuiet || sent === undefined) return;
    if (sent.kind === 'select') this.shown = { ...this.shown, anchor: sent.anchor, active: sent.active };
    // It can never be done: nothing has come between.
    if (!isDone || sent.kind === 'edit') this.meant = undefined;
  }

  /** It was no edit of ours: somebody typed the same at the same place before it came, and so it could not be made. */
  private takeBack({ shown, meant, isCaretFree, since }: Echo): void {
    this.shown = shown;
    this.meant = meant;
    this.isCaretFree = isCaretFree;
    for (const event of since) event();
  }

  private show(changes: readonly Change[]): void {
    // Where the caret goes, the window tells; where it tells nothing the line and column are the same.
    const before = Lines.of(this.shown.text);
    const text = applied(this.shown.text, changes);
    const after = Lines.of(text);
    const moved = (offset: number): number => after.offset(before.position(offset));
    this.shown = { text, anchor: moved(this.shown.anchor), active: moved(this.shown.active) };
  }

  private moveCaret({ start, text }: Change): void {
    this.shown = { ...this.shown, anchor: start + text.length, active: start + text.length };
  }
}

const isSame = (some: readonly Change[], others: readonly Change[]): boolean =>
  JSON.stringify(inOrder(some)) === JSON.stringify(inOrder(others));

const inOrder = (changes: readonly Change[]): readonly Change[] =>
  changes.map(({ start, end, text }) => ({ start, end, text })).sort((a, b) => a.start - b.start);

/**
 * What others do to the text, be it on lines that are as they were meant, is done to what was meant too. `undefined`
 * where it stands elsewhere: then what is shown holds.
 */
function afterOthers(shown: State, meant: State, changes: readonly Change[]): State | undefined {
  const [before, own] = [Lines.of(shown.text), Lines.of(meant.text)];
  if (before.count !== own.count) return undefined;
  const mapped: Change[] = [];
  for (const { start, end, text } of changes) {
    const [first, last] = [before.position(start), before.position(end)];
    for (let line = first.line; line <= last.line; line++)
      if (shown.text.slice(before.start(line), before.end(line)) !== meant.text.slice(own.start(line), own.end(line)))
        return undefined;
    mapped.push({ start: own.offset(first), end: own.offset(last), text });
  }
  const moved = (offset: number): number =>
    mapped.reduce(
      (sum, { start, end, text }) => (start >= offset ? sum : sum + text.length - (Math.min(end, offset) - start)),
      offset,
    );
  return { text: applied(meant.text, mapped), anchor: moved(meant.anchor), active: moved(meant.active) };
}
