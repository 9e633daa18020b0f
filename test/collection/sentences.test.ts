import { describe, expect, it } from 'vitest';
import { printsOf, repetition, sentencesIn, sentencesOf } from '../../server/src/core/collection/sentence-prints';
import { buildReport } from '../support/report-builder';
import { readOne } from '../support/findings';

const report = (first: string, fifth = '五、存在的主要问题及改进情况\n\n个别材料发布较慢。\n') =>
  readOne(buildReport({ edition: '2021', replace: { 'section-1': `一、总体情况\n\n${first}\n`, 'section-5': fifth } }));
const keys = (first: string): readonly string[] =>
  sentencesIn(report(first)).flatMap(({ section, key }) => (section === 1 ? [key] : []));

describe('the sentences of a report', () => {
  it('end at full stops, semicolons, exclamation and question marks of any width', () => {
    expect(keys('甲。乙；丙;丁！戊!己？庚?辛｡壬')).toEqual([...'甲乙丙丁戊己庚辛壬']);
    expect(keys('甲，乙、丙：丁')).toHaveLength(1);
  });

  it('are the same in every year and whatever white space is in them', () => {
    expect(keys('2023年度公开 三件。')).toEqual(keys('2022年公开三\n件。'));
    expect(keys('2023 年公开三件。')).toEqual(['公开三件']);
    expect(keys('公开三件。')).not.toEqual(keys('公开四件。'));
  });

  it('are shown as they are printed, on one line', () => {
    expect(sentencesIn(report('甲事\n  已办 2023年。'))[0]).toMatchObject({ section: 1, text: '甲事 已办 2023年' });
  });

  it('stand outside of the tables', () => {
    const text = buildReport({ edition: '2021' })
      .replace('三、收到和处理政府信息公开申请情况\n', '三、收到和处理政府信息公开申请情况\n\n表前说明。')
      .replace('\n四、政府信息公开', '\n表后说明。\n\n四、政府信息公开');
    const third = sentencesIn(readOne(text)).filter(({ section }) => section === 3);
    expect(third.map(({ key }) => key)).toEqual(['表前说明', '表后说明']);
  });

  it('that a body writes itself are those of sections one, five and six', () => {
    const own = sentencesOf(report('甲事已办。', '五、存在的主要问题及改进情况\n\n乙事未办。\n'));
    expect(own.slice(0, 2)).toEqual(['甲事已办', '乙事未办']);
    expect(own.join()).not.toContain('表');
  });
});

describe('prose that is repeated', () => {
  const [one, other] = ['甲事已经办完了。', '乙事还没有办完。'];

  it('is measured by characters, in sentences that the other has too', () => {
    const before = printsOf(report(`${one}${one}`));
    const all = repetition(report(`${one}${other}`), before);
    const rest = sentencesOf(report('')).join('').length;
    expect(all.length).toBe(14 + rest);
    expect(all.share).toBeCloseTo((7 + rest) / (14 + rest));
    expect(repetition(report(one), before).share).toBe(1);
    expect(repetition(report(one), '').share).toBe(0);
  });

  it('is none of a report without prose', () => {
    expect(repetition({ ...report(''), sections: [] }, '')).toEqual({ length: 0, share: 0 });
  });

  it('has a print of five characters a sentence, each sentence once', () => {
    const text = sentencesOf(report(`${one}${other}`));
    expect(printsOf(report(`${one}${other}${one}`))).toHaveLength(5 * new Set(text).size);
    expect(printsOf(report(one))).toMatch(/^[0-o]+$/);
  });
});
