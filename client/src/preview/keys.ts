import type { Preview, PreviewBlock, PreviewPlace, PreviewTable } from '../../../server/src/lsp/protocol';

/**
 * Names of what is shown that stay while the text changes: values are called after their place in the form, headings
 * after their section, lines of text by their number below the heading.
 */
export function blockKeys(blocks: readonly PreviewBlock[]): readonly string[] {
  const taken = new Map<string, number>();
  let section = 'top';
  return blocks.map((block) => {
    const name = block.kind === 'table' ? `table ${block.id}` : nameOfText(block.kind, block.section, section);
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    const key = count === 1 ? name : `${name} ${count}`;
    if (block.kind === 'heading') section = key;
    return key;
  });
}

const nameOfText = (kind: string, section: number | undefined, within: string): string =>
  kind === 'title' ? kind : kind === 'heading' ? `heading ${section ?? ''}` : `${within} ${kind}`;

export function cellKey({ id, lines }: PreviewTable, line: number, at: number): string {
  const place = lines[line]![at]!.place;
  return place === undefined ? `${id} ${line} ${at}` : `${id} ${place.row} ${place.column}`;
}

export function lineKey({ lines }: PreviewTable, line: number): string {
  return lines[line]!.find(({ place }) => place !== undefined)?.place?.row ?? `line ${line}`;
}

/** The places in the text of all that is shown, by key, in printed order of the page. */
export function placesOf({ blocks }: Preview): ReadonlyMap<string, PreviewPlace> {
  const places = new Map<string, PreviewPlace>();
  const keys = blockKeys(blocks);
  for (const [i, block] of blocks.entries()) {
    places.set(keys[i]!, block.at);
    if (block.kind !== 'table') continue;
    for (const [line, cells] of block.lines.entries())
      for (const [at, cell] of cells.entries())
        if (cell.at !== undefined) places.set(cellKey(block, line, at), cell.at);
  }
  return places;
}

/** The innermost of what is shown that holds an offset of the text; else the last one before it. */
export function keyAt(places: ReadonlyMap<string, PreviewPlace>, offset: number): string | undefined {
  let best: { readonly key: string; readonly length: number } | undefined;
  let before: { readonly key: string; readonly end: number } | undefined;
  for (const [key, [start, end]] of places) {
    if (start <= offset && offset <= end && (best === undefined || end - start <= best.length))
      best = { key, length: end - start };
    if (end <= offset && (before === undefined || end >= before.end)) before = { key, end };
  }
  return best?.key ?? before?.key;
}
