import { describe, expect, it } from 'vitest';
import {
  check,
  DEFAULT_SETTINGS,
  readDocument,
  show,
  type ShownCell,
  type TableBlock,
  type TableId,
} from '../../server/src/core/index';
import { summarise } from '../../server/src/core/collection/summary';
import { buildReport, type Values } from '../support/report-builder';
import { readOne } from '../support/findings';

const build = (values: Values, year = 2023): string => buildReport({ edition: '2021', year, values });
const LAST = {
  file: '2022.txt',
  summary: summarise(readDocument(build({ new: [100, 0, 0, 0, 0, 0, 100] }, 2022)).segments[0]!)!,
};

function tableIn(text: string, id: TableId, last?: typeof LAST): TableBlock {
  const report = readOne(text);
  return show(report, check(report, DEFAULT_SETTINGS), last).blocks.find(
    (block): block is TableBlock => block.kind === 'table' && block.id === id,
  )!;
}
const cellIn = (table: TableBlock, row: string, column: string): ShownCell =>
  table.lines.flat().find(({ place }) => place?.row === row && place.column === column)!;

describe('a total that is shown', () => {
  const total = (values: readonly (string | number)[]) =>
    cellIn(tableIn(build({ new: values }), 'requests'), 'new', 'total').sumOf;

  it('is a sum of its parts where it is right', () => {
    expect(total([3, 1, 0, 0, 0, 0, 4])!.map(({ row }) => row)).toEqual(Array(6).fill('new'));
    expect(total([3, '-', '', 0, 0, 0, 3])).toHaveLength(6);
  });

  it('is none where it is wrong, or where a part or itself cannot be read', () => {
    expect(total([3, 1, 0, 0, 0, 0, 5])).toBeUndefined();
    expect(total([3, '1?', 0, 0, 0, 0, 3])).toBeUndefined();
    expect(total([3, 1, 0, 0, 0, 0, '4?'])).toBeUndefined();
    expect(total([3, 1, 0, 0, 0, 0, ''])).toBeUndefined();
  });

  it('is itself alone: parts of it are no sums', () => {
    const table = tableIn(build({ new: [3, 1, 0, 0, 0, 0, 4] }), 'requests');
    expect(
      cellIn(table, 'new', table.lines.flat().find(({ place }) => place?.row === 'new')!.place!.column).sumOf,
    ).toBeUndefined();
  });
});

describe('last year’s value beside a cell', () => {
  const last = (values: readonly (string | number)[], column = 'total') =>
    cellIn(tableIn(build({ new: values }), 'requests', LAST), 'new', column).lastYear;

  it('is there where last year’s report is known, and marked where it is far off', () => {
    expect(last([90, 0, 0, 0, 0, 0, 90])).toEqual({ amount: '100', isFar: false });
    expect(last([1, 0, 0, 0, 0, 0, 1])).toEqual({ amount: '100', isFar: true });
    expect(last([1, 0, 0, 0, 0, 0, '1?'])).toEqual({ amount: '100', isFar: false });
    expect(cellIn(tableIn(build({}), 'requests'), 'new', 'total').lastYear).toBeUndefined();
  });
});

describe('the cells of a table', () => {
  it('say what they head, and how far they reach', () => {
    const { lines, headerLines, width } = tableIn(build({}), 'requests');
    for (const line of lines) for (const { at, columns } of line) expect(at + columns).toBeLessThanOrEqual(width);
    const heads = new Set(
      lines
        .slice(0, headerLines)
        .flat()
        .map((cell) => `${cell.kind} ${cell.heads}`),
    );
    expect(heads).toEqual(new Set(['header colgroup', 'header col']));
    for (const cell of lines.flat()) {
      if (cell.kind === 'value') expect([cell.heads, cell.columns, cell.lines]).toEqual([undefined, 1, 1]);
      if (cell.kind === 'label') expect(cell.heads).toBe(cell.lines > 1 ? 'rowgroup' : 'row');
    }
    const group = lines.flat().find(({ text }) => text.includes('本年度办理结果'))!;
    expect(group.lines).toBe(readOne(build({})).tables[1]!.rows.length - 3);
  });

  it('cover the grid, each place once', () => {
    for (const id of ['disclosure', 'requests', 'review'] as const) {
      const { lines, width } = tableIn(build({}), id);
      const covered = lines.map(() => Array<number>(width).fill(0));
      for (const [i, line] of lines.entries())
        for (const { at, columns, lines: down } of line)
          for (let y = i; y < i + down; y++) for (let x = at; x < at + columns; x++) covered[y]![x]!++;
      expect(covered.flat().every((times) => times === 1)).toBe(true);
    }
  });

  it('have their places in the text and what was found there', () => {
    const text = build({ new: [3, 1, 0, 0, 0, 0, 5] });
    const wrong = cellIn(tableIn(text, 'requests'), 'new', 'total');
    expect(text.slice(wrong.span!.start, wrong.span!.end)).toBe('5');
    expect(wrong.marks.map(({ rule }) => rule)).toEqual(['row-total-mismatch']);
    const label = tableIn(text, 'requests')
      .lines.flat()
      .find((cell) => cell.text.includes('本年新收'))!;
    expect(text.slice(label.span!.start, label.span!.end)).toBe(label.text);
    expect(label.marks).toEqual([]);
  });
});

describe('the text of a report that is shown', () => {
  const TEXT = build({});

  it('is there line by line, each once, without the white space around it', () => {
    const text = TEXT.replace('按目录公开', ' \u3000按目录公开').replace(
      '逐条核对发布日期。',
      '逐条核对发布日期。 \u3000',
    );
    const { blocks } = show(readOne(text));
    const texts = blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
    for (const line of text.split('\n'))
      if (line.trim() !== '' && !line.includes('\t'))
        expect(texts.filter((one) => one === line.trim())).toHaveLength(1);
    for (const block of blocks) if (block.kind !== 'table') expect(block.text).toBe(block.text.trim());
  });

  it('has title, headings with their section, and words behind a heading apart from it', () => {
    const text = TEXT.replace('一、总体情况', '一、总体情况：本年共办结五件');
    const { blocks, title, year, body } = show(readOne(text));
    expect([title, year, body]).toEqual(['青禾县水务局2023年政府信息公开工作年度报告', 2023, '青禾县水务局']);
    const kinds = blocks.map((block) => block.kind);
    expect(kinds.filter((kind) => kind === 'title')).toHaveLength(1);
    expect(blocks.flatMap((block) => (block.kind === 'heading' ? [block.section] : []))).toEqual([1, 2, 3, 4, 5, 6]);
    expect(kinds.filter((kind) => kind === 'table')).toHaveLength(3);
  });

  it('is as it is written where a table cannot be read whole', () => {
    const text = TEXT.replace(/(二、上年结转.*\n)/, '$1其中网上提交的另行列出\n');
    const verbatim = show(readOne(text)).blocks.flatMap((block) => (block.kind === 'verbatim' ? [block.text] : []));
    expect(text).toContain(`\n${verbatim.join('\n')}\n`);
    expect(verbatim).toContain('其中网上提交的另行列出');
    expect(verbatim.length).toBeGreaterThan(20);
  });
});
