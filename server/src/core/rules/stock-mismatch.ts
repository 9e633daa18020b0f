import { message } from '../messages';
import { cellOf, tableOf } from '../model/report';
import { add, equal, format, subtract } from '../text/decimal';
import { cellKey } from '../collection/summary';
import { defineRule, type RulePage } from './rule';

export const stockMismatchPage: RulePage = {
  explanation: {
    zh: '现行有效件数通常等于上年现行有效件数加本年制发减本年废止。统计口径变化、修订或自然失效也会造成差异，因此只作提示；正文已说明清理、修订或失效的不提示。',
    en: 'What is in force usually equals last year’s number plus those issued minus those repealed. Changes of scope, revision or lapse make a difference too, so this is information only, and nothing is said where the report tells of them.',
  },
  basis: { zh: '通行做法，2021 版表二第（一）项', en: 'Customary; item (1) of table two, edition of 2021' },
};

export const stockMismatch = defineRule({
  id: 'stock-mismatch',
  severity: 'information',
  category: 'years',
  repair: 'none',
  name: { zh: '现行有效件数与上年推算不符', en: 'Stock differs from last year' },
  messages: {
    differs: {
      zh: '「{row}」现行有效 {value} 件；按上年 {last} ＋ 制发 {issued} － 废止 {repealed} 推算为 {expected}',
      en: '“{row}”: {value} in force; last year’s {last} + issued {issued} − repealed {repealed} gives {expected}',
    },
    last: { zh: '上年报告：现行有效 {last}', en: 'last year’s report: {last} in force' },
  },
  *check({ report, prose, lastYear }, messages) {
    const table = tableOf(report, 'disclosure');
    if (table === undefined || lastYear === undefined) return;
    const { cells } = lastYear.summary;
    if (tellsOfCleanUp(prose.folded)) return;
    for (const row of table.rows) {
      const [issued, repealed, inForce] = ['issued', 'repealed', 'in-force'].map((column) => cellOf(row, column));
      const last = cells.get(cellKey('disclosure', row.form.id, 'in-force'));
      if (
        last === undefined ||
        issued?.value.kind !== 'number' ||
        repealed?.value.kind !== 'number' ||
        inForce?.value.kind !== 'number'
      )
        continue;
      const expected = subtract(add(last.amount, issued.value.amount), repealed.value.amount);
      if (equal(expected, inForce.value.amount) || REVISED.test(report.text.slice(row.span.start, row.span.end)))
        continue;
      const args = {
        row: row.form.name,
        value: format(inForce.value.amount),
        last: format(last.amount),
        issued: format(issued.value.amount),
        repealed: format(repealed.value.amount),
        expected: format(expected),
      };
      const related = [
        {
          span: inForce.span,
          message: message(messages.last, args),
          elsewhere: { file: lastYear.file, start: last.start, end: last.end },
        },
      ];
      yield { message: 'differs', args, span: inForce.span, related };
    }
  },
});

/** What changes the number in force besides issuing and repealing. */
const REVISED = /修订|修改|失效|清理/;
const CLEAN_UP =
  /(?:全面|集中|专项|统一|开展|进行|结果)[^。]{0,12}清理|清理[^。]{0,12}(?:结果|调整|工作|全面)|(?:自然|宣布)失效|失效[^。]{0,6}件|修订|统计口径/;

/** Whether a sentence about the documents explains it. */
const tellsOfCleanUp = (folded: string): boolean =>
  folded.split('。').some((sentence) => /规范性文件|规章|文件/.test(sentence) && CLEAN_UP.test(sentence));
