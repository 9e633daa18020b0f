import { message } from '../messages';
import { readingsOf, type QuantityId } from '../prose/quantities';
import { format } from '../text/decimal';
import type { Rule } from './rule';

/** Words that say that there is none, and what there is none of. `unless`: words in the same sentence that take it back. */
interface Denial {
  readonly words: RegExp;
  readonly quantity: QuantityId;
  readonly about: RegExp;
  readonly unless?: RegExp;
}

const DENIALS: readonly Denial[] = [
  {
    words:
      /(?:均|全部|都)(?:已|已经)?(?:按时|按期|按要求|按规定|依法|依规|及时|在[^,。;]{0,10}内)*(?:予以|作出)?(?:办结|答复|办理完成|办理完毕|处理完毕|回复)/g,
    quantity: 'carried-out',
    about: /申请/,
    unless: /(?:结转|顺延|延期|转)(?:到|至|入)?(?:下|下一|次|明)年|(?:尚|未|正)(?:在|有)?[^,。;]{0,8}办(?:理|结)/,
  },
  {
    words: /(?:未|没有)(?:收到|接到|受理)(?:过|任何|到)?(?:公民|法人|和|或|及|\.|其他组织|政府|信息|公开|的|依)*申请/g,
    quantity: 'received',
    about: /申请/,
    unless: /(?:复议|诉讼)/,
  },
  {
    words: /(?:未|没有)(?:发生|出现|收到|产生)(?:因|过|任何|由|政府|信息|公开|工作|引发|引起|导致|的|被|申请|提起|\.)*行政复议/g,
    quantity: 'reconsideration',
    about: /复议/,
  },
  {
    words: /(?:未|没有)(?:发生|出现|收到|产生)(?:因|过|任何|由|政府|信息|公开|工作|引发|引起|导致|的|被|申请|提起|行政复议|和|或|及|与|\.)*行政诉讼/g,
    quantity: 'litigation',
    about: /诉讼/,
  },
];

export const proseContradiction: Rule = {
  id: 'prose-contradiction',
  severity: 'warning',
  category: 'prose',
  repair: 'none',
  name: { zh: '正文与表格相矛盾', en: 'Prose contradicts table' },
  explanation: {
    zh: '正文说“均已办结”“未收到申请”“未发生行政复议”等，而表中对应的数不是 0。同一句里已说明结转下年度的，不作提示。',
    en: 'The prose says that all was settled, or that nothing came in, and the table has figures for it. A sentence that itself names what was carried over is no contradiction.',
  },
  basis: { zh: '通行做法：正文与表格应一致', en: 'Customary: prose and tables agree' },
  messages: {
    contradicts: { zh: '正文写“{words}”，而表中「{row}」总计为 {value}', en: 'The prose says “{words}”, but “{row}” has a total of {value}' },
    cell: { zh: '表中的数', en: 'in the table' },
  },
  *check({ report, prose, sums }) {
    const { folded } = prose;
    for (const { words, quantity, about, unless } of DENIALS) {
      const cells = readingsOf(report, [quantity])[0];
      if (cells === undefined || sums.amounts.sum(cells).digits <= 0) continue;
      for (const { 0: said, index } of folded.matchAll(words)) {
        const start = folded.lastIndexOf('。', index) + 1;
        const stop = folded.indexOf('。', index);
        const sentence = folded.slice(start, stop < 0 ? undefined : stop);
        if (!about.test(sentence) || unless?.test(sentence.replace(said, '')) === true) continue;
        const { row, cell } = cells[0]!;
        yield {
          message: 'contradicts',
          args: { words: said, row: row.form.name, value: format(sums.amounts.sum(cells)) },
          span: prose.printed(index, index + said.length),
          related: [{ span: cell.span, message: message(proseContradiction.messages.cell!) }],
        };
      }
    }
  },
};
