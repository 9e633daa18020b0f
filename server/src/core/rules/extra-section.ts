import { SECTIONS } from '../formats/sections';
import { fold } from '../text/fold';
import { ORDINAL } from '../text/lexicon';
import { numeralValue } from '../text/numerals';
import { span } from '../text/span';
import { defineRule, type RulePage } from './rule';

export const extraSectionPage: RulePage = {
  explanation: {
    zh: '格式只有六个部分，第六部分之后又有一个编号的部分。请把内容并入第六部分，或作为附件另列。',
    en: 'The form has six sections; a further numbered one follows section six. Move its text into section six, or attach it.',
  },
  basis: { zh: '{forms}的六个部分', en: 'The six sections of the form' },
};

export const extraSection = defineRule({
  id: 'extra-section',
  severity: 'information',
  category: 'structure',
  repair: 'none',
  name: { zh: '格式以外的部分', en: 'Section beyond the form' },
  messages: {
    extra: {
      zh: '格式只有六个部分，没有“{heading}”',
      en: 'The form has six sections and no “{heading}”',
    },
  },
  *check({ report: { text, lines, sections } }) {
    const last = sections.at(-1);
    if (last?.number !== SECTIONS.length) return;
    let expected = SECTIONS.length + 1;
    for (let line = lines.lineAt(last.heading.end) + 1; line < lines.count; line++) {
      const printed = lines.span(line);
      const heading = text.slice(printed.start, printed.end).trim();
      const [, numeral] = NUMBERED.exec(fold(heading)) ?? [];
      if (numeral === undefined) continue;
      // Section six has a list of its own where it begins at one.
      if (numeralValue(numeral) !== expected) return;
      const start = printed.start + text.slice(printed.start, printed.end).indexOf(heading);
      yield { message: 'extra', args: { heading }, span: span(start, start + heading.length) };
      expected++;
    }
  },
});

/** A numbered line of a few words, and no sentence. */
const NUMBERED = new RegExp(`^[#*]*(${ORDINAL}{1,3})\\.[^。,;:!?\\d]{2,30}$`);
