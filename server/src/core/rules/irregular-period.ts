import { message } from '../messages';
import type { ProseText } from '../prose/prose-text';
import type { Span } from '../text/span';
import { defineRule, type RulePage } from './rule';

export const irregularPeriodPage: RulePage = {
  explanation: {
    zh: '年度报告的统计期限是整年，1 月 1 日至 12 月 31 日。这里的起止日期不是整年，或年份写错。',
    en: 'An annual report covers a calendar year, from 1 January to 31 December. The dates here are no whole year, or the year is misprinted.',
  },
  basis: {
    zh: '《中华人民共和国政府信息公开条例》第四十九条',
    en: 'Article 49 of the Regulations on Open Government Information',
  },
};

interface Slip {
  readonly span: Span;
  /** What should stand there. */
  readonly right: string;
}

export const irregularPeriod = defineRule({
  id: 'irregular-period',
  severity: 'warning',
  category: 'years',
  repair: 'choice',
  name: { zh: '统计期限不是整年', en: 'Period is no calendar year' },
  messages: {
    date: {
      zh: '统计期限应为整年，“{found}”应为“{right}”',
      en: 'The period is a calendar year: “{found}” should be “{right}”',
    },
    change: { zh: '改为 {right}', en: 'Change to {right}' },
  },
  *check({ report, prose }) {
    const opening = prose.within(0, report.sections[0]?.heading.start ?? Math.min(report.text.length, LONGEST_OPENING));
    for (const slip of slipsIn(opening, report.year?.value))
      yield {
        message: 'date',
        args: { found: report.text.slice(slip.span.start, slip.span.end), right: slip.right },
        span: slip.span,
        subject: slip,
      };
  },
  repairs(_, { span, right }, messages) {
    return [
      { title: message(messages.change, { right }), edits: [{ span, newText: right }], safe: false, preferred: true },
    ];
  },
});

const LONGEST_OPENING = 1500;
/** 统计期限自2023年1月1日起至2023年12月31日止, in folded text; a day may be left out, the second year too. */
const PERIOD =
  /统计(?:期限|时间|范围)[^。\d]{0,8}(\d{3,7})年?(\d{1,2}月(?:\d{1,2}日)?)(?:起|开始)?(?:至|到|-+|~)(?:(\d{3,7})年?)?(\d{1,2}月(?:\d{1,2}日|底)?)/dg;

function* slipsIn(opening: ProseText, year: number | undefined): Iterable<Slip> {
  for (const { indices, 1: first, 2: from, 3: second, 4: to } of opening.folded.matchAll(PERIOD)) {
    const at = (group: number): Span => opening.printed(indices![group]![0], indices![group]![1]);
    const isYear = (digits: string | undefined): boolean => digits === undefined || digits.length === 4;
    const right =
      [first, second].find((digits) => digits?.length === 4) ?? (year === undefined ? undefined : String(year));
    if (!isYear(first) && right !== undefined) yield { span: at(1), right };
    if (!isYear(second) && right !== undefined) yield { span: at(3), right };
    if (from !== '1月1日' && from !== '1月') yield { span: at(2), right: '1月1日' };
    if (to !== '12月31日' && to !== '12月' && to !== '12月底') yield { span: at(4), right: '12月31日' };
  }
}
