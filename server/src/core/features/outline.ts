import { wordsIn, type Locale } from '../messages';
import type { Report, Row, Section, Table } from '../model/report';
import { format } from '../text/decimal';
import { isSpace } from '../text/fold';
import { coverAll, inOrder, span, type Span } from '../text/span';

/**
 * A node of the outline: `selection` and all children lie within its span; siblings stand in order and do not overlap.
 */
export interface OutlineNode {
  readonly kind: 'report' | 'section' | 'subheading' | 'table' | 'group' | 'row';
  readonly name: string;
  /** A few figures beside the name; may be empty. */
  readonly detail: string;
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

/**
 * Title → sections → sub-headings and tables → groups → rows, named as a reader would say them: what is printed, and in
 * English what the form calls it.
 */
export function outline(report: Report, locale: Locale = 'zh-CN'): readonly OutlineNode[] {
  if (!report.recognised) return [];
  return nested(parts(report, locale), span(0, report.text.length));
}

/** The nodes as they are printed: those of a text in which parts are wrongly placed, or share a line, may overlap. */
function parts(report: Report, locale: Locale): readonly OutlineNode[] {
  const sections = report.sections.map((section) => sectionNode(report, section, locale));
  const free = report.tables
    .filter((table) => !report.sections.some((section) => holds(section, table)))
    .map((table) => tableNode(report, table, locale));
  const children = [...sections, ...free];
  const { title } = report;
  if (title === undefined) return children;
  const whole = trimmed(report.text, span(title.span.start, report.text.length));
  return [{ kind: 'report', name: title.text, detail: '', span: whole, selection: title.span, children }];
}

/**
 * Lays nodes beside each other within a span. Where two overlap, the first ends where the second begins, but never
 * within its own name; what lies outside the span, or before that end, is drawn in.
 */
function nested(nodes: readonly OutlineNode[], within: Span): readonly OutlineNode[] {
  const whole = nodes.map((node) => ({
    ...node,
    span: coverAll(node.span, [node.selection, ...node.children.map((child) => child.span)]),
  }));
  const ordered = inOrder(whole, (node) => node.span.start);
  let from = within.start;
  return ordered.map((node, i) => {
    const next = ordered[i + 1]?.span.start ?? within.end;
    const room = span(from, within.end);
    const drawn = drawnInto(room, span(node.span.start, Math.max(node.selection.end, Math.min(node.span.end, next))));
    from = drawn.end;
    return {
      ...node,
      span: drawn,
      selection: drawnInto(drawn, node.selection),
      children: nested(node.children, drawn),
    };
  });
}

/** What of a span lies within another; its nearest border where nothing does. */
function drawnInto(room: Span, { start, end }: Span): Span {
  const at = (offset: number): number => Math.min(Math.max(offset, room.start), room.end);
  return span(at(start), at(end));
}

function sectionNode(report: Report, section: Section, locale: Locale): OutlineNode {
  const tables = report.tables
    .filter((table) => holds(section, table))
    .map((table) => tableNode(report, table, locale));
  const subheadings = section.subheadings
    .filter(({ span: line }) => !tables.some((table) => table.span.start <= line.start && line.end <= table.span.end))
    .map((subheading, i, all): OutlineNode => {
      const next = Math.min(
        all[i + 1]?.span.start ?? section.span.end,
        ...tables.map((table) => table.span.start).filter((start) => start > subheading.span.end),
      );
      const whole = trimmed(report.text, span(subheading.span.start, next));
      return {
        kind: 'subheading',
        name: printed(report.text, subheading.span),
        detail: '',
        span: whole,
        selection: subheading.span,
        children: [],
      };
    });
  return {
    kind: 'section',
    name: printed(report.text, section.heading),
    detail: '',
    span: trimmed(report.text, section.span),
    selection: section.heading,
    children: [...tables, ...subheadings],
  };
}

const holds = (section: Section, table: Table): boolean =>
  section.span.start <= table.span.start && table.span.end <= section.span.end;

function tableNode(report: Report, table: Table, locale: Locale): OutlineNode {
  const rows = table.rows.filter((row) => table.span.start <= row.span.start && row.span.end <= table.span.end);
  return {
    kind: 'table',
    name: wordsIn(table.form.name, locale),
    detail: '',
    span: table.span,
    selection: span(table.span.start, table.span.start),
    children: grouped(report, table, rows, locale),
  };
}

/** Rows of an item such as （三） that follow each other stand in a node of its own. */
function grouped(report: Report, table: Table, rows: readonly Row[], locale: Locale): readonly OutlineNode[] {
  const nodes: OutlineNode[] = [];
  for (let i = 0; i < rows.length;) {
    const item = itemOf(rows[i]!);
    let end = i + 1;
    while (item !== undefined && itemOf(rows[end]) === item) end++;
    const members = rows.slice(i, end).map((row) => rowNode(report, table, row, locale));
    i = end;
    if (item === undefined || members.length < 2) nodes.push(...members);
    else {
      const whole = coverAll(
        members[0]!.span,
        members.map((member) => member.span),
      );
      const selection = span(whole.start, whole.start);
      nodes.push({ kind: 'group', name: item, detail: '', span: whole, selection, children: members });
    }
  }
  return nodes;
}

/** The item within the group that a row stands in. */
const itemOf = (row: Row | undefined): string | undefined => row?.form.groups[1];

function rowNode(report: Report, table: Table, row: Row, locale: Locale): OutlineNode {
  // Rows that stand side by side have their labels in the header above.
  const across = table.direction === 'across';
  return {
    kind: 'row',
    name: across || locale === 'en' ? wordsIn(row.form.name, locale) : printed(report.text, row.label),
    detail: row.cells.map(({ value }) => (value.kind === 'unreadable' ? '?' : format(value.amount))).join(' '),
    span: row.span,
    selection: across ? span(row.span.start, row.span.start) : row.label,
    children: [],
  };
}

const printed = (text: string, { start, end }: Span): string => text.slice(start, end).replace(/\s+/g, '');

/** Without the white space at its end. */
function trimmed(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && isSpace(text.charCodeAt(last - 1))) last--;
  return span(start, last);
}
