import { type BoundKey, type Order, Replay } from '../../../client/src/common/typing/replay';
import type { Key } from '../../../client/src/common/typing/key-effect';
import { applied, type Change, erased, type State, typed } from '../../../client/src/common/typing/state';

type News =
  | { readonly kind: 'pressed'; readonly key: Key }
  | { readonly kind: 'changed'; readonly changes: readonly Change[]; readonly isUnbound?: boolean }
  | { readonly kind: 'selected'; readonly anchor: number; readonly active: number; readonly byUser: boolean }
  | { readonly kind: 'answered'; readonly isDone: boolean };

const BOUND: readonly BoundKey[] = [
  { key: 'next', leaves: /^\t$/ },
  { key: 'line', leaves: /^\n\t$/ },
];

/**
 * A window and an extension that hear of each other late, but in order: what is typed is in the text at once, a command
 * goes to the extension, and what that orders comes to the window.
 */
export class Window {
  isReadOnly = false;
  private version = 0;
  private readonly news: News[] = [];
  private readonly orders: { readonly order: Order; readonly version: number }[] = [];
  /** The version of which the extension has heard. */
  private heard = 0;
  private readonly replay: Replay;

  constructor(
    public state: State,
    private readonly effectOf: (key: Key) => (state: State) => State,
  ) {
    this.replay = new Replay(state);
  }

  get isIdle(): boolean {
    return this.news.length === 0 && this.orders.length === 0;
  }

  get isSettled(): boolean {
    return this.replay.isSettled;
  }

  press(key: Key): void {
    this.news.push({ kind: 'pressed', key });
  }

  /** A key that is not bound yet: it does what it does in any text. */
  pressUnbound(key: 'next' | 'line'): void {
    this.type(key === 'next' ? '\t' : '\n\t', true);
  }

  type(text: string, isUnbound = false): void {
    const { anchor, active } = this.state;
    const change = { start: Math.min(anchor, active), end: Math.max(anchor, active), text };
    this.change(typed(this.state, text), change, isUnbound);
  }

  /** The user puts the caret somewhere. */
  click(offset: number): void {
    this.select(offset, offset, true);
  }

  /** Somebody else changes the text. */
  edit(change: Change): void {
    this.version++;
    this.state = { ...this.state, text: applied(this.state.text, [change]) };
    this.news.push({ kind: 'changed', changes: [change] });
  }

  erase(): void {
    const after = erased(this.state);
    const length = this.state.text.length - after.text.length;
    this.change(after, { start: after.active, end: after.active + length, text: '' });
  }

  /** The extension hears of the next thing. */
  tell(): void {
    const news = this.news.shift();
    if (news === undefined) return;
    if (news.kind === 'pressed') this.replay.press(this.effectOf(news.key));
    else if (news.kind === 'selected') this.replay.selected(news.anchor, news.active, news.byUser);
    else if (news.kind === 'answered') this.replay.answered(news.isDone);
    else {
      this.heard++;
      const key = news.isUnbound === true ? this.replay.keyOf(news.changes, BOUND) : undefined;
      if (key === undefined) this.replay.changed(news.changes);
      else this.replay.pressedAsText(news.changes, this.effectOf(key));
    }
    const order = this.replay.order();
    if (order !== undefined) this.orders.push({ order, version: this.heard });
  }

  /** The window does the next thing that the extension has ordered. */
  obey(): void {
    const next = this.orders.shift();
    if (next === undefined) return;
    const { order, version } = next;
    if (order.kind === 'select') {
      const { length } = this.state.text;
      this.select(Math.min(order.anchor, length), Math.min(order.active, length));
    } else if (version === this.version && !this.isReadOnly) {
      // Where the editor leaves the caret is its own affair.
      const caret = Math.max(0, this.state.active - 1);
      this.version++;
      this.state = { ...this.state, text: applied(this.state.text, order.changes) };
      this.news.push({ kind: 'changed', changes: order.changes });
      this.select(Math.min(caret, this.state.text.length), Math.min(caret, this.state.text.length));
      this.news.push({ kind: 'answered', isDone: true });
      return;
    }
    this.news.push({ kind: 'answered', isDone: order.kind === 'select' });
  }

  private select(anchor: number, active: number, byUser = false): void {
    this.state = { ...this.state, anchor, active };
    this.news.push({ kind: 'selected', anchor, active, byUser });
  }

  private change(after: State, change: Change, isUnbound = false): void {
    this.version++;
    this.state = after;
    this.news.push({ kind: 'changed', changes: [change], isUnbound });
    this.select(after.anchor, after.active, true);
  }
}
