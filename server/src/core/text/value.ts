import { decimalOf, integer, negate, ZERO, type Decimal } from './decimal';
import { fold } from './fold';
import { IN_WORDS, VALUE_UNIT } from './lexicon';
import { numeralValue } from './numerals';

/** What a column counts; decides which notations it may hold and in which unit a bare number stands. */
export type Unit = 'count' | 'change' | 'yuan' | 'ten-thousand-yuan';

/**
 * What stands in a cell. A blank and a dash count as zero in every sum; what is unreadable takes part in none.
 * `suggestion` is the number that was probably meant (3O → 30), where there is just one.
 */
export type Value =
  | { readonly kind: 'number'; readonly amount: Decimal }
  | { readonly kind: 'blank'; readonly amount: Decimal }
  | { readonly kind: 'dash'; readonly amount: Decimal }
  | { readonly kind: 'unreadable'; readonly suggestion?: string };

export const BLANK: Value = { kind: 'blank', amount: ZERO };
const DASH: Value = { kind: 'dash', amount: ZERO };
const SMALL: readonly Value[] = Array.from({ length: 10 }, (_, digit) => ({ kind: 'number', amount: integer(digit) }));

const UNREADABLE: Value = { kind: 'unreadable' };

/**
 * Digits with something visible between them that folding drops: they may be two numbers. Zero-width marks show
 * nothing.
 */
const APART = /[\d０-９](?:[^\S\ufeff]|[“”‘’"'「」『』＂＇`*])+[\d０-９]/;
const DASHES = /^(?:-+|\/|\\|无)$/;
const NUMBER = new RegExp(
  `^(?<sign>[+±-]|增加?|减少?)?(?<second>[+-])?(?<whole>\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(?<fraction>\\d+))?(?<scale>万|亿)?(?<unit>${VALUE_UNIT})?(?<note>\\(.*\\))?$`,
);
const ALL_IN_WORDS = new RegExp(`^${IN_WORDS}+$`);
const SCALES: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };
const CONFUSABLE: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  D: '0',
  l: '1',
  I: '1',
  '|': '1',
  Z: '2',
  z: '2',
  S: '5',
  B: '8',
};

/** Reads what stands in a cell from `start` to `end` of a text. */
export function readValue(text: string, start: number, end: number, unit: Unit): Value {
  if (end - start === 1) {
    const digit = text.charCodeAt(start) - ZERO_DIGIT;
    if (digit >= 0 && digit <= 9) return SMALL[digit]!;
  }
  const printed = text.slice(start, end);
  const folded = fold(printed);
  if (folded === '') return BLANK;
  if (folded.length < printed.length && APART.test(printed)) return UNREADABLE;
  if (!isDigit(folded.charCodeAt(0)) && DASHES.test(folded)) return DASH;
  const amount = readAmount(folded, unit);
  if (amount !== undefined) return { kind: 'number', amount };
  const suggestion = [...folded].map((letter) => CONFUSABLE[letter] ?? letter).join('');
  return /^\d{1,9}$/.test(suggestion) && /\d/.test(folded)
    ? { kind: 'unreadable', suggestion: String(Number(suggestion)) }
    : UNREADABLE;
}

function readAmount(folded: string, unit: Unit): Decimal | undefined {
  if (PLAIN_DIGITS.test(folded)) return integer(Number(folded));
  const parts = NUMBER.exec(folded)?.groups;
  if (parts === undefined) {
    const numeral = ALL_IN_WORDS.test(folded) ? numeralValue(folded) : undefined;
    return numeral === undefined ? undefined : integer(numeral);
  }
  const signed = parts.sign !== undefined || parts.second !== undefined;
  const inWords = parts.sign !== undefined && /[增减]/.test(parts.sign);
  if (inWords && unit !== 'change') return undefined;
  const money = parts.unit === '元' || parts.scale !== undefined;
  if (money && unit === 'count') return undefined;
  let shift = SCALES[parts.scale ?? ''] ?? 0;
  if (unit === 'ten-thousand-yuan' && money) shift -= 4;
  const amount = decimalOf(parts.whole!.replace(/,/g, ''), parts.fraction ?? '', shift);
  if (amount === undefined || !signed) return amount;
  const minus = Number(/[-减]/.test(parts.sign ?? '')) + Number(parts.second === '-');
  return minus === 1 ? negate(amount) : amount;
}

/** 约5, 30余件, 2～3, 3?: a number that nobody has counted. */
const ABOUT = ['约', '大约', '近', '超', '超过', '不足'];
const ROUGHLY = new RegExp(
  `^(?:${ABOUT.join('|')})?\\d{1,9}(?:[~-]\\d{1,9}|[?!*]+)?(?:余|多)?${VALUE_UNIT}?(?:左右|以上|以下|余)?$`,
);
/** What stands for a number that is to come. */
const NOT_YET =
  '待定 待填 待补 待补充 待统计 待核 待核实 待报 待确认 未统计 未知 未报 未填 暂未统计 尚未统计 不详 暂缺 暂无 暂无数据 缺 若干'.split(
    ' ',
  );
const LACKING = new RegExp(`^(?:${NOT_YET.join('|')}|[?]+|[xX×]{1,3}|n/a)$`, 'i');

/**
 * Whether a word outside marked cells stands for a value: a number in one of the notations above, a dash, or something
 * that clearly stands for one (`3O`, `12a`, 约5, 待定), but not an enumerated label (`1.属于国家秘密`).
 */
export function looksLikeValue(folded: string): boolean {
  const first = folded.charCodeAt(0);
  if (isDigit(first))
    return PLAIN_DIGITS.test(folded) || MEANT_AS_NUMBER.test(folded) || NUMBER.test(folded) || ROUGHLY.test(folded);
  if (!mayBeginValue(first)) return false;
  return (
    DASHES.test(folded) || SIGNED.test(folded) || CONFUSED.test(folded) || ROUGHLY.test(folded) || LACKING.test(folded)
  );
}

/**
 * Whether a value may begin with a folded unit: marks, letters and digits, 增 减 无 待 …; 0 is a unit that folding drops.
 */
export const mayBeginValue = (unit: number): boolean => unit <= LAST_MARK || WORDS_OF_VALUES.has(unit);
const LAST_MARK = 0x2fff;
const WORDS_OF_VALUES = new Set(['增', '减', '无', ...ABOUT, ...NOT_YET].map((word) => word.charCodeAt(0)));
const ZERO_DIGIT = 48;
const NINE_DIGIT = 57;
const isDigit = (unit: number): boolean => unit >= ZERO_DIGIT && unit <= NINE_DIGIT;
const PLAIN_DIGITS = /^\d{1,15}$/;
const MEANT_AS_NUMBER = /^\d[\dA-Za-z.,]{0,11}(?<![.,])$/;
const SIGNED = new RegExp(`^(?:[+±-]|增加?|减少?)[+-]?\\d[\\dA-Za-z.,]*(?:万|亿)?${VALUE_UNIT}?$`);
const CONFUSED = /^(?:O|[OolI]\d+)$/;
