import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Exchange } from '../../client/src/common/exchange';
import {
  applyEdits,
  columnsOf,
  convertTables,
  editionById,
  show,
  TABLE_IDS,
  TABLE_LAYOUTS,
  type TableId,
} from '../../server/src/core/index';
import { importPage } from '../../server/src/exchange/import';
import { type Preview, PreviewRequest, type PreviewTable } from '../../server/src/lsp/protocol';
import { type CopiedCell, PROGRAMS, type Program } from '../exchange/clipboard';
import { seeded } from '../generator/choices';
import { layoutById, LAYOUTS } from '../generator/layouts/index';
import { printReport } from '../generator/print-report';
import { cellKey, validReport, type ValidReport } from '../generator/valid-report';
import { readOne } from '../support/findings';
import { type Client, startClient } from '../support/lsp-harness';
import { paste } from '../support/pasting';
import { realExchange } from '../support/threads';
import { user } from '../support/vscode';

/**
 * Pastes as the extension makes them, into reports in every layout; what the tables then hold is asked of the real
 * server.
 */
let client: Client;
let opened = 0;
beforeAll(async () => void (client = await startClient()));
afterAll(() => client.stop());
beforeEach(() => user.begin());

/** Reads pages as the thread does, without one. */
const exchange = new Exchange(async (heard) => ({
  order: ({ args: [page] }) => void importPage(page as string).then((result) => heard({ result })),
  end: () => undefined,
}));

const ABOUT = { body: '青禾县水务局', year: 2023 };
const BEFORE = validReport(seeded(7), ABOUT);
const print = (report: ValidReport, layout: string): string => printReport(report, layoutById(layout), [], seeded(1));

/** The same report with a value of its own in each cell of a table. */
function withOtherValues(report: ValidReport, id: TableId): ValidReport {
  const cells = new Map(report.cells);
  let amount = 1000;
  for (const key of cells.keys()) {
    if (!key.startsWith(`${id}/`)) continue;
    amount++;
    cells.set(key, { printed: String(amount), amount });
  }
  return { ...report, cells };
}

const linesOf = (report: ValidReport, id: TableId): readonly (readonly CopiedCell[])[] => {
  const { blocks } = show(readOne(print(report, 'B')));
  const table = blocks.find((block) => block.kind === 'table' && block.id === id);
  if (table?.kind !== 'table') throw new Error(`no ${id}`);
  return table.lines;
};

/** What the cells of a text's tables hold, as the server tells the preview. */
async function valuesIn(text: string): Promise<ReadonlyMap<string, string>> {
  const uri = `file:///${opened++}.txt`;
  client.open(uri, text);
  const preview = await client.request<Preview>(PreviewRequest, { uri, line: 0, lastYear: false });
  client.close(uri);
  const tables = preview.blocks.filter((block): block is PreviewTable => block.kind === 'table');
  return new Map(
    tables.flatMap(({ id, lines }) =>
      lines
        .flat()
        .flatMap(({ place, text: value }) =>
          place === undefined ? [] : [[cellKey(id, place.row, place.column), value] as const],
        ),
    ),
  );
}

const valuesOf = ({ cells }: ValidReport): ReadonlyMap<string, string> =>
  new Map([...cells].map(([key, { printed }]) => [key, printed]));

/** A text without what stands in the cells of a table. */
function besides(text: string, id: TableId): string {
  const { rows } = readOne(text).tables.find((table) => table.id === id)!;
  const cells = rows.flatMap((row) => row.cells.map(({ span }) => span)).sort((a, b) => b.start - a.start);
  return cells.reduce((rest, { start, end }) => `${rest.slice(0, start)}□${rest.slice(end)}`, text);
}

/** The first cell of the table in a text. */
function firstCell(text: string, id: TableId): number {
  const { rows } = readOne(text).tables.find((table) => table.id === id)!;
  return rows.find(({ cells }) => cells.length > 0)!.cells[0]!.span.start;
}

const programs = Object.keys(PROGRAMS) as readonly Program[];
const places = LAYOUTS.filter(({ torn }) => !torn).map(({ id }) => id);

const cell = (text: string): CopiedCell => ({ text, columns: 1, lines: 1 });
const BLOCK = [
  ['71', '72', '73'],
  ['81', '82', '83'],
];
/** Where the block comes to lie that is pasted at the second column of row one of table three. */
const FILLED = new Map(
  BLOCK.flatMap((values, line) =>
    values.map((value, at) => {
      const column = columnsOf(editionById('2021').tables.requests, 'new')[1 + at]!.id;
      return [cellKey('requests', line === 0 ? 'new' : 'carried-in', column), value] as const;
    }),
  ),
);

describe.each(places)('into a report in layout %s', (layout) => {
  const text = print(BEFORE, layout);

  // Each table in turn: what a program writes and what a layout holds has no part in the other.
  it.each(programs.map((program, i) => [program, TABLE_IDS[(i + places.indexOf(layout)) % 3]!] as const))(
    'a table that was copied from %s fills %s, and nothing else',
    async (program, id) => {
      const meant = withOtherValues(BEFORE, id);
      const html = PROGRAMS[program](linesOf(meant, id));
      const pasted = await paste(exchange, { text, start: firstCell(text, id) }, { html, plain: '' });
      expect([pasted?.isOffered, user.told]).toEqual([false, []]);
      expect(await valuesIn(pasted!.text)).toEqual(valuesOf(meant));
      expect(besides(pasted!.text, id)).toBe(besides(text, id));
    },
  );

  it.each([...programs, 'tabs'] as const)('values alone from %s fill cells from the caret on', async (program) => {
    const [html, plain] =
      program === 'tabs'
        ? [undefined, BLOCK.map((line) => line.join('\t')).join('\r\n')]
        : [PROGRAMS[program](BLOCK.map((line) => line.map(cell))), ''];
    const start = readOne(text).tables.find(({ id }) => id === 'requests')!.rows[0]!.cells[1]!.span.start;
    const pasted = await paste(exchange, { text, start }, { ...(html !== undefined && { html }), plain });
    expect(await valuesIn(pasted!.text)).toEqual(new Map([...valuesOf(BEFORE), ...FILLED]));
    expect(besides(pasted!.text, 'requests')).toBe(besides(text, 'requests'));
    expect(user.told).toEqual([]);
  });

  it.each(programs)('what does not fit is left to plain text, and that is said: from %s', async (program) => {
    const wide = PROGRAMS[program]([Array.from({ length: 9 }, (_, i) => cell(String(i)))]);
    const at = { text, start: firstCell(text, 'requests') };
    expect(await paste(exchange, at, { html: wide, plain: '' })).toBeUndefined();
    const other = PROGRAMS[program](linesOf(BEFORE, 'review'));
    expect(await paste(exchange, at, { html: other, plain: '' })).toBeUndefined();
    expect(user.told).toEqual([
      expect.stringContaining('more cells than the table has'),
      expect.stringContaining('pasted as plain text'),
    ]);
  });
});

describe('a paste', () => {
  const text = print(BEFORE, 'B');
  const meant = withOtherValues(BEFORE, 'requests');
  const html = PROGRAMS.word(linesOf(meant, 'requests'));

  it('comes through a real thread', async () => {
    const { exchange: real, seen } = realExchange();
    const pasted = await paste(real, { text, start: firstCell(text, 'requests') }, { html });
    expect(await valuesIn(pasted!.text)).toEqual(valuesOf(meant));
    await expect.poll(() => seen).toEqual(['importPage', 'answered', 'ended']);
  });

  it('into the second report of a volume changes that one alone', async () => {
    const volume = `${text}\n${text}`;
    const start = text.length + 1 + firstCell(text, 'requests');
    const pasted = await paste(exchange, { text: volume, start }, { html });
    expect(pasted!.text.slice(0, text.length + 1)).toBe(`${text}\n`);
    expect(await valuesIn(pasted!.text.slice(text.length + 1))).toEqual(valuesOf(meant));
  });

  it('keeps the line ends of the file', async () => {
    const windows = text.replaceAll('\n', '\r\n');
    const pasted = await paste(exchange, { text: windows, start: firstCell(windows, 'requests') }, { html });
    expect(pasted!.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(await valuesIn(pasted!.text)).toEqual(valuesOf(meant));
  });

  it.each(TABLE_LAYOUTS)('of a table replaces that of an earlier form, in %s', async (layout) => {
    const earlier = readOne(print(validReport(seeded(7), { ...ABOUT, year: 2020 }), 'B'));
    const old = applyEdits(earlier.text, convertTables(earlier, layout, '\n').edits);
    const pasted = await paste(
      exchange,
      { text: old, start: firstCell(old, 'disclosure') },
      { html: PROGRAMS.excel(linesOf(withOtherValues(BEFORE, 'disclosure'), 'disclosure')) },
    );
    const values = await valuesIn(pasted!.text);
    for (const [key, value] of valuesOf(withOtherValues(BEFORE, 'disclosure')))
      if (key.startsWith('disclosure/')) expect([key, values.get(key)]).toEqual([key, value]);
    const outside = (whole: string): readonly string[] => {
      const { lines, tables } = readOne(whole);
      const { span } = tables.find(({ id }) => id === 'disclosure')!;
      const [first, last] = [lines.start(lines.lineAt(span.start)), lines.end(lines.lineAt(span.end))];
      return [whole.slice(0, first), whole.slice(last)];
    };
    expect(outside(pasted!.text)).toEqual(outside(old));
  });
});
