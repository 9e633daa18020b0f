import { describe, expect, it } from 'vitest';
import {
  check,
  DEFAULT_SETTINGS,
  letterAsMarkdown,
  letterAsText,
  letterLines,
  letterOn,
  readDocument,
  say,
  type Letter,
} from '../../server/src/core/index';
import { buildReport, type ReportPlan } from '../support/report-builder';

function letterOf(text: string, hints = false, place = 0): Letter | undefined {
  const segment = readDocument(text).segments[place]!;
  return letterOn(segment, check(segment.report, DEFAULT_SETTINGS), { hints });
}

const build = (plan: Partial<ReportPlan>): string => buildReport({ edition: '2021', year: 2023, ...plan });
const WRONG = {
  new: [1, 0, 0, 0, 0, 0, 2],
  granted: [1, 0, 0, 0, 0, 0, 2],
  'results-total': [1, 0, 0, 0, '-', 0, 2],
};
const wrong = build({ values: WRONG }).replace('五、', '5、');

describe('the letter about a report', () => {
  it('has the findings by what they are about, counted through, each reason said once', () => {
    const { groups } = letterOf(wrong)!;
    expect(groups.map(({ heading }) => heading.zh)).toEqual(['数字勾稽', '标题和各部分']);
    const items = groups.flatMap((group) => group.items);
    expect(items.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(items.map(({ basis }) => basis !== undefined)).toEqual([true, false, false, true]);
    expect(items.map(({ weight }) => weight.zh)).toEqual(['须更正', '须更正', '须更正', '须更正']);
    for (const { basis } of [items[0]!, items[3]!]) {
      expect(basis!.zh).toMatch(/[^依]*。依据：[^。]+。$/);
      expect(basis!.en).toMatch(/ Basis: [^.]*[^.]\.$/);
      expect(basis!.zh + basis!.en).not.toMatch(/[{}]/);
    }
    expect(items[3]!.repair && say(items[3]!.repair, 'zh-CN')).toMatch(/五、/);
  });

  it('says where, by the line of the file', () => {
    const lines = wrong.split('\n');
    const { groups } = letterOf(wrong)!;
    const said = groups.flatMap(({ items }) => items.map(({ line }) => say(line, 'zh-CN')));
    const at = (words: string): string => `第 ${lines.findIndex((line) => line.includes(words)) + 1} 行`;
    expect(said).toEqual([at('本年新收'), at('予以公开'), at('（七）总计'), at('5、')]);
    const volume = `${build({ body: '青禾县民政局' })}\n${wrong}`;
    const [first] = letterOf(volume, false, 1)!.groups;
    const offset = volume.split('\n').length - lines.length;
    expect(say(first!.items[0]!.line, 'en')).toBe(
      `line ${lines.findIndex((line) => line.includes('本年新收')) + 1 + offset}`,
    );
  });

  it('is to the body, about the year, with the number of places', () => {
    const { title, to, opening } = letterOf(wrong)!;
    expect(say(title, 'zh-CN')).toBe('关于青禾县水务局2023年政府信息公开工作年度报告的退回意见');
    expect(say(title, 'en')).toBe('Review of the disclosure report of 青禾县水务局, 2023');
    expect(say(to, 'zh-CN')).toBe('青禾县水务局：');
    expect(say(opening, 'zh-CN')).toContain('你单位报送的2023年政府信息公开工作年度报告收悉。经核对，有 4 处');
    expect(say(opening, 'en')).toContain('(2023) was received. It has 4 places');
  });

  it('goes to whoever handed it in where the report names no body and no year', () => {
    const text = build({
      values: WRONG,
      replace: { title: '政府信息公开工作年度报告', preamble: '本报告依法编制。\n' },
    });
    const { title, to } = letterOf(text)!;
    expect(say(title, 'zh-CN')).toBe('关于报送单位政府信息公开工作年度报告的退回意见');
    expect(say(to, 'en')).toBe('To: the reporting body');
  });

  it('has hints only when they are asked for, and is none where nothing is to be said', () => {
    expect(letterOf(build({}))).toBeUndefined();
    const hint = build({ values: { licensing: ['-'] } });
    expect(letterOf(hint)).toBeUndefined();
    expect(letterOf(hint, true)!.groups.map(({ items }) => items.map(({ weight }) => weight.zh))).toEqual([['供参考']]);
    const count = (hints: boolean): number => letterOf(wrong, hints)!.groups.flatMap(({ items }) => items).length;
    expect(count(true)).toBe(count(false) + 1);
  });
});

const words = (zh: string, en: string) => ({ words: { zh, en }, args: {} });
const LETTER: Letter = {
  title: words('关于甲*局的退回意见', 'Review of A'),
  to: words('甲*局：', 'To: A'),
  opening: words('有 2 处', 'has 2'),
  groups: [
    {
      heading: { zh: '数字勾稽', en: 'Sums' },
      items: [
        {
          number: 1,
          line: words('第 3 行', 'line 3'),
          what: words('应为\n 5_6', 'should be 5_6'),
          weight: { zh: '须更正', en: 'to be corrected' },
          repair: words('改为 5', 'Change to 5'),
          basis: { zh: '理由。', en: 'Reason.' },
        },
      ],
    },
    {
      heading: { zh: '表格', en: 'Tables' },
      items: [
        {
          number: 10,
          line: words('第 4 行', 'line 4'),
          what: words('缺一行', 'lacks a row'),
          weight: { zh: '请核实', en: 'to be checked' },
          repair: undefined,
          basis: undefined,
        },
      ],
    },
  ],
  closing: [{ zh: '（印章）', en: 'Seal' }],
};

describe('a letter as it is written', () => {
  it('is plain text, with details set in', () => {
    expect(letterAsText(letterLines(LETTER, 'zh-CN'))).toBe(
      [
        '关于甲*局的退回意见\n',
        '甲*局：',
        '有 2 处\n',
        '一、数字勾稽',
        '1. 第 3 行：应为 5_6（须更正）',
        '   可改为：改为 5',
        '   说明：理由。\n',
        '二、表格',
        '10. 第 4 行：缺一行（请核实）',
        '（印章）',
        '',
      ].join('\n'),
    );
  });

  it('is English', () => {
    expect(letterAsText(letterLines(LETTER, 'en'))).toBe(
      [
        'Review of A\n',
        'To: A',
        'has 2\n',
        'Sums',
        '1. line 3: should be 5_6 (to be corrected)',
        '   May be changed: Change to 5',
        '   Why: Reason.\n',
        'Tables',
        '10. line 4: lacks a row (to be checked)',
        'Seal',
        '',
      ].join('\n'),
    );
  });

  it('is Markdown, in which nothing that others wrote is a mark', () => {
    expect(letterAsMarkdown(letterLines(LETTER, 'zh-CN'))).toBe(
      [
        '# 关于甲\\*局的退回意见',
        '',
        '甲\\*局：',
        '',
        '有 2 处',
        '',
        '## 一、数字勾稽',
        '',
        '1. 第 3 行：应为 5\\_6（须更正）',
        '   - 可改为：改为 5',
        '   - 说明：理由。',
        '',
        '## 二、表格',
        '',
        '10. 第 4 行：缺一行（请核实）',
        '',
        '（印章）',
        '',
      ].join('\n'),
    );
  });
});
