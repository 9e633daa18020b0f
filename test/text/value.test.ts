import { describe, expect, it } from 'vitest';
import { toNumber } from '../../server/src/core/text/decimal';
import { fold } from '../../server/src/core/text/fold';
import { looksLikeValue, readValue, type Unit } from '../../server/src/core/text/value';

const read = (text: string, unit: Unit): number | string => {
  const value = readValue(text, 0, text.length, unit);
  return value.kind === 'number' ? toNumber(value.amount) : value.kind;
};

describe('a value', () => {
  it.each([
    ['0', 0],
    ['007', 7],
    ['１２', 12],
    ['　　3 ', 3],
    ['1,234', 1234],
    ['1\u200b2', 12],
    ['**12**', 12],
    ['5个', 5],
    ['3件', 3],
    ['22（其中修订16件）', 22],
    ['55（含自然失效29 件）', 55],
    ['十二', 12],
    ['-3', -3],
    ['1.5', 1.5],
    ['999999999999999', 999999999999999],
  ])('that counts is read: %j', (text, amount) => {
    expect(read(text, 'count')).toBe(amount);
  });

  it.each([
    ['+2', 2],
    ['-241', -241],
    ['－8', -8],
    ['增27', 27],
    ['增加7', 7],
    ['减6922', -6922],
    ['减少1', -1],
    ['減１', -1],
    ['0', 0],
    ['±0', 0],
  ])('that says how much was added is read: %j', (text, amount) => {
    expect(read(text, 'change')).toBe(amount);
  });

  it.each([
    ['8280702元', 'yuan', 8_280_702],
    ['210万', 'yuan', 2_100_000],
    ['160.5964万元', 'yuan', 1_605_964],
    ['1.2亿元', 'yuan', 120_000_000],
    ['251000', 'yuan', 251_000],
    ['96171.6', 'ten-thousand-yuan', 96171.6],
    ['12万元', 'ten-thousand-yuan', 12],
    ['5000元', 'ten-thousand-yuan', 0.5],
  ] as const)('of money is read in its column’s unit: %s in %s', (text, unit, amount) => {
    expect(read(text, unit)).toBe(amount);
  });

  it.each(['', ' ', '\u3000', '\u200b'])('that is not there is blank: %j', (text) => {
    expect(read(text, 'count')).toBe('blank');
  });

  it.each(['-', '—', '--', '/', '无', '無', '－'])('that stands for nothing is a dash: %s', (text) => {
    expect(read(text, 'count')).toBe('dash');
  });

  it.each([
    '3O',
    '１２a',
    '待定',
    '1.2.3',
    '1,23',
    '12元',
    '增3',
    '9999999999999999',
    '(3)',
    '1-2',
    '5 7',
    '0\t12',
    '1\u30002',
    '1“2',
    '711 711',
  ])('that says nothing countable is unreadable: %s', (text) => {
    expect(read(text, 'count')).toBe('unreadable');
  });

  it.each([
    ['3O', '30'],
    ['l2', '12'],
    ['1B', '18'],
  ])('that was mistyped suggests what was meant: %s', (text, suggestion) => {
    expect(readValue(text, 0, text.length, 'count')).toEqual({ kind: 'unreadable', suggestion });
  });

  it('that could mean anything suggests nothing', () => {
    for (const text of ['OO', '1x', '待定'])
      expect(readValue(text, 0, text.length, 'count')).toEqual({ kind: 'unreadable' });
  });
});

describe('a word', () => {
  it.each([
    '0',
    '9',
    '12',
    '95',
    '1,234',
    '9.5',
    '95余',
    '9万',
    '3O',
    '9O',
    '12a',
    '-',
    '/',
    '无',
    '+2',
    '增27',
    '-241',
    '210万',
    '8280702元',
    '22（其中修订16件）',
    '160.5964万元',
  ])('can be told to stand for a value: %s', (word) => {
    expect(looksLikeValue(fold(word))).toBe(true);
  });

  it.each([
    '1.属于国家秘密',
    '2、重复申请',
    '三、',
    '（一）予以公开',
    '规章',
    '总计',
    '增长点',
    '2023年',
    '5、',
    '第3页',
    '一',
    'O型',
  ])('can be told to be none: %s', (word) => {
    expect(looksLikeValue(fold(word))).toBe(false);
  });
});
