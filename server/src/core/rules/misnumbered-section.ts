import { SECTIONS } from '../formats/sections';
import { message } from '../messages';
import type { Section } from '../model/report';
import { chineseNumeral } from '../text/numerals';
import type { TextEdit } from '../text/span';
import type { Rule, RulePage } from './rule';

export const misnumberedSectionPage: RulePage = {
  explanation: {
    zh: '六个部分的标题以“一、”至“六、”编号。序号写错、缺失或写成“5、”时按此提示；表三内的“一、本年新收”等行不在此列。',
    en: 'The six headings are numbered 一、 to 六、. A number that is wrong, absent or written in Arabic digits is reported; the rows of table three are not headings.',
  },
  basis: { zh: '{forms}的六个部分', en: 'The six sections of the form' },
};

export const misnumberedSection: Rule = {
  id: 'misnumbered-section',
  severity: 'warning',
  category: 'structure',
  repair: 'safe',
  name: { zh: '部分序号不对', en: 'Section number wrong' },
  messages: {
    wrong: {
      zh: '标题序号写作“{printed}”，应为“{numeral}”',
      en: 'The heading is numbered “{printed}” and should be “{numeral}”',
    },
    absent: { zh: '标题缺少序号“{numeral}”', en: 'The heading lacks its number “{numeral}”' },
    one: { zh: '将序号改为“{numeral}”', en: 'Number it “{numeral}”' },
    all: { zh: '改正全部 {count} 个标题的序号', en: 'Number all {count} headings' },
  },
  *check({ report }) {
    const wrong = report.sections.filter(isMisnumbered);
    for (const section of wrong) {
      const printed = report.text.slice(section.numeral.span.start, section.numeral.span.end);
      yield {
        message: printed === '' ? 'absent' : 'wrong',
        args: { printed, numeral: numeralOf(section) },
        span: section.heading,
        subject: { section, wrong } satisfies Subject,
      };
    }
  },
  repairs(_, finding) {
    const { section, wrong } = finding.subject as Subject;
    const one = {
      title: message(misnumberedSection.messages.one!, { numeral: numeralOf(section) }),
      edits: [renumber(section)],
      safe: true,
      preferred: true,
    };
    if (wrong.length < 2 || wrong.length > MOST_AT_ONCE) return [one];
    return [
      one,
      {
        title: message(misnumberedSection.messages.all!, { count: wrong.length }),
        edits: wrong.map(renumber),
        safe: true,
        preferred: false,
      },
    ];
  },
};

interface Subject {
  readonly section: Section;
  /** All that are misnumbered. */
  readonly wrong: readonly Section[];
}

/** More headings are those of no report: together they would be offered at each of them. */
const MOST_AT_ONCE = 2 * SECTIONS.length;

const isMisnumbered = ({ numeral, number }: Section): boolean => numeral.value !== number || !numeral.chinese;

const numeralOf = ({ number }: Section): string => `${chineseNumeral(number)}、`;

/** Replaces the number with the mark and the gap behind it; the words stay untouched. */
const renumber = (section: Section): TextEdit => ({
  span: { start: section.numeral.span.start, end: section.words.start },
  newText: numeralOf(section),
});
