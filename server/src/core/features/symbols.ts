import type { Locale } from '../messages';
import type { Report } from '../model/report';
import { fold } from '../text/fold';
import { outline, type OutlineNode } from './outline';

/** A part of a report that can be gone to by its name. */
export interface NamedPart {
  readonly node: OutlineNode;
  /** The title of its report, where there is one. */
  readonly container: string | undefined;
  /**
   * How well it answers the query, the best first: letters that stand together before scattered ones, the whole before
   * its parts.
   */
  readonly rank: number;
}

/** What is named first among equals; sub-headings are their writers' own words and are not looked for. */
const KINDS: readonly OutlineNode['kind'][] = ['report', 'section', 'table', 'row'];

/**
 * The parts of a report whose names hold the letters of a query in their order; without a query its title and sections.
 */
export function symbols(report: Report, query: string, locale: Locale = 'zh-CN'): readonly NamedPart[] {
  const wanted = fold(query).toLowerCase();
  const container = report.title?.text;
  const found: NamedPart[] = [];
  const visit = (node: OutlineNode): void => {
    const rank = rankOf(node, wanted);
    if (rank !== undefined) found.push({ node, container: node.kind === 'report' ? undefined : container, rank });
    node.children.forEach(visit);
  };
  outline(report, locale).forEach(visit);
  return found;
}

function rankOf({ kind, name }: OutlineNode, wanted: string): number | undefined {
  const order = KINDS.indexOf(kind);
  if (order < 0) return undefined;
  if (wanted === '') return kind === 'report' || kind === 'section' ? order : undefined;
  const folded = fold(name).toLowerCase();
  if (folded.includes(wanted)) return order;
  return isScatteredIn(folded, wanted) ? order + KINDS.length : undefined;
}

function isScatteredIn(name: string, wanted: string): boolean {
  let at = 0;
  for (const unit of wanted) {
    const found = name.indexOf(unit, at);
    if (found < 0) return false;
    at = found + unit.length;
  }
  return true;
}
