import { message } from '../messages';
import type { AlteredLabel } from '../model/report';
import type { Rule, RulePage } from './rule';

export const renamedLabelPage: RulePage = {
  explanation: {
    zh: '表格的行、列名称与格式文本不同，如“规范性文件”应为“行政规范性文件”（2021 版）。不影响合计核对。',
    en: 'A row or column label differs from the form. Its sums are judged all the same.',
  },
  basis: { zh: '{forms}', en: 'The form, every edition' },
};

export const renamedLabel: Rule = {
  id: 'renamed-label',
  severity: 'information',
  category: 'table',
  repair: 'choice',
  name: { zh: '行、列名称用语不同', en: 'Label reworded' },
  messages: {
    renamed: {
      zh: '名称写作“{printed}”，格式文本为“{official}”',
      en: 'The label reads “{printed}”; the form has “{official}”',
    },
    restore: { zh: '改为“{official}”', en: 'Change to “{official}”' },
  },
  *check({ report }) {
    for (const table of report.tables) {
      for (const label of table.altered) {
        yield {
          message: 'renamed',
          args: { printed: report.text.slice(label.span.start, label.span.end), official: label.official },
          span: label.span,
          subject: label,
        };
      }
    }
  },
  repairs(_, finding) {
    const { span, official } = finding.subject as AlteredLabel;
    return [
      {
        title: message(renamedLabel.messages.restore!, { official }),
        edits: [{ span, newText: official }],
        safe: false,
        preferred: true,
      },
    ];
  },
};
