import { message } from '../messages';
import { CARRY_IN, CARRY_OUT } from '../prose/counted';
import { saidBefore } from '../prose/facts';
import type { Said } from '../prose/mentions';
import { readingsOf, type QuantityId } from '../prose/quantities';
import { isOtherOffice } from '../prose/scope';
import { format } from '../text/decimal';
import { defineRule, type RulePage } from './rule';

/**
 * Words that say that there is none, and what there is none of. `unless`: words in the same sentence that take it back.
 */
interface Denial {
  readonly words: RegExp;
  readonly quantity: QuantityId;
  readonly about: RegExp;
  readonly unless?: RegExp;
  /** Whether it may be said of what its sentence counted so far, or named right before it. */
  readonly may?: (said: Said | undefined, lead: string) => boolean;
}

/** All applicants; 未收到法人申请 says nothing about the others. */
const ANYONE = '公民[.和]?法人(?:或者|或|和|及|[.与])?其他组织|任何|要求|依';
/** 未发生行政复议 says that there was none; 未发生行政复议纠错 only how those there were ended. */
const NOT_OF_OUTCOME = '(?!(?:案件|事项)?[^,.;。]{0,6}(?:败诉|纠错|纠正|撤销|违法|变更|决定|结果|意见))';
const CAUSE = '(?:因|过|任何|由|政府|信息|公开|工作|引发|引起|导致|产生|有关|相关|的|被|申请|提起)*';
const NONE = '(?:未|没有)(?:发生|出现|收到|产生|接到)';

/** 上年结转的申请均已办结 says nothing about the others. */
const isOfCarriedIn = (lead: string): boolean =>
  CARRIED_IN.test(lead.slice(Math.max(lead.lastIndexOf(','), lead.lastIndexOf(';')) + 1));
const CARRIED_IN = new RegExp(CARRY_IN);

const DENIALS: readonly Denial[] = [
  // 均在法定期限内答复, 均按期答复 is said of those that were answered.
  {
    words:
      /(?:均|全部|都)(?:已|已经)?(?:(?:按时|按期|按要求|按规定|依法|依规|及时|在[^,。;在]{0,10}内)*(?:予以|作出)?(?:办结|办理完成|办理完毕|处理完毕)|(?:按要求|按规定|依法|依规)*(?:予以|作出)?(?:答复|回复))/g,
    quantity: 'carried-out',
    about: /申请/,
    unless: new RegExp(`${CARRY_OUT}|(?:尚|未|正)(?:在|有)?[^,。;]{0,8}办(?:理|结)`),
    may: (said, lead) => (said === undefined ? !isOfCarriedIn(lead) : said.received),
  },
  {
    words: new RegExp(`(?:未|没有)(?:收到|接到|受理)(?:过|到|政府|信息|公开|的|关于|${ANYONE})*申请(?!人)`, 'g'),
    quantity: 'received',
    about: /公开/,
    unless: /复议|诉讼|(?:去|上|往|前)年|\d月|季度|半年/,
  },
  {
    words: new RegExp(
      `${NONE}${CAUSE}行政复议(?!(?:和|或|及|与|[.])(?:行政)?诉讼(?:案件|事项)?[^,.;。]{0,6}(?:败诉|纠错|纠正))${NOT_OF_OUTCOME}`,
      'g',
    ),
    quantity: 'reconsideration',
    about: /公开/,
    unless: /(?:去|上|往|前)年/,
  },
  {
    words: new RegExp(
      `${NONE}${CAUSE}(?:行政复议(?:案件|事项)?(?:和|或|及|与|[.])?${CAUSE})?(?:行政)?诉讼${NOT_OF_OUTCOME}`,
      'g',
    ),
    quantity: 'litigation',
    about: /公开/,
    unless: /(?:去|上|往|前)年/,
  },
];

export const proseContradictionPage: RulePage = {
  explanation: {
    zh: '正文说“均已办结”“未收到申请”“未发生行政复议”等，而表中对应的数不是 0。同一句里已说明结转下年度的，不作提示。',
    en: 'The prose says that all was settled, or that nothing came in, and the table has figures for it. A sentence that itself names what was carried over is no contradiction.',
  },
  basis: { zh: '通行做法：正文与表格应一致', en: 'Customary: prose and tables agree' },
};

export const proseContradiction = defineRule({
  id: 'prose-contradiction',
  severity: 'warning',
  category: 'prose',
  repair: 'none',
  name: { zh: '正文与表格相矛盾', en: 'Prose contradicts table' },
  messages: {
    contradicts: {
      zh: '正文写“{words}”，而表中「{row}」总计为 {value}',
      en: 'The prose says “{words}”, but “{row}” has a total of {value}',
    },
    cell: { zh: '表中的数', en: 'in the table' },
  },
  *check({ report, prose, sums }, messages) {
    const { folded } = prose;
    for (const { words, quantity, about, unless, may } of DENIALS) {
      const cells = readingsOf(report, [quantity])[0];
      if (cells === undefined || !sums.amounts.areCertain(cells) || sums.amounts.sum(cells).digits <= 0) continue;
      const counted = saidBefore(prose);
      for (const { 0: said, index } of folded.matchAll(words)) {
        const lead = sentenceBefore(folded, index);
        const sentence = lead + sentenceFrom(folded, index, said.length);
        if (!about.test(sentence) || unless?.test(sentence.replace(said, '')) === true) continue;
        if (isOtherOffice(lead, prose.body) || may?.(counted(index), lead) === false) continue;
        const { row, cell } = cells[0]!;
        yield {
          message: 'contradicts',
          args: { words: said, row: row.form.name, value: format(sums.amounts.sum(cells)) },
          span: prose.printed(index, index + said.length),
          related: [{ span: cell.span, message: message(messages.cell) }],
        };
      }
    }
  },
});

/** What stands farther from the words is no part of what they say, whether or not a full stop stands between. */
const LONGEST_SENTENCE = 1000;

function sentenceBefore(folded: string, at: number): string {
  const above = folded.slice(Math.max(0, at - LONGEST_SENTENCE), at);
  return above.slice(above.lastIndexOf('。') + 1);
}

function sentenceFrom(folded: string, at: number, length: number): string {
  const below = folded.slice(at, at + length + LONGEST_SENTENCE);
  const stop = below.indexOf('。');
  return stop < 0 ? below : below.slice(0, stop);
}
