import { describe, expect, it } from 'vitest';
import { History, type Snapshot } from '../../client/src/page/history';

const text = (words: string): Snapshot => ({ text: words, caret: words.length });

describe('the history of a text', () => {
  it('takes back what was typed in one go in one step, and gives it back', () => {
    const history = new History(text(''));
    history.typed(text('一'), 0);
    history.typed(text('一二'), 100);
    history.typed(text('一二三'), 5000);
    expect(history.undo()).toEqual(text('一二'));
    expect(history.undo()).toEqual(text(''));
    expect(history.undo()).toBeUndefined();
    expect(history.redo()).toEqual(text('一二'));
    expect(history.redo()).toEqual(text('一二三'));
    expect(history.redo()).toBeUndefined();
  });

  it('keeps a repair apart from the keys before and after it', () => {
    const history = new History(text('0'));
    history.typed(text('01'), 0);
    history.changed(text('1'));
    history.typed(text('12'), 10);
    expect([history.undo(), history.undo(), history.undo()]).toEqual([text('1'), text('01'), text('0')]);
  });

  it('forgets what was taken back once something else is written', () => {
    const history = new History(text('a'));
    history.changed(text('b'));
    history.undo();
    history.changed(text('c'));
    expect(history.redo()).toBeUndefined();
    expect(history.undo()).toEqual(text('a'));
  });
});
