import { describe, expect, it } from 'vitest';
import { check, DEFAULT_SETTINGS, readDocument, type UnjudgedReason } from '../../server/src/core/index';

const only = (text: string) => readDocument(text).segments[0]!.report;

const SECTIONS = ['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况'].join(
  '\n有序推进。\n',
);
const PERIOD = '本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。';
const ROW = '一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3';
const LABELS =
  '一、本年新收政府信息公开申请数量二、上年结转政府信息公开申请数量（一）予以公开（二）部分公开（区分处理的，只计这一情形，不计其他情形）1.属于国家秘密2.其他法律行政法规禁止公开';

const KINDS: readonly (readonly [string, UnjudgedReason, string])[] = [
  ['a school year in the title', 'other-kind', `云岭学院2022—2023学年信息公开工作报告\n${SECTIONS}`],
  ['a school as the body', 'other-kind', `云岭第一中学2023年信息公开年度报告\n${SECTIONS}`],
  ['a hospital as the body', 'other-kind', `云岭县人民医院2023年度信息公开工作年度报告\n${PERIOD}\n${SECTIONS}`],
  [
    'a school year as the period',
    'other-kind',
    `信息公开工作年度报告\n统计期限为2022年9月1日至2023年8月31日。\n${SECTIONS}`,
  ],
  [
    'another legal basis',
    'other-kind',
    `云岭供排水处2023年信息公开工作年度报告\n根据《公共企事业单位信息公开规定制定办法》编制。\n${SECTIONS}`,
  ],
  ['a year of the form before', 'earlier-form', `云岭镇人民政府2017年政府信息公开工作年度报告\n${SECTIONS}`],
  ['a notice of the form', 'about-the-form', `关于印发政府信息公开工作年度报告格式的通知\n各部门：\n${SECTIONS}`],
  ['instructions', 'about-the-form', `政府信息公开工作年度报告填报说明\n${SECTIONS}`],
  [
    'cells that run together',
    'run-together',
    `云岭县财政局2023年政府信息公开工作年度报告\n${SECTIONS}\n${LABELS}3000003`,
  ],
  ['nothing of the form', 'nothing', '云岭县财政局2023年工作总结\n一、工作情况\n有序推进。\n'],
];

describe('a text that is no report of the form', () => {
  it.each(KINDS)('is told by %s', (_, reason, text) => {
    const report = only(text);
    expect(report).toMatchObject({ recognised: false, unjudged: reason });
    expect(check(report, DEFAULT_SETTINGS)).toEqual([]);
  });

  it.each(KINDS.filter(([, reason]) => reason !== 'nothing' && reason !== 'run-together'))(
    'is judged all the same where it fills in the tables of the form: %s',
    (_, __, text) => {
      expect(only(`${text}\n${ROW}\n`)).toMatchObject({ recognised: true, unjudged: undefined });
    },
  );
});

describe('a report', () => {
  it.each([
    ['of an education bureau', '云岭县教育局2023年政府信息公开工作年度报告'],
    [
      'of a town with the letter above it',
      '关于报送2023年政府信息公开工作年度报告的报告\n云岭镇2023年政府信息公开工作年度报告',
    ],
    ['of a health commission', '云岭县卫生健康委员会2023年政府信息公开工作年度报告'],
    ['without a year', '云岭县财政局政府信息公开工作年度报告'],
    ['of a first year', '云岭县财政局2019年政府信息公开工作年度报告'],
  ])('%s is one, its tables lost or not', (_, title) => {
    expect(only(`${title}\n${PERIOD}\n${SECTIONS}`)).toMatchObject({ recognised: true });
  });

  it('is one where its preamble mentions the rules of schools beside its own', () => {
    const basis = '根据《中华人民共和国政府信息公开条例》，并督促学校执行《高等学校信息公开办法》。';
    expect(only(`云岭县教育局2023年政府信息公开工作年度报告\n${basis}\n${SECTIONS}`).recognised).toBe(true);
  });
});
