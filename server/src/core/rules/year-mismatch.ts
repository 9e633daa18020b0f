import { message } from '../messages';
import type { Words } from '../formats/types';
import { paragraphsOf } from '../model/paragraphs';
import type { NamedYear, Report, Section } from '../model/report';
import type { ProseText } from '../prose/prose-text';
import { ORDINAL, PRINTED_YEAR, YEAR_DIGITS } from '../text/lexicon';
import { CHINESE_DIGITS, numeralValue } from '../text/numerals';
import type { Span } from '../text/span';
import { yearInFileName } from '../collection/file-year';
import { defineRule, type RulePage } from './rule';

export const yearMismatchPage: RulePage = {
  explanation: {
    zh: '统计期限、导语、第一部分开头或文件名里的报告年份与标题不同，多为沿用上年文本。计划、对比、文号、预算和发布日期里的年份不作比对。',
    en: 'The reporting year of the period, the preamble, the opening of section one or the file name differs from the title. Years of plans, comparisons, documents, budgets and dates are not compared.',
  },
  basis: { zh: '通行做法：全文年份应一致', en: 'Customary: one reporting year throughout' },
};

export const yearMismatch = defineRule({
  id: 'year-mismatch',
  severity: 'warning',
  category: 'prose',
  repair: 'choice',
  name: { zh: '年份不一致', en: 'Years differ' },
  messages: {
    text: { zh: '此处年份为 {year}，{source}为 {own}', en: 'The year here is {year}; {source} has {own}' },
    file: { zh: '{source}年份为 {own}，文件名为 {year}', en: '{source} has {own}; the file name says {year}' },
    source: { zh: '{source}的年份', en: 'the year of {source}' },
    change: { zh: '改为 {own}', en: 'Change to {own}' },
  },
  *check({ report, prose, fileName }, messages) {
    const { year } = report;
    if (year === undefined) return;
    const source = SOURCES[year.source];
    const related = [{ span: year.span, message: message(messages.source, { source }) }];
    for (const { value, span } of statedYears(report, prose)) {
      if (value !== year.value)
        yield {
          message: 'text',
          args: { year: value, own: year.value, source },
          span,
          related,
          subject: { span, year: year.value },
        };
    }
    const named = yearInFileName(fileName ?? '');
    if (named !== undefined && named !== year.value)
      yield { message: 'file', args: { year: named, own: year.value, source }, span: year.span };
  },
  repairs({ report }, { span, year }, messages) {
    return [
      {
        title: message(messages.change, { own: year }),
        edits: [{ span, newText: yearLike(report.text.slice(span.start, span.end), year) }],
        safe: false,
        preferred: true,
      },
    ];
  },
});

/** Where the report's own year stands. */
const SOURCES: Readonly<Record<NamedYear['source'], Words>> = {
  title: { zh: '标题', en: 'the title' },
  period: { zh: '统计期限', en: 'the period' },
  preamble: { zh: '导语', en: 'the preamble' },
};

const YEAR = `(${YEAR_DIGITS})年`;
/** A whole year as the period; the second year is often left out. */
const PERIOD = new RegExp(`${YEAR}(?:1月1日|1月)(?:起|开始)?(?:至|到|-+|~)(?:${YEAR})?12月(?:31日|底|止)?`, 'g');
/** The report that this is; a document about reports is none. */
const NAMED = new RegExp(
  `${YEAR}度?政府信息公开(?:工作)?(?:年度)?报告(?![^。,]{0,16}(?:通知|格式|意见|办法|要求))`,
  'g',
);
const OPENING = new RegExp(`^(?:\\(${ORDINAL}\\)[^。,]{0,12}。?)?${YEAR}度?,`);

/** Years that are stated as the one reported about. */
function statedYears(report: Report, prose: ProseText): readonly { readonly value: number; readonly span: Span }[] {
  const first = report.sections[0];
  const one = report.sections.find(({ number }) => number === 1);
  const preamble = prose.within(0, first?.heading.start ?? report.text.length);
  const found = [...yearsIn(preamble, PERIOD), ...yearsIn(preamble, NAMED)];
  if (one !== undefined) {
    const opening = prose.within(one.heading.end, Math.min(one.span.end, one.heading.end + LONGEST_OPENING));
    found.push(...yearsIn(opening, PERIOD));
    for (const { start, end } of openingsOf(report, one)) {
      const paragraph = prose.within(start, end);
      // It may look back before it comes to its own year.
      if (!paragraph.folded.includes(`${report.year!.value}年`)) found.push(...yearsIn(paragraph, OPENING));
    }
  }
  for (const section of report.sections)
    if (section.number === 1 || section.number === 6) found.push(...staleIn(report, section, prose));
  return [...new Map(found.map((stated) => [stated.span.start, stated])).values()];
}

/** The first paragraph of a section, and those with a number. */
function openingsOf(report: Report, section: Section): readonly Span[] {
  const numbered = new Set(section.subheadings.map((subheading) => subheading.span.start));
  return paragraphsOf(report, section).filter(({ start, end }, i) => {
    const printed = report.legible.slice(start, end);
    return i === 0 || numbered.has(start + printed.length - printed.trimStart().length);
  });
}

/** Paragraphs that tell what was done last year and never come to the report's own: left from last year's text. */
function staleIn(report: Report, section: Section, prose: ProseText): ReturnType<typeof yearsIn> {
  const { value } = report.year!;
  return paragraphsOf(report, section).flatMap(({ start, end }) => {
    if (!NAMES_YEAR.test(report.text.slice(start, Math.min(end, start + LONGEST_LEAD)))) return [];
    const paragraph = prose.within(start, end);
    const { folded } = paragraph;
    if (!DONE.test(folded) || NOT_OWN.test(folded) || folded.includes(`${value}年`)) return [];
    return yearsIn(paragraph, TELLING).filter((stated) => stated.value === value - 1);
  });
}

/** Most paragraphs begin otherwise. */
const NAMES_YEAR = new RegExp(`${PRINTED_YEAR}\\s*年`);
const LONGEST_LEAD = 40;
const TELLING = new RegExp(
  `^(?:\\(${ORDINAL}\\)[^。,]{0,16}。?|${ORDINAL}是|\\d\\.)?${YEAR}度?(?:,|我|本|全年|全[省市县区]|共)`,
);
const DONE = /了|共|累计|完成|收到|收取|受理|发布|开展|组织|召开|举办|制定|修订|推进|加强|落实|未/;
/** What happened then may be told for its own sake, and plans and comparisons name other years. */
const NOT_OWN = /以来|施行|印发|至今|成立|比|较|计划|将|拟|预算|决算|规划|同期|今年|本年|当年|下一年|此后|随后/;

const LONGEST_OPENING = 600;

/** The year in the digits that are printed, Chinese or Arabic. */
const yearLike = (printed: string, year: number): string =>
  /\d|[\uff10-\uff19]/.test(printed)
    ? String(year)
    : [...String(year)].map((digit) => CHINESE_DIGITS[Number(digit)]).join('');

function yearsIn(prose: ProseText, pattern: RegExp): { value: number; span: Span }[] {
  const matches = pattern.global
    ? [...prose.folded.matchAll(pattern)]
    : [pattern.exec(prose.folded)].filter((match) => match !== null);
  return matches.flatMap((match) =>
    match.slice(1).flatMap((digits, i) => {
      if (digits === undefined) return [];
      const at = i === 0 ? match.index + match[0].indexOf(digits) : match.index + match[0].lastIndexOf(digits);
      return [{ value: numeralValue(digits)!, span: prose.printed(at, at + digits.length) }];
    }),
  );
}
