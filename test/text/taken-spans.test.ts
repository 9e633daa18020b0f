import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { span, type Span } from '../../server/src/core/index';
import { TakenSpans } from '../../server/src/core/text/taken-spans';
import { holds } from '../property/property';

const spans = fc.tuple(fc.nat(60), fc.nat(4)).map(([start, length]) => span(start, start + length));
const meet = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

describe('taken spans', () => {
  holds(
    'are touched by what meets one of them, in whatever order they were taken',
    300,
    fc.property(fc.array(spans, { maxLength: 30 }), (all) => {
      const taken = new TakenSpans();
      const known: Span[] = [];
      for (const one of all) {
        const touches = known.some((other) => meet(one, other));
        expect(taken.touch(one)).toBe(touches);
        if (touches) continue;
        taken.take(one);
        known.push(one);
      }
    }),
  );
});
