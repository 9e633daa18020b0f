import type { Layout, Table } from '../model/report';
import type { Lines } from '../text/lines';

/** How the tables are laid out, by the lines on which the rows' cells stand; the layout of most rows counts. */
export function layoutOf(text: string, lines: Lines, tables: readonly Table[]): Layout {
  const votes = new Map<Layout, number>();
  for (const table of tables) {
    for (const { cells } of table.rows) {
      const [first, second] = cells;
      if (first === undefined) continue;
      const line = lines.lineAt(first.span.start);
      const layout = rowLayout(
        text.slice(lines.start(line), lines.end(line)),
        second === undefined ? undefined : lines.lineAt(second.span.start) !== line,
      );
      votes.set(layout, (votes.get(layout) ?? 0) + 1);
    }
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'none';
}

function rowLayout(line: string, cellALine: boolean | undefined): Layout {
  const apart = cellALine ?? !/\s|.\|./.test(line.trim());
  if (line.includes('|')) return apart ? 'bars' : 'markdown';
  if (line.includes('\t')) return apart ? 'cells' : 'tsv';
  return apart ? 'lines' : 'aligned';
}
