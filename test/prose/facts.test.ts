import { describe, expect, it } from 'vitest';
import { contextOf, DEFAULT_SETTINGS } from '../../server/src/core/index';
import { readOne } from '../support/findings';
import { buildReport } from '../support/report-builder';

/** What the numbers of a sentence in section one of 青禾县水务局's report about 2020 are taken to count. */
function factsIn(sentence: string, body?: string): readonly string[] {
  const report = readOne(
    buildReport({
      edition: '2019',
      ...(body === undefined ? {} : { body }),
      replace: { 'section-1': `一、总体情况\n\n${sentence}` },
    }),
  );
  return contextOf(report, DEFAULT_SETTINGS).facts.map(({ span, value, quantities }) => {
    expect(report.text.slice(span.start, span.end)).toMatch(/^[\d,，\s０-９〇零一二两三四五六七八九十百千]+$/);
    return `${quantities.join('+')} ${value}`;
  });
}

describe('a number that counts what the tables count', () => {
  it.each([
    ['全年共收到政府信息公开申请23件。', ['received 23']],
    ['本年度新收依申请公开事项二十三件。', ['received 23']],
    ['本年度新收政府信息公开申请二十三件。', ['received 23']],
    ['2020年，我局收办政府信息公开申请案件 1,024 件。', ['received 1024']],
    ['依申请公开方面。全年受理申请２３宗。', ['received 23']],
    ['收到公民、法人或其他组织提出的政府信息公开申请两件。', ['received 2']],
    ['县水务局受理政府信息公开申请6件。', ['received 6']],
    ['青禾县水务局2020年共收到政府信息公开申请6件。', ['received 6']],
    ['通过信函、网络等渠道收到政府信息公开申请6件。', ['received 6']],
    ['2020年1月1日至12月31日共收到政府信息公开申请6件。', ['received 6']],
    ['2019年收到政府信息公开申请9件，2020年收到政府信息公开申请12件。', ['received 12']],
    ['今年以来，共收到政府信息公开申请6件。', ['received 6']],
    ['截至2020年12月31日，我局共收到政府信息公开申请6件。', ['received 6']],
    ['1-12月，共收到政府信息公开申请6件。', ['received 6']],
    ['按照全县统一部署，全年共收到政府信息公开申请6件。', ['received 6']],
    ['收到政府信息公开申请6件，全部办结6件。', ['received 6', 'handled 6']],
    ['收到政府信息公开申请6件，按期办结5件，结转下年度办理1件。', ['received 6', 'handled 5', 'carried-out 1']],
    [
      '办结政府信息公开申请7件（其中上年结转2件），另有3件依法顺延至下一年度答复。',
      ['handled 7', 'carried-in 2', 'carried-out 3'],
    ],
    [
      '答复情况：予以公开3件，部分公开2件，不予公开1件，无法提供4件，不予处理5件，作其他处理6件。',
      ['granted 3', 'partly-granted 2', 'refused 1', 'unavailable 4', 'not-processed 5', 'other 6'],
    ],
    ['予以公开和部分公开共5件，不予以公开1件。', ['granted+partly-granted 5', 'refused 1']],
    ['同意公开的三件，部分公开的一件。', ['granted 3', 'partly-granted 1']],
    [
      '因政府信息公开被申请行政复议4件，其中结果维持3件、结果纠正1件；被提起政府信息公开行政诉讼2件，其中尚未审结2件。',
      [
        'reconsideration 4',
        'review:reconsideration:upheld 3',
        'review:reconsideration:corrected 1',
        'litigation 2',
        'review:litigation:pending 2',
      ],
    ],
    [
      '收到政府信息公开申请9件，其中自然人8件、法人或其他组织1件。',
      ['received 9', 'applicant:natural-person 8', 'applicant:organisations 1'],
    ],
    ['收到政府信息公开\n　　申请1\n2件。', ['received 12']],
  ])('%s', (sentence, facts) => {
    expect(factsIn(sentence)).toEqual(facts);
  });
});

it.each(['青禾县人民政府', '青禾县人民政府办公室', '青禾县'])(
  'a number for the whole area counts where a government reports: %s',
  (body) => {
    expect(factsIn('2020年，全县行政机关共收到政府信息公开申请356件，予以公开200件。', body)).toEqual([
      'received 356',
      'granted 200',
    ]);
  },
);

describe('a number that counts something else', () => {
  it.each([
    '主动公开文件35件，公文备案12件。',
    '网站发布信息1260件，政务微博发布88件。',
    '举办政府信息公开培训3起，参加120人次。',
    '网络问政平台受理留言182件，办结180件。',
    '办理人大建议、政协提案47件，公开答复意见40件。',
    '收到备案行政复议案件134件，审理备案行政诉讼12件。',
    '受理12345热线诉求560件，办结558件。',
    '收到信访件15件，答复15件。',
    '行政审批窗口受理申请3200件，办结3195件。',
    '全年受理行政许可申请76件。',
    '受理各类业务申请3200件。',
    '收到取水许可申请15件。',
    '县财政局收到政府信息公开申请8件。',
    '云岭街道办事处受理政府信息公开申请8件。',
    '乙县水务局受理政府信息公开申请8件。',
    '𠅤县水务局受理政府信息公开申请8件。',
    '近三年来，共收到政府信息公开申请36件，办结35件。',
    '自条例实施以来，累计受理政府信息公开申请156件。',
    '1-11月，共收到政府信息公开申请11件。',
    '上半年，共收到政府信息公开申请5件，予以公开3件。',
    '全县行政机关共收到政府信息公开申请356件，予以公开200件。',
    '县财政局收到政府信息公开申请8件，予以公开5件。',
    '协助县政府答复政府信息公开申请3件。',
    '近年来收到政府信息公开申请90余件。',
    '收到政府信息公开申请二十多件。',
    '2019年收到政府信息公开申请31件。',
    '去年收到政府信息公开申请31件。',
    '第一季度收到政府信息公开申请4件。',
    '12月收到政府信息公开申请4件。',
    '其中网上收到政府信息公开申请4件。',
    '通过当面递交收到政府信息公开申请4件。',
    '未经办结的行政处罚案件5件。',
    '征集意见9期，采纳建议23件。',
    '公开行政处罚决定书88件、行政许可决定120件。',
    '印发规范性文件3件，废止2件，其中予以公开。',
  ])('%s', (sentence) => {
    expect(factsIn(sentence)).toEqual([]);
  });
});
