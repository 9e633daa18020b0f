import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { BodyIndex, canonicalBody, sameBody } from '../../server/src/core/index';
import { holds } from '../property/property';

/** Names that often mean one body, and as often do not. */
const names = fc
  .array(fc.constantFrom('青石区', '甲市', '乙', '教育局', '街道', '水务', '（本级）', '镇'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(''));
const entries = fc.array(fc.record({ body: names, year: fc.constantFrom(2022, 2023) }), { maxLength: 30 });
const isSame = (a: string, b: string): boolean => sameBody(canonicalBody(a), canonicalBody(b));

describe('what belongs to bodies', () => {
  holds(
    'is found under every name that means the body, in the order in which it was added',
    300,
    fc.property(entries, names, fc.nat(40), (all, body, gone) => {
      const index = new BodyIndex<number>();
      all.forEach((entry, i) => index.add(entry.body, entry.year, i));
      const removed = all[gone];
      if (removed !== undefined) index.remove(removed.body, removed.year, (item) => item === gone);
      const meant = all.flatMap((entry, i) =>
        i !== gone && entry.year === 2023 && isSame(entry.body, body) ? [i] : [],
      );
      expect(index.find(body, 2023)).toEqual(meant);
      expect(index.first(body, 2023)).toBe(meant[0]);
    }),
  );
});
