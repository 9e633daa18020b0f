import type { SourceBlock } from '../writing/from-blocks';

const HEADER = /^(?:机关|单位|部门|机构|报送单位)?(?:全称|名称)?$/;

/** The bodies of a list that has one a line, or lines of values that commas or tabs part. */
export const bodiesInText = (text: string): readonly string[] =>
  bodiesInRows(
    text
      .replace(/^\ufeff/, '')
      .split(/\r\n?|\n/)
      .map((line) => line.split(/[\t,]/).map((cell) => cell.replace(/^\s*"(.*)"\s*$/, '$1'))),
  );

/**
 * The bodies that a file of another program lists: in its first table whose header names them, else in its first one,
 * else one a paragraph.
 */
export function bodiesInBlocks(blocks: readonly SourceBlock[]): readonly string[] {
  const grids = blocks.flatMap((block) => (block.kind === 'grid' ? [block.rows] : []));
  const table = grids.find((rows) => rows.some((row) => row.some(isHeader))) ?? grids[0];
  return table === undefined
    ? bodiesInText(blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n'))
    : bodiesInRows(table);
}

/** The column that a header names, else the first that has words; blank cells are no bodies, nor are lines of notes. */
function bodiesInRows(rows: readonly (readonly string[])[]): readonly string[] {
  const lines = rows.filter((row) => row[0]?.trim().startsWith('#') !== true);
  const header = lines.findIndex((row) => row.some(isHeader));
  const first = lines.find((row) => row.some(hasWords));
  const column = header < 0 ? (first?.findIndex(hasWords) ?? 0) : lines[header]!.findIndex(isHeader);
  return lines
    .slice(header + 1)
    .map((row) => (row[column] ?? '').trim())
    .filter(hasWords);
}

const hasWords = (cell: string): boolean => /\p{L}/u.test(cell);
const isHeader = (cell: string): boolean => cell.trim() !== '' && HEADER.test(cell.trim());
