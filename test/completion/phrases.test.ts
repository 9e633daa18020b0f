import { describe, expect, it } from 'vitest';
import { LAYOUTS, offerAt, rulesIn, withSentence } from '../support/caret';
import { buildReport, type ReportPlan } from '../support/report-builder';

describe('a standard sentence', () => {
  const phrases = (fixture: string): readonly string[] =>
    offerAt(fixture).proposals.flatMap(({ kind, label }) => (kind === 'phrase' ? [label.zh] : []));
  const six = (content: string, plan: Partial<ReportPlan> = {}): string =>
    buildReport({ edition: '2021', ...plan, replace: { 'section-6': `六、其他需要报告的事项\n\n${content}` } });

  it('on fees says that there were none where table two has none', () => {
    const fixture = six('‸');
    expect(phrases(fixture)).toEqual([
      '本年度未收取信息处理费。',
      '本年度未收取信息处理费。无其他需要报告的事项。',
      '无其他需要报告的事项。',
    ]);
    for (const label of phrases(fixture).slice(0, 2)) expect(rulesIn(offerAt(fixture).take(label))).toEqual([]);
  });

  it('on fees takes their amount from table two, and says what that covers', () => {
    const fixture = six('‸', { values: { fees: ['3.5'] } });
    expect(phrases(fixture)[0]).toBe('本年度收取信息处理费3.5万元。');
    expect(phrases(fixture).join()).not.toContain('未收取');
    const [first] = offerAt(fixture).proposals;
    expect(
      first!
        .about()
        .map(({ zh }) => zh)
        .join(),
    ).toMatch(/国办公开办函〔2021〕30号.*3\.5.*全部行政事业性收费/s);
    expect(rulesIn(offerAt(fixture).take(phrases(fixture)[0]!))).toEqual([]);
  });

  it('on fees is none of the older edition, nor where they are reported', () => {
    expect(phrases(six('‸', { edition: '2019' }))).toEqual(['无其他需要报告的事项。']);
    expect(phrases(six('全年未发生收费情况。\n\n‸'))).toEqual(['无其他需要报告的事项。']);
    expect(phrases(six('全年未发生收费情况，无其他需要报告的事项。\n\n‸'))).toEqual([]);
  });

  it.each(LAYOUTS)('on zero cases is offered where the tables have none, as %s', (layout) => {
    const fixture = withSentence('‸', { layout });
    expect(phrases(fixture)).toEqual([
      '本年度未收到政府信息公开申请。',
      '本年度未发生因政府信息公开工作引发的行政复议、行政诉讼。',
    ]);
    for (const label of phrases(fixture)) expect(rulesIn(offerAt(fixture).take(label))).toEqual([]);
  });

  it('on zero cases is offered only where it is true', () => {
    const received = {
      new: [1, 0, 0, 0, 0, 0, 1],
      granted: [1, 0, 0, 0, 0, 0, 1],
      'results-total': [1, 0, 0, 0, 0, 0, 1],
    };
    expect(phrases(withSentence('‸', { values: received }))).toEqual([
      '本年度未发生因政府信息公开工作引发的行政复议、行政诉讼。',
    ]);
    expect(phrases(withSentence('‸', { values: { ...received, reconsideration: [1, 0, 0, 0, 1] } }))).toEqual([
      '本年度未发生因政府信息公开工作引发的行政诉讼。',
    ]);
    expect(phrases(withSentence('‸', { values: { ...received, 'litigation-direct': [1, 0, 0, 0, 1] } }))).toEqual([
      '本年度未发生因政府信息公开工作引发的行政复议。',
    ]);
    expect(phrases(withSentence('‸', { values: { new: [0, 0, 0, 0, 0, 0, '3O'] } }))).toEqual([
      '本年度未发生因政府信息公开工作引发的行政复议、行政诉讼。',
    ]);
  });

  it('is completed from its beginning, with or without its first words', () => {
    for (const beginning of ['本年度未收', '未收']) {
      const offer = offerAt(withSentence(`${beginning}‸`));
      expect(offer.labels).toEqual([`${beginning.startsWith('本') ? '本年度' : ''}未收到政府信息公开申请。`]);
      expect(offer.take(offer.labels[0]!)).toBe(withSentence(offer.labels[0]!));
    }
  });

  it('is not repeated', () => {
    expect(phrases(withSentence('本年度未收到政府信息公开申请。\n‸'))).toEqual([
      '本年度未发生因政府信息公开工作引发的行政复议、行政诉讼。',
    ]);
  });
});
