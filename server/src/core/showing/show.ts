import type { Report, Table } from '../model/report';
import type { Judged } from '../check/check';
import type { LastYear } from '../collection/last-year';
import { span } from '../text/span';
import { marksIn } from './marks';
import { printedTable } from './show-table';
import { verdictOf } from './verdict';
import type { Block, Mark, Showing, TextBlock } from './showing';

/**
 * The tree of a report, with what was found marked where it stands, and last year's values beside its own where they
 * are given. Nothing of the text is left out but blank lines.
 */
export function show(report: Report, findings: readonly Judged[] = [], lastYear?: LastYear): Showing {
  const marks = findings.map(({ rule, severity, message, span: place }): Mark => ({
    rule: rule.id,
    severity,
    message,
    span: place,
  }));
  return {
    title: report.title?.text,
    body: report.body?.text,
    year: report.year?.value,
    edition: report.edition.id,
    blocks: blocksOf({ report: { ...report, text: report.legible }, marks, lastYear }),
    verdict: verdictOf(marks),
    marks,
  };
}

/** What all parts of the tree are made from. */
interface Source {
  readonly report: Report;
  readonly marks: readonly Mark[];
  readonly lastYear: LastYear | undefined;
}

/** A stretch of whole lines that is one thing. */
interface Part {
  readonly first: number;
  readonly last: number;
  blocks(): readonly Block[];
}

function blocksOf(source: Source): readonly Block[] {
  const { report, marks } = source;
  const blocks: Block[] = [];
  let line = 0;
  for (const part of partsOf(source)) {
    // Two tables may share a line; what was shown once is not shown again.
    if (part.first < line) continue;
    blocks.push(...paragraphs(report, line, part.first, marks), ...part.blocks());
    line = part.last + 1;
  }
  return [...blocks, ...paragraphs(report, line, report.lines.count, marks)];
}

function partsOf(source: Source): readonly Part[] {
  const { report, marks } = source;
  const { title, sections, tables } = report;
  const tableLines = mergedLines(report, tables);
  const isInTable = (line: number): boolean => tableLines.some(({ first, last }) => first <= line && line <= last);
  const texts = [
    ...(title === undefined ? [] : [{ kind: 'title' as const, span: title.span }]),
    ...sections.map(({ heading, number }) => ({ kind: 'heading' as const, span: heading, section: number })),
    ...sections.flatMap(({ subheadings }) =>
      subheadings.map((subheading) => ({ kind: 'subheading' as const, span: subheading.span })),
    ),
  ].map((text) => textPart(report, text, marks));
  const printed = tableLines.map(({ first, last, tables: inside }) => ({
    first,
    last,
    blocks: () => tableBlocks(source, inside, first, last),
  }));
  return [...texts.filter(({ first }) => !isInTable(first)), ...printed].sort((a, b) => a.first - b.first);
}

/** The lines of tables; of those that share lines, together. */
function mergedLines(
  { lines }: Report,
  tables: readonly Table[],
): readonly { first: number; last: number; tables: Table[] }[] {
  const merged: { first: number; last: number; tables: Table[] }[] = [];
  for (const table of [...tables].sort((a, b) => a.span.start - b.span.start)) {
    const first = lines.lineAt(table.span.start);
    const last = lines.lineAt(table.span.end);
    const before = merged.at(-1);
    if (before !== undefined && first <= before.last) {
      before.last = Math.max(before.last, last);
      before.tables.push(table);
    } else merged.push({ first, last, tables: [table] });
  }
  return merged;
}

function tableBlocks(
  { report, marks, lastYear }: Source,
  tables: readonly Table[],
  first: number,
  last: number,
): readonly Block[] {
  const block = tables.length === 1 ? printedTable(report, tables[0]!, marks, lastYear) : undefined;
  if (block !== undefined) return [block];
  const lines = Array.from({ length: last - first + 1 }, (_, i) => report.lines.span(first + i));
  return lines.map((place) => ({
    kind: 'verbatim',
    text: report.text.slice(place.start, place.end),
    span: place,
    marks: marksIn(marks, place),
  }));
}

function textPart(report: Report, part: Pick<TextBlock, 'kind' | 'span' | 'section'>, marks: readonly Mark[]): Part {
  const { lines, text } = report;
  const first = lines.lineAt(part.span.start);
  const last = lines.lineAt(part.span.end);
  const before = withoutMarks(text.slice(lines.start(first), part.span.start));
  // Words behind a heading are no part of it, brackets that close it are; nothing of the line is left out.
  const behind = withoutMarks(text.slice(part.span.end, lines.end(last)));
  const isApart = part.kind === 'heading' && /[\p{L}\p{N}]/u.test(behind);
  const shown = oneLine(text.slice(part.span.start, part.span.end));
  const block: TextBlock = {
    ...part,
    text: before + shown + (isApart ? '' : behind),
    marks: marksIn(marks, part.span),
  };
  const rest: TextBlock = { kind: 'paragraph', text: behind, span: span(part.span.end, lines.end(last)), marks: [] };
  return { first, last, blocks: () => (isApart ? [block, rest] : [block]) };
}

/** The lines from `first` up to `end` that are not blank, one a paragraph. */
function paragraphs(report: Report, first: number, end: number, marks: readonly Mark[]): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  for (let line = first; line < end; line++) {
    const place = report.lines.span(line);
    const text = report.text.slice(place.start, place.end).trim();
    if (/[^\s\p{Cc}]/u.test(text)) blocks.push({ kind: 'paragraph', text, span: place, marks: marksIn(marks, place) });
  }
  return blocks;
}

/** What Markdown marks headings and bold words with is for the eyes of programs. */
const withoutMarks = (text: string): string => text.trim().replace(/^[#*_>\s]+$/, '');

const oneLine = (text: string): string => text.replace(/\s*[\r\n]\s*/g, '').trim();
