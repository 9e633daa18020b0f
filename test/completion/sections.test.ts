import { describe, expect, it } from 'vitest';
import { offerAt, rulesIn } from '../support/caret';
import { buildReport } from '../support/report-builder';

describe('a section', () => {
  it('that is begun is completed, and nothing behind it is lost', () => {
    const text = buildReport({ edition: '2021' });
    const at = text.indexOf('五、存在');
    const offer = offerAt(`${text.slice(0, at)}五、存‸\n\n${text.slice(text.indexOf('六、其他'))}`);
    expect(offer.labels[0]).toBe('五、存在的主要问题及改进情况');
    expect(rulesIn(offer.take(offer.labels[0]!))).toEqual([]);
  });

  it('whose contents stand below gets its heading alone', () => {
    for (const heading of ['三、收到和处理政府信息公开申请情况', '五、存在的主要问题及改进情况']) {
      const text = buildReport({ edition: '2021', layout: 'cells' });
      const offer = offerAt(text.replace(heading, '‸'));
      expect(offer.take(heading)).toBe(text);
    }
  });

  it('is not put into the midst of another one', () => {
    const text = buildReport({ edition: '2021' });
    const without = text.replace(/二、主动公开[^]*?(?=三、)/, '').replace('\n（三）', '\n\n‸\n\n（三）');
    expect(offerAt(without).proposals.some(({ kind }) => kind === 'section')).toBe(false);
  });

  it('is written in the line ends of the report', () => {
    const text = buildReport({ edition: '2021' });
    const fixture = `${text.slice(0, text.indexOf('六、其他'))}‸`.replaceAll('\n', '\r\n');
    const offer = offerAt(fixture);
    expect(offer.take('六、其他需要报告的事项')).not.toMatch(/[^\r]\n/);
  });
});

describe('templates', () => {
  it('stay where they were: on a line that is empty or holds their prefix', () => {
    const text = buildReport({ edition: '2021' });
    const templates = (typed: string): readonly string[] =>
      offerAt(text.replace('（五）', `${typed}‸\n（五）`)).proposals.flatMap(({ kind, label }) =>
        kind === 'template' ? [label.zh] : [],
      );
    expect(templates('').length).toBe(15);
    expect(templates('第三部分')).toEqual(['第三部分：三、收到和处理政府信息公开申请情况（2021 版）']);
    expect(templates('biao4')).toHaveLength(3);
    expect(templates('本局')).toEqual([]);
    expect(offerAt('年报‸').labels).toHaveLength(6);
  });

  it('of a missing section are not offered beside that section', () => {
    const text = buildReport({ edition: '2021' });
    const offer = offerAt(`${text.slice(0, text.indexOf('六、其他'))}‸`);
    expect(offer.labels.filter((label) => label.includes('其他需要报告的事项'))).toEqual(['六、其他需要报告的事项']);
  });
});
