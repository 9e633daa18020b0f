import type { Mention, Said } from './mentions';
import type { Counted, Outcome, QuantityId } from './quantities';
import { isNoCount } from './no-count';
import {
  inRelativeYears,
  isOfAnotherArea,
  isOfAnotherTime,
  isOfOwn,
  isOtherOffice,
  isPlanned,
  OTHER_THINGS,
} from './scope';
import { BEFORE_NUMBER, BEHIND_NUMBER, CARRIED, OUTCOMES, STRUCTURES, type Structure } from './structures';
import { patternOf } from './template';

const NOTHING: Counted = [];

/** One way in which requests come in, or some of them. Several ways with 等 are all of them. */
const CHANNEL =
  /其中|(?:网上|线上|线下|网络|在线|邮寄|信函|来信|邮件|当面|现场|电话|传真|平台|系统|书面|窗口)(?!.*等)[^,;:]*$/;
/** What the figures of this report are about; without it 受理申请 may be any business of the office. */
const SUBJECT = /信息公开|依申请|申请公开|公开申请|公开政府信息/;
/** The number of a change: 较去年增加…, 同比…. */
const COMPARED = /(?:较|比|相比|同期)[^,.;:]*$/;
/** 没有发生一起…: the number only stresses that there was none. */
const DENIED = /(?:未|没有|无|不存在)(?:曾|发生|出现|收到|产生|接到|受理|因|被|有|提起|引发|过)*$/;
/** 修订、制定规范性文件 5 件 are not all made; 受理行政复议 counts what others contest. */
const NOT_ALONE = /(?:修订|修改|清理|审查|起草|备案|制定|废止|出台)(?:[.和及与或]|以及)$/;
/** 公开现行有效规范性文件 25 件, 当场作出行政处罚决定 3 件: not made alone, or only some of them. */
const NOT_OWN_OR_ALL =
  /(?:公开|公布|发布|公示|汇编|收录|上传|解读|梳理|整理|参与|联合|名义|协助|配合|代|当场|简易程序|普通程序|一般程序|其中)[^,.;:]{0,3}$/;
const OF_REVIEWER = /(?:受理|审理|审结|备案|裁决|审查)[^,.;:]*$/;

/** The 政府 of 政府信息公开. */
const OF_GOVERNMENT = /(?:因|由|就|对|关于|涉及|有关)?政府$/;

interface Clue {
  readonly structure: Structure;
  readonly before: RegExp;
  readonly behind: RegExp | undefined;
}

const clueOf = (structure: Structure): Clue => {
  const butNot = structure.butNot === undefined ? '' : `(?!${structure.butNot.join('|')})`;
  return {
    structure,
    before: new RegExp(`${patternOf(structure.before)}$`),
    behind: structure.behind === undefined ? undefined : new RegExp(`^${patternOf(structure.behind)}${butNot}`),
  };
};

const CARRY_CLUES = CARRIED.map(clueOf);
const CLUES = STRUCTURES.map(clueOf);

/** What a number counts, or where none stands yet and one is proposed, what it would count. */
export function countedBy(mention: Mention, proposing = false): Counted {
  const { lead, prose } = mention;
  if (isNoCount(mention) || OTHER_THINGS.test(lead.slice(-24))) return NOTHING;
  if (isElsewhere(mention)) return 'elsewhere';
  const carried = firstOf(CARRY_CLUES, inRelativeYears(mention), proposing);
  // 行政复议 3 件，其中上年结转 1 件: not of requests.
  if (carried !== undefined) return isOfReview(mention.said.latest) && !lead.includes('申请') ? NOTHING : carried;
  if (COMPARED.test(lead) || isPlanned(lead)) return NOTHING;
  if (isOfAnotherTime(lead, prose.year)) return 'elsewhere';
  return outcomesBefore(mention) ?? firstOf(CLUES, mention, proposing) ?? outcomesBehind(mention) ?? NOTHING;
}

/** What the first clue says that fits; a clue about another body's requests says that they are not this one's. */
function firstOf(clues: readonly Clue[], mention: Mention, proposing: boolean): Counted | undefined {
  for (const { structure, before, behind } of clues) {
    if (structure.proposing === true && !proposing) continue;
    const at = mention.lead.search(before);
    if (at < 0 || behind?.test(mention.behind) === false || !fits(structure, mention)) continue;
    const subject = mention.lead.slice(0, at).replace(OF_GOVERNMENT, '');
    if (behind !== undefined && DENIED.test(mention.lead)) return NOTHING;
    if (NOT_ALONE.test(subject)) return NOTHING;
    if (isOfTableTwo(structure.counts) && structure.proposing !== true && NOT_OWN_OR_ALL.test(subject)) return NOTHING;
    if (isOfReview(structure.counts) && OF_REVIEWER.test(subject)) return NOTHING;
    if (isOtherOffice(subject, mention.prose.body) || isOfAnotherTime(subject, mention.prose.year)) return 'elsewhere';
    return structure.ofAll === true && CHANNEL.test(mention.lead) ? NOTHING : [structure.counts];
  }
  return undefined;
}

const isOfReview = (id: QuantityId | undefined): boolean => id === 'reconsideration' || id === 'litigation';
const isOfTableTwo = (id: QuantityId): boolean => id.startsWith('documents:') || id.startsWith('decisions:');

function fits({ ofDisclosure, naming, after }: Structure, { lead, about, said }: Mention): boolean {
  if (ofDisclosure === true && !SUBJECT.test(about)) return false;
  return (naming === undefined || lead.includes(naming)) && (after === undefined || wasSaid(after, said));
}

function wasSaid(what: NonNullable<Structure['after']>, said: Said): boolean {
  switch (what) {
    case 'requests':
    case 'received':
    case 'decisions':
      return said[what];
    case 'reconsideration':
    case 'litigation':
      return said.review === what;
    case 'regulations':
    case 'normative-documents':
      return said.documents === what;
    default:
      return said.latest === what;
  }
}

/** Of another area, or going on about what is not this report's. */
function isElsewhere({ lead, said, prose: { year, body } }: Mention): boolean {
  return isOfAnotherArea(lead, body) || (said.elsewhere && !isOfOwn(lead, year));
}

const OUTCOME_PATTERNS = OUTCOMES.map((id) => ({ id, words: new RegExp(patternOf(`{${id}}`), 'g') }));
export const OUTCOME_IDS: ReadonlySet<QuantityId | undefined> = new Set(OUTCOMES);
const FROM_OUTCOME = new RegExp(`^${patternOf(BEFORE_NUMBER)}$`);
const TO_OUTCOME = new RegExp(`^${patternOf(BEHIND_NUMBER)}$`);
const JOINED = /^(?:的|及|和|与|\.|或|以及|并)*$/;
const PART_ENDS = /^(?:决定|答复|的|情形)*(?:[,.;:。!()]|$)/;

interface Named {
  readonly id: Outcome;
  readonly start: number;
  readonly end: number;
}

/** Outcomes where they are named; 不予公开 holds no other. */
function outcomesIn(text: string): readonly Named[] {
  return OUTCOME_PATTERNS.flatMap(({ id, words }) =>
    [...text.matchAll(words)].map(({ 0: word, index }): Named => ({ id, start: index, end: index + word.length })),
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
}

/** The outcomes named right before a number: the last one, with those joined to it. */
function outcomesBefore({ lead, prose }: Mention): Counted | undefined {
  const named = outcomesIn(lead);
  const last = named.at(-1);
  if (last === undefined || !FROM_OUTCOME.test(lead.slice(last.end))) return undefined;
  if (isOtherOffice(lead.slice(0, last.start), prose.body)) return 'elsewhere';
  const joined: QuantityId[] = [last.id];
  for (let i = named.length - 2; i >= 0 && JOINED.test(lead.slice(named[i]!.end, named[i + 1]!.start)); i--)
    joined.unshift(named[i]!.id);
  return [...new Set(joined)];
}

/** 3 件予以公开 where requests were counted: the first outcome behind the number, with those joined to it. */
function outcomesBehind({ behind, said }: Mention): readonly QuantityId[] | undefined {
  if (!said.requests) return undefined;
  const named = outcomesIn(behind);
  const first = named[0];
  if (first === undefined || !TO_OUTCOME.test(behind.slice(0, first.start))) return undefined;
  let last = 0;
  while (last + 1 < named.length && JOINED.test(behind.slice(named[last]!.end, named[last + 1]!.start))) {
    // 3 件予以公开、部分公开 2 件: the second belongs to the next number.
    if (/[.]/.test(behind.slice(named[last]!.end, named[last + 1]!.start))) break;
    last++;
  }
  return PART_ENDS.test(behind.slice(named[last]!.end))
    ? [...new Set(named.slice(0, last + 1).map(({ id }) => id))]
    : undefined;
}
