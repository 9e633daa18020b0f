import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
  applyEdits,
  convertTable,
  isRefusal,
  layoutOfTable,
  lineEndOf,
  readDocument,
  sortSections,
  splitVolume,
  TABLE_LAYOUTS,
  tableOf,
  type Report,
  type Table,
} from '../../server/src/core/index';
import { prints, spoiltTexts } from '../generator/arbitraries';
import { holds } from './property';

const readFirst = (text: string): Report => readDocument(text).segments[0]!.report;
const numbers = (report: Report): readonly number[] => report.sections.map(({ number }) => number);
const ascending = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);
/** What stands above the sections, and each section without the line ends behind it. */
const parts = (report: Report): readonly string[] => {
  const starts = report.sections.map(({ heading }) => report.lines.start(report.lines.lineAt(heading.start)));
  const texts = starts.map((start, i) =>
    report.text.slice(start, starts[i + 1] ?? report.text.length).replace(/[\r\n]+$/, ''),
  );
  return [report.text.slice(0, starts[0]), ...texts.sort()];
};
const units = (text: string): string => [...text].sort().join('');

/** Reports whose sections stand in any order, a few of them twice or not at all. */
const disordered: fc.Arbitrary<string> = fc
  .tuple(prints(), fc.array(fc.nat(5), { minLength: 2, maxLength: 8 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([{ text }, order, lineEnd, ended]) => {
    const [above, ...sections] = parts(readFirst(text));
    const chosen = order.flatMap((i) => sections[i] ?? []).join('\n\n');
    return `${above}${chosen}${ended ? '\n' : ''}`.replace(/\r?\n/g, lineEnd);
  });

describe('sections that are sorted', () => {
  holds(
    'stand in the order of the form, are all there as they were, and need no more sorting',
    60,
    fc.property(disordered, (text) => {
      const report = readFirst(text);
      const sorted = applyEdits(report.text, sortSections(report));
      const again = readFirst(sorted);
      expect(numbers(again)).toEqual(ascending(numbers(report)));
      expect(parts(again)).toEqual(parts(report));
      expect(units(sorted)).toBe(units(report.text));
      expect(/[\r\n]*$/.exec(sorted)![0]).toBe(/[\r\n]*$/.exec(report.text)![0]);
      expect(sortSections(again)).toEqual([]);
    }),
  );

  holds(
    'lose no letter of a text that is spoilt',
    40,
    fc.property(spoiltTexts, (text) => {
      for (const { report } of readDocument(text).segments) {
        const edits = sortSections(report);
        expect(units(applyEdits(report.text, edits))).toBe(units(report.text));
        expect(edits.length === 0).toBe(numbers(report).join() === ascending(numbers(report)).join());
      }
    }),
  );
});

describe('a volume that is split', () => {
  holds(
    'is its parts together, each a report of its own under a name of its own',
    20,
    fc.property(
      fc.array(prints(), { minLength: 1, maxLength: 4 }),
      fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 3 }),
      (reports, taken) => {
        const text = reports.map((print) => print.text).join('\n');
        const document = readDocument(text);
        const files = splitVolume(document, taken);
        if (document.segments.length < 2) {
          expect(files).toEqual([]);
          return;
        }
        expect(files.map((file) => file.text).join('')).toBe(text);
        expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
        for (const file of files) {
          expect(readDocument(file.text).segments).toHaveLength(1);
          expect(taken).not.toContain(file.name);
          expect(file.name).toMatch(/^[^\\/:*?"<>|\p{Cc}]+\.txt$/u);
        }
      },
    ),
  );
});

const values = ({ rows }: Table): readonly string[] =>
  rows.flatMap(({ form, cells }) =>
    cells.map(
      ({ column, value }) =>
        `${form.id} ${column.id} ${JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part))}`,
    ),
  );

describe('a table that is converted', () => {
  holds(
    'is laid out as was wished, says what it said, and leaves the rest of the text alone',
    30,
    fc.property(prints(), fc.constantFrom(...TABLE_LAYOUTS), ({ text }, layout) => {
      const report = readFirst(text);
      for (const table of report.tables) {
        if (layoutOfTable(report, table) === layout) continue;
        const edit = convertTable(report, table, layout, lineEndOf(text));
        if (isRefusal(edit)) continue;
        const converted = readFirst(applyEdits(report.text, [edit]));
        const again = tableOf(converted, table.id)!;
        expect(layoutOfTable(converted, again)).toBe(layout);
        expect(values(again)).toEqual(values(table));
        expect(converted.tables.map(({ id }) => id)).toEqual(report.tables.map(({ id }) => id));
        for (const other of report.tables)
          if (other !== table) expect(values(tableOf(converted, other.id)!)).toEqual(values(other));
      }
    }),
  );
});
