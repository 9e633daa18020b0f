import type { Report, Row, Section, Table } from '../model/report';
import { format } from '../text/decimal';
import { isSpace } from '../text/fold';
import { coverAll, inOrder, span, type Span } from '../text/span';

/**
 * A node of the outline: `selection` and all children lie within its span; siblings stand in order and do not overlap.
 */
export interface OutlineNode {
  readonly kind: 'report' | 'section' | 'subheading' | 'table' | 'row';
  readonly name: string;
  /** A few figures beside the name; may be empty. */
  readonly detail: string;
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

/** Title → sections → sub-headings and tables → rows, named as a reader would say them. */
export function outline(report: Report): readonly OutlineNode[] {
  if (!report.recognised) return [];
  return nested(parts(report), span(0, report.text.length));
}

/** The nodes as they are printed: those of a text in which parts are wrongly placed, or share a line, may overlap. */
function parts(report: Report): readonly OutlineNode[] {
  const sections = report.sections.map((section) => sectionNode(report, section));
  const free = report.tables
    .filter((table) => !report.sections.some((section) => holds(section, table)))
    .map((table) => tableNode(report, table));
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

function sectionNode(report: Report, section: Section): OutlineNode {
  const tables = report.tables.filter((table) => holds(section, table)).map((table) => tableNode(report, table));
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

function tableNode(report: Report, table: Table): OutlineNode {
  return {
    kind: 'table',
    name: table.form.name.zh,
    detail: '',
    span: table.span,
    selection: span(table.span.start, table.span.start),
    children: table.rows
      .filter((row) => table.span.start <= row.span.start && row.span.end <= table.span.end)
      .map((row) => rowNode(report, table, row)),
  };
}

function rowNode(report: Report, table: Table, row: Row): OutlineNode {
  // Rows that stand side by side have their labels in the header above.
  const across = table.direction === 'across';
  return {
    kind: 'row',
    name: across ? row.form.name.zh : printed(report.text, row.label),
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
