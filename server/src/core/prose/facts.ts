import type { Span } from '../text/span';
import { CASE_UNIT, IN_WORDS } from '../text/lexicon';
import { numeralValue } from '../text/numerals';
import { countedBy, OUTCOME_IDS } from './counted';
import { Mentions, NEAR, type Said } from './mentions';
import type { ProseText } from './prose-text';
import type { QuantityId } from './quantities';

/** A number in the prose with what it counts. */
export interface Fact {
  readonly span: Span;
  /** From the number to the end of its unit in the folded text. */
  readonly at: number;
  readonly end: number;
  readonly value: number;
  /** Several quantities are meant together, as in 予以公开及部分公开. */
  readonly quantities: readonly QuantityId[];
}

/**
 * A number with its unit; 余 and 多 make it a rough one. Years, dates and percentages have other units. No number has so
 * many groups of digits.
 */
const MENTION = new RegExp(`(\\d{1,3}(?:,\\d{3}){1,9}|\\d{1,9}|${IN_WORDS}{1,9})(余|多)?${CASE_UNIT}`, 'g');

/**
 * The numbers of the prose that count what the tables count; what counts other things, or a part of a part, is none.
 */
export function factsOf(prose: ProseText): readonly Fact[] {
  const mentions = new Mentions(prose, 0);
  const facts: Fact[] = [];
  for (const found of prose.folded.matchAll(MENTION)) {
    const start = found.index;
    const end = start + found[0].length;
    const mention = mentions.at(start, end);
    const value = numeralValue(found[1]!.replace(/,/g, ''));
    if (value === undefined || found[2] !== undefined) continue;
    const quantities = countedBy(mention);
    mentions.said(quantities);
    if (quantities !== 'elsewhere' && quantities.length > 0)
      facts.push({ span: prose.printed(start, start + found[1]!.length), at: start, end, value, quantities });
  }
  return facts;
}

/**
 * What a number would count that was written at a place of the folded text. As nobody has written it yet, words that do
 * not prove what a number counts are enough where the text around them is about requests.
 */
export function countedAt(prose: ProseText, at: number): readonly QuantityId[] {
  const { folded } = prose;
  const sentence = Math.max(folded.lastIndexOf('。', at - 1), folded.lastIndexOf('!', at - 1)) + 1;
  const mention = readFrom(prose, sentence)(at).at(at, at);
  if (DENIED.test(mention.lead)) return [];
  const quantities = countedBy(mention, true);
  if (quantities === 'elsewhere') return [];
  const before = folded.slice(Math.min(sentence, Math.max(0, at - NEAR)), at);
  return OUTCOME_IDS.has(quantities[0]) && !REQUESTS.test(before) ? [] : quantities;
}

/**
 * Tells what the sentence at a place of the folded text counted up to there; `undefined` where it has no number before.
 * To be asked for growing places, so that the prose is read once.
 */
export function saidBefore(prose: ProseText): (at: number) => Said | undefined {
  const readTo = readFrom(prose, 0);
  return (at) => readTo(at).before(at);
}

/** Reads the numbers behind `from` up to growing places. */
function readFrom(prose: ProseText, from: number): (at: number) => Mentions {
  const mentions = new Mentions(prose, from);
  const pattern = new RegExp(MENTION);
  pattern.lastIndex = from;
  const numbers = prose.folded.matchAll(pattern);
  let next = numbers.next();
  return (at) => {
    for (; next.done !== true && next.value.index + next.value[0].length <= at; next = numbers.next()) {
      const { index, 0: said } = next.value;
      mentions.said(countedBy(mentions.at(index, index + said.length)));
    }
    return mentions;
  };
}

/** 未收到…申请, 没有发生…: no number follows. */
const DENIED = /(?:未|没有)(?:发生|出现|收到|产生|接到|受理|因|被)[^,;]*$/;
/** Outcomes are said of other things than requests too. */
const REQUESTS = /申请|答复|办结|受理/;
