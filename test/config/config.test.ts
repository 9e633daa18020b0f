import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig, say, type Config } from '../../server/src/core/index';
import { holds } from '../property/property';

/** The configuration, and the problems as the words that they stand at and what is said of them. */
function read(text: string): {
  readonly config: Config;
  readonly problems: readonly (readonly [at: string, said: string])[];
} {
  const { config, problems } = parseConfig(text);
  return {
    config,
    problems: problems.map(({ span: { start, end }, message }) => [text.slice(start, end), say(message, 'en')]),
  };
}

const ignores = (...entries: readonly unknown[]): ReturnType<typeof read> => read(JSON.stringify({ ignores: entries }));
const sound = { rule: 'row-total-mismatch', reason: '已核实' };

describe('an entry of ignores', () => {
  it('counts with all its conditions', () => {
    const full = {
      ...sound,
      body: '青禾县水务局',
      year: 2023,
      row: 'new',
      column: 'total',
      by: '张三',
      kind: 'confirmed',
    };
    expect(ignores(sound, full)).toEqual({ config: { ignores: [sound, full] }, problems: [] });
  });

  it.each<[string, unknown]>([
    ['["甲","乙"]', { ...sound, body: ['甲', '乙'] }],
    ['7', { ...sound, body: 7 }],
    ['" "', { ...sound, body: ' ' }],
    ['null', { ...sound, year: null }],
    ['"2023"', { ...sound, year: '2023' }],
    ['2023.5', { ...sound, year: 2023.5 }],
    ['"nwe"', { ...sound, row: 'nwe' }],
    ['"合计"', { ...sound, column: '合计' }],
    ['""', { ...sound, reason: '' }],
    ['{}', { ...sound, by: {} }],
    ['"maybe"', { ...sound, kind: 'maybe' }],
    ['"bdoy"', { ...sound, bdoy: '青禾县水务局' }],
    ['"constructor"', { ...sound, constructor: 'x' }],
    ['"no-such-rule"', { ...sound, rule: 'no-such-rule' }],
    ['["row-total-mismatch"]', { ...sound, rule: ['row-total-mismatch'] }],
    ['{"rule":"row-total-mismatch"}', { rule: 'row-total-mismatch' }],
    ['{"reason":"x"}', { reason: 'x' }],
    ['{}', {}],
    ['7', 7],
    ['null', null],
    ['[]', []],
  ])('does nothing where something in it is wrong, and that is told at its place: %s', (at, entry) => {
    const { config, problems } = ignores(entry, sound);
    expect(config).toEqual({ ignores: [sound] });
    expect(problems.map(([place]) => place)).toEqual([at]);
    expect(problems[0]![1]).toMatch(/is not used$/);
  });

  it('does nothing where a condition stands twice or is called like what every object has', () => {
    const text =
      '{"ignores":[{"rule":"row-width","body":"甲","body":"乙","reason":"x"},{"__proto__":{"rule":"row-width"},"rule":"row-width","reason":"x"}]}';
    expect(read(text)).toMatchObject({
      config: { ignores: [] },
      problems: [
        ['"body"', expect.any(String)],
        ['"__proto__"', expect.any(String)],
      ],
    });
  });

  const values = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.boolean(), fc.constant([]), fc.constant({}));
  holds(
    'is used as it is written or not at all',
    300,
    fc.property(
      fc.dictionary(
        fc.constantFrom('rule', 'body', 'year', 'row', 'column', 'reason', 'by', 'kind', 'x', '__proto__'),
        values,
      ),
      (more) => {
        const entry = { ...sound, ...more };
        const { config, problems } = ignores(entry);
        expect(config.ignores).toEqual(problems.length === 0 ? [entry] : []);
      },
    ),
  );
});

describe('other values', () => {
  it('do nothing where they are of the wrong kind; the rest counts', () => {
    const text =
      '{"rules":{"row-width":"of","row-total-mismatch":"hint","__proto__":"off"},"edition":2021,"acceptedHeadings":{"1":[""],"2":["甲"],"7":[]},"deadlines":null}';
    const { config, problems } = read(text);
    expect(config).toEqual({ rules: { 'row-total-mismatch': 'hint' }, acceptedHeadings: { 2: ['甲'] }, deadlines: {} });
    expect(problems.map(([at]) => at)).toEqual(['"of"', '"__proto__"', '2021', '[""]', '"7"', 'null']);
  });

  it('do nothing where a name stands twice', () => {
    const { config, problems } = read(
      '{"rules":{"row-width":"off","row-width":"error","row-total-mismatch":"off"},"edition":"2019","edition":"2021"}',
    );
    expect(config).toEqual({ rules: { 'row-total-mismatch': 'off' } });
    expect(problems.map(([at]) => at)).toEqual(['"edition"', '"row-width"']);
  });
});

describe('a text that is no configuration', () => {
  it.each([
    ['nothing', ''],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['deep lists', '['.repeat(20_000)],
    ['deep objects', '{"a":'.repeat(20_000)],
    ['a deep value beside sound ones', `{"rules":{"row-width":"off"},"x":${'['.repeat(70)}${']'.repeat(70)}}`],
    ['too much', `{"rules":{"row-width":"off"}}${' '.repeat(1_000_000)}`],
    ['a condition without quotes', '{"ignores":[{"rule":"row-width",body:"甲","reason":"x"}]}'],
    ['what breaks off', '{"rules":{"row-width":"off"},"ignores":[{"rule":"row-width"'],
  ])('gives one problem and is not used: %s', (_, text) => {
    const { config, problems } = parseConfig(text);
    expect(config).toEqual({});
    expect(problems).toHaveLength(1);
  });

  it('is none where it has comments, commas at ends, or a byte order mark', () => {
    expect(read('\ufeff{ // 说明\n "edition": "2021", /* [[[ */ }')).toEqual({
      config: { edition: '2021' },
      problems: [],
    });
  });

  holds(
    'is read without an error, whatever it is',
    300,
    fc.property(
      fc.oneof(fc.string(), fc.json(), fc.string({ unit: fc.constantFrom(...'{}[]":,/*\\ \nrules1') })),
      (text) => {
        for (const { span } of parseConfig(text).problems) expect(span.start >= 0 && span.start <= span.end).toBe(true);
      },
    ),
  );

  it('names no more problems than anyone reads', () => {
    expect(ignores(...Array.from({ length: 5000 }, () => 7)).problems).toHaveLength(100);
  });
});
