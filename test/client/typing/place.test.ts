import { describe, expect, it } from 'vitest';
import { offsetOf, placeOf } from '../../../client/src/common/typing/place';
import { readDocument } from '../../../server/src/core/index';
import { buildReport } from '../../support/report-builder';

const LAYOUTS = ['cells', 'tsv', 'markdown'] as const;

describe('a place in a table', () => {
  const values = { regulations: [1, 2, 345], new: [1, 2, 3, 4, 5, 6, 21] };
  const texts = LAYOUTS.map((layout) => buildReport({ edition: '2021', layout, values }));

  it('is the same cell in every layout', () => {
    const [from, ...others] = texts.map((text) => readDocument(text));
    for (const { cells } of from!.segments[0]!.report.tables.flatMap(({ rows }) => rows))
      for (const { span, column } of cells) {
        const place = placeOf(from!, span.end)!;
        for (const to of others) {
          const at = offsetOf(to, place)!;
          const cell = to.segments[0]!.report.tables.flatMap(({ rows }) => rows)
            .find(({ form }) => form.id === place.row)!
            .cells.find((other) => other.column.id === column.id)!;
          expect(at).toBe(cell.span.end);
        }
      }
  });

  it('may be in a label, and counts from the start of a volume', () => {
    const volume = readDocument(`${texts[0]!}\n${texts[1]!.replace('东湖', '西湖')}`);
    const caret = volume.text.lastIndexOf('规章\t') + 1;
    expect(offsetOf(volume, placeOf(volume, caret)!)).toBe(caret);
  });

  it('is none outside of the rows', () => {
    for (const words of ['一、总体情况', '本年制发件数'])
      expect(placeOf(readDocument(texts[0]!), texts[0]!.indexOf(words))).toBeUndefined();
  });
});
