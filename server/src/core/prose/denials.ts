import { DENIALS, type DenialStructure } from './denial-structures';
import { saidBefore } from './facts';
import type { Said } from './mentions';
import type { ProseText } from './prose-text';
import type { QuantityId, ReviewKind } from './quantities';
import { isOfAnotherArea, isOfAnotherTime, isOtherOffice, isPlanned } from './scope';
import { patternOf } from './template';
import { span } from '../text/span';
import { TakenSpans } from '../text/taken-spans';

/** Words that say that there is none of something: a stretch of the folded prose. */
export interface Denial {
  readonly quantity: QuantityId;
  readonly start: number;
  readonly end: number;
}

const PATTERNS = DENIALS.map(({ of, words }) => ({ of, pattern: new RegExp(patternOf(words), 'g') }));

/** What the prose says there is none of, each place once; what is said of other times, offices or parts is left out. */
export function denialsOf(prose: ProseText): readonly Denial[] {
  const { folded } = prose;
  const all = PATTERNS.flatMap(({ of, pattern }) =>
    [...folded.matchAll(pattern)].map(({ 0: words, index }) => ({ of, words, index })),
  ).sort((a, b) => a.index - b.index);
  const said = saidBefore(prose);
  const found: Denial[] = [];
  const taken = new Map<QuantityId, TakenSpans>();
  for (const { of, words, index } of all) {
    const around = placeOf(prose, index, words);
    for (const { quantity, length } of deniedBy(of, around, said(index))) {
      const place = span(index, index + length);
      const others = taken.get(quantity) ?? new TakenSpans();
      taken.set(quantity, others);
      if (others.touch(place)) continue;
      others.take(place);
      found.push({ quantity, ...place });
    }
  }
  return found;
}

/** The words with what stands around them. */
interface Place {
  readonly words: string;
  /** The sentence in front of them and behind them, and the part of it that they end. */
  readonly lead: string;
  readonly rest: string;
  readonly clause: string;
  /** What stands in front of the sentence. */
  readonly near: string;
  readonly prose: ProseText;
}

/** What stands farther from the words is no part of what they say, whether or not a full stop stands between. */
const LONGEST_SENTENCE = 1000;
const NEAR = 60;

function placeOf(prose: ProseText, at: number, words: string): Place {
  const { folded } = prose;
  const lead = prose.sentenceBefore(at, LONGEST_SENTENCE);
  const start = at - lead.length;
  const below = folded.slice(at + words.length, at + words.length + LONGEST_SENTENCE);
  const stop = below.indexOf('。');
  return {
    words,
    lead,
    rest: stop < 0 ? below : below.slice(0, stop),
    clause: lead.slice(Math.max(lead.lastIndexOf(','), lead.lastIndexOf(';')) + 1),
    near: folded.slice(Math.max(0, start - NEAR), start),
    prose,
  };
}

interface Denied {
  readonly quantity: QuantityId;
  readonly length: number;
}

function deniedBy(of: DenialStructure['of'], place: Place, said: Said | undefined): readonly Denied[] {
  const { words, lead, prose } = place;
  if (!isAboutDisclosure(of, place) || isOtherOffice(lead, prose.body) || isOfAnotherArea(lead, prose.body)) return [];
  const length = words.length;
  switch (of) {
    case 'requests':
      return isSure(place) && !PART.test(place.clause) ? [{ quantity: 'received', length }] : [];
    case 'reviews':
      return isSure(place) && !RESULT_FOLLOWS.test(place.rest) ? reviewsIn(words) : [];
    case 'open-requests':
      return isOfAllRequests(place, said) ? [{ quantity: 'carried-out', length }] : [];
    case 'open-reviews':
      return openReviews(place, said).map((kind): Denied => ({ quantity: `review:${kind}:pending`, length }));
  }
}

/** Reviews may be of any business of the office. */
function isAboutDisclosure(of: DenialStructure['of'], { words, lead, rest, clause, near }: Place): boolean {
  const sentence = lead + words + rest;
  if (of === 'open-requests') return /申请/.test(sentence);
  // What was counted tells.
  if (of === 'open-reviews') return true;
  if (/公开/.test(clause + words)) return true;
  return !OTHER_BUSINESS.test(sentence) && (/公开/.test(sentence) || OF_REQUESTS.test(near));
}

const OTHER_BUSINESS = /执法|处罚|许可|征收|强制|审批|拆迁|登记|仲裁|备案|规范性文件|决定/;
const OF_REQUESTS = /公开申请|依申请公开|申请公开/;

/** Said without reserve of the report's own year. */
const isSure = ({ lead, clause, words, rest, prose }: Place): boolean =>
  !CONDITION.test(clause) &&
  !OTHER_YEAR.test(lead + words + rest) &&
  !isOfAnotherTime(lead, prose.year) &&
  !isPlanned(lead);

const CONDITION = /如|若|倘|一旦|凡|[有是因对]$/;
const OTHER_YEAR = /(?:去|上|往|前)年/;
/** Some of the requests. */
const PART =
  /其中|网上|线上|在线|当面|现场|信函|邮寄|邮件|传真|平台|窗口|自然人|法人|企业|机构|重复|不予|部分|无法|\d月|季度|半年|的$/;
/** 未发生行政复议、行政诉讼败诉: those there were were not lost. */
const RESULT_FOLLOWS = /^[.,]?[^,;。]{0,24}?(?:败诉|纠错|纠正|撤销|违法|变更|责令)/;

function reviewsIn(words: string): readonly Denied[] {
  const end = (name: string): number => words.lastIndexOf(name) + name.length;
  const isFirst = !/^(?:行政)?(?:复议|诉讼)/.test(words);
  return [
    { name: '复议', quantity: 'reconsideration' as const },
    { name: '诉讼', quantity: 'litigation' as const },
  ]
    .filter(({ name }) => words.includes(name))
    .map(({ name, quantity }) => ({ quantity, length: isFirst ? end(name) : words.length }));
}

/** Not of those carried in alone, or of what a review came to; the sentence names none that is still open. */
function isOfAllRequests({ lead, rest, clause }: Place, said: Said | undefined): boolean {
  if (STILL_OPEN.test(lead + rest) || clause.startsWith('其中')) return false;
  return said === undefined ? !CARRIED_IN.test(clause) : said.received && !isOfReview(said.latest);
}

const CARRIED_IN = new RegExp(patternOf('{lastYear}{carryIn}'));
const STILL_OPEN = new RegExp(
  `${patternOf('{carryOut}{into?}{nextYear}')}|(?:结转|顺延|转)(?:到|至|入)?\\d{4}年|尚未|正在|在办|未到期|(?:尚|未)(?:在|有)?(?:[^,。;]|,\\d){0,8}办(?:理|结)`,
);

const isOfReview = (quantity: QuantityId | undefined): boolean =>
  quantity !== undefined && /^(?:review|reconsideration|litigation)/.test(quantity);

/** The reviews of which a sentence that has counted them says that all are closed. */
function openReviews({ lead, rest }: Place, said: Said | undefined): readonly ReviewKind[] {
  if (said === undefined || said.review === undefined || !isOfReview(said.latest)) return [];
  if (/未|正在|审理中|在审/.test(lead + rest)) return [];
  const part = lead.slice(lead.lastIndexOf(';') + 1);
  const both = part.includes('复议') && part.includes('诉讼') && !/其中|维持|纠正|其他结果/.test(part);
  return both ? ['reconsideration', 'litigation'] : [said.review];
}
