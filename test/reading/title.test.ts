import { describe, expect, it } from 'vitest';
import { readDocument } from '../../server/src/core/index';
import { findTitle, findTitles } from '../../server/src/core/reading/title';
import { Lines } from '../../server/src/core/text/lines';

const titleOf = (text: string) => {
  const lines = Lines.of(text);
  return findTitle(text, lines, lines.count);
};

describe('a title', () => {
  it.each([
    ['青禾市水务局2023年政府信息公开工作年度报告', '青禾市水务局', 2023],
    ['青禾市水务局2023年度政府信息公开工作年度报告', '青禾市水务局', 2023],
    ['2023年青禾市水务局政府信息公开工作年度报告', '青禾市水务局', 2023],
    ['青禾市水务局\n2023年政府信息公开工作年度报告', '青禾市水务局', 2023],
    ['青禾市水务局2023年\n政府信息公开工作年度报告', '青禾市水务局', 2023],
    ['青禾市水务局二〇二〇年政府信息公开工作年度报告', '青禾市水务局', 2020],
    ['青禾市水务局２０２０年政府信息公开工作年度报告', '青禾市水务局', 2020],
    ['青禾市第1000小学2023年政府信息公开工作年度报告', '青禾市第1000小学', 2023],
    ['青禾市2003工程指挥部2023年政府信息公开工作年度报告', '青禾市2003工程指挥部', 2023],
    ['临溪县人民政府信息公开工作2022年度报告', '临溪县人民政府', 2022],
    ['临溪县人民政府办公室2022年政务公开工作年度报告', '临溪县人民政府办公室', 2022],
    ['# 青禾市水务局2023年政府信息公开年报', '青禾市水务局', 2023],
    ['青禾市水务局政府信息公开工作年度报告', '青禾市水务局', undefined],
    ['青禾市水务局政府信息公开工作年度报告（2023年度）', '青禾市水务局', 2023],
    ['青禾市水务局政府信息公开工作年度报告\n（2023年度）', '青禾市水务局', 2023],
    ['青禾市水务局政府信息公开工作年度报告\n二〇二三年', '青禾市水务局', 2023],
    ['青禾市水务局2023年政府信息公开工作年度报告（2024年1月20日）', '青禾市水务局', 2023],
    ['青禾市水务局政府信息公开工作年度报告（2024年1月20日）', '青禾市水务局', undefined],
    ['青禾市水务局关于2023年政府信息公开工作年度报告', '青禾市水务局', 2023],
    ['关于2023年政府信息公开工作情况的报告', undefined, 2023],
    [
      '青禾市水务局\n关于报送2022年政府信息公开工作年度报告的报告\n\n青禾市水务局2023年政府信息公开工作年度报告',
      '青禾市水务局',
      2023,
    ],
    ['青禾市水務局2023年政府信息公開工作年度報告', '青禾市水務局', 2023],
    ['青禾市水务局2023年政府信息公开工作年度报告 |', '青禾市水务局', 2023],
    ['| 青禾市水务局2023年政府信息公开工作年度报告 |', '青禾市水务局', 2023],
    ['标题: 青禾市水务局2023年政府信息公开工作年度报告', '青禾市水务局', 2023],
    ['标　题：青禾市水务局2023年政府信息公开工作年度报告', '青禾市水务局', 2023],
    ['青禾市水务局2023年政府信息公开工作年度报告_青禾市人民政府', '青禾市水务局', 2023],
    ['青禾市水务局2023年政府信息公开工作年度报告 - 青禾市人民政府门户网站', '青禾市水务局', 2023],
  ])('names body and year: %j', (text, body, year) => {
    const title = titleOf(`\n${text}\n\n正文。\n`);
    expect(title?.body?.text).toBe(body);
    expect(title?.year?.value).toBe(year);
  });

  it('covers all its lines and no white space around them', () => {
    const text = '\n　　青禾市水务局  \n　2023年政府信息公开工作年度报告　\n正文。';
    const { span, text: joined } = titleOf(text)!;
    expect(text.slice(span.start, span.end)).toBe('青禾市水务局  \n　2023年政府信息公开工作年度报告');
    expect(joined).toBe('青禾市水务局2023年政府信息公开工作年度报告');
  });

  it('has the year and the body where they are printed', () => {
    const text = '　青禾市\u3000水务局2023年政府信息公开工作年度报告';
    const { year, body } = titleOf(text)!;
    expect(text.slice(year!.span.start, year!.span.end)).toBe('2023');
    expect(text.slice(body!.span.start, body!.span.end)).toBe('青禾市\u3000水务局');
    expect(body!.text).toBe('青禾市水务局');
  });

  it('names the body in the characters that are meant where PDF text has radicals', () => {
    for (const text of [
      '⻘⽲市⽔务局2023年政府信息公开工作年度报告',
      '正文。\n现公布⻘⽲市⽔务局2023年政府信息公开年报。',
    ])
      expect(readDocument(text).segments[0]!.report.body?.text, text).toBe('青禾市水务局');
  });

  it.each([
    '现发布青禾市2023年政府信息公开工作年度报告。',
    '一、政府信息公开工作年度报告',
    '正文',
    '',
    '（政府信息公开工作年度报告）',
  ])('is not found in %j', (text) => {
    expect(titleOf(`${text}\n`)).toBeUndefined();
  });
});

describe('the titles of a volume', () => {
  it('are found wherever they stand', () => {
    const one = '青禾市水务局2023年政府信息公开工作年度报告\n正文。\n\n';
    const two = '临溪县\n司法局\n2023年政府信息公开工作年度报告\n正文。\n';
    const three = '临溪县司法局政府信息公开工作年度报告（2022年）\n正文。\n';
    const text = one + two + three;
    expect(findTitles(text, Lines.of(text)).map(({ firstLine }) => firstLine)).toEqual([0, 4, 7]);
  });
});
