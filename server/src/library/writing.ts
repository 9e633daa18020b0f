import {
  applyEdits,
  convertTables,
  editionOfYear,
  EDITIONS,
  lineEndOf,
  Lines,
  rangeOf,
  readDocument,
  reportTemplate,
  safeEdits,
  TABLE_LAYOUTS,
  TEMPLATE_LAYOUTS,
  wordsIn,
  type Locale,
  type Segment,
  type TextEdit,
} from '../core/index';
import { judgeText, localeOf } from './checking';
import type { Changed, CheckOptions, Converted, Edit, TableLayout, TemplateOptions } from './index';

export function convertText(text: string, layout: TableLayout, options: { readonly locale?: Locale }): Converted {
  const locale = localeOf(options);
  oneOf('layout', TABLE_LAYOUTS, layout);
  const converted = readDocument(text).segments.map((segment) => ({
    segment,
    ...convertTables(segment.report, layout, lineEndOf(text)),
  }));
  return {
    ...changed(text, converted),
    refused: converted.flatMap(({ refused }) =>
      refused.map(({ id, reason }) => ({ table: id, reason: wordsIn(reason, locale) })),
    ),
  };
}

export function fixText(text: string, options: CheckOptions): Changed {
  const { document, findingsOn } = judgeText(text, options);
  const mended = document.segments.map((segment) => ({
    segment,
    edits: safeEdits(segment.report, findingsOn(segment)),
  }));
  return changed(text, mended);
}

export function templateOf({ body, year, layout = 'cells' }: TemplateOptions): string {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR)
    throw new RangeError(`year: ${year} (${FIRST_YEAR}–${LAST_YEAR})`);
  oneOf('layout', TEMPLATE_LAYOUTS, layout);
  return reportTemplate(editionOfYear(year), layout, { year, ...(body === undefined ? {} : { body }) });
}

const FIRST_YEAR = EDITIONS[0]!.firstYear;
/** Years have four digits in reports. */
const LAST_YEAR = 9999;

export function applyTo(text: string, edits: readonly Edit[]): string {
  const lines = Lines.of(text);
  const inText = edits.map(({ range, newText }) => ({
    span: { start: lines.offset(range.start), end: lines.offset(range.end) },
    newText,
  }));
  const ordered = inText.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  if (ordered.some(({ span }, i) => span.start < (ordered[i - 1]?.span.end ?? 0)))
    throw new RangeError('edits overlap');
  return applyEdits(text, inText);
}

function changed(
  text: string,
  parts: readonly { readonly segment: Segment; readonly edits: readonly TextEdit[] }[],
): Changed {
  const edits = parts.flatMap((part) =>
    part.edits.map(({ span, newText }) => ({ range: rangeOf(part.segment, span), newText })),
  );
  return { text: applyTo(text, edits), edits };
}

function oneOf(name: string, known: readonly string[], given: string): void {
  if (!known.includes(given)) throw new RangeError(`${name}: ${given} (${known.join(', ')})`);
}
