import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similarity } from '../../server/src/core/text/similarity';

describe('similarity', () => {
  it('is one for the same word and nothing for words with nothing in common', () => {
    expect(similarity('规范性文件', '规范性文件')).toBe(1);
    expect(similarity('', '')).toBe(1);
    expect(similarity('规章', '总计')).toBe(0);
    expect(similarity('', '总计')).toBe(0);
  });

  it('falls with every character that differs', () => {
    expect(similarity('社会公益组织', '社会组织')).toBeCloseTo(4 / 6);
    expect(similarity('法律行政法规禁止', '法律行政止公开')).toBeLessThan(
      similarity('法律行政法规禁止', '法律行政法规禁'),
    );
  });

  it('is the same both ways and lies between nothing and one', () => {
    const words = fc.string({ unit: fc.constantFrom('一', '二', '三'), maxLength: 8 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(similarity(a, b)).toBe(similarity(b, a));
        expect(similarity(a, b)).toBeGreaterThanOrEqual(0);
        expect(similarity(a, b)).toBeLessThanOrEqual(1);
        expect(similarity(a, b) === 1).toBe(a === b);
      }),
      { seed: 1 },
    );
  });
});
