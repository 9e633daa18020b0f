import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../server/src/core/index';
import { evaluate, reportsOf } from './evaluation';
import { SLIP_KINDS } from './seeded-slips';

/** What scripts/measure-diagnosis.mjs measures on more reports must never fall below this. */
describe.each(EDITIONS)('of slips in generated reports of $id', ({ id: edition }) => {
  it.each(SLIP_KINDS)('$en: the true repair is found', (kind) => {
    const { slips, first, offered, clear, clearFirst, harmful } = evaluate(kind, reportsOf(edition, 25));
    expect(slips).toBeGreaterThan(20);
    expect(harmful).toBe(0);
    expect(offered).toBe(slips);
    if (kind.id === 'review-operand') return;
    if (kind.size === 'single') expect(first / slips).toBeGreaterThanOrEqual(0.99);
    else expect(clearFirst / clear).toBeGreaterThanOrEqual(0.95);
  });
});
