import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute, isHidden, isNoteMark, type Element } from './html-element';
import { MOST_COLUMNS, MOST_ROWS, TOO_WIDE } from './refusal';

/** The cells of a table in rows of equal width; what a merged cell covers besides its first place is empty. */
export function gridOf(table: Element): readonly (readonly string[])[] {
  const rows = rowsOf(table);
  if (rows.length > MOST_ROWS) throw TOO_WIDE;
  /** How many more lines a cell from above covers a column. */
  const covered: number[] = [];
  let width = 0;
  const grid = rows.map((row) => {
    const line: string[] = [];
    const skipCovered = (): void => {
      while ((covered[line.length] ?? 0) > 0) {
        covered[line.length]!--;
        line.push('');
      }
    };
    for (const cell of row) {
      skipCovered();
      const columns = spanOf(cell, 'colspan');
      const lines = spanOf(cell, 'rowspan');
      for (let i = 0; i < columns; i++) {
        // A cell from above may stand in the way; what is written later wins, as in browsers.
        covered[line.length] = lines - 1;
        line.push(i === 0 ? textOf(cell) : '');
      }
      if (line.length > MOST_COLUMNS) throw TOO_WIDE;
    }
    while (line.length < width || (covered[line.length] ?? 0) > 0) {
      if ((covered[line.length] ?? 0) > 0) covered[line.length]!--;
      line.push('');
    }
    width = Math.max(width, line.length);
    return line;
  });
  return grid.map((line) => [...line, ...Array.from({ length: width - line.length }, () => '')]);
}

function rowsOf(table: Element): readonly (readonly Element[])[] {
  const rows: Element[][] = [];
  for (const part of elementsIn(table)) {
    if (part.tagName === 'caption') rows.push([part]);
    for (const row of part.tagName === 'tr' ? [part] : elementsIn(part))
      if (row.tagName === 'tr' && !isHidden(row))
        rows.push(elementsIn(row).filter((cell) => CELLS.has(cell.tagName) && !isHidden(cell)));
  }
  return rows;
}

const CELLS = new Set(['td', 'th']);

const elementsIn = (element: Element): readonly Element[] =>
  element.childNodes.filter((child): child is Element => 'tagName' in child);

function spanOf(cell: Element, name: string): number {
  const span = Number.parseInt(attribute(cell, name) ?? '', 10);
  if (!(span > 1)) return 1;
  if (span > MOST_ROWS) throw TOO_WIDE;
  return span;
}

/** The words of a cell; paragraphs and breaks are line ends. */
function textOf(cell: Element): string {
  let text = '';
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('value' in node) text += node.value.replace(/[ \t\r\n\f]+/g, ' ');
    if (!('childNodes' in node)) return;
    if ('tagName' in node) {
      if (isHidden(node) || isNoteMark(node)) return;
      if (/^(?:br|p|div|li)$/.test(node.tagName)) text += '\n';
    }
    node.childNodes.forEach(visit);
  };
  visit(cell);
  return text.trim();
}
