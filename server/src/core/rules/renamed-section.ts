import { message } from '../messages';
import type { Section } from '../model/report';
import type { Rule, RulePage } from './rule';

export const renamedSectionPage: RulePage = {
  explanation: {
    zh: '标题的用语与格式文本不同。通行的几种写法不作提示，可在配置中补充本地认可的写法。',
    en: 'The wording of the heading differs from the form. Common variants are accepted in silence.',
  },
  basis: { zh: '{forms}的六个部分', en: 'The six sections of the form' },
};

export const renamedSection: Rule = {
  id: 'renamed-section',
  severity: 'information',
  category: 'structure',
  repair: 'choice',
  name: { zh: '部分标题用语不同', en: 'Section heading reworded' },
  messages: {
    renamed: {
      zh: '标题写作“{printed}”，格式文本为“{official}”',
      en: 'The heading reads “{printed}”; the form has “{official}”',
    },
    restore: { zh: '改为“{official}”', en: 'Change to “{official}”' },
  },
  *check({ report }) {
    for (const section of report.sections) {
      if (section.wording !== 'altered') continue;
      const printed = report.text.slice(section.words.start, section.words.end);
      yield {
        message: 'renamed',
        args: { printed, official: section.form.title },
        span: section.heading,
        subject: section,
      };
    }
  },
  repairs(_, finding) {
    const { words, form } = finding.subject as Section;
    return [
      {
        title: message(renamedSection.messages.restore!, { official: form.title }),
        edits: [{ span: words, newText: form.title }],
        safe: false,
        preferred: true,
      },
    ];
  },
};
