import { describe, expect, it } from 'vitest';
import { findingsIn } from '../support/findings';
import { buildReport } from '../support/report-builder';

describe('what was clearly meant as a number', () => {
  const isPreferred = (printed: string): boolean => {
    const values = { new: { 'natural-person': printed, total: 30 }, granted: [30, 0, 0, 0, 0, 0, 30], 'results-total': [30, 0, 0, 0, 0, 0, 30] };
    const [repair] = findingsIn(buildReport({ edition: '2021', values })).find(({ rule }) => rule === 'unreadable-value')!.finding.repairs();
    return repair!.preferred;
  };

  it('is the preferred repair where every sum holds with it', () => {
    expect(isPreferred('3O')).toBe(true);
  });

  it('is offered and no more where it breaks a sum', () => {
    expect(isPreferred('30O')).toBe(false);
  });
});
