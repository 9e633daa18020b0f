import { describe, expect, it } from 'vitest';
import { offerAt, rulesIn } from '../support/caret';
import { buildReport } from '../support/report-builder';

describe('title and preamble', () => {
  const FILE = '青禾县水务局2023年政府信息公开工作年度报告.txt';
  const TITLE = '青禾县水务局2023年政府信息公开工作年度报告';
  const last = { body: '青禾县水务局', year: 2022 };

  it.each([
    ['‸', { fileName: FILE }],
    ['\n青禾‸\n\n一、总体情况\n', { fileName: FILE }],
    ['‸', { fileName: 'a.txt', neighbours: [last] }],
    ['‸', { fileName: '青禾县水务局.txt', neighbours: [last, { body: '青禾县司法局', year: 2022 }] }],
    ['青禾县水‸', { neighbours: [last, { body: '青禾县水务局', year: 2021 }, { body: '临溪县司法局', year: 2022 }] }],
    ['青禾县水务局2023年‸', {}],
    ['青禾县水务局‸', { fileName: '2023年.txt' }],
  ])('the title is offered at %j', (fixture, beside) => {
    const offer = offerAt(fixture, beside);
    expect(offer.labels[0]).toBe(TITLE);
    expect(offer.take(TITLE)).toBe(fixture.replace(/青禾[^‸]*‸|‸/, TITLE));
  });

  it('what is not known of the title is left open', () => {
    expect(offerAt('‸', { fileName: '青禾县水务局政府信息公开年报.txt' }).labels[0]).toBe(
      '青禾县水务局〔填写年份〕年政府信息公开工作年度报告',
    );
    expect(offerAt('‸', { fileName: '2023年.txt' }).labels[0]).toBe('〔填写机关名称〕2023年政府信息公开工作年度报告');
  });

  it('no title is made up', () => {
    expect(offerAt('‸').proposals.some(({ kind }) => kind === 'title')).toBe(false);
    expect(
      offerAt('‸', { neighbours: [last, { body: '临溪县司法局', year: 2022 }] }).proposals.some(
        ({ kind }) => kind === 'title',
      ),
    ).toBe(false);
    expect(offerAt(`${TITLE}‸\n\n一、总体情况\n`, { fileName: FILE }).labels).toEqual([]);
  });

  it('the year is offered in a title without one', () => {
    const offer = offerAt('青禾县水务局‸政府信息公开工作年度报告\n', { neighbours: [last] });
    expect(offer.take('2023年')).toBe(`${TITLE}\n`);
  });

  it('the preamble and the period are offered below the title, until they are there', () => {
    const text = buildReport({ edition: '2021', year: 2023, replace: { preamble: '‸' } });
    const offer = offerAt(text);
    const period = '本报告统计期限为2023年1月1日至2023年12月31日。';
    expect(offer.proposals.slice(0, 2).map(({ kind, label }) => `${kind} ${label.zh.slice(-20)}`)).toEqual([
      expect.stringContaining('period'),
      `period ${period.slice(-20)}`,
    ]);
    for (const label of offer.labels.slice(0, 2)) expect(rulesIn(offer.take(label))).toEqual([]);
    const again = offerAt(buildReport({ edition: '2021', year: 2023, replace: { preamble: `${period}\n‸` } }));
    expect(again.proposals.some(({ kind }) => kind === 'period')).toBe(false);
  });

  it.each([
    ['本报告由青禾‸编制。', '青禾县水务局', '本报告由青禾县水务局编制。'],
    ['现公布《‸》。', TITLE, `现公布《${TITLE}》。`],
    ['所列数据的统计期限为‸。', '2023年1月1日至2023年12月31日', '所列数据的统计期限为2023年1月1日至2023年12月31日。'],
    ['统计期限自‸', '2023年1月1日至2023年12月31日', '统计期限自2023年1月1日至2023年12月31日'],
  ])('names and the period are offered in “%s”', (sentence, label, completed) => {
    const offer = offerAt(buildReport({ edition: '2021', year: 2023, replace: { preamble: sentence } }));
    expect(offer.take(label)).toBe(buildReport({ edition: '2021', year: 2023, replace: { preamble: completed } }));
  });

  it.each([
    '统计期限为‸2023年1月1日',
    '本报告由青禾‸县水务局编制。',
    '本报告由水务‸编制。',
    '《‸青禾》',
    '青‸',
    '青禾县‸人民政府',
  ])('nothing is offered in “%s”', (sentence) => {
    expect(offerAt(buildReport({ edition: '2021', year: 2023, replace: { preamble: sentence } })).labels).toEqual([]);
  });
});
