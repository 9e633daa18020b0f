import type { TableLayout } from '../formats/layouts';
import { readDocument } from '../reading/document';
import { applyEdits, shiftedBy } from '../text/span';
import { type Conversion, convertTables } from './convert-table';

/** What other programs' files are made of, in their order: a paragraph, or a table whose merged cells are resolved. */
export type SourceBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'grid'; readonly rows: readonly (readonly string[])[] };

export interface BlocksText {
  readonly text: string;
  /** The tables that stay tab-separated, and why. */
  readonly refused: Conversion['refused'];
}

/**
 * Blocks as the text of a report. They are written tab-separated and read by the one reader, which alone knows what
 * a report is; the tables that it finds are then converted into the layout that is wanted. Lines end with LF.
 */
export function textOfBlocks(blocks: readonly SourceBlock[], layout: TableLayout): BlocksText {
  const text = `${blocks
    .map(linesOf)
    .join('\n')
    .replace(/\r\n?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\s+$/g, '')}\n`;
  if (layout === 'tsv') return { text, refused: [] };
  const converted = readDocument(text).segments.map(({ report, start }) => ({
    start,
    ...convertTables(report, layout, '\n'),
  }));
  return {
    text: applyEdits(
      text,
      converted.flatMap(({ start, edits }) => edits.map((edit) => shiftedBy(start, edit))),
    ),
    refused: converted.flatMap(({ refused }) => refused),
  };
}

const linesOf = (block: SourceBlock): string =>
  block.kind === 'paragraph'
    ? block.text.replace(/^[^\S\t]+|\s+$/g, '')
    : `\n${block.rows.map((row) => row.map(cellText).join('\t')).join('\n')}\n`;

/**
 * A cell on one line. Words wrap within cells and are whole without the break; two numbers that stand below each other
 * must not become one.
 */
const cellText = (text: string): string =>
  text
    .trim()
    .replace(/\s*[\r\n]\s*/g, (gap, at: number, whole: string) =>
      /\d/.test(whole[at - 1] ?? '') && /\d/.test(whole[at + gap.length] ?? '') ? ' ' : '',
    )
    .replace(/\s+/g, ' ');
