import { describe, expect, it } from 'vitest';
import { editionById, say, type EditionId, type Message } from '../../server/src/core/index';
import type { Candidate, LeftOut } from '../../server/src/core/collection/choose-parts';
import { checkTotal } from '../../server/src/core/collection/total-check';
import { Totals, type LostValue } from '../../server/src/core/collection/totals';
import { totalPartOf } from '../../server/src/core/collection/total-part';
import {
  commonWords,
  differenceWords,
  explanationWords,
  howMany,
  whatIsLost,
  whyLeftOut,
} from '../../server/src/core/reviewing/total-notes';
import { totalSheet } from '../../server/src/core/reviewing/total-sheet';
import { buildReport, type Values } from '../support/report-builder';
import { readOne } from '../support/findings';

const edition2021 = editionById('2021');
const zh = (message: Message): string => say(message, 'zh-CN');
const report = (values: Values = {}, edition: EditionId = '2021') => readOne(buildReport({ edition, values }));
const part = (body: string | undefined, values: Values = {}, edition: EditionId = '2021'): Candidate => ({
  file: `${body}.txt`,
  recognised: true,
  body,
  year: 2023,
  part: totalPartOf(report(values, edition)),
  errors: undefined,
});

describe('why a report is left out of a total', () => {
  const candidate = part('青禾县水务局');
  const why = (more: object, own: Partial<Candidate> = {}): string =>
    zh(whyLeftOut({ candidate: { ...candidate, ...own }, ...more } as LeftOut<Candidate>));

  it('is said with what is wrong, and where', () => {
    expect(why({ why: 'unrecognised' })).toBe('未计入：没有认出年报');
    expect(why({ why: 'no-year' })).toBe('未计入：没有读到年度');
    expect(why({ why: 'summary' })).toBe('未计入：是汇总机关自己的报告');
    expect(why({ why: 'other-year' })).toBe('2023 年的报告 1 份，未计入');
    expect(why({ why: 'errors' }, { errors: { count: 2, first: '应为 3', line: 9 } })).toBe(
      '未计入：有 2 处错误，首处在第 9 行：应为 3',
    );
    const gaps = [
      { zh: '规章', en: 'rules' },
      { zh: '表四', en: 'table 4' },
    ];
    expect(why({ why: 'unread' }, { part: { ...candidate.part, gaps } })).toBe('未计入：没有读到「规章」「表四」');
    const counted = part('青禾县水务局');
    expect(why({ why: 'twice', counted, differs: false })).toBe(
      '未计入：「青禾县水务局」已有 青禾县水务局.txt，数字相同',
    );
    expect(why({ why: 'twice', counted, differs: true })).toMatch(/两份数字不同，请核对$/);
    expect(why({ why: 'twice', counted, differs: false }, { body: undefined })).toMatch(/「」已有/);
  });

  it('is summed up', () => {
    const chosen = { year: 2023, counted: [candidate, candidate], leftOut: [] };
    expect(zh(howMany(chosen))).toBe('2023 年：计入 2 份，未计入 0 份');
    expect(say(howMany({ ...chosen, year: undefined }), 'en')).toBe(': 2 reports counted, 0 left out');
  });
});

describe('what a total does not say', () => {
  it('is nothing where all parts are on its edition', () => {
    const totals = new Totals(edition2021);
    const parts = [part('甲局', { licensing: [3] }), part('乙局', { licensing: [4] })];
    expect(
      whatIsLost(
        totals,
        parts,
        parts.flatMap((one) => totals.add(one.part)),
      ),
    ).toEqual([]);
  });

  it('is told cell by cell, with how many reports and how much, and what they cannot state', () => {
    const totals = new Totals(edition2021);
    const old = [1, 2].map((count) => part(`第${count}局`, { licensing: [count, count] }, '2019'));
    const lost: LostValue[] = old.flatMap((one) => totals.add(one.part));
    expect(lost.length).toBeGreaterThan(0);
    const said = whatIsLost(totals, [...old, part('丙局')], lost).map(zh);
    const cells = new Set(lost.map(({ key }) => key));
    expect(said).toHaveLength(cells.size + 1);
    expect(said[0]).toMatch(/^「行政许可·[^」]+」在.+没有对应的格，2 份报告的合计 3 未计入$/);
    expect(said.at(-1)).toMatch(/^2 份报告用的是其他版别的表格，没有(?:「[^」]+」)+，按 0 计$/);
    const names = [...said.at(-1)!.matchAll(/「([^」]+)」/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is a sum of too many digits', () => {
    const totals = new Totals(edition2021);
    const large = part('甲局', { licensing: [9_007_199_254_740_991] });
    const parts = [large, large];
    for (const one of parts)
      totals.add({
        ...one.part,
        values: { [Object.keys(part('甲局', { licensing: [1] }).part.values)[0]!]: '9007199254740991' },
      });
    expect(whatIsLost(totals, parts, []).map(zh)).toEqual([
      expect.stringMatching(/^「行政许可·[^」]+」的合计超过 15 位，未写出$/),
    ]);
    expect(
      totalSheet(totals, [])
        .at(-1)!
        .filter((cell) => cell === ''),
    ).toHaveLength(3);
  });
});

describe('a summary that differs from its parts', () => {
  const parts = [3, 5].map((count) => part(`第${count}局`, { licensing: [count], penalties: [count] }));
  const differences = (licensing: string | number, penalties: number, leftOut: readonly Candidate[] = []) =>
    checkTotal(report({ licensing: [licensing], penalties: [penalties] }), { counted: parts, leftOut });

  it('is told with both values and what lies between them', () => {
    expect(differences(8, 8)).toEqual([]);
    expect(zh(differenceWords(differences(10, 8)[0]!))).toMatch(/^「行政许可·[^」]+」汇总为 10，各机关之和为 8，多 2$/);
    expect(say(differenceWords(differences(1, 8)[0]!), 'en')).toMatch(
      / is 1 in the summary; its parts add up to 8, less by 7$/,
    );
    expect(zh(differenceWords(differences('1?', 8)[0]!))).toMatch(
      /^「行政许可·[^」]+」读不出，无法核对；各机关之和为 8$/,
    );
    expect(zh(differenceWords({ ...differences(10, 8)[0]!, sum: undefined }))).toMatch(
      /读不出，无法核对；各机关之和为 \?$/,
    );
  });

  it('is explained by a body', () => {
    const words = (licensing: number, leftOut: readonly Candidate[] = []) =>
      differences(licensing, 8, leftOut).flatMap(({ explained }) => explained.map((one) => zh(explanationWords(one))));
    expect(words(5)).toEqual(['与「第3局」的数相同，可能漏加']);
    expect(words(13)).toEqual(['与「第5局」的数相同，可能重复加了']);
    expect(words(9, [part(undefined, { licensing: [1] })])).toEqual(['与未计入的「undefined.txt」的数相同']);
  });

  it('is explained by one body behind all of it, where there is more than one difference', () => {
    expect(commonWords(differences(5, 5)).map(zh)).toEqual(['以上差异都与「第3局」的数相同，可能漏加']);
    expect(commonWords(differences(5, 8))).toEqual([]);
    expect(commonWords(differences(5, 13))).toEqual([]);
  });
});

it('a total is a sheet of a row a body, a column a cell, and the sums below', () => {
  const totals = new Totals(edition2021);
  const parts = [
    part('甲局', { licensing: [3] }),
    { ...part(undefined, { licensing: [4], penalties: [2] }), year: undefined },
  ];
  for (const one of parts) totals.add(one.part);
  const [header, first, second, sums, ...more] = totalSheet(totals, parts);
  expect(more).toEqual([]);
  expect(header!.slice(0, 3).map((cell) => (cell as { zh: string }).zh)).toEqual(['机关', '年度', '文件']);
  const at = header!.findIndex((cell) => typeof cell === 'object' && cell.zh.startsWith('「行政许可·'));
  const other = header!.findIndex((cell) => typeof cell === 'object' && cell.zh.startsWith('「行政处罚·'));
  expect(first!.slice(0, 3)).toEqual(['甲局', '2023', '甲局.txt']);
  expect(second!.slice(0, 3)).toEqual(['', '', 'undefined.txt']);
  expect([first, second, sums].map((row) => [row![at], row![other]])).toEqual([
    ['3', '0'],
    ['4', '2'],
    ['7', '2'],
  ]);
  expect(sums!.slice(1, 3)).toEqual(['', '']);
  expect(header).toHaveLength(sums!.length);
});
