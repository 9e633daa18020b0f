import type { Move } from './grid';

/** `over`: typed over the value, so that arrows lead on; `in`: within the value, so that they move the caret. */
type Mode = 'over' | 'in';

interface Open {
  readonly cell: HTMLElement;
  readonly input: HTMLInputElement;
  readonly before: string;
  readonly mode: Mode;
}

/** Where a value is typed: a box over its cell. What is typed is handed over once, when the box is left. */
export class CellInput {
  private opened: Open | undefined;

  constructor(
    private readonly commit: (cell: HTMLElement, text: string) => void,
    /** Tells whether there is a cell to move to, which then has the focus. */
    private readonly move: (cell: HTMLElement, move: Move) => boolean,
  ) {}

  open(cell: HTMLElement, value: string, label: string, mode: Mode): void {
    const input = document.createElement('input');
    input.className = 'cell-input';
    input.setAttribute('aria-label', label);
    input.autocomplete = 'off';
    input.spellcheck = false;
    if (mode === 'in') input.value = value;
    this.opened = { cell, input, before: value, mode };
    input.addEventListener('keydown', (event) => this.pressed(event));
    input.addEventListener('blur', () => this.close('commit'));
    // Neither is the page's: the browser works on the text in the box.
    for (const own of ['paste', 'copy', 'dblclick', 'click'])
      input.addEventListener(own, (event) => event.stopPropagation());
    cell.append(input);
    input.focus();
    if (mode === 'in') input.select();
  }

  private pressed(event: KeyboardEvent): void {
    // What is composed with an input method is none of ours, and undo is the box's while it is open.
    event.stopPropagation();
    if (event.isComposing || this.opened === undefined) return;
    const { cell, mode } = this.opened;
    if (event.key === 'Escape') {
      this.close('cancel');
      cell.focus();
      return;
    }
    const move = moveOf(event, mode);
    if (move === undefined) return;
    this.close('commit');
    cell.focus();
    if (this.move(cell, move) || event.key !== 'Tab') event.preventDefault();
  }

  private close(how: 'commit' | 'cancel'): void {
    const { opened } = this;
    if (opened === undefined) return;
    // To take it away takes its focus, which comes here again.
    this.opened = undefined;
    const text = opened.input.value;
    opened.input.remove();
    if (how === 'commit' && text !== opened.before) this.commit(opened.cell, text);
  }
}

function moveOf({ key, shiftKey }: KeyboardEvent, mode: Mode): Move | undefined {
  switch (key) {
    case 'Enter':
      return shiftKey ? 'up' : 'down';
    case 'Tab':
      return shiftKey ? 'previous' : 'next';
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    case 'ArrowLeft':
      return mode === 'over' ? 'left' : undefined;
    case 'ArrowRight':
      return mode === 'over' ? 'right' : undefined;
    default:
      return undefined;
  }
}
