import { headingOf } from '../writing/template';
import { aside, message } from '../messages';
import type { Section } from '../model/report';
import { defineRule, type RulePage } from './rule';

export const duplicateSectionPage: RulePage = {
  explanation: {
    zh: '同一部分出现了两次，多为从上年文本复制时遗留。请合并内容，只保留一个标题。',
    en: 'The same section stands twice, often left over from copying last year’s text. Merge the contents and keep one heading.',
  },
  basis: { zh: '{forms}的六个部分', en: 'The six sections of the form' },
};

export const duplicateSection = defineRule({
  id: 'duplicate-section',
  severity: 'error',
  category: 'structure',
  repair: 'none',
  name: { zh: '部分重复', en: 'Section stands twice' },
  messages: {
    twice: { zh: '“{heading}”已在第 {line} 行出现，此处重复', en: '“{heading}” stands already on line {line}' },
    first: { zh: '第一次出现', en: 'first here' },
  },
  *check({ report }, messages) {
    const seen = new Map<Section['number'], Section>();
    for (const section of report.sections) {
      const first = seen.get(section.number);
      if (first === undefined) {
        seen.set(section.number, section);
        continue;
      }
      const line = String(report.lines.lineAt(first.heading.start) + 1);
      yield {
        message: 'twice',
        args: { heading: headingOf(section.form), line: aside({ zh: line, en: line }) },
        span: section.heading,
        related: [{ span: first.heading, message: message(messages.first) }],
      };
    }
  },
});
