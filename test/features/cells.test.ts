import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  cellFrom,
  lineEndOf,
  lineStart,
  span,
  type CellMove,
  type CellTarget,
  type TemplateLayout,
} from '../../server/src/core/index';
import { readOne } from '../support/findings';
import { buildReport, type ReportPlan } from '../support/report-builder';

const LAYOUTS = ['cells', 'tsv', 'markdown'] as const;
const VALUES = { regulations: [1, 2, 3], 'normative-documents': [4, 5, 6], licensing: [7], penalties: [8] };
const written = (layout: TemplateLayout, plan: Partial<ReportPlan> = {}): string =>
  buildReport({ edition: '2021', layout, values: VALUES, ...plan });

interface Went {
  readonly text: string;
  readonly selected: string;
  /** The text with the selection in brackets. */
  readonly shown: string;
}

/** Where a key leads from the end of the first `from` in a text; ‸ within it stands for the caret. */
function go(text: string, from: string, move: CellMove, selected = 0): Went | undefined {
  const start = text.indexOf(from.replace('‸', ''));
  if (start < 0) throw new Error(`not in the text: ${from}`);
  const caret = start + (from.includes('‸') ? from.indexOf('‸') : from.length);
  const target = cellFrom(readOne(text), caret, move, lineEndOf(text), span(caret - selected, caret));
  if (target === undefined) return undefined;
  const after = applyEdits(text, target.edit === undefined ? [] : [target.edit]);
  const { start: first, end } = target.span;
  return {
    text: after,
    selected: after.slice(first, end),
    shown: `${after.slice(0, first)}[${after.slice(first, end)}]${after.slice(end)}`,
  };
}

describe.each(LAYOUTS)('in the layout %s', (layout) => {
  const text = written(layout);
  const break_ = { cells: '\n\t', tsv: '\t', markdown: ' | ' }[layout];
  const row = (...values: readonly string[]): string => values.join(break_);

  it('Tab goes from a label to its first value, and from value to value', () => {
    expect(go(text, row('规章'), 'next')!.shown).toContain(row('规章', '[1]', '2', '3'));
    expect(go(text, row('规章', '1'), 'next')!.shown).toContain(row('规章', '1', '[2]', '3'));
    expect(go(text, row('规章', '‸1'), 'next')!.shown).toContain(row('规章', '1', '[2]', '3'));
  });

  it('Tab goes from the last value of a row to the first of the next, over words and headers', () => {
    expect(go(text, row('规章', '1', '2', '3'), 'next')!.shown).toContain(row('行政规范性文件', '[4]', '5', '6'));
    expect(go(text, row('行政规范性文件', '4', '5', '6'), 'next')!.shown).toContain(row('行政许可', '[7]'));
  });

  it('Shift+Tab goes back over the same way', () => {
    expect(go(text, row('规章', '1', '2'), 'previous')!.shown).toContain(row('规章', '[1]', '2'));
    expect(go(text, row('行政规范性文件', '4'), 'previous')!.shown).toContain(row('规章', '1', '2', '[3]'));
    expect(go(text, row('行政许可', '7'), 'previous')!.shown).toContain(row('行政规范性文件', '4', '5', '[6]'));
  });

  it('Enter goes to the next value where each has a line, else to the next row', () => {
    const from = row('规章', '1');
    if (layout === 'cells') expect(go(text, from, 'line')!.shown).toContain(row('规章', '1', '[2]', '3'));
    else expect(go(text, from, 'line')!.shown).toContain(row('行政规范性文件', '[4]', '5', '6'));
  });

  it('Enter in a label breaks nothing: it goes to the first value', () => {
    for (const place of ['规‸章', '规章', '‸规章'])
      expect(go(text, place, 'line', 1)!.shown).toContain(row('规章', '[1]', '2', '3'));
  });

  it('Tab and Enter go from the last value of a table to the first of the next, and Shift+Tab back', () => {
    const last = row('行政事业性收费', '0');
    const first = /一、本年新收政府信息公开申请数量[\s|]*\[0\]/;
    expect(go(text, last, 'next')!.shown).toMatch(first);
    expect(go(text, last, 'line')!.shown).toMatch(first);
    const back = /一、本年新收政府信息公开申请数量[\s|]*0/.exec(text)![0];
    expect(go(text, back, 'previous')!.shown).toContain(row('行政事业性收费', '[0]'));
    expect(go(text, row('规章', '1'), 'previous')!.shown).toContain(row('规章', '[1]'));
  });

  it('behind the last value of all nothing is selected any more, and then Enter begins a line', () => {
    const { end } = readOne(text).tables.at(-1)!.span;
    const line = text.indexOf('\n', end - 1);
    const at = (move: CellMove, selected: number): CellTarget | undefined =>
      cellFrom(readOne(text), end, move, '\n', span(end - selected, end));
    expect(at('next', 1)).toEqual({ span: span(line, line) });
    expect(at('line', 1)).toEqual({ span: span(line, line) });
    expect(cellFrom(readOne(text), line, 'line', '\n')).toBeUndefined();
    expect(cellFrom(readOne(text), line, 'next', '\n')).toEqual({ span: span(line, line) });
  });

  it('Enter above a row begins a line where that parts nothing', () => {
    const line = text.lastIndexOf('\n', text.indexOf(row('规章', '1'))) + 1;
    const above = cellFrom(readOne(text), line, 'line', '\n');
    if (layout === 'markdown') expect(above).toBeDefined();
    else expect(above).toBeUndefined();
  });

  it('nothing happens outside the rows', () => {
    for (const place of ['年政府信息公开', '一、总体情况', '按目录公开', '本年制发件数', '二、主动公开'])
      for (const move of ['next', 'previous', 'line'] as const) expect(go(text, place, move)).toBeUndefined();
    expect(go(text, text, 'next')).toBeUndefined();
  });

  it('Tab adds the value that a row lacks, which then reads as it should', () => {
    const short = text.replace(row('规章', '1', '2', '3'), row('规章', '1', '2'));
    const went = go(short, row('规章', '1', '2'), 'next')!;
    expect(went.selected).toBe('');
    expect(went.shown).toContain(row('规章', '1', '2', '[]').replace('| []', '| [] '));
    const filled = went.shown.replace('[]', '3');
    expect(readOne(filled).tables[0]!.rows[0]!.cells.map((cell) => cell.value)).toEqual(
      readOne(text).tables[0]!.rows[0]!.cells.map((cell) => cell.value),
    );
    // It takes the place of nothing else.
    expect(filled.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });

  it('Tab adds one value after another behind a label alone', () => {
    let typed = text.replace(row('规章', '1', '2', '3'), '规章');
    let upToCaret = '规章';
    for (const value of ['1', '2', '3']) {
      const { shown } = go(typed, upToCaret, 'next')!;
      upToCaret = shown.slice(shown.indexOf('规章'), shown.indexOf('[]')) + value;
      typed = shown.replace('[]', value);
    }
    expect(readOne(typed).tables[0]!.rows[0]!.cells).toHaveLength(3);
    expect(typed.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });

  it('Tab adds the value behind the label, whatever empty cells stand below', () => {
    for (const [label, value] of [
      ['行政许可', '7'],
      ['（一）予以公开', '0'],
    ] as const) {
      const from = text.indexOf(label);
      const line = text.slice(from, text.indexOf({ cells: '\n\n', tsv: '\n', markdown: '\n' }[layout], from));
      const alone = text.replace(line, layout === 'markdown' ? `${label} |` : label);
      expect(go(alone, label, 'next')!.shown.replace('[]', value)).toContain(row(label, value));
    }
  });

  it('walks through the values of a row that has too many, and adds none', () => {
    const long = text.replace(row('规章', '1', '2', '3'), row('规章', '1', '2', '3', '9'));
    expect(go(long, row('规章', '1', '2', '3'), 'next')!.shown).toContain(row('规章', '1', '2', '3', '[9]'));
    expect(go(long, row('规章', '1', '2', '3', '9'), 'next')).toMatchObject({ text: long, selected: '4' });
  });

  it('Tab at the end of a row adds the next row of the form where it is missing', () => {
    const lines = {
      cells: '\n\t行政规范性文件\n\t4\n\t5\n\t6\n',
      tsv: '行政规范性文件\t4\t5\t6\n',
      markdown: '| 行政规范性文件 | 4 | 5 | 6 |\n',
    }[layout];
    const missing = text.replace(lines, '');
    expect(missing).not.toBe(text);
    const went = go(missing, row('规章', '1', '2', '3'), 'next')!;
    expect(went.shown).toContain(row('行政规范性文件', '[0]', '0', '0'));
    expect(readOne(went.text).tables[0]!.missing).toEqual([]);
    if (layout !== 'cells')
      expect(go(missing, row('规章', '1'), 'line')!.shown).toContain(row('行政规范性文件', '[0]', '0', '0'));
    // Going back adds nothing.
    expect(go(missing, row('行政许可', '7'), 'previous')!.text).toBe(missing);
  });

  it('keeps the line ends of the report', () => {
    const crlf = text.replace(row('规章', '1', '2', '3'), row('规章', '1', '2')).replaceAll('\n', '\r\n');
    const from = row('规章', '1', '2').replaceAll('\n', '\r\n');
    const after = go(crlf, from, 'next')!.text;
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(readOne(after).tables[0]!.rows[0]!.cells).toHaveLength(3);
  });
});

describe('merged and empty cells', () => {
  const text = written('tsv', { replace: { requests: '…' }, values: { new: [3, 0, 0, 0, 0, 0, 3] } }).replace(
    '一、本年新收政府信息公开申请数量\t\t\t3',
    '一、本年新收政府信息公开申请数量\t\t\t',
  );

  it('merged labels are no places for values, empty values are', () => {
    const went = go(text, '一、本年新收政府信息公开申请数量', 'next')!;
    expect(went.selected).toBe('');
    expect(readOne(went.text).tables[1]!.rows[0]!.cells).toHaveLength(7);
  });
});

describe('a table whose rows stand beside each other', () => {
  const values = { reconsideration: [1, 2, 3, 4, 10], 'litigation-direct': [5, 6, 7, 8, 26] };

  it.each(LAYOUTS)('is walked through from the first to the last value: %s', (layout) => {
    const text = written(layout, { values });
    const break_ = { cells: '\n\t', tsv: '\t', markdown: ' | ' }[layout];
    const from = (...numbers: readonly number[]): string => numbers.join(break_);
    expect(go(text, from(1, 2, 3, 4, 10), 'next')!.shown).toContain(`10${break_}[5]${break_}6`);
    expect(go(text, from(1, 2, 3, 4, 10, 5), 'previous')!.shown).toContain(`4${break_}[10]${break_}5`);
  });
});

describe('a row that is being typed', () => {
  it('gets no value where words stand behind the last one', () => {
    const text = written('tsv').replace('规章\t1\t2\t3', '规章\t1\t2\t有待进一步核实后再填报的数字');
    expect(go(text, '规章\t1\t2', 'next')!.text).toBe(text);
  });

  it('gets no value in a table whose values stand apart from its labels', () => {
    const text = written('tsv').replace(
      /^(规章|行政规范性文件|行政许可|行政处罚|行政强制|行政事业性收费)\t.*$/gm,
      '$1',
    );
    expect(go(text, '行政许可', 'next')?.text ?? text).toBe(text);
  });
});

describe('a line that is begun in a table of a cell a line', () => {
  const begun = (text: string, above: string): string => {
    const at = text.indexOf(above) + above.length + 1;
    return lineStart(readOne(text), at);
  };
  const text = written('cells');

  it('starts with a tab where the row lacks values', () => {
    expect(begun(text.replace('\t规章\n\t1\n\t2\n\t3\n', '\t规章\n\t1\n\t2\n\n'), '规章\n\t1\n\t2')).toBe('\t');
    expect(begun(text.replace('\t规章\n\t1\n\t2\n\t3\n', '\t规章\n\n'), '\t规章')).toBe('\t');
  });

  it('starts with nothing where the row is whole, in prose, and in other layouts', () => {
    expect(begun(text, '规章\n\t1\n\t2\n\t3')).toBe('');
    expect(begun(text.replace('\t1\n\t2\n', '\t1\n\n\t2\n'), '\t规章\n\t1')).toBe('');
    expect(begun(text, '一、总体情况')).toBe('');
    const tsv = written('tsv').replace('规章\t1\t2\t3\n', '规章\t1\t2\n\n');
    expect(begun(tsv, '规章\t1\t2')).toBe('');
  });

  it('gets no second tab from an editor that has copied the first', () => {
    const copied = text.replace('\t规章\n\t1\n\t2\n\t3\n', '\t规章\n\t1\n\t\n');
    expect(lineStart(readOne(copied), copied.indexOf('规章\n\t1\n\t') + '规章\n\t1\n\t'.length)).toBe('');
  });
});
