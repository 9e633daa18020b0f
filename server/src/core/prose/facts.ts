import type { Span } from '../text/span';
import { numeralValue } from '../text/numerals';
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

/** A number with its unit; 余 and 多 make it a rough one. Years, dates and percentages have other units. */
const MENTION = /(\d{1,3}(?:,\d{3})+|\d{1,9}|[〇零一二两三四五六七八九十百千]{1,9})(余|多)?(件|宗|份|起|例)/g;

/**
 * Any of the words, any number of times. No word may be put together from others, so that there is one way to read a text and the search
 * stays linear.
 */
const anyOf = (words: string): string => `(?:${words})*`;

const COUNTED = '的|了|共|计|合计|总计|为|有|数|总数|总量|量|件|分别|政府|信息|公开|申请|案';
/** Words that may stand between what is counted and its number. Folding has made 、 a point. */
const FILLER = anyOf(`${COUNTED}|答复|决定|情形`);
/** All applicants together; one kind of them alone would be a part. */
const ANYONE = '公民[.和]?法人(?:或者|或|和|及|[.与])?其他组织|社会公众|群众|公众';
const APPLICATION = anyOf(`${COUNTED}|依|各类|各种|有效|${ANYONE}|提出|提交|事项|受理|新增|新收`);

const RECEIVED = new RegExp(`(?:收到|受理|新收|收办|接收|接到|收悉)(${APPLICATION})$`);
const HANDLED = new RegExp(`(?:办结|答复|办理完毕|办理完成|处理完毕)(${anyOf(`${COUNTED}|依`)})$`);
const CARRIED_IN = new RegExp(`(?:上年度?|上一年度?|去年)(?:结转|转结|顺延|延续)${anyOf(`${COUNTED}|来的|至今的|答复|决定|情形`)}$`);
const CARRIED_OUT = /(?:结转|顺延|延期|转)(?:到|至|入)?(?:下|下一|次|明)年度?(?:继续|办理|答复|回复|处理|办结|的|有|申请|为|共)*$/;
const CARRIED_OUT_BEHIND = /^(?:申请)?(?:按照《条例》|按规定|依法|将|需|尚)*(?:结转|顺延|延期|转)(?:到|至|入)?(?:下|下一|次|明)年/;

const OUTCOMES: readonly (readonly [RegExp, QuantityId])[] = [
  [/部分公开/g, 'partly-granted'],
  [/不予以?公开/g, 'refused'],
  [/(?:予以|同意)公开/g, 'granted'],
  [/无法提供/g, 'unavailable'],
  [/不予处理/g, 'not-processed'],
  [/(?:作|作出)?其他处理/g, 'other'],
];
const BEHIND_OUTCOME = new RegExp(`^${FILLER}$`);
const JOINED = /^(?:的|及|和|与|\.|或|以及|并)*$/;

const REVIEW = new RegExp(`(?:信息公开|信息公开类|信息公开工作|信息公开工作的|申请公开)(?:的|被申请|引发|引起|类|相关|有关|涉及|案件)*行政复议${FILLER}$`);
const LITIGATION = new RegExp(
  `(?:信息公开|信息公开类|信息公开工作|信息公开工作的|申请公开)(?:的|被提起|被|引发|引起|类|相关|有关|涉及|案件)*(?:行政)?诉讼${FILLER}$`,
);
const ANY_REVIEW = new RegExp(`行政复议${FILLER}$`);
const ANY_LITIGATION = new RegExp(`行政诉讼${FILLER}$`);
const LITIGATION_NEXT = new RegExp(`^[,.和及;](?:行政)?诉讼${FILLER}$`);
const REVIEW_OUTCOMES: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(?:结果)?维持${FILLER}$`), 'upheld'],
  [new RegExp(`(?:结果)?纠正${FILLER}$`), 'corrected'],
  [new RegExp(`其他结果${FILLER}$`), 'other'],
  [new RegExp(`尚未审结${FILLER}$`), 'pending'],
];
const APPLICANTS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`自然人(?:提出|提交)?${FILLER}$`), 'natural-person'],
  [new RegExp(`法人(?:或|和|及|\\.)其他组织(?:提出|提交)?${FILLER}$`), 'organisations'],
  [new RegExp(`商业企业(?:提出|提交)?${FILLER}$`), 'enterprise'],
  [new RegExp(`法律服务机构(?:提出|提交)?${FILLER}$`), 'legal-service'],
];

/** The number of another time or of a change: 较去年…, 同比…, 上半年…, 1月…; a whole year may be spelt out. */
const COMPARED = /(?:较|比|相比|同期|去年|上年|上一年|往年|前年|历年|累计至|季度|半年|\d月)[^,.;:]*$/;
const WHOLE_YEAR = /1月1日.{0,12}12月31日/g;
/** One way in which requests come in, or some of them. Several ways with 等 are all of them. */
const CHANNEL = /其中|(?:网上|线上|线下|网络|在线|邮寄|信函|来信|邮件|当面|现场|电话|传真|平台|系统|书面|窗口)(?!.*等)[^,;:]*$/;
/** What the figures of this report are about; without it 受理申请 may be any business of the office. */
const SUBJECT = /信息公开|依申请|申请公开|公开申请|公开政府信息/;
/** Other things that are received and answered. */
const OTHER_THINGS = /备案|网络问政|问政|人大|政协|提案|建议|留言|来信|来电|投诉|举报件|热线|信访件|咨询|行政许可/;
const UNIT_OF_OFFICE =
  /(?:办公室|办|局|委|厅|院|镇|乡|街道|部门|中心|单位|平台|窗口|大厅|科|科室|处|股|队|站|所)(?:(?:本级|共|总共|全年|累计|今年|本年度?|\d{4}年度?|[,:])*)$/;

/** The numbers of the prose that count what the tables count; what counts other things, or a part of a part, is none. */
export function factsOf(prose: ProseText): readonly Fact[] {
  const mentions = new Mentions(prose, 0);
  const facts: Fact[] = [];
  for (const found of prose.folded.matchAll(MENTION)) {
    const start = found.index;
    const end = start + found[0].length;
    const mention = mentions.at(start, end);
    const value = numeralValue(found[1]!.replace(/,/g, ''));
    if (value === undefined || found[2] !== undefined) continue;
    const quantities = classify(mention);
    mentions.said(quantities);
    if (quantities.length > 0) facts.push({ span: prose.printed(start, start + found[1]!.length), at: start, end, value, quantities });
  }
  return facts;
}

/**
 * What a number would count that was written at a place of the folded text. As nobody has written it yet, words that do not prove
 * what a number counts are enough where the text around them is about requests.
 */
export function countedAt(prose: ProseText, at: number): readonly QuantityId[] {
  const { folded } = prose;
  const sentence = Math.max(folded.lastIndexOf('。', at - 1), folded.lastIndexOf('!', at - 1)) + 1;
  const mentions = new Mentions(prose, sentence);
  for (const { index, 0: said } of folded.slice(sentence, at).matchAll(MENTION)) {
    const start = sentence + index;
    mentions.said(classify(mentions.at(start, start + said.length)));
  }
  const mention = mentions.at(at, at);
  if (DENIED.test(mention.lead)) return [];
  const quantities = classify(mention, true);
  const before = folded.slice(Math.min(sentence, Math.max(0, at - NEAR)), at);
  return OUTCOME_IDS.has(quantities[0]) && !REQUESTS.test(before) ? [] : quantities;
}

/** Reads the prose number by number: what stands before each in its sentence, and what was counted there so far. */
class Mentions {
  private readonly stops: Iterator<RegExpExecArray, undefined>;
  private stop: IteratorResult<RegExpExecArray, undefined>;
  private sentence: number;
  private last: number;
  private reviewed: Mention['reviewed'];
  private applicants = false;

  constructor(
    private readonly prose: ProseText,
    from: number,
  ) {
    const stops = new RegExp(STOP);
    stops.lastIndex = from;
    this.stops = prose.folded.matchAll(stops);
    this.stop = this.stops.next();
    this.sentence = from;
    this.last = from;
  }

  /** The next number. */
  at(start: number, end: number): Mention {
    const { prose, stops } = this;
    const { folded } = prose;
    for (; this.stop.done !== true && this.stop.value.index < start; this.stop = stops.next()) this.sentence = this.stop.value.index + 1;
    const { sentence, last } = this;
    if (sentence > last) {
      this.reviewed = undefined;
      this.applicants = false;
    }
    this.last = end;
    const lead = withoutBracket(folded.slice(Math.max(sentence, last, start - LONGEST_LEAD), start));
    const about = folded.slice(Math.max(0, Math.min(sentence, start - NEAR), start - LONGEST_LEAD), end + NEAR);
    return { lead, behind: folded.slice(end, end + 30), about, reviewed: this.reviewed, applicants: this.applicants, prose };
  }

  /** What the number counts that was read last. */
  said([quantity]: readonly QuantityId[]): void {
    if (quantity === 'received') this.applicants = true;
    if (quantity === 'reconsideration' || quantity === 'litigation') this.reviewed = quantity;
  }
}

const STOP = /[。!]/g;

/** 未收到…申请, 没有发生…: no number follows. */
const DENIED = /(?:未|没有)(?:发生|出现|收到|产生|接到|受理|因|被)[^,;]*$/;
/** Outcomes are said of other things than requests too. */
const OUTCOME_IDS: ReadonlySet<QuantityId | undefined> = new Set(OUTCOMES.map(([, id]) => id));
const REQUESTS = /申请|答复|办结|受理/;

/** How far from a number, in characters, its subject may be named when its sentence does not. */
const NEAR = 60;
/** Nobody reads on so far for what a number counts. */
const LONGEST_LEAD = 300;

/** A remark in brackets between what is counted and its number says nothing about which is counted. */
const withoutBracket = (lead: string): string => lead.replace(/\([^()]*\)$/, '');

/** What stands around a number: `lead` from the number before it or the start of the sentence, `about` somewhat more. */
interface Mention {
  readonly lead: string;
  readonly behind: string;
  readonly about: string;
  readonly reviewed: 'reconsideration' | 'litigation' | undefined;
  readonly applicants: boolean;
  readonly prose: ProseText;
}

/** `proposing`: no number stands there yet; a verb or a noun alone then tells what it would count. */
function classify({ lead, behind, about, reviewed, applicants, prose }: Mention, proposing = false): readonly QuantityId[] {
  if (OTHER_THINGS.test(lead.slice(-24))) return [];
  if (CARRIED_IN.test(lead)) return ['carried-in'];
  if (CARRIED_OUT.test(lead) || CARRIED_OUT_BEHIND.test(behind)) return ['carried-out'];
  if (COMPARED.test(lead.replace(WHOLE_YEAR, '')) || isOfAnotherYear(lead, prose.year)) return [];
  const outcomes = outcomesBefore(lead);
  if (outcomes.length > 0) return outcomes;
  const ofDisclosure = proposing && SUBJECT.test(about);
  if (REVIEW.test(lead) || (ofDisclosure && ANY_REVIEW.test(lead))) return ['reconsideration'];
  if (LITIGATION.test(lead) || (reviewed === 'reconsideration' && LITIGATION_NEXT.test(lead)) || (ofDisclosure && ANY_LITIGATION.test(lead)))
    return ['litigation'];
  const result = reviewed === undefined ? undefined : REVIEW_OUTCOMES.find(([pattern]) => pattern.test(lead));
  if (result !== undefined) return [`review:${reviewed!}:${result[1]}`];
  const received = RECEIVED.exec(lead);
  if (received !== null && (received[1]!.includes('申请') || (proposing && received[1] === '')))
    return isWhole(lead, received.index, about, prose) ? ['received'] : [];
  const handled = HANDLED.exec(lead);
  if (handled !== null) {
    const said = /申请|^[,.;(]*(?:已|共|全年|均|按期|按时|依法)*(?:办结|答复)/.test(lead);
    return said && isWhole(lead, handled.index, about, prose) ? ['handled'] : [];
  }
  const applicant = applicants ? APPLICANTS.find(([pattern]) => pattern.test(lead)) : undefined;
  return applicant === undefined ? [] : [`applicant:${applicant[1]}`];
}

/** Whether all requests of the report's own body are meant: not another office's, not those by one channel, not other business. */
const isWhole = (lead: string, verb: number, about: string, { body }: ProseText): boolean =>
  SUBJECT.test(about) && !CHANNEL.test(lead) && !isOtherOffice(lead.slice(0, verb), body);

function isOtherOffice(subject: string, body: string): boolean {
  const office = UNIT_OF_OFFICE.exec(subject);
  if (office === null) return false;
  const named = subject.slice(0, office.index + /^[^,:本共总全累今\d]*/.exec(office[0])![0].length);
  return !/[我本全](?:.{0,1}(?:局|委|厅|院|镇|乡|街道|部门|中心|单位|办|办公室|所|处|站|队))$/.test(named) && !isOwnName(named, body);
}

/** 县水务局 is 青禾县水务局; 乙县水务局 and 县财政局 are not. */
function isOwnName(named: string, body: string): boolean {
  let common = 0;
  while (common < body.length && named.at(-1 - common) === body.at(-1 - common)) common++;
  const before = named.at(-1 - common) ?? '';
  return common >= SHORTEST_NAME && (common === body.length || !/\p{Script=Han}/u.test(before) || BEFORE_NAME.includes(before));
}

/** Words that may stand right before a name without being of it. */
const BEFORE_NAME = '年月日由我本据即度';
const SHORTEST_NAME = 3;

/** The last year named before the number, in the same clause, is not the report's. */
function isOfAnotherYear(lead: string, year: number | undefined): boolean {
  const named = [...lead.matchAll(/(\d{4})年/g)].at(-1)?.[1];
  return named !== undefined && year !== undefined && Number(named) !== year;
}

/** The outcomes named right before a number: the last one, with those joined to it. */
function outcomesBefore(lead: string): readonly QuantityId[] {
  const named = OUTCOMES.flatMap(([pattern, id]) =>
    [...lead.matchAll(pattern)].map((match) => ({ id, start: match.index, end: match.index + match[0].length })),
  )
    .filter(
      (one, _, all) => !all.some((other) => other !== one && other.start <= one.start && one.end <= other.end && other.end - other.start > one.end - one.start),
    )
    .sort((a, b) => a.start - b.start);
  const last = named.at(-1);
  if (last === undefined || !BEHIND_OUTCOME.test(lead.slice(last.end))) return [];
  const joined: QuantityId[] = [last.id];
  for (let i = named.length - 2; i >= 0 && JOINED.test(lead.slice(named[i]!.end, named[i + 1]!.start)); i--) joined.unshift(named[i]!.id);
  return [...new Set(joined)];
}
