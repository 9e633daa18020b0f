import { message } from '../messages';
import { chineseNumeral } from '../text/numerals';
import { missingNumbers, precedingSection } from '../model/sections';
import { insertMissingSections, insertSections } from '../writing/missing-sections';
import { headingOf } from '../writing/template';
import { titleOrFirstLine } from '../model/places';
import { defineRule, type Repair, type RulePage } from './rule';

export const missingSectionPage: RulePage = {
  explanation: {
    zh: '年度报告固定为六个部分，缺一不可。没有内容的部分也要保留标题，第六部分没有事项时写“无”。',
    en: 'A report has six fixed sections. A section without content keeps its heading; section six then says 无.',
  },
  basis: { zh: '国办公开办函〔2021〕30号：“不能遗漏，也不宜泛化”', en: 'The notice of 2021: nothing may be left out' },
};

export const missingSection = defineRule({
  id: 'missing-section',
  severity: 'error',
  category: 'structure',
  repair: 'choice',
  name: { zh: '缺少部分', en: 'Section missing' },
  messages: {
    missing: { zh: '缺少第{number}部分“{heading}”', en: 'Section {number} “{heading}” is missing' },
    insert: { zh: '插入“{heading}”', en: 'Insert “{heading}”' },
    insertAll: { zh: '插入全部 {count} 个缺失部分', en: 'Insert all {count} missing sections' },
  },
  *check(context) {
    for (const number of missingNumbers(context.report.sections)) {
      const before = precedingSection(context.report.sections, number);
      const form = context.report.edition.sections.find((section) => section.number === number)!;
      yield {
        message: 'missing',
        args: { number: { zh: chineseNumeral(number), en: String(number) }, heading: headingOf(form) },
        span: before?.heading ?? titleOrFirstLine(context.report),
        subject: number,
      };
    }
  },
  repairs(context, number, messages) {
    const form = context.report.edition.sections.find((section) => section.number === number)!;
    const all = missingNumbers(context.report.sections);
    const one: Repair = {
      title: message(messages.insert, { heading: headingOf(form) }),
      edits: insertSections(context, [number]),
      safe: false,
      preferred: true,
    };
    if (all.length < 2) return [one];
    return [
      one,
      {
        title: message(messages.insertAll, { count: all.length }),
        edits: insertMissingSections(context),
        safe: false,
        preferred: false,
      },
    ];
  },
});
