import type { Report } from '../model/report';
import { outline, type OutlineNode } from './outline';

/** Lines that fold away under the first; zero-based, counted from the report's first line. */
export interface Fold {
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Sections, sub-headings, tables and rows that run over more than one line. */
export function folds(report: Report): readonly Fold[] {
  const found = new Map<number, Fold>();
  const visit = (node: OutlineNode): void => {
    const firstLine = report.lines.lineAt(node.selection.start);
    const lastLine = report.lines.lineAt(node.span.end);
    // One fold a line: the widest, which is met first.
    if (node.kind !== 'report' && lastLine > firstLine && !found.has(firstLine))
      found.set(firstLine, { firstLine, lastLine });
    node.children.forEach(visit);
  };
  outline(report).forEach(visit);
  return [...found.values()].sort((a, b) => a.firstLine - b.firstLine);
}
