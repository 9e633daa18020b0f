import { describe, expect, it } from 'vitest';
import { check, DEFAULT_SETTINGS, readDocument } from '../../server/src/core/index';

const only = (text: string) => readDocument(text).segments[0]!.report;
const namesIn = (text: string) => {
  const { year, body } = only(text);
  return [year?.value, year?.source, body?.text, body?.source];
};

const TITLE = '云岭县财政局2023年政府信息公开工作年度报告';
const BARE = '政府信息公开工作年度报告';
const PERIOD = '本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。';
const PREAMBLE = '根据条例规定，现公布云岭县水务局2021年政府信息公开工作年度报告。';
const REST = '一、总体情况\n有序推进。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n';

describe('year and body of a report', () => {
  it.each([
    ['the title', `${TITLE}\n${PREAMBLE}${PERIOD}\n${REST}`, [2023, 'title', '云岭县财政局', 'title']],
    ['the period, the preamble', `${PREAMBLE}${PERIOD}\n${REST}`, [2022, 'period', '云岭县水务局', 'preamble']],
    ['the preamble', `${BARE}\n${PREAMBLE}\n${REST}`, [2021, 'preamble', '云岭县水务局', 'preamble']],
    ['nothing', `${BARE}\n${REST}`, [undefined, undefined, undefined, undefined]],
  ])('come from %s', (_, text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it('stand where they are said to stand', () => {
    const { text, year, body } = only(`${PREAMBLE}${PERIOD}\n${REST}`);
    expect([year!, body!].map(({ span }) => text.slice(span.start, span.end))).toEqual(['2022', '云岭县水务局']);
  });

  it('are compared with what the text says, and told by where they stand', () => {
    const report = only(`${PERIOD}\n${REST.replace('有序推进。', '2021年，有序推进。')}`);
    const found = check(report, DEFAULT_SETTINGS).filter(({ rule }) => rule.id === 'year-mismatch');
    expect(found.map(({ message }) => message.args)).toEqual([
      { year: 2021, own: 2022, source: { zh: '统计期限', en: 'the period' } },
    ]);
  });

  it('that the title lacks are told as missing all the same', () => {
    const rules = check(only(`${BARE}\n${PERIOD}\n${REST}`), DEFAULT_SETTINGS).map(({ rule }) => rule.id);
    expect(rules).toContain('title-without-year');
  });
});
