const HEADER = /^(?:机关|单位|部门|机构|报送单位)?(?:全称|名称)?$/;

/** The bodies of a list that has one a line. */
export const bodiesInText = (text: string): readonly string[] =>
  bodiesInRows(
    text
      .replace(/^\ufeff/, '')
      .split(/\r\n?|\n/)
      .map((line) => [line]),
  );

/** The column that a header names or, without one, the first; blank cells are no bodies, nor are lines of notes. */
export function bodiesInRows(rows: readonly (readonly string[])[]): readonly string[] {
  const isHeader = (cell: string): boolean => cell.trim() !== '' && HEADER.test(cell.trim());
  const header = rows.findIndex((row) => row.some(isHeader));
  const column = header < 0 ? 0 : rows[header]!.findIndex(isHeader);
  return rows
    .slice(header + 1)
    .map((row) => (row[column] ?? '').trim())
    .filter((name) => name !== '' && !name.startsWith('#'));
}
