import type { Report, Section } from '../model/report';
import { asOne, span, type Span, type TextEdit } from '../text/span';

/**
 * Puts the sections into the form's order, those that stand twice in the order in which they are printed; nothing where
 * they stand so already. Texts change places; the line ends between and behind them stay where they are.
 */
export function sortSections(report: Report): readonly TextEdit[] {
  const { sections, text } = report;
  const sorted = sections
    .map((section, place) => ({ section, place }))
    .sort((a, b) => a.section.number - b.section.number || a.place - b.place);
  const edits = sections.flatMap((section, i) => {
    const moved = sorted[i]!.section;
    if (moved === section) return [];
    const { start, end } = bodyOf(report, moved);
    return [{ span: bodyOf(report, section), newText: text.slice(start, end) }];
  });
  return asOne(text, edits);
}

/**
 * From the beginning of the heading's line to the last line with anything on it: white space may be a table's empty
 * cell.
 */
function bodyOf({ text, lines }: Report, section: Section): Span {
  let { end } = section.span;
  while (text[end - 1] === '\n' || text[end - 1] === '\r') end--;
  return span(lines.start(lines.lineAt(section.heading.start)), end);
}
