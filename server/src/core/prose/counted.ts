import type { Mention } from './mentions';
import type { Applicant, Counted, QuantityId, ReviewResult } from './quantities';
import { isOfAnotherArea, isOfAnotherTime, isOfOwn, isOtherOffice } from './scope';

const NOTHING: Counted = [];

/**
 * Any of the words, any number of times. No word may be put together from others, so that there is one way to read a
 * text and the search stays linear.
 */
const anyOf = (words: string): string => `(?:${words})*`;

const COUNTED = '的|了|共|计|合计|总计|为|有|数|总数|总量|量|件|分别|政府|信息|公开|申请|案';
/** Words that may stand between what is counted and its number. Folding has made 、 a point. */
const FILLER = anyOf(`${COUNTED}|答复|决定|情形`);
/** All applicants together; one kind of them alone would be a part. */
const ANYONE = '公民[.和]?法人(?:或者|或|和|及|[.与])?其他组织|社会公众|群众|公众';
const APPLICATION = anyOf(`${COUNTED}|依|各类|各种|有效|${ANYONE}|提出|提交|事项|受理|新增|新收`);

const RECEIVE = '(?:收到|受理|新收|收办|接收|接到|收悉)';
const RECEIVED = new RegExp(`${RECEIVE}(?=.*申请)${APPLICATION}$`);
const RECEIVED_ALONE = new RegExp(`${RECEIVE}$`);
const HANDLED = new RegExp(`(?:办结|答复|办理完毕|办理完成|处理完毕)${anyOf(`${COUNTED}|依`)}$`);
/** What was carried in from the year before, and out into the next; as parts of patterns. */
export const CARRY_IN = '(?:上年度?|上一年度?|去年)(?:结转|转结|顺延|延续)';
export const CARRY_OUT = '(?:结转|顺延|延期|转)(?:到|至|入)?(?:下|下一|次|明)年';
const CARRIED_IN = new RegExp(`${CARRY_IN}${anyOf(`${COUNTED}|来的|至今的|答复|决定|情形`)}$`);
const CARRIED_OUT = new RegExp(`${CARRY_OUT}度?(?:继续|办理|答复|回复|处理|办结|的|有|申请|为|共)*$`);
const CARRIED_OUT_BEHIND = new RegExp(`^(?:申请)?(?:按照《条例》|按规定|依法|将|需|尚)*${CARRY_OUT}`);

const OUTCOMES: readonly (readonly [RegExp, QuantityId])[] = [
  [/部分公开/g, 'partly-granted'],
  [/不予以?公开/g, 'refused'],
  [/(?:予以|同意)公开/g, 'granted'],
  [/无法提供/g, 'unavailable'],
  [/不予处理/g, 'not-processed'],
  [/(?:作|作出)?其他处理/g, 'other'],
];
export const OUTCOME_IDS: ReadonlySet<QuantityId | undefined> = new Set(OUTCOMES.map(([, id]) => id));
const BEHIND_OUTCOME = new RegExp(`^${FILLER}$`);
const JOINED = /^(?:的|及|和|与|\.|或|以及|并)*$/;

const REVIEW = new RegExp(
  `(?:信息公开|信息公开类|信息公开工作|信息公开工作的|申请公开)(?:的|被申请|引发|引起|类|相关|有关|涉及|案件)*行政复议${FILLER}$`,
);
const LITIGATION = new RegExp(
  `(?:信息公开|信息公开类|信息公开工作|信息公开工作的|申请公开)(?:的|被提起|被|引发|引起|类|相关|有关|涉及|案件)*(?:行政)?诉讼${FILLER}$`,
);
const ANY_REVIEW = new RegExp(`行政复议${FILLER}$`);
const ANY_LITIGATION = new RegExp(`行政诉讼${FILLER}$`);
const LITIGATION_NEXT = new RegExp(`^[,.和及;](?:行政)?诉讼${FILLER}$`);
const REVIEW_OUTCOMES: readonly (readonly [RegExp, ReviewResult])[] = [
  [new RegExp(`(?:结果)?维持${FILLER}$`), 'upheld'],
  [new RegExp(`(?:结果)?纠正${FILLER}$`), 'corrected'],
  [new RegExp(`其他结果${FILLER}$`), 'other'],
  [new RegExp(`尚未审结${FILLER}$`), 'pending'],
];
const APPLICANTS: readonly (readonly [RegExp, Applicant])[] = [
  [new RegExp(`自然人(?:提出|提交)?${FILLER}$`), 'natural-person'],
  [new RegExp(`法人(?:或|和|及|\\.)其他组织(?:提出|提交)?${FILLER}$`), 'organisations'],
  [new RegExp(`商业企业(?:提出|提交)?${FILLER}$`), 'enterprise'],
  [new RegExp(`法律服务机构(?:提出|提交)?${FILLER}$`), 'legal-service'],
];

/** The number of a change: 较去年增加…, 同比…. */
const COMPARED = /(?:较|比|相比|同期)[^,.;:]*$/;
/** One way in which requests come in, or some of them. Several ways with 等 are all of them. */
const CHANNEL =
  /其中|(?:网上|线上|线下|网络|在线|邮寄|信函|来信|邮件|当面|现场|电话|传真|平台|系统|书面|窗口)(?!.*等)[^,;:]*$/;
/** What the figures of this report are about; without it 受理申请 may be any business of the office. */
const SUBJECT = /信息公开|依申请|申请公开|公开申请|公开政府信息/;
/** Other things that are received and answered. */
const OTHER_THINGS = /备案|网络问政|问政|人大|政协|提案|建议|留言|来信|来电|投诉|举报件|热线|信访件|咨询|行政许可/;
/** …，已办结…: of what was counted right before. */
const HANDLED_NEXT = /^[,.;(]*(?:已|共|全年|均|按期|按时|依法)*(?:办结|答复)/;

/** What stands around a number where it counts something. All that a clue names must hold. */
interface Clue {
  /** In front of the number, and behind it. */
  readonly lead?: RegExp;
  readonly behind?: RegExp;
  /** Somewhere near. */
  readonly about?: RegExp;
  /** Only where no number stands yet: a verb or a noun alone then tells what it would count. */
  readonly proposing?: true;
  readonly holds?: (mention: Mention) => boolean;
  /** What it then counts; `undefined` where the next clue has to tell. */
  readonly counts: Counted | ((mention: Mention) => Counted | undefined);
}

const REVIEWS = ['reconsideration', 'litigation'] as const;

/** The first that holds tells what a number counts. */
const CLUES: readonly Clue[] = [
  { holds: ({ lead }) => OTHER_THINGS.test(lead.slice(-24)), counts: NOTHING },
  { holds: isElsewhere, counts: 'elsewhere' },
  { lead: CARRIED_IN, counts: ['carried-in'] },
  { lead: CARRIED_OUT, counts: ['carried-out'] },
  { behind: CARRIED_OUT_BEHIND, counts: ['carried-out'] },
  { lead: COMPARED, counts: NOTHING },
  { holds: ({ lead, prose }) => isOfAnotherTime(lead, prose.year), counts: 'elsewhere' },
  { counts: ({ lead }) => outcomesBefore(lead) },
  { lead: REVIEW, counts: ['reconsideration'] },
  { lead: ANY_REVIEW, about: SUBJECT, proposing: true, counts: ['reconsideration'] },
  { lead: LITIGATION, counts: ['litigation'] },
  { lead: LITIGATION_NEXT, holds: ({ said }) => said.review === 'reconsideration', counts: ['litigation'] },
  { lead: ANY_LITIGATION, about: SUBJECT, proposing: true, counts: ['litigation'] },
  ...REVIEWS.flatMap((review) =>
    REVIEW_OUTCOMES.map(([lead, result]): Clue => ({
      lead,
      holds: ({ said }) => said.review === review,
      counts: [`review:${review}:${result}`],
    })),
  ),
  { lead: RECEIVED, about: SUBJECT, counts: (mention) => allOf('received', RECEIVED, mention) },
  { lead: RECEIVED, counts: NOTHING },
  {
    lead: RECEIVED_ALONE,
    about: SUBJECT,
    proposing: true,
    counts: (mention) => allOf('received', RECEIVED_ALONE, mention),
  },
  { lead: RECEIVED_ALONE, proposing: true, counts: NOTHING },
  {
    lead: HANDLED,
    about: SUBJECT,
    holds: ({ lead, said }) => lead.includes('申请') || (said.requests && HANDLED_NEXT.test(lead)),
    counts: (mention) => allOf('handled', HANDLED, mention),
  },
  { lead: HANDLED, counts: NOTHING },
  ...APPLICANTS.map(([lead, applicant]): Clue => ({
    lead,
    holds: ({ said }) => said.received,
    counts: [`applicant:${applicant}`],
  })),
];

/** What a number counts, or where none stands yet and one is proposed, what it would count. */
export function countedBy(mention: Mention, proposing = false): Counted {
  for (const { lead, behind, about, proposing: alone, holds, counts } of CLUES) {
    if (lead?.test(mention.lead) === false || behind?.test(mention.behind) === false) continue;
    if (about?.test(mention.about) === false || (alone === true && !proposing) || holds?.(mention) === false) continue;
    const counted = typeof counts === 'function' ? counts(mention) : counts;
    if (counted !== undefined) return counted;
  }
  return NOTHING;
}

/** Of another area, or going on about what is not this report's. */
function isElsewhere({ lead, said, prose: { year, body } }: Mention): boolean {
  return isOfAnotherArea(lead, body) || (said.elsewhere && !isOfOwn(lead, year));
}

/** All requests of the report's own body are meant: not another office's, not those by one channel. */
function allOf(quantity: QuantityId, verb: RegExp, { lead, prose: { body } }: Mention): Counted {
  if (isOtherOffice(lead.slice(0, lead.search(verb)), body)) return 'elsewhere';
  return CHANNEL.test(lead) ? NOTHING : [quantity];
}

/** The outcomes named right before a number: the last one, with those joined to it. */
function outcomesBefore(lead: string): readonly QuantityId[] | undefined {
  const named = OUTCOMES.flatMap(([pattern, id]) =>
    [...lead.matchAll(pattern)].map((match) => ({ id, start: match.index, end: match.index + match[0].length })),
  )
    .filter(
      (one, _, all) =>
        !all.some(
          (other) =>
            other !== one &&
            other.start <= one.start &&
            one.end <= other.end &&
            other.end - other.start > one.end - one.start,
        ),
    )
    .sort((a, b) => a.start - b.start);
  const last = named.at(-1);
  if (last === undefined || !BEHIND_OUTCOME.test(lead.slice(last.end))) return undefined;
  const joined: QuantityId[] = [last.id];
  for (let i = named.length - 2; i >= 0 && JOINED.test(lead.slice(named[i]!.end, named[i + 1]!.start)); i--)
    joined.unshift(named[i]!.id);
  return [...new Set(joined)];
}
