import type { Judged } from '../check/check';
import type { Words } from '../formats/types';
import { message, type Message } from '../messages';
import type { Segment } from '../reading/document';
import { rangeOf } from '../reading/document';
import { PAGES } from '../rules/pages';
import type { Category } from '../rules/rule';

/** What a body is told with a report that is sent back: plain data, for whatever writes it. */
export interface Letter {
  readonly title: Message;
  readonly to: Message;
  readonly opening: Message;
  readonly groups: readonly LetterGroup[];
  readonly closing: readonly Words[];
}

export interface LetterGroup {
  readonly heading: Words;
  readonly items: readonly LetterItem[];
}

export interface LetterItem {
  /** Counted through the whole letter, from 1. */
  readonly number: number;
  readonly line: Message;
  readonly what: Message;
  /** Whether it has to be corrected, or looked at. */
  readonly weight: Words;
  /** What it may be changed to, where one repair satisfies everything. */
  readonly repair: Message | undefined;
  /** Why, and where that is written down; said with the first finding of a rule alone. */
  readonly basis: Words | undefined;
}

const GROUPS: Readonly<Record<Category, Words>> = {
  arithmetic: { zh: '数字勾稽', en: 'Sums' },
  value: { zh: '数值填写', en: 'Values' },
  table: { zh: '表格', en: 'Tables' },
  structure: { zh: '标题和各部分', en: 'Title and sections' },
  prose: { zh: '文字表述', en: 'Prose' },
  years: { zh: '与上年比对', en: 'Compared with last year' },
};

const MUST: Words = { zh: '须更正', en: 'to be corrected' };
const WEIGHTS = {
  error: MUST,
  warning: MUST,
  information: { zh: '请核实', en: 'to be checked' },
  hint: { zh: '供参考', en: 'for consideration' },
} as const satisfies Record<Judged['severity'], Words>;

const TITLE: Words = {
  zh: '关于{body}{year}政府信息公开工作年度报告的退回意见',
  en: 'Review of the disclosure report of {body}, {year}',
};
const TO: Words = { zh: '{body}：', en: 'To: {body}' };
const SOMEBODY: Words = { zh: '报送单位', en: 'the reporting body' };
const OPENING: Words = {
  zh: '你单位报送的{year}政府信息公开工作年度报告收悉。经核对，有 {count} 处需要更正或者核实，现予退回。请对照原始台账逐一处理后重新报送。',
  en: 'Your disclosure report ({year}) was received. It has {count} places to be corrected or checked and is sent back. Please go through them by your records and hand it in again.',
};
const YEAR: Words = { zh: '{year}年', en: '{year}' };
const CLOSING: readonly Words[] = [
  {
    zh: '以上意见由程序核对得出，如与实际情况不符，请书面说明。',
    en: 'If any of this does not fit the facts, please say so in writing.',
  },
  { zh: '（印章）　　　　年　　月　　日', en: 'Seal, date:' },
];
const LINE: Words = { zh: '第 {line} 行', en: 'line {line}' };
const BASIS: Words = { zh: '{why}依据：{basis}。', en: '{why} Basis: {basis}.' };

/**
 * The letter about a report; `undefined` where nothing has to be said. What is only a hint stands in it when that is
 * asked for.
 */
export function letterOn(
  segment: Segment,
  findings: readonly Judged[],
  { hints }: { readonly hints: boolean },
): Letter | undefined {
  const told = findings.filter(({ severity }) => hints || severity !== 'hint');
  if (told.length === 0) return undefined;
  const { body, year } = segment.report;
  const explained = new Set<string>();
  let number = 0;
  const item = (finding: Judged): LetterItem => {
    const { id } = finding.rule;
    const isFirst = !explained.has(id);
    explained.add(id);
    return {
      number: ++number,
      line: message(LINE, { line: rangeOf(segment, finding.span).start.line + 1 }),
      what: finding.message,
      weight: WEIGHTS[finding.severity],
      repair: finding.repairs().find(({ preferred }) => preferred)?.title,
      basis: isFirst ? basisOf(id) : undefined,
    };
  };
  const args = {
    body: body?.text ?? SOMEBODY,
    year: year === undefined ? '' : { zh: YEAR.zh.replace('{year}', String(year.value)), en: String(year.value) },
    count: told.length,
  };
  return {
    title: message(TITLE, args),
    to: message(TO, args),
    opening: message(OPENING, args),
    groups: (Object.keys(GROUPS) as Category[]).flatMap((category) => {
      const own = told.filter(({ rule }) => rule.category === category);
      return own.length === 0 ? [] : [{ heading: GROUPS[category], items: own.map(item) }];
    }),
    closing: CLOSING,
  };
}

function basisOf(id: string): Words {
  const { explanation, basis } = PAGES[id]!;
  const without = (text: string): string => text.replace(/[。.]$/, '');
  return {
    zh: BASIS.zh.replace('{why}', () => explanation.zh).replace('{basis}', () => without(basis.zh)),
    en: BASIS.en.replace('{why}', () => explanation.en).replace('{basis}', () => without(basis.en)),
  };
}
