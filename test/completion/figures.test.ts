import { describe, expect, it } from 'vitest';
import { EDITIONS, type EditionId, type TemplateLayout } from '../../server/src/core/index';
import { LAYOUTS, offerAt, rulesIn, withSentence } from '../support/caret';
import type { ReportPlan } from '../support/report-builder';

describe.each(EDITIONS.flatMap(({ id }) => LAYOUTS.map((layout): [EditionId, TemplateLayout] => [id, layout])))(
  'the figure of the table in %s as %s',
  (edition, layout) => {
    const plan: Partial<ReportPlan> = {
      edition,
      layout,
      values: {
        new: [7, 2, 0, 0, 0, 0, 9],
        'carried-in': [2, 0, 0, 0, 0, 0, 2],
        granted: [4, 1, 0, 0, 0, 0, 5],
        'partly-granted': [1, 0, 0, 0, 0, 0, 1],
        'refused.1': [1, 0, 0, 0, 0, 0, 1],
        'refused.4': [1, 0, 0, 0, 0, 0, 1],
        'results-total': [7, 1, 0, 0, 0, 0, 8],
        'carried-out': [2, 1, 0, 0, 0, 0, 3],
        reconsideration: [2, 1, 0, 1, 4],
        'litigation-direct': [1, 0, 0, 0, 1],
      },
    };

    it.each([
      ['全年共收到政府信息公开申请‸', ['9件', '11件']],
      ['依申请公开方面，全年受理‸', ['9件', '11件']],
      ['收到政府信息公开申请9件，办结‸', ['8件']],
      ['收到政府信息公开申请9件，其中自然人‸', ['7件', '9件']],
      ['收到政府信息公开申请9件，其中自然人7件，法人或其他组织‸', ['2件']],
      ['办结政府信息公开申请8件，上年结转‸', ['2件']],
      ['办结政府信息公开申请8件，结转下年‸', ['3件']],
      ['办结政府信息公开申请8件，结转下年度继续办理‸。', ['3件']],
      ['答复情况：予以公开‸', ['5件', '6件']],
      ['答复情况：予以公开5件，部分公开‸', ['1件']],
      ['答复情况：予以公开和部分公开‸', ['6件']],
      ['答复情况：不予公开‸', ['2件', '1件', '0件']],
      ['因政府信息公开工作被申请行政复议‸', ['4件']],
      ['因政府信息公开工作被申请行政复议4件，其中结果维持‸', ['2件']],
      ['因政府信息公开工作被申请行政复议4件，行政诉讼‸', ['1件', '0件']],
      ['政府信息公开工作有序，发生行政诉讼‸', ['1件', '0件']],
      ['收到政府信息公开申请‸件', ['9', '11']],
      ['收到政府信息公开申请‸，逐件登记。', ['9件', '11件']],
    ])('is offered behind “%s”', (sentence, labels) => {
      const offer = offerAt(withSentence(sentence, plan));
      expect(offer.labels).toEqual(labels);
      const label = labels[0]!;
      const completed = offer.take(label);
      expect(completed).toBe(withSentence(sentence.replace('‸', label), plan));
      expect(rulesIn(completed).filter((rule) => rule.startsWith('prose'))).toEqual([]);
    });

    it('says which cell it is of', () => {
      const [first, second] = offerAt(withSentence('收到政府信息公开申请‸', plan)).proposals;
      expect(first!.detail.zh).toBe('一、本年新收·总计');
      expect(second!.detail.zh).toBe('一、本年新收·总计 + 二、上年结转·总计');
      expect(first!.about().map(({ zh }) => zh)).toContainEqual(
        expect.stringContaining('依据：总计为自然人与法人或其他组织各列之和'),
      );
    });
  },
);

describe('the figure of table two', () => {
  const values = {
    regulations: [1, 0, 4],
    'normative-documents': [12, 3, 45],
    licensing: [210],
    penalties: [17],
    coercion: [5],
    fees: ['3.5'],
  };

  it.each([
    ['本年制发行政规范性文件‸', '12件'],
    ['本年制发行政规范性文件‸件。', '12'],
    ['全年制定出台规范性文件‸，并及时公开。', '12件'],
    ['废止行政规范性文件‸', '3件'],
    ['行政规范性文件现行有效‸', '45件'],
    ['现行有效规章‸', '4件'],
    ['公开行政许可‸', '210件'],
    ['作出行政处罚决定‸', '17件'],
    ['办理行政强制共‸', '5件'],
    ['行政事业性收费金额‸', '3.5万元'],
  ])('is offered behind “%s”', (sentence, label) => {
    expect(offerAt(withSentence(sentence, { edition: '2021', values })).labels).toEqual([label]);
  });

  it.each(['上年制发行政规范性文件‸', '公开行政许可‸20件', '严格落实行政规范性文件‸备案制度', '规章‸'])(
    'is not offered in “%s”',
    (sentence) => {
      expect(offerAt(withSentence(sentence, { edition: '2021', values })).labels).toEqual([]);
    },
  );
});

describe('no figure is offered', () => {
  const plan: Partial<ReportPlan> = {
    values: { new: [3, 0, 0, 0, 0, 0, 3], granted: [3, 0, 0, 0, 0, 0, 3], 'results-total': [3, 0, 0, 0, 0, 0, 3] },
  };
  it.each([
    '全年共收到政府信息公开申请‸3件。',
    '全年共收到政府信息公开申请3‸件。',
    '全年共收到政府信息公开申请三‸件。',
    '全年共收到政府信息公开申请‸三件。',
    '全年共收到政府信息公‸开申请。',
    '全年共受理‸依申请公开3件。',
    '收到‸和处理政府信息公开申请情况',
    '依申请公开的答复‸时间',
    '现将本局年度报告予以公开‸。收到政府信息公开申请的情况见第三部分。',
    '全年未收到政府信息公开申请‸',
    '本年度未发生因政府信息公开引发的行政复议‸',
    '去年收到政府信息公开申请‸',
    '网络问政平台受理留言‸',
    '各类信息都应当及时予以公开‸',
    '县财政局收到政府信息公开申请‸',
    '主动公开文件‸',
    '专人登记来件，答复前由法制人员审核‸。',
  ])('in “%s”', (sentence) => {
    expect(offerAt(withSentence(sentence, plan)).labels).toEqual([]);
  });

  it('where the table is not there', () => {
    expect(
      offerAt(
        '青禾县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n收到政府信息公开申请‸\n\n五、存在问题及改进情况\n',
      ).labels,
    ).toEqual([]);
  });
});
