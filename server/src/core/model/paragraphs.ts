import { span, type Span } from '../text/span';
import type { Report, Section } from './report';

/**
 * The paragraphs of a section, words behind its heading among them: lines up to one that ends a sentence, or to a blank
 * one. A sub-heading on a line of its own belongs to the paragraph below it.
 */
export function paragraphsOf(
  { legible, lines }: Report,
  { heading, span: whole, subheadings }: Section,
): readonly Span[] {
  const headed = new Set(subheadings.map((subheading) => lines.lineAt(subheading.span.start)));
  const found: Span[] = [];
  let start: number | undefined;
  for (let line = lines.lineAt(heading.end); line < lines.count && lines.start(line) < whole.end; line++) {
    const from = Math.max(heading.end, lines.start(line));
    const end = Math.min(lines.end(line), whole.end);
    const printed = legible.slice(from, end).trimEnd();
    // A sub-heading begins a paragraph, whatever the one above it lacks.
    if (start !== undefined && headed.has(line)) {
      found.push(span(start, from));
      start = undefined;
    }
    if (printed !== '') start ??= from;
    if (start === undefined || !(/[。！？]$/.test(printed) || (printed === '' && !headed.has(lines.lineAt(start)))))
      continue;
    found.push(span(start, end));
    start = undefined;
  }
  return start === undefined ? found : [...found, span(start, whole.end)];
}
