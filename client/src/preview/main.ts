import type { PreviewPlace, PreviewTable } from '../../../server/src/lsp/protocol';
import { CellInput } from './cell-input';
import { type Move, moved, valuesOf } from './grid';
import { cellKey, keyAt, placesOf } from './keys';
import type { CellPlace, FromPage, KeptState, ToPage } from './messages';
import type { PageNode } from './node';
import { Patcher } from './patch';
import { Scrolling } from './scrolling';
import { type PageState, view } from './view';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): KeptState | undefined;
  setState(state: KeptState): void;
};

const api = acquireVsCodeApi();
const patcher = new Patcher<HTMLElement>((tag) => document.createElement(tag));

let state: PageState = {
  words: JSON.parse(document.body.dataset['words']!) as PageState['words'],
  preview: undefined,
  unavailable: '',
  readOnly: '',
  wantsLastYear: false,
  here: undefined,
  current: {},
  pending: new Map(),
  told: '',
};
let places: ReadonlyMap<string, PreviewPlace> = new Map();
let caret: number | undefined;
/** Values that stand in the text by now; what is shown next has them. */
const landed = new Set<string>();

let shown: PageNode = view(state);
const root = patcher.make(shown);
document.body.append(root);

const scrolling = new Scrolling(
  () => places,
  (offset) => api.postMessage({ kind: 'top', offset }),
);
const input = new CellInput(set, moveFrom);

function update(change: Partial<PageState>): void {
  state = { ...state, ...change };
  const next = view(state);
  patcher.patch(root, shown, next);
  shown = next;
}

addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'shown') show(data);
  else if (data.kind === 'unavailable')
    update(state.preview === undefined ? { unavailable: data.reason } : { told: data.reason });
  else if (data.kind === 'top') scrolling.follow(data.offset);
  else if (data.kind === 'caret') {
    caret = data.offset;
    update(atCaret());
    scrolling.reveal(elementOf(state.here));
  } else told(data.cell, data.refusal);
});

function show(shown: Extract<ToPage, { kind: 'shown' }>): void {
  const { uri, preview, wantsLastYear, readOnly } = shown;
  const isFirst = state.preview === undefined;
  const isOther = state.preview?.title !== preview.title || state.preview.report !== preview.report;
  places = placesOf(preview);
  const pending = new Map([...state.pending].filter(([key]) => !isOther && !landed.has(key)));
  landed.clear();
  state = { ...state, preview, pending };
  caret = shown.caret ?? caret;
  update({ readOnly, wantsLastYear, unavailable: '', told: isOther ? '' : state.told, ...atCaret() });
  scrolling.drawn();
  const kept = api.getState();
  if (isFirst && kept?.uri === uri) scrollTo(0, kept.scroll);
  keep(uri, preview.lines[0], wantsLastYear);
  if (shown.caret !== undefined) scrolling.reveal(elementOf(state.here));
}

function keep(uri: string, line: number, wantsLastYear: boolean): void {
  api.setState({ uri, line, wantsLastYear, scroll: scrollY });
}

addEventListener('scrollend', () => {
  const kept = api.getState();
  if (kept !== undefined) api.setState({ ...kept, scroll: scrollY });
});

/** What the caret stands in; Tab leads to that cell while the focus is elsewhere. */
function atCaret(): Pick<PageState, 'here' | 'current'> {
  const here = caret === undefined ? undefined : keyAt(places, caret);
  const current: Record<string, string> = {};
  for (const table of tables()) {
    const values = valuesOf(table).flat();
    const known = state.current[table.id];
    const isHere = here !== undefined && !document.hasFocus() && values.includes(here);
    const first = isHere ? here : known !== undefined && values.includes(known) ? known : values[0];
    if (first !== undefined) current[table.id] = first;
  }
  return { here, current };
}

function told(cell: CellPlace, refusal: string): void {
  const key = `${cell.table} ${cell.row} ${cell.column}`;
  if (refusal === '') {
    landed.add(key);
    if (state.told !== '') update({ told: '' });
    return;
  }
  const pending = new Map(state.pending);
  pending.delete(key);
  update({ pending, told: refusal });
}

const tables = (): readonly PreviewTable[] =>
  (state.preview?.blocks ?? []).filter((block): block is PreviewTable => block.kind === 'table');

const elementOf = (key: string | undefined): HTMLElement | null =>
  key === undefined ? null : root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);

interface Value {
  readonly element: HTMLElement;
  readonly key: string;
  readonly text: string;
  readonly name: string;
  readonly place: CellPlace;
  readonly table: PreviewTable;
}

/** The value in whose cell something happens. */
function valueAt(target: EventTarget | null): Value | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
  const key = element?.dataset['key'];
  if (element === null || key === undefined) return undefined;
  for (const table of tables())
    for (const [line, cells] of table.lines.entries())
      for (const [at, { name, place, text }] of cells.entries())
        if (name !== undefined && place !== undefined && cellKey(table, line, at) === key)
          return {
            element,
            key,
            text: state.pending.get(key) ?? text,
            name,
            place: { report: state.preview!.report, table: table.id, ...place },
            table,
          };
  return undefined;
}

function moveFrom(element: HTMLElement, move: Move): boolean {
  const value = valueAt(element);
  const next = value && elementOf(moved(valuesOf(value.table), value.key, move) ?? undefined);
  next?.focus();
  return next !== undefined && next !== null;
}

function set(element: HTMLElement, text: string): void {
  const value = valueAt(element);
  if (value === undefined) return;
  if (state.readOnly !== '') return update({ told: state.readOnly });
  // A block that is pasted shows when it stands in the text.
  if (!/[\t\r\n]/.test(text)) update({ pending: new Map([...state.pending, [value.key, text.trim()]]) });
  api.postMessage({ kind: 'set', cell: value.place, text });
}

function edit(value: Value, mode: 'over' | 'in'): void {
  if (state.readOnly !== '') update({ told: state.readOnly });
  else input.open(value.element, value.text, value.name, mode);
}

root.addEventListener('click', ({ target }) => {
  const acting = target instanceof Element ? target.closest<HTMLElement>('[data-act]') : null;
  const place = places.get((target as Element).closest<HTMLElement>('[data-key]')?.dataset['key'] ?? '');
  const at = state.preview?.findings[Number(acting?.dataset['finding'] ?? -1)]?.at ?? place;
  const act = acting?.dataset['act'];
  if (act === 'lastYear') api.postMessage({ kind: 'lastYear', wanted: !state.wantsLastYear });
  else if (at === undefined) return;
  else if (act === 'go' || act === 'repair') api.postMessage({ kind: act, at });
  // To select words is not to go anywhere.
  else if (getSelection()?.isCollapsed !== false) api.postMessage({ kind: 'select', at });
});

root.addEventListener('focusin', ({ target }) => {
  if (!(target instanceof HTMLElement) || target.dataset['key'] === undefined) return;
  const value = valueAt(target);
  if (value === undefined) return;
  update({ current: { ...state.current, [value.table.id]: value.key } });
  const at = places.get(value.key);
  if (at !== undefined) api.postMessage({ kind: 'select', at });
});

root.addEventListener('dblclick', ({ target }) => {
  const value = valueAt(target);
  if (value !== undefined) edit(value, 'in');
});

const MOVES: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const command = ctrlKey || metaKey;
  if (command && !altKey && /^[zy]$/i.test(key)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return api.postMessage({ kind: shiftKey || /y/i.test(key) ? 'redo' : 'undo' });
  }
  const value = event.target instanceof HTMLElement && event.target.dataset['key'] ? valueAt(event.target) : undefined;
  if (value === undefined || event.isComposing) return;
  const at = places.get(value.key)!;
  if (command && key === '.') api.postMessage({ kind: 'repair', at });
  else if (command || altKey) return;
  else if (key === 'F12') api.postMessage({ kind: 'go', at });
  else if (key === 'F2') edit(value, 'in');
  else if (key === 'Delete' || key === 'Backspace') set(value.element, '');
  else if (key === 'Enter') moveFrom(value.element, shiftKey ? 'up' : 'down');
  else if (key === 'Tab') {
    if (!moveFrom(value.element, shiftKey ? 'previous' : 'next')) return;
  } else if (MOVES[key] !== undefined) moveFrom(value.element, MOVES[key]);
  else {
    // The character itself goes into the box that has the focus by then.
    if (key.length === 1 || key === 'Process') edit(value, 'over');
    return;
  }
  event.preventDefault();
});

document.addEventListener('paste', (event) => {
  const value = valueAt(document.activeElement);
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (value === undefined || text === '') return;
  event.preventDefault();
  set(value.element, text);
});

document.addEventListener('copy', (event) => {
  const value = valueAt(document.activeElement);
  if (value === undefined || getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  event.clipboardData?.setData('text/plain', value.text);
});

api.postMessage({ kind: 'ready' });
