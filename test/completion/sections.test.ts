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
  const text = buildReport({ edition: '2021', layout: 'tsv' });
  const [before, table, after] = ((from, to) => [text.slice(0, from), text.slice(from, to), text.slice(to)])(
    text.indexOf('\n', text.indexOf('二、主动公开')) + 1,
    text.indexOf('三、收到'),
  ) as [string, string, string];

  it('of what is there already are not offered, whatever is typed', () => {
    const kinds = (typed: string) =>
      offerAt(text.replace('（五）', `${typed}‸\n（五）`)).proposals.map(({ kind }) => kind);
    for (const typed of ['', '一', '第三部分', 'biao4', '年报', '本局'])
      expect(kinds(typed), typed).not.toEqual(expect.arrayContaining([expect.stringMatching(/template|section/)]));
  });

  it('of a table that its section lacks are offered once, in the layout and edition of the report', () => {
    expect(table).toContain('规章');
    for (const typed of ['', '表二', 'biao2'])
      expect(offerAt(`${before}\n${typed}‸\n\n${after}`).labels, typed).toEqual([
        '表二：主动公开政府信息情况表（2021 版，制表符分列）',
      ]);
    for (const typed of ['一', '表三']) expect(offerAt(`${before}\n${typed}‸\n\n${after}`).labels).toEqual([]);
  });

  it('are all there are in a text that is none yet', () => {
    expect(offerAt('年报‸').labels).toHaveLength(6);
    expect(offerAt('biao4‸').labels.every((label) => label.startsWith('表四：'))).toBe(true);
  });

  it('“一” brings the first section where it is missing, and nothing else', () => {
    const rest = text.slice(text.indexOf('二、主动公开'));
    const title = text.slice(0, text.indexOf('一、总体'));
    expect(offerAt(`${title}一‸\n\n${rest}`).labels).toEqual(['一、总体情况']);
  });

  it('of a missing section are not offered beside that section', () => {
    const offer = offerAt(`${text.slice(0, text.indexOf('六、其他'))}‸`);
    expect(offer.labels.filter((label) => label.includes('其他需要报告的事项'))).toEqual(['六、其他需要报告的事项']);
  });
});
