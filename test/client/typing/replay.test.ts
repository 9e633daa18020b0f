import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Key, Reader } from '../../../client/src/common/typing/key-effect';
import { Replay } from '../../../client/src/common/typing/replay';
import { type Change, erased, type State, typed } from '../../../client/src/common/typing/state';
import { holds } from '../../property/property';
import { buildReport } from '../../support/report-builder';
import { Window } from './window';

const LAYOUTS = ['cells', 'tsv', 'markdown'] as const;
const reader = new Reader();
const effectOf =
  (key: Key) =>
  (state: State): State =>
    reader.press(state, key);

type Pressed = Key | 'erase' | string;

/** What a text comes to where each key waits for the one before it. */
const patiently = (state: State, keys: readonly Pressed[]): State =>
  keys.reduce<State>(
    (now, key) => (isMove(key) ? reader.press(now, key) : key === 'erase' ? erased(now) : typed(now, key)),
    state,
  );

const isMove = (key: Pressed): key is Key => key === 'next' || key === 'previous' || key === 'line';

/** The same where they do not; `rhythm` says who is slow: 0 the user, 1 the extension, 2 the window. */
function hastily(state: State, keys: readonly Pressed[], rhythm: readonly number[], unbound = 0): Window {
  const window = new Window(state, effectOf);
  const left = [...keys];
  const hit = (): void => {
    const key = left.shift();
    if (key === undefined) return;
    const isUnbound = keys.length - left.length <= unbound;
    if (isUnbound && (key === 'next' || key === 'line')) window.pressUnbound(key);
    else if (isMove(key)) window.press(key);
    else if (key === 'erase') window.erase();
    else window.type(key);
  };
  for (let i = 0; left.length > 0; i++) [hit, () => window.tell(), () => window.obey()][rhythm[i % rhythm.length]!]!();
  return atRest(window);
}

function atRest(window: Window): Window {
  for (let steps = 0; !window.isIdle; steps++) {
    if (steps > 10_000) throw new Error('the window never comes to rest');
    window.tell();
    window.obey();
  }
  return window;
}

const stateIn = (text: string, words: string): State => {
  const caret = text.indexOf(words) + words.length;
  return { text, anchor: caret, active: caret };
};

const digit = fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
const keys = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: digit },
    { weight: 4, arbitrary: fc.constantFrom<Pressed>('next') },
    { weight: 2, arbitrary: fc.constantFrom<Pressed>('line', 'previous') },
  ),
  { minLength: 1, maxLength: 60 },
);
// Somebody has to press on.
const rhythm = fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 40 }).map((steps) => [0, ...steps]);

describe.each(LAYOUTS)('keys that do not wait for each other, in the layout %s', (layout) => {
  const text = buildReport({ edition: '2021', layout });

  it('a whole table typed at once stands in its cells, and is one with what was typed in peace', () => {
    const numbers = Array.from({ length: 25 * 7 }, (_, i) => String(i % 10 === 0 ? 100 + i : i % 10));
    const all = numbers.flatMap((number) => ['next', ...number]);
    const from = stateIn(text, '一、本年新收政府信息公开申请数量');
    const window = hastily(from, all, [0]);
    expect(window.state).toEqual(patiently(from, all));
    const rows = reader.read(window.state.text).segments[0]!.report.tables.find(({ id }) => id === 'requests')!.rows;
    expect(rows.flatMap(({ cells }) => cells.map(({ span }) => window.state.text.slice(span.start, span.end)))).toEqual(
      numbers,
    );
  });

  holds(
    `the same number again and again is typed as often as it was, in layout ${layout}`,
    60,
    fc.property(
      fc.array(fc.constantFrom<Pressed>('6', '6', '6', 'next'), { maxLength: 30 }),
      rhythm,
      (pressed, steps) => {
        const from = stateIn(text, '一、本年新收政府信息公开申请数量');
        expect(hastily(from, ['next', ...pressed], steps).state).toEqual(patiently(from, ['next', ...pressed]));
      },
    ),
  );

  holds(
    `end where they were meant, whoever is slow, in layout ${layout}`,
    60,
    fc.property(keys, rhythm, fc.nat(), fc.nat({ max: 30 }), (pressed, steps, at, unbound) => {
      const places = ['规章', '行政许可', '一、本年新收政府信息公开申请数量', '2.没有现成信息需要另行制作', '按目录'];
      const from = stateIn(text, places[at % places.length]!);
      // Shift+Tab leaves nothing by which it could be told.
      const window = hastily(from, pressed, steps, pressed.includes('previous') ? 0 : unbound);
      expect(window.state).toEqual(patiently(from, pressed));
      expect(window.isSettled).toBe(true);
    }),
  );
});

describe('what comes between', () => {
  const text = buildReport({ edition: '2021', layout: 'cells', values: { regulations: [1, 2, 3] } });
  const from = stateIn(text, '规章\n\t1');
  const values = (...numbers: readonly string[]): string => `规章\n\t${numbers.join('\n\t')}\n`;

  it('Backspace takes away what was typed last, wherever that is', () => {
    const window = hastily(from, ['next', '4', '5', 'erase', 'next', '6'], [0]);
    expect(window.state.text).toContain(values('1', '4', '6'));
  });

  it('what others change on other lines stays changed', () => {
    const window = new Window(from, effectOf);
    window.press('next');
    const at = text.indexOf('按目录');
    window.edit({ start: at, end: at + 3, text: '依目录' });
    window.type('7');
    atRest(window);
    expect(window.state.text).toContain(values('1', '7', '3'));
    expect(window.state.text).toContain('依目录');
    expect(window.isSettled).toBe(true);
  });

  it('the caret stays where the user puts it, and what was typed before still goes to its place', () => {
    const window = new Window(from, effectOf);
    window.press('next');
    window.type('7');
    const place = text.indexOf('行政许可');
    window.click(place);
    atRest(window);
    expect(window.state.text).toContain(values('1', '7', '3'));
    expect(window.isSettled).toBe(true);
  });

  describe('what is typed where the same is about to be put', () => {
    const start: State = { text: 'x', anchor: 1, active: 1 };
    const adding = (): ((state: State) => State) => (state) => typed(state, '6');
    const same: Change = { start: 1, end: 1, text: '6' };

    it('counts where it came first', () => {
      const window = new Window(start, adding);
      window.press('next');
      window.tell();
      window.type('6');
      atRest(window);
      expect(window.state).toEqual({ text: 'x66', anchor: 3, active: 3 });
    });

    it('counts where it came behind it', () => {
      const replay = new Replay(start);
      replay.press(adding());
      expect(replay.order()).toEqual({ kind: 'edit', changes: [same] });
      replay.changed([same]);
      replay.selected(1, 1, false);
      replay.changed([same]);
      replay.selected(2, 2, true);
      replay.answered(true);
      expect(replay.order()).toEqual({ kind: 'select', anchor: 3, active: 3 });
    });
  });

  it('an editor that takes no edits is left alone', () => {
    const window = new Window(from, effectOf);
    window.isReadOnly = true;
    window.press('next');
    window.type('7');
    atRest(window);
    expect(window.isSettled).toBe(true);
  });
});

describe('a key in a volume', () => {
  it('counts from the start of its report, and adds what is missing there with the line ends of the text', () => {
    const one = buildReport({ edition: '2021', layout: 'tsv' });
    const other = buildReport({ edition: '2021', layout: 'cells', values: { regulations: [1, 2, 3] } });
    const volume = `${one}\n${other.replace('\t1\n\t2\n\t3\n', '\t1\n\t2\n')}`.replaceAll('\n', '\r\n');
    const after = reader.press(stateIn(volume, '规章\r\n\t1\r\n\t2'), 'next');
    expect(after.text).toBe(volume.replace('\t1\r\n\t2\r\n', '\t1\r\n\t2\r\n\t\r\n'));
    expect(after.text.slice(0, after.active).endsWith('\t1\r\n\t2\r\n\t')).toBe(true);
    expect(after.anchor).toBe(after.active);
  });

  it('does in prose what it does in any text', () => {
    const text = buildReport({ edition: '2021', layout: 'cells' });
    const at = stateIn(text, '一、总体情况');
    expect(reader.press(at, 'next').text).toBe(text.replace('一、总体情况', '一、总体情况\t'));
    expect(reader.press(at, 'line').text).toBe(text.replace('一、总体情况', '一、总体情况\n'));
    expect(reader.press(at, 'previous')).toEqual(at);
  });
});
