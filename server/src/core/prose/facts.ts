import type { Span } from '../text/span';
import { numeralValue } from '../text/numerals';
import type { ProseText } from './prose-text';
import type { QuantityId } from './quantities';

/** A number in the prose with what it counts. */
export interface Fact {
  readonly span: Span;
  readonly value: number;
  /** Several quantities are meant together, as in 予以公开及部分公开. */
  readonly quantities: readonly QuantityId[];
}

/** A number with its unit; 余 and 多 make it a rough one. Years, dates and percentages have other units. */
const MENTION = /(\d{1,3}(?:,\d{3})+|\d{1,9}|[〇零一二两三四五六七八九十百千]{1,9})(余|多)?(件|宗|份|起|例)/g;

/** Words that may stand between what is counted and its number. Folding has made 、 a point. */
const FILLER = '(?:的|了|共|共计|合计|总计|计|为|有|数|数量|总数|总量|量|件数|申请|案件|答复|决定|情形|信息|政府|公开|数为|分别)*';
const APPLICATION =
  '(?:政府|信息|公开|依申请|依|的|了|各类|各种|书面|有效|网上|线上|线下|公民|个人|社会|群众|法人|其他组织|和|及|或|\\.|共|共计|合计|总计|计|为|有|件|数|数量|总数|总量|案件|案|申请|受理|新增|新收)*';

const RECEIVED = new RegExp(`(?:收到|受理|新收|收办|接收|接到|收悉)(${APPLICATION})$`);
const HANDLED = new RegExp(`(?:办结|答复|办理完毕|办理完成|处理完毕)((?:政府|信息|公开|依申请|依|的|了|申请|案件|共|共计|合计|总计|计|为|有|件|数|数量)*)$`);
const CARRIED_IN = new RegExp(`(?:上年度?|上一年度?|去年)(?:结转|转结|顺延|延续)(?:的|来的|至今的|政府|信息|公开|申请|${FILLER})*$`);
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

/** An office other than the report's own as the subject: its share, not the whole. */
const SHARE = /(?:办公室|办|局|委|镇|乡|街道|部门|中心|单位|平台|窗口)(?:本级|共|全年|累计|代表.{0,8})*$/;

/** The numbers of the prose that count what the tables count; what counts other things, or a part of a part, is none. */
export function factsOf(prose: ProseText): readonly Fact[] {
  const { folded } = prose;
  const facts: Fact[] = [];
  let last = 0;
  let reviewed: 'reconsideration' | 'litigation' | undefined;
  let applicants = false;
  for (const found of folded.matchAll(MENTION)) {
    const start = found.index;
    const end = start + found[0].length;
    const sentence = Math.max(folded.lastIndexOf('。', start), folded.lastIndexOf('!', start)) + 1;
    if (sentence > last) {
      reviewed = undefined;
      applicants = false;
    }
    const lead = withoutBracket(folded.slice(Math.max(sentence, last), start));
    const behind = folded.slice(end, end + 30);
    last = end;
    const value = numeralValue(found[1]!.replace(/,/g, ''));
    if (value === undefined || found[2] !== undefined) continue;
    const quantities = classify(lead, behind, reviewed, applicants);
    if (quantities.length === 0) continue;
    if (quantities[0] === 'received') applicants = true;
    if (quantities[0] === 'reconsideration' || quantities[0] === 'litigation') reviewed = quantities[0];
    facts.push({ span: prose.printed(start, start + found[1]!.length), value, quantities });
  }
  return facts;
}

/** A remark in brackets between what is counted and its number says nothing about which is counted. */
const withoutBracket = (lead: string): string => lead.replace(/\([^()]*\)$/, '');

function classify(lead: string, behind: string, reviewed: 'reconsideration' | 'litigation' | undefined, applicants: boolean): readonly QuantityId[] {
  if (/备案|网络问政|人大|政协|提案|建议案/.test(lead.slice(-24))) return [];
  if (CARRIED_IN.test(lead)) return ['carried-in'];
  if (CARRIED_OUT.test(lead) || CARRIED_OUT_BEHIND.test(behind)) return ['carried-out'];
  const outcomes = outcomesBefore(lead);
  if (outcomes.length > 0) return outcomes;
  if (REVIEW.test(lead)) return ['reconsideration'];
  if (LITIGATION.test(lead) || (reviewed === 'reconsideration' && LITIGATION_NEXT.test(lead))) return ['litigation'];
  const result = reviewed === undefined ? undefined : REVIEW_OUTCOMES.find(([pattern]) => pattern.test(lead));
  if (result !== undefined) return [`review:${reviewed!}:${result[1]}`];
  const received = RECEIVED.exec(lead);
  if (received !== null && received[1]!.includes('申请')) return SHARE.test(lead.slice(0, received.index)) ? [] : ['received'];
  const handled = HANDLED.exec(lead);
  if (handled !== null)
    return SHARE.test(lead.slice(0, handled.index)) || !/申请|^[,.;(]*(?:已|共|全年|均|按期|按时|依法)*(?:办结|答复)/.test(lead) ? [] : ['handled'];
  const applicant = applicants ? APPLICANTS.find(([pattern]) => pattern.test(lead)) : undefined;
  return applicant === undefined ? [] : [`applicant:${applicant[1]}`];
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
