import { afterEach, describe, expect, it, vi } from 'vitest';
import { check, DEFAULT_SETTINGS, ruleById, type Rule } from '../../server/src/core/index';
import type { Defect } from '../../server/src/core/rules/rule';
import { buildReport } from '../support/report-builder';
import { readOne } from '../support/findings';

const wrong = readOne(
  buildReport({
    edition: '2021',
    values: { new: { 'natural-person': 3, total: 4 }, 'carried-out': { 'natural-person': 3, total: 3 } },
  }),
);
const broken = ruleById('row-total-mismatch')!;
const codes = (onRuleFailure?: (rule: Rule, error: unknown) => void): readonly string[] =>
  check(wrong, DEFAULT_SETTINGS, { onRuleFailure }).map(({ rule }) => rule.id);

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a rule that throws', () => {
  it('costs its own findings, also those that it had told before, and is told', () => {
    const all = codes();
    const { check: sound } = broken;
    vi.spyOn(broken, 'check').mockImplementation(function* (context) {
      yield* sound.call(broken, context);
      throw new Error('no');
    });
    const told: string[] = [];
    expect(all).toContain(broken.id);
    expect(codes((rule, error) => told.push(`${rule.id}: ${String(error)}`))).toEqual(
      all.filter((id) => id !== broken.id),
    );
    expect(told).toEqual([`${broken.id}: Error: no`]);
  });

  const { length } = wrong.text;
  it.each([
    ['before the text', -1, 0],
    ['behind the text', length, length + 1],
    ['that ends before it begins', 5, 4],
  ])('is one that finds something %s', (_, start, end) => {
    vi.spyOn(broken, 'check').mockImplementation(function* () {
      yield { span: { start, end } } as Defect;
    });
    expect(() => codes()).toThrow(`${broken.id}: a finding at ${start}–${end} of ${length}`);
  });

  it.each([
    [0, 0],
    [length, length],
  ])('is not one that finds something at the very edge, %i–%i', (start, end) => {
    vi.spyOn(broken, 'check').mockImplementation(function* () {
      yield { span: { start, end } } as Defect;
    });
    expect(codes()).toContain(broken.id);
  });

  it('has its findings in the order of the text, shorter ones first where they start together', () => {
    const places = [
      [7, 9],
      [2, 9],
      [7, 8],
      [2, 4],
      [2, 6],
    ] as const;
    vi.spyOn(broken, 'check').mockImplementation(function* () {
      for (const [start, end] of places) yield { span: { start, end } } as Defect;
    });
    const own = check(wrong, DEFAULT_SETTINGS).filter(({ rule }) => rule === broken);
    expect(own.map(({ span: { start, end } }) => `${start}–${end}`)).toEqual(['2–4', '2–6', '2–9', '7–8', '7–9']);
  });

  it('is no clean report to a caller that does not listen', () => {
    vi.spyOn(broken, 'check').mockImplementation(() => {
      throw new Error('no');
    });
    expect(() => codes()).toThrow('no');
  });

  it('costs the repairs of a finding alone where they throw', () => {
    vi.spyOn(broken, 'repairs').mockImplementation(() => {
      throw new Error('no');
    });
    const told: string[] = [];
    const findings = check(wrong, DEFAULT_SETTINGS, { onRuleFailure: (rule) => told.push(rule.id) });
    expect(findings.filter(({ rule }) => rule === broken).map(({ repairs }) => repairs())).toEqual([[]]);
    expect(findings.some(({ rule, repairs }) => rule !== broken && repairs().length > 0)).toBe(true);
    expect(told).toEqual([broken.id]);
  });
});
