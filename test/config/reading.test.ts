import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, EDITIONS, parseConfig, say, withConfig, type Settings } from '../../server/src/core/index';

const problemsOf = (value: unknown): readonly string[] =>
  parseConfig(JSON.stringify(value)).problems.map(({ message }) => say(message, 'zh-CN'));
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('the settings of a folder', () => {
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    edition: '2019',
    rules: { 'row-width': 'hint', 'dash-for-zero': 'off' },
  };

  it('are its configuration before those of the user', () => {
    expect(withConfig(settings, { edition: '2021', rules: { 'row-width': 'error' } })).toEqual({
      ...settings,
      edition: '2021',
      rules: { 'row-width': 'error', 'dash-for-zero': 'off' },
    });
  });

  it('are those of the user where it says nothing', () => {
    expect(withConfig(settings, {})).toEqual(settings);
  });
});

describe('a configuration', () => {
  it('is read whole', () => {
    const config = {
      rules: { 'row-width': 'off', 'dash-for-zero': 'error' },
      edition: '2019',
      acceptedHeadings: { 1: ['概述'], 6: ['其他'] },
      deadlines: { body: '01-15', government: '03-31' },
      bodies: ['青禾县水务局'],
      ignores: [],
    };
    expect(parseConfig(JSON.stringify({ $schema: 'x', ...config }))).toEqual({ config, problems: [] });
    expect(parseConfig('{"bodies":"名单.txt","edition":"auto"}').config).toEqual({
      bodies: '名单.txt',
      edition: 'auto',
    });
  });

  it.each([
    [{ rules: [] }, '“rules”应为：{…}'],
    [{ rules: { 'no-rule': 'off' } }, '没有规则“no-rule”'],
    [{ rules: { 'row-width': 'loud' } }, '“row-width”应为：off, hint, information, warning, error'],
    [{ edition: '2018' }, `“edition”应为：auto, ${EDITIONS.map(({ id }) => id).join(', ')}`],
    [{ acceptedHeadings: { 7: ['甲'] } }, '没有“7”这一项'],
    [{ acceptedHeadings: { 12: ['甲'] } }, '没有“12”这一项'],
    [{ acceptedHeadings: { 1: '甲' } }, '“1”应为：["…"]'],
    [{ acceptedHeadings: { 1: [' '] } }, '“1”应为：["…"]'],
    [{ acceptedHeadings: 1 }, '“acceptedHeadings”应为：{…}'],
    [{ deadlines: { body: '13-01' } }, '“body”应为："MM-DD"'],
    [{ deadlines: { body: 131 } }, '“body”应为："MM-DD"'],
    [{ deadlines: { office: '01-31' } }, '没有“office”这一项'],
    [{ bodies: 3 }, '“bodies”应为：["…"]'],
    [{ bodies: ['甲', 3] }, '“bodies”应为：["…"]'],
    [{ ignores: {} }, '“ignores”应为：[{"rule": "…", "reason": "…"}]'],
    [{ ignored: [] }, '没有“ignored”这一项'],
    [[], '“nianbao.config.json”应为：{…}'],
  ])('says what is wrong, which does nothing: %j', (value, problem) => {
    expect(problemsOf(value)).toEqual([problem]);
    const { config } = parseConfig(JSON.stringify(value));
    for (const one of Object.values(config)) expect(JSON.stringify(one)).toMatch(/^(?:\{\}|\[\])$/);
  });

  it.each(['2024-01-31', '2024-10-01', '2024-12-10', '2024-09-30'])('takes the date %s', (date) => {
    expect(problemsOf({ ignores: [{ rule: 'row-width', reason: '…', date }] })).toEqual([]);
  });

  it.each([
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '2024-01-32',
    '24-01-01',
    '2024-1-1',
    '2024-01-01x',
    'x2024-01-01',
    20240101,
  ])('takes no date %s', (date) => {
    expect(problemsOf({ ignores: [{ rule: 'row-width', reason: '…', date }] })).toEqual([
      '“date”应为：日期，例如 2024-01-31；这一条未采用',
    ]);
  });

  it('says what an entry lacks, and that it is not used', () => {
    expect(problemsOf({ ignores: [{ rule: 'row-width' }] })).toEqual(['缺少“reason”；这一条未采用']);
    expect(problemsOf({ ignores: [{ reason: '…' }] })).toEqual(['缺少“rule”；这一条未采用']);
    expect(problemsOf({ ignores: [{ rule: 'row-width', reason: '…', states: '应为 3' }] })).toEqual([
      '“states”应为：文字的列表；这一条未采用',
    ]);
  });

  it('may be nested as deep as 64 levels, however many stand beside each other', () => {
    const deep = (text: string): readonly string[] =>
      parseConfig(text).problems.map(({ message }) => say(message, 'zh-CN'));
    expect(deep(`{"x":${nested(63)}}`)).toEqual(['没有“x”这一项']);
    expect(deep(`{"x":${nested(64)}}`)).toEqual(['嵌套超过 64 层，整个文件未采用']);
    expect(deep(`{"x":[${Array(100).fill('[]').join()}]}`)).toEqual(['没有“x”这一项']);
    expect(deep(`{"x":"${'['.repeat(100)}" /* ${'{'.repeat(100)} */}`)).toEqual(['没有“x”这一项']);
    const [problem] = parseConfig(`{"x":${nested(64)}}`).problems;
    expect(problem!.span).toEqual({ start: 68, end: 69 });
  });

  it('may have a million characters', () => {
    const of = (length: number): string => `{}${' '.repeat(length - 2)}`;
    expect(parseConfig(of(1_000_000)).problems).toEqual([]);
    const [problem] = parseConfig(of(1_000_001)).problems;
    expect([problem!.span, say(problem!.message, 'zh-CN')]).toEqual([
      { start: 0, end: 1 },
      '超过 1000000 个字符，整个文件未采用',
    ]);
  });

  it('that is no JSON is told where it breaks', () => {
    const text = '{"rules": {"row-width" "off"}}';
    const [problem] = parseConfig(text).problems;
    expect(text.slice(problem!.span.start, problem!.span.end)).toBe('"off"');
    expect(say(problem!.message, 'en')).toBe('not valid JSON, nothing of the file is used: ColonExpected');
    expect(parseConfig(' ').problems).toHaveLength(1);
  });
});
