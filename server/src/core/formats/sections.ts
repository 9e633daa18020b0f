import type { SectionForm } from './types';

/** The six sections, the same in every edition. Their contents follow 条例第五十条 and the notices that publish the form. */
export const SECTIONS: readonly SectionForm[] = [
  {
    number: 1,
    title: '总体情况',
    accepted: [],
    keywords: [['总体', '概述', '基本情况', '概况']],
    contents: {
      zh: '综述本机关政府信息公开工作：（一）主动公开（二）依申请公开（三）政府信息管理（四）政府信息公开平台建设（五）监督保障；各级人民政府还应报告工作考核、社会评议和责任追究结果情况。',
      en: 'An overview: proactive disclosure, disclosure on request, information management, platforms, supervision; governments also report on appraisal, public review and accountability.',
    },
  },
  {
    number: 2,
    title: '主动公开政府信息情况',
    accepted: ['行政机关主动公开政府信息情况', '主动公开政府信息的情况'],
    keywords: [['主动公开']],
    table: 'disclosure',
    contents: {
      zh: '按条例第二十条第（一）（五）（六）（八）项填写的表格：规章和规范性文件、行政许可、行政处罚和行政强制、行政事业性收费。',
      en: 'The table of what article 20 demands: rules and normative documents, licensing, penalties and coercive measures, fees.',
    },
  },
  {
    number: 3,
    title: '收到和处理政府信息公开申请情况',
    accepted: ['收到和处理政府信息公开申请的情况', '行政机关收到和处理政府信息公开申请情况'],
    keywords: [['申请'], ['收到', '处理', '依申请', '受理', '公开申请']],
    table: 'requests',
    contents: {
      zh: '政府信息公开申请的收到和处理情况表。每一列：本年新收＋上年结转＝办理结果总计＋结转下年度。',
      en: 'The table of disclosure requests. In each column: received + carried in = handled in total + carried over.',
    },
  },
  {
    number: 4,
    title: '政府信息公开行政复议、行政诉讼情况',
    accepted: [
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '政府信息公开行政复议和行政诉讼情况',
      '政府信息公开行政复议行政诉讼情况',
      '政府信息公开行政复议及行政诉讼情况',
      '因政府信息公开工作被申请行政复议和提起行政诉讼情况',
    ],
    keywords: [['复议'], ['诉讼']],
    table: 'review',
    contents: {
      zh: '行政复议、未经复议直接起诉、复议后起诉三组结果的表格，每组总计等于四种结果之和。',
      en: 'The table of administrative reconsideration and litigation; the total of each group is the sum of its four outcomes.',
    },
  },
  {
    number: 5,
    title: '存在的主要问题及改进情况',
    accepted: [
      '政府信息公开工作存在的主要问题及改进情况',
      '存在问题及改进情况',
      '存在的问题及改进情况',
      '主要问题及改进情况',
      '存在主要问题及改进情况',
      '政府信息公开工作存在的问题及改进情况',
      '存在的主要问题和改进情况',
    ],
    keywords: [
      ['问题', '不足', '困难'],
      ['改进', '整改', '打算', '措施', '计划', '安排', '存在'],
    ],
    contents: {
      zh: '说明本年度存在的主要问题和改进情况，应针对本机关的实际。',
      en: 'The main problems of the year and how they are being mended.',
    },
  },
  {
    number: 6,
    title: '其他需要报告的事项',
    accepted: ['其他需要报告事项', '需要报告的其他事项'],
    keywords: [
      ['其他', '其它'],
      ['事项', '报告', '情况'],
    ],
    contents: {
      zh: '其他需要报告的事项；2021 年度起，收取信息处理费的情况在此报告，没有也要写明。',
      en: 'Anything else; from the year 2021 on also whether information processing fees were charged.',
    },
  },
];
