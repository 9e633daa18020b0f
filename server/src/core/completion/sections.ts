import { aboutSection } from '../explaining/about';
import { tableOf, type Section } from '../model/report';
import { missingNumbers, precedingSection } from '../model/sections';
import type { Context } from '../context/context';
import { blankLineAbove } from '../writing/blank-line';
import { headingOf, sectionTemplate } from '../writing/template';
import { fold } from '../text/fold';
import { span } from '../text/span';
import { chineseNumeral } from '../text/numerals';
import { headingLine, isNextLineBlank, isOnLine, type Caret } from './caret';
import { same, type Proposal } from './proposal';

/**
 * The sections that are missing and belong where a line begins: whole, or their heading alone where their contents
 * stand below already.
 */
export function sectionsAt(
  context: Context,
  caret: Caret,
): readonly (Proposal & { readonly number: Section['number'] })[] {
  const { report, lineEnd } = context;
  if (!caret.beginsLine || (report.title === undefined && !report.recognised)) return [];
  if (report.title !== undefined && caret.line.start < report.title.span.end) return [];
  // A heading that is being typed is taken for an altered one.
  const printed = report.sections.filter(
    ({ heading, wording }) => !(isOnLine(caret, heading) && wording === 'altered'),
  );
  if (printed.some(({ heading }) => isOnLine(caret, heading))) return [];
  const here = printed.findLast(({ heading }) => heading.start < caret.line.start);
  const below = headingLine(
    report,
    printed.find(({ heading }) => heading.start > caret.line.end),
  );
  const edition = context.expected ?? report.edition;
  return missingNumbers(printed)
    .filter((number) => precedingSection(printed, number) === here)
    .map((number) => edition.sections.find((section) => section.number === number)!)
    .flatMap((form) => {
      const heading = headingOf(form);
      const numeral = `第${chineseNumeral(form.number)}部分`;
      const matches = [heading, form.title, numeral, `bufen${form.number}`];
      if (!matches.some((words) => fold(words).startsWith(caret.typed))) return [];
      const written = report.text.slice(caret.line.end, below).trim() !== '';
      const table = form.table === undefined ? undefined : tableOf(report, form.table);
      const headingFits =
        form.table === undefined ||
        (table !== undefined && table.span.start > caret.offset && table.span.start < below);
      // A second table would be read in place of the one that is there.
      if ((written || table !== undefined) && !headingFits) return [];
      const text = written
        ? `${heading}${isNextLineBlank(report, caret) ? '' : '\n'}`
        : sectionTemplate(edition, form.number, context.layout);
      const proposal: Proposal & { readonly number: Section['number'] } = {
        kind: 'section',
        number: form.number,
        label: same(heading),
        detail: written
          ? { zh: '缺失部分的标题', en: 'heading of a missing section' }
          : { zh: '缺失部分', en: 'missing section' },
        matches,
        span: span(caret.line.start, caret.offset),
        text: (blankLineAbove(report.text, caret.line.start) + text).replaceAll('\n', lineEnd),
        about: () => aboutSection(form, edition),
      };
      return [proposal];
    });
}
