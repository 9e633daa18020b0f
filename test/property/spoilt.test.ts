import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { check, DEFAULT_SETTINGS } from '../../server/src/core/index';
import { prints } from '../generator/arbitraries';
import { DIALECTS, READABLE } from '../generator/layouts/index';
import { readOne } from '../support/findings';
import { holds } from './property';

/** What is typed where nobody has counted yet. */
const WORDS = ['3O', '3?', '待定', '2～3', '约5', '2-3', '若干', '３件左右', '暂缺', '未统计', '30余件'];

describe('a value that is no number', () => {
  for (const layout of [...READABLE, ...DIALECTS])
    holds(
      `is told at its place, first or last in the row, and makes no other finding, in layout ${layout.id}, ${layout.name}`,
      10,
      fc.property(
        prints([layout], []),
        fc.nat(),
        fc.constantFrom('first', 'middle', 'last'),
        fc.constantFrom(...WORDS),
        ({ text }, at, which, word) => {
          const rows = readOne(text).tables.flatMap(({ rows: all }) => all);
          const { cells } = rows[at % rows.length]!;
          const cell = cells[{ first: 0, middle: Math.floor(cells.length / 2), last: cells.length - 1 }[which]]!;
          const spoilt = text.slice(0, cell.span.start) + word + text.slice(cell.span.end);
          const found = check(readOne(spoilt), DEFAULT_SETTINGS).map(({ rule, span }) => [rule.id, span.start]);
          expect(found).toEqual([['unreadable-value', cell.span.start]]);
        },
      ),
    );
});
