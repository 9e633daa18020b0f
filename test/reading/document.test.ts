import { describe, expect, it } from 'vitest';
import { readDocument } from '../../server/src/core/index';
import { buildReport } from '../support/report-builder';

const ONE = buildReport({ edition: '2021', year: 2023, body: '青禾市水务局' });
const TWO = buildReport({ edition: '2019', year: 2020, body: '临溪县司法局' });
const bodies = (text: string): readonly unknown[] =>
  readDocument(text).segments.map(({ report }) => report.title?.body?.text);

describe('a file', () => {
  it('holds one report as a rule', () => {
    expect(bodies(ONE)).toEqual(['青禾市水务局']);
  });

  it('holds one report for each title that sections follow', () => {
    expect(bodies(`${ONE}\n${TWO}\n${ONE}`)).toEqual(['青禾市水务局', '临溪县司法局', '青禾市水务局']);
  });

  it('gives each report its own text, lines and edition', () => {
    const { segments } = readDocument(`${ONE}\n${TWO}`);
    expect(segments.map(({ report }) => report.edition.id)).toEqual(['2021', '2019']);
    expect(segments[1]!.start).toBe(ONE.length + 1);
    expect(segments[1]!.firstLine).toBe(ONE.split('\n').length);
    expect(segments.map(({ report }) => report.text).join('')).toBe(`${ONE}\n${TWO}`);
  });

  it('is not divided by a title that is mentioned or repeated above the sections', () => {
    expect(bodies(`青禾市水务局2023年政府信息公开工作年度报告\n\n${ONE}`)).toHaveLength(1);
    expect(bodies(`${ONE}\n附件：青禾市水务局2022年政府信息公开工作年度报告\n`)).toHaveLength(1);
    expect(
      bodies(
        `目录\n青禾市水务局2023年政府信息公开工作年度报告\n临溪县司法局2020年政府信息公开工作年度报告\n\n${ONE}\n${TWO}`,
      ),
    ).toHaveLength(2);
  });

  it('is not divided by a title that stands on every page, in whatever order the sections are', () => {
    const [head, ...sections] = ONE.split(/^(?=[一二三四五六]、(?:总体|主动|收到和|政府信息公开行政|存在|其他需))/m);
    expect(sections).toHaveLength(6);
    for (const order of [sections, sections.toReversed()])
      expect(bodies(head! + order.join(`${ONE.split('\n')[0]}\n`))).toHaveLength(1);
    expect(bodies(`${ONE}\n${ONE}`)).toHaveLength(2);
  });

  it('keeps the reading of a report whose text did not change', () => {
    const before = readDocument(`${ONE}\n${TWO}`);
    const inserted = readDocument(`${ONE}\n${TWO.replace('无', '无。')}`, { known: [before] });
    expect(inserted.segments[0]!.report).toBe(before.segments[0]!.report);
    expect(inserted.segments[1]!.report).not.toBe(before.segments[1]!.report);
    const put = readDocument(`${TWO}\n${ONE}\n${TWO}`, { known: [before] });
    expect(put.segments[2]!.report).toBe(before.segments[1]!.report);
  });

  it.each(['', '会议通知\n请准时参加。\n', '一、总体情况\n一切如常。\n'])(
    'that holds no report is one that is not recognised: %j',
    (text) => {
      const { segments } = readDocument(text);
      expect(segments.map(({ report }) => report.recognised)).toEqual([false]);
    },
  );

  it('is recognised by two sections or one table', () => {
    expect(readDocument('一、总体情况\n如常。\n六、其他需要报告的事项\n无\n').segments[0]!.report.recognised).toBe(
      true,
    );
    expect(
      readDocument('一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n')
        .segments[0]!.report.recognised,
    ).toBe(true);
  });
});
