import {
  commands,
  type Disposable,
  EventEmitter,
  Position,
  Range,
  Selection,
  type TextDocument,
  type TextDocumentChangeEvent,
  TextDocumentChangeReason,
  type TextEditor,
  TextEditorSelectionChangeKind,
  type TextEditorSelectionChangeEvent,
  window,
  workspace,
} from 'vscode';
import { type Key, Reader } from './key-effect';
import { type BoundKey, type Order, Replay } from './replay';
import type { Change, State } from './state';

/** The context key that Tab, Shift+Tab and Enter are bound by. */
const IN_TABLE = 'nianbao.inTable';

/** The lines of a document that are read for a key, and the selection in them. */
interface Stretch {
  readonly document: TextDocument;
  readonly version: number;
  /** Offset in the document of what `state` counts from. */
  readonly base: number;
  readonly state: State;
}

/** Keys that are not all where they were meant yet. */
interface Burst {
  readonly editor: TextEditor;
  readonly stretch: Stretch;
  readonly replay: Replay;
}

/**
 * Tab, Shift+Tab and Enter in the tables of the active report. What they lead to is decided here and at once, from a
 * reading of what stands around the caret; nothing is asked of the server.
 */
export class TableKeys implements Disposable {
  private readonly reader = new Reader();
  private readonly settled = new EventEmitter<TextDocument>();
  private readonly listeners: readonly Disposable[];
  private burst: Burst | undefined;
  /** Whether the caret stands in a table, and what the window goes by as far as it has confirmed. */
  private inTable = false;
  private bound = false;
  /** How often the window was told. */
  private told = 0;
  private isReady = false;
  /** What the active editor showed before the event that comes next. */
  private last: Stretch | undefined;

  /** All that was typed in haste stands where it was meant. */
  readonly onDidSettle = this.settled.event;

  constructor(private readonly isReport: (document: TextDocument) => boolean) {
    this.listeners = [
      this.settled,
      window.onDidChangeActiveTextEditor(() => this.abandon()),
      workspace.onDidOpenTextDocument(() => this.look()),
      window.onDidChangeTextEditorSelection((event) => this.selected(event)),
      workspace.onDidChangeTextDocument((event) => this.changed(event)),
    ];
    this.look();
  }

  dispose(): void {
    this.listeners.forEach((listener) => listener.dispose());
  }

  /** Whether some of what was typed in a document is still to go to its place. */
  isBusy(document: TextDocument): boolean {
    return this.burst?.editor.document === document;
  }

  async press(key: Key): Promise<void> {
    const editor = window.activeTextEditor;
    if (editor === undefined) return;
    const stretch = this.burst?.stretch ?? this.stretchOf(editor);
    if (
      stretch === undefined ||
      (key === 'previous' && this.burst === undefined && !this.reader.isInTable(stretch.state))
    )
      return commands.executeCommand(AS_ALWAYS[key].command, AS_ALWAYS[key].argument);
    const burst = this.burst ?? begin(editor, stretch);
    this.burst = burst;
    burst.replay.press(this.effectOf(key));
    return this.work(burst);
  }

  /**
   * A command waits for its activation event when it is first called by a key, and the keys behind it overtake it. So
   * each is called once by the window before any key is bound.
   */
  async start(): Promise<void> {
    const calls = { commands: KEY_COMMANDS.map((command) => ({ command, args: [NO_KEY] })) };
    // Bound they are whatever comes of it.
    await commands.executeCommand('runCommands', calls).then(undefined, () => undefined);
    this.isReady = true;
    await this.bind(this.inTable);
  }

  private effectOf(key: Key): (state: State) => State {
    return (state) => this.reader.press(state, key);
  }

  private selected({ textEditor, selections, kind }: TextEditorSelectionChangeEvent): void {
    if (textEditor !== window.activeTextEditor) return;
    const { burst } = this;
    if (burst?.editor !== textEditor) return this.look();
    const [selection] = selections;
    if (selection === undefined || selections.length > 1) return this.abandon();
    const { base } = burst.stretch;
    const at = (position: Position): number => textEditor.document.offsetAt(position) - base;
    const byUser = kind === TextEditorSelectionChangeKind.Keyboard || kind === TextEditorSelectionChangeKind.Mouse;
    burst.replay.selected(at(selection.anchor), at(selection.active), byUser);
    void this.work(burst);
  }

  private changed({ document, contentChanges, reason }: TextDocumentChangeEvent): void {
    const editor = window.activeTextEditor;
    if (contentChanges.length === 0 || editor === undefined || document !== editor.document) return;
    const stretch = this.burst?.stretch ?? this.last;
    if (stretch?.document !== document) return this.look();
    const changes = changesIn(stretch, contentChanges);
    if (changes === undefined || reason === TextDocumentChangeReason.Undo || reason === TextDocumentChangeReason.Redo)
      return this.abandon();
    const burst = this.burst ?? begin(editor, stretch);
    const key = this.bound || !this.inTable ? undefined : burst.replay.keyOf(changes, boundKeys(editor));
    if (key !== undefined) burst.replay.pressedAsText(changes, this.effectOf(key));
    else if (this.burst === burst) burst.replay.changed(changes);
    else return this.look();
    this.burst = burst;
    void this.work(burst);
  }

  private abandon(): void {
    const document = this.burst?.editor.document;
    this.burst = undefined;
    if (document !== undefined) this.settled.fire(document);
    this.look();
  }

  /** One order at a time: the next one hangs on what came of it. */
  private async work(burst: Burst): Promise<void> {
    const { editor, replay } = burst;
    for (let order = replay.order(); order !== undefined && this.burst === burst; order = replay.order())
      replay.answered(await this.obey(burst, order).then(undefined, () => false));
    if (this.burst !== burst || !replay.isSettled) return;
    editor.revealRange(editor.selection);
    this.abandon();
  }

  private async obey({ editor, stretch }: Burst, order: Order): Promise<boolean> {
    const at = (offset: number): Position => editor.document.positionAt(stretch.base + offset);
    if (order.kind === 'edit') {
      // What is added is a step of its own; what goes to its place is one step with the typing of it.
      const undoStopBefore = order.changes.every(({ start, end }) => start === end);
      return editor.edit(
        (builder) =>
          order.changes.forEach(({ start, end, text }) => builder.replace(new Range(at(start), at(end)), text)),
        { undoStopBefore, undoStopAfter: false },
      );
    }
    editor.selection = new Selection(at(order.anchor), at(order.active));
    // The window answers in order: what it has to tell of the selection comes before this.
    await this.bind(this.inTable);
    return true;
  }

  /** `undefined` in an editor that is none of a report, or has several carets. */
  private stretchOf(editor: TextEditor): Stretch | undefined {
    return this.isReport(editor.document) && editor.selections.length === 1 ? stretchAround(editor) : undefined;
  }

  /** Keeps what the active editor shows, and lets the window know whether the caret stands in a table. */
  private look(): void {
    if (this.burst !== undefined) return;
    const editor = window.activeTextEditor;
    this.last = editor && this.stretchOf(editor);
    const inTable = this.last !== undefined && this.reader.isInTable(this.last.state);
    if (inTable === this.inTable) return;
    this.inTable = inTable;
    void this.bind(inTable);
  }

  /** Bound they count as only while the window goes by what it was told last: until then a key may leave its text. */
  private async bind(inTable: boolean): Promise<void> {
    const bound = inTable && this.isReady;
    const told = ++this.told;
    if (!bound) this.bound = false;
    await commands.executeCommand('setContext', IN_TABLE, bound);
    if (told === this.told) this.bound = bound;
  }
}

const KEY_COMMANDS = ['nianbao.nextCell', 'nianbao.previousCell', 'nianbao.nextRow'];

/** Says that a command is not called by a key. */
export const NO_KEY = 'no key';

const AS_ALWAYS = {
  next: { command: 'tab', argument: undefined },
  previous: { command: 'outdent', argument: undefined },
  line: { command: 'type', argument: { text: '\n' } },
} as const satisfies Readonly<Record<Key, unknown>>;

const begin = (editor: TextEditor, stretch: Stretch): Burst => ({ editor, stretch, replay: new Replay(stretch.state) });

/**
 * So many lines on both sides of the caret hold more than a report; they begin and end where those of its neighbours
 * do.
 */
const REACH = 1500;
const STEP = 500;

function stretchAround({ document, selection }: TextEditor): Stretch {
  const { line } = selection.active;
  const first = Math.max(0, Math.floor((line - REACH) / STEP) * STEP);
  const last = Math.ceil((line + REACH) / STEP) * STEP;
  const start = new Position(first, 0);
  const base = document.offsetAt(start);
  const text = document.getText(new Range(start, new Position(last, 0)));
  const at = (position: Position): number => Math.min(Math.max(0, document.offsetAt(position) - base), text.length);
  const state = { text, anchor: at(selection.anchor), active: at(selection.active) };
  return { document, version: document.version, base, state };
}

/** `undefined` where some of them lie elsewhere. */
function changesIn(
  { base }: Stretch,
  contentChanges: TextDocumentChangeEvent['contentChanges'],
): readonly Change[] | undefined {
  const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
    start: rangeOffset - base,
    end: rangeOffset - base + rangeLength,
    text,
  }));
  return changes.some(({ start }) => start < 0) ? undefined : changes;
}

/** The keys that are ours by the setting, with what they leave in a text where they are not. */
function boundKeys({ options }: TextEditor): readonly BoundKey[] {
  const keys = workspace.getConfiguration('nianbao').get<string>('tableKeys');
  if (keys === 'off') return [];
  // The option may have changed behind the key; a tab is no other key's.
  const tab: BoundKey = { key: 'next', leaves: options.insertSpaces === true ? /^(?:\t| +)$/ : /^\t$/ };
  return keys === 'tab' ? [tab] : [tab, { key: 'line', leaves: /^\r?\n[\t ]*$/ }];
}
