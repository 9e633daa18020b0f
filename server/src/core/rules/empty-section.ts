import { isEmpty } from '../model/sections';
import { closingWords, headingOf } from '../writing/template';
import { message } from '../messages';
import { span } from '../text/span';
import { defineRule, type RulePage } from './rule';

export const emptySectionPage: RulePage = {
  explanation: {
    zh: '第一、五、六部分只有标题而没有内容（或只写“略”）。第六部分没有事项时请写“无”，写了“无”即算有内容。',
    en: 'Section one, five or six has a heading and nothing below it. 无 in section six is content.',
  },
  basis: { zh: '国办公开办函〔2021〕30号：“不能遗漏，也不宜泛化”', en: 'The notice of 2021: nothing may be left out' },
};

export const emptySection = defineRule({
  id: 'empty-section',
  severity: 'warning',
  category: 'structure',
  repair: 'choice',
  name: { zh: '部分没有内容', en: 'Section is empty' },
  messages: {
    empty: { zh: '“{heading}”下没有内容', en: 'Nothing stands under “{heading}”' },
    none: { zh: '写入“无”', en: 'Write 无' },
    fees: { zh: '写入信息处理费情况（金额待填）', en: 'Write a sentence about fees (amount to be filled in)' },
  },
  *check({ report }) {
    for (const section of report.sections) {
      if (section.form.table === undefined && isEmpty(report, section))
        yield { message: 'empty', args: { heading: headingOf(section.form) }, span: section.heading, subject: section };
    }
  },
  repairs({ report, expected, lineEnd }, section, messages) {
    if (section.number !== 6) return [];
    const edition = expected ?? report.edition;
    const title = message(edition.feeStatement ? messages.fees : messages.none);
    const newText = `${lineEnd}${closingWords(edition)}`;
    return [
      {
        title,
        edits: [{ span: span(section.heading.end, section.heading.end), newText }],
        safe: false,
        preferred: true,
      },
    ];
  },
});
