import type { Candidate, Chosen, LeftOut } from '../collection/choose-parts';
import { nameOfCell } from '../collection/counterparts';
import { commonExplanations, type Difference, type Explanation } from '../collection/total-check';
import { unstatedBy, type LostValue, type Totals } from '../collection/totals';
import { list, message, type Message } from '../messages';
import { add, format, isNegative, negate, subtract, ZERO } from '../text/decimal';

/** What is said beside a total: who is not in it and why, and what had no place in it. */

const REASONS = {
  unrecognised: { zh: '未计入：没有认出年报', en: 'left out: no report was recognised' },
  'no-year': { zh: '未计入：没有读到年度', en: 'left out: no year was read' },
  summary: { zh: '未计入：是汇总机关自己的报告', en: 'left out: it is the report of the body whose total this is' },
  errors: {
    zh: '未计入：有 {count} 处错误，首处在第 {line} 行：{first}',
    en: 'left out: {count} errors, the first in line {line}: {first}',
  },
  unread: { zh: '未计入：没有读到{gaps}', en: 'left out: not read: {gaps}' },
  twice: {
    zh: '未计入：「{body}」已有 {counted}，数字相同',
    en: 'left out: “{body}” is in with {counted}, the same values',
  },
  differs: {
    zh: '未计入：「{body}」已有 {counted}，两份数字不同，请核对',
    en: 'left out: “{body}” is in with {counted}, whose values differ; please check',
  },
};

export function whyLeftOut(one: LeftOut<Candidate>): Message {
  const { candidate, why } = one;
  switch (why) {
    case 'errors': {
      const { count, line, first } = candidate.errors!;
      return message(REASONS.errors, { count, line, first });
    }
    case 'unread':
      return message(REASONS.unread, { gaps: list(candidate.part.gaps) });
    case 'other-year':
      return otherYear(candidate.year!, 1);
    case 'twice':
      return message(one.differs ? REASONS.differs : REASONS.twice, {
        body: candidate.body ?? '',
        counted: one.counted.file,
      });
    default:
      return message(REASONS[why]);
  }
}

const OTHER_YEAR = { zh: '{year} 年的报告 {count} 份，未计入', en: 'reports about {year}: {count}, left out' };

export const otherYear = (year: number, count: number): Message => message(OTHER_YEAR, { year, count });

const COUNTED = {
  zh: '{year} 年：计入 {counted} 份，未计入 {leftOut} 份',
  en: '{year}: {counted} reports counted, {leftOut} left out',
};

export const howMany = ({ year, counted, leftOut }: Chosen<Candidate>): Message =>
  message(COUNTED, { year: year ?? '', counted: counted.length, leftOut: leftOut.length });

const LOST = {
  zh: '{cell}在{edition}没有对应的格，{count} 份报告的合计 {sum} 未计入',
  en: '{cell} has no place in the {edition}: {sum} of {count} reports is not in the total',
};
const UNSTATED = {
  zh: '{count} 份报告用的是其他版别的表格，没有{cells}，按 0 计',
  en: '{count} reports are on another edition’s tables and do not state {cells}; they count as 0',
};
const UNSAFE = {
  zh: '{cell}的合计超过 15 位，未写出',
  en: 'the sum in {cell} has more than 15 digits and is left out',
};

/** What a total does not say, although parts do, and what it says without them. */
export function whatIsLost(
  totals: Totals,
  counted: readonly Candidate[],
  lost: readonly LostValue[],
): readonly Message[] {
  const edition = totals.edition.name;
  const byKey = new Map<string, LostValue[]>();
  for (const one of lost) byKey.set(one.key, [...(byKey.get(one.key) ?? []), one]);
  const others = counted.map(({ part }) => unstatedBy(totals.edition, part)).filter((cells) => cells.length > 0);
  return [
    ...[...byKey.values()].map((same) =>
      message(LOST, {
        cell: nameOfCell(same[0]!.cell),
        edition,
        count: same.length,
        sum: format(same.reduce((sum, { amount }) => add(sum, amount), ZERO)),
      }),
    ),
    ...(others.length === 0
      ? []
      : [
          message(UNSTATED, {
            count: others.length,
            cells: list([...new Set(others.flat().map(({ row }) => row.name))]),
          }),
        ]),
    ...totals
      .cells()
      .filter(({ key }) => totals.at(key) === undefined)
      .map((cell) => message(UNSAFE, { cell: nameOfCell(cell) })),
  ];
}

const DIFFERENCE = {
  zh: '{cell}汇总为 {stated}，各机关之和为 {sum}，{direction} {difference}',
  en: '{cell} is {stated} in the summary; its parts add up to {sum}, {direction} {difference}',
};
const UNREAD = {
  zh: '{cell}读不出，无法核对；各机关之和为 {sum}',
  en: '{cell} cannot be read; its parts add up to {sum}',
};
const MORE = { zh: '多', en: 'more by' };
const LESS = { zh: '少', en: 'less by' };

export function differenceWords({ cell, stated, sum }: Difference<Candidate>): Message {
  const known = sum === undefined ? '?' : format(sum);
  if (stated === undefined || sum === undefined) return message(UNREAD, { cell: nameOfCell(cell), sum: known });
  const more = subtract(stated, sum);
  return message(DIFFERENCE, {
    cell: nameOfCell(cell),
    stated: format(stated),
    sum: known,
    direction: isNegative(more) ? LESS : MORE,
    difference: format(isNegative(more) ? negate(more) : more),
  });
}

const EXPLAINED = {
  omitted: { zh: '与「{body}」的数相同，可能漏加', en: '“{body}” has this value: it may be missing in the summary' },
  added: {
    zh: '与未计入的「{body}」的数相同',
    en: '“{body}”, which was left out, has this value',
  },
  doubled: { zh: '与「{body}」的数相同，可能重复加了', en: '“{body}” has this value: it may be in twice' },
};
const ALL = { zh: '以上差异都{explained}', en: 'all differences: {explained}' };

export const explanationWords = ({ candidate, how }: Explanation<Candidate>): Message =>
  message(EXPLAINED[how], { body: candidate.body ?? candidate.file });

/** The one body behind all differences, where there are several. */
export const commonWords = (differences: readonly Difference<Candidate>[]): readonly Message[] =>
  differences.length < 2
    ? []
    : commonExplanations(differences).map((one) => {
        const { words, args } = explanationWords(one);
        return message(
          { zh: ALL.zh.replace('{explained}', words.zh), en: ALL.en.replace('{explained}', words.en) },
          args,
        );
      });
