import { TextDocument, type TextEdit } from 'vscode-languageserver-textdocument';
import type { History, Snapshot } from './history';

/** A report that is open, and all that was done to it. */
export interface OpenText {
  readonly uri: string;
  name: string;
  version: number;
  readonly history: History;
}

/** The text of the report that is shown, in a text area. */
export class Editor {
  private shown: OpenText | undefined;

  constructor(
    private readonly area: HTMLTextAreaElement,
    private readonly changed: (shown: OpenText) => void,
    private readonly caretMoved: (offset: number) => void,
  ) {
    area.addEventListener('input', () => {
      if (this.shown === undefined) return;
      this.shown.history.typed(this.now(), performance.now());
      this.tell();
    });
    area.addEventListener('beforeinput', (event) => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
      event.preventDefault();
      this.step(event.inputType === 'historyUndo' ? 'undo' : 'redo');
    });
    area.addEventListener('keydown', (event) => {
      const key = event.key.toLowerCase();
      if ((!event.ctrlKey && !event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
      event.preventDefault();
      this.step(key === 'y' || event.shiftKey ? 'redo' : 'undo');
    });
    document.addEventListener('selectionchange', () => {
      if (document.activeElement === area) this.caretMoved(area.selectionStart);
    });
  }

  get text(): string {
    return this.area.value;
  }

  get caret(): number {
    return this.area.selectionStart;
  }

  get line(): number {
    return this.document().positionAt(this.caret).line;
  }

  document(): TextDocument {
    return TextDocument.create('', '', 0, this.text);
  }

  show(shown: OpenText): void {
    this.shown = shown;
    this.put(shown.history.current);
  }

  /** Makes edits as one step that can be taken back. */
  apply(edits: readonly TextEdit[]): void {
    const before = this.document();
    const text = TextDocument.applyEdits(before, [...edits]);
    // The caret stays behind what it stood behind.
    const shift = edits.reduce((sum, { range, newText }) => {
      const [start, end] = [before.offsetAt(range.start), before.offsetAt(range.end)];
      return end <= this.caret ? sum + newText.length - (end - start) : sum;
    }, 0);
    this.replace({ text, caret: this.caret + shift });
  }

  replace(next: Snapshot): void {
    this.shown?.history.changed(next);
    this.put(next);
    this.tell();
  }

  step(kind: 'undo' | 'redo'): void {
    const snapshot = kind === 'undo' ? this.shown?.history.undo() : this.shown?.history.redo();
    if (snapshot === undefined) return;
    this.put(snapshot);
    this.tell();
  }

  /** Selects a place and brings it into view, with the focus or without. */
  select(start: number, end: number, withFocus: boolean): void {
    this.area.setSelectionRange(start, end);
    const lines = this.text.slice(0, start).split('\n').length - 1;
    const height = this.area.scrollHeight / Math.max(1, this.text.split('\n').length);
    this.area.scrollTop = Math.max(0, lines * height - this.area.clientHeight / 2);
    if (withFocus) this.area.focus();
  }

  private put({ text, caret }: Snapshot): void {
    this.area.value = text;
    this.area.setSelectionRange(caret, caret);
  }

  private now(): Snapshot {
    return { text: this.text, caret: this.caret };
  }

  private tell(): void {
    if (this.shown === undefined) return;
    this.shown.version++;
    this.changed(this.shown);
  }
}
