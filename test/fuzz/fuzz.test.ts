import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { seeded } from '../generator/choices';
import { asFixture, replay } from './fixtures';
import { Fuzzer, type Failure } from './fuzzer';
import { LAWS } from './laws/index';
import { must, type Law } from './laws/law';
import { printed, printsFrom } from './recipe';
import { SLIP_KINDS } from './slips';

const SEED = 20210926;
const INPUTS = 15;
const KEPT = path.join(import.meta.dirname, 'failures');

const failuresOf = (law: Law, inputs: number): readonly Failure[] => {
  const fuzzer = new Fuzzer(SEED, [law]);
  return Array.from({ length: inputs }, () => fuzzer.next()).filter((failure) => failure !== undefined);
};

describe('of reports with slips in them', () => {
  it.each(LAWS.map((law) => [law.says, law] as const))('%s', (_, law) => {
    expect(failuresOf(law, INPUTS).map(({ message, text }) => `${message}\n${text}`)).toEqual([]);
  });
});

describe('a failure that was kept', () => {
  it.each(readdirSync(KEPT).filter((file) => file.endsWith('.json')))('is mended: %s', (file) => {
    expect(replay(readFileSync(path.join(KEPT, file), 'utf8'))).toBeUndefined();
  });
});

/** Planted laws that do not hold. */
const noHeadings: Law = {
  id: 'planted',
  says: 'no text has a section five',
  of: 'any',
  holds: ({ text }) => {
    must(!text.includes('五、'), 'a section five', () => `at ${text.indexOf('五、')}`);
  },
};
const noWideDigits: Law = {
  ...noHeadings,
  of: 'change',
  holds: ({ text, origin }) => {
    if (/[０-９]/.test(text) && !/[０-９]/.test(origin)) throw new RangeError('digit 3 of 7');
  },
};

describe('the fuzzer', () => {
  it('tells a fault once, counts it every time, and makes the input small', () => {
    const fuzzer = new Fuzzer(SEED, [noHeadings]);
    const told = Array.from({ length: 20 }, () => fuzzer.next()).filter((failure) => failure !== undefined);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ law: 'planted', fault: 'a section five', message: 'a section five: at 0' });
    expect(told[0]!.text.trim()).toMatch(/^(?:## *)?五、[^\n]*$/);
    expect(fuzzer.failed).toBeGreaterThan(10);
    expect([...fuzzer.faults]).toEqual([['planted: a section five', fuzzer.failed]]);
  });

  it('leaves out the slips that a fault does not need', () => {
    const [failure] = failuresOf(noWideDigits, 200);
    expect(failure?.fault).toMatch(/^digit N of N in /);
    expect(failure?.madeOf).toMatch(/^[\w-]+, value-wide$/);
  });

  it('makes the same inputs of the same seed', () => {
    const seen = (): readonly string[] => {
      const texts: string[] = [];
      const fuzzer = new Fuzzer(SEED, [{ ...noHeadings, holds: ({ text }) => void texts.push(text) }]);
      for (let i = 0; i < 10; i++) fuzzer.next();
      return texts;
    };
    expect(seen()).toEqual(seen());
    expect(new Set(seen()).size).toBe(10);
  });
});

describe('a slip', () => {
  it.each(SLIP_KINDS.map((kind) => [kind.id, kind] as const))('happens to some report: %s', (_, { apply }) => {
    const choices = seeded(SEED);
    const texts = Array.from({ length: 20 }, () => printed(printsFrom(choices)));
    expect(texts.some((text, i) => apply(text, seeded(i)) !== text)).toBe(true);
    expect(() => apply('', seeded(SEED))).not.toThrow();
  });
});

describe('a failure as a file', () => {
  it('keeps every character', () => {
    const text = '一、\r\n\ud800\u2028\ufeff\0\n\r无';
    const kept = asFixture({ law: 'reading', seed: 7, fault: '', message: '', madeOf: '', text, origin: text });
    expect((JSON.parse(kept) as { readonly text: readonly string[] }).text.join('')).toBe(text);
    expect(replay(kept)).toBeUndefined();
    expect(replay(kept.replace('"reading"', '"none"'))).toBe('There is no law none');
  });
});
