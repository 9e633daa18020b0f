import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
  NeededYears,
  pack,
  readDocument,
  ReportIndex,
  reportName,
  reportNames,
  summarise,
  unpack,
  type ReportName,
} from '../../server/src/core/index';
import { carelessTexts, prints, spoiltTexts } from '../generator/arbitraries';
import { holds } from './property';

/** One text, or several in one file. */
const files = fc
  .array(
    fc.oneof(
      spoiltTexts,
      prints().map(({ text }) => text),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((texts) => texts.join('\n\n'));

describe('the first look at a file', () => {
  holds(
    'names the reports that reading finds',
    150,
    fc.property(files, (text) => {
      expect(reportNames(text)).toEqual(readDocument(text).segments.map(reportName));
    }),
  );
});

describe('a packed summary', () => {
  holds(
    'is unpacked as it was',
    100,
    fc.property(
      fc.oneof(
        carelessTexts,
        prints().map(({ text }) => text),
      ),
      (text) => {
        for (const segment of readDocument(text).segments) {
          const summary = summarise(segment);
          if (summary === undefined) continue;
          const { cells, ...others } = unpack(pack(summary));
          expect({ ...others, cells: sorted(cells) }).toEqual({ ...summary, cells: sorted(summary.cells) });
        }
      },
    ),
  );

  const position = fc.record({ line: fc.nat(200_000), character: fc.nat(5000) });
  holds(
    'takes numbers of any size and places anywhere',
    200,
    fc.property(
      fc.record({ digits: fc.maxSafeInteger(), scale: fc.nat(15) }),
      position,
      fc.nat(300),
      position,
      (amount, start, lines, { character }) => {
        const end = { line: start.line + lines, character };
        const cells = new Map([
          ['requests/carried-in/total', { amount, start, end }],
          ['disclosure/regulations/in-force', { amount: { digits: 0, scale: 0 }, start: end, end }],
        ]);
        const summary = { body: '青禾县水务局', year: 2024, cells, prose: '' };
        expect(sorted(unpack(pack(summary)).cells)).toEqual(sorted(cells));
      },
    ),
  );
});

const sorted = (cells: ReadonlyMap<string, unknown>): readonly unknown[] =>
  [...cells].sort(([a], [b]) => (a < b ? -1 : 1));

describe('the years that are needed', () => {
  const names: fc.Arbitrary<ReportName> = fc.record({
    body: fc
      .tuple(
        fc.subarray(['青禾省', '东川市', '青石区']),
        fc.constantFrom('水务局', '教育局', '人民政府', '水务局（本级）', '柳林镇人民政府'),
      )
      .map(([places, own]) => places.join('') + own),
    year: fc.integer({ min: 2019, max: 2023 }),
  });
  holds(
    'are all among those that are said to be needed',
    200,
    fc.property(
      fc.array(names, { minLength: 1, maxLength: 8 }),
      fc.array(names, { maxLength: 8 }),
      (judged, others) => {
        const needed = new NeededYears();
        for (const name of judged) needed.add(name);
        for (const other of others) {
          const index = new ReportIndex();
          index.set('other', [{ ...other, cells: new Map(), prose: '' }]);
          const isNeeded = judged.some((name) => index.lastYearOf(name, 'own') !== undefined);
          if (isNeeded) expect(needed.has(other)).toBe(true);
        }
      },
    ),
  );
});
