import { TABLE_NAMES } from './table-names';
import type { ColumnForm, IdentityForm, RowForm, TableForm } from './types';

const column = (id: string, label: string, en: string, accepted: readonly string[] = []): ColumnForm => ({
  id,
  label,
  accepted,
  unit: 'count',
  name: { zh: label, en },
});

const COLUMNS: readonly ColumnForm[] = [
  column('natural-person', '自然人', 'natural persons'),
  column('enterprise', '商业企业', 'enterprises'),
  column('research-institute', '科研机构', 'research institutes'),
  column('public-interest', '社会公益组织', 'public interest organisations'),
  column('legal-service', '法律服务机构', 'legal services'),
  column('other-organisation', '其他', 'other organisations'),
  column('total', '总计', 'total', ['合计']),
];

const row = (
  id: string,
  label: string,
  groups: readonly string[],
  zh: string,
  en: string,
  accepted: readonly string[] = [],
): RowForm => ({
  id,
  label,
  accepted,
  groups,
  name: { zh, en },
});

const RESULTS = '三、本年度办理结果';
const REFUSED = [RESULTS, '（三）不予公开'];
const UNAVAILABLE = [RESULTS, '（四）无法提供'];
const NOT_PROCESSED = [RESULTS, '（五）不予处理'];
const OTHER = [RESULTS, '（六）其他处理'];

const RECEIVED: readonly RowForm[] = [
  row('new', '一、本年新收政府信息公开申请数量', [], '一、本年新收', 'received this year', [
    '一、本年新收政府信息公开申请',
    '一、本年新收申请数量',
    '一、本年新收政府信息公开数量',
  ]),
  row('carried-in', '二、上年结转政府信息公开申请数量', [], '二、上年结转', 'carried in from last year', [
    '二、上年结转政府信息公开申请',
    '二、上年结转申请数量',
    '二、上年结转政府信息公开数量',
  ]),
];

const OUTCOMES: readonly RowForm[] = [
  row('granted', '（一）予以公开', [RESULTS], '（一）予以公开', 'granted'),
  row(
    'partly-granted',
    '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    [RESULTS],
    '（二）部分公开',
    'partly granted',
    ['（二）部分公开'],
  ),
  row('refused.1', '1.属于国家秘密', REFUSED, '不予公开·1.属于国家秘密', 'refused: state secrets'),
  row(
    'refused.2',
    '2.其他法律行政法规禁止公开',
    REFUSED,
    '不予公开·2.其他法律行政法规禁止公开',
    'refused: barred by other laws',
    ['2.其他法律、行政法规禁止公开', '2.其他法律法规禁止公开'],
  ),
  row('refused.3', '3.危及“三安全一稳定”', REFUSED, '不予公开·3.危及“三安全一稳定”', 'refused: security and stability'),
  row(
    'refused.4',
    '4.保护第三方合法权益',
    REFUSED,
    '不予公开·4.保护第三方合法权益',
    'refused: rights of third parties',
  ),
  row('refused.5', '5.属于三类内部事务信息', REFUSED, '不予公开·5.属于三类内部事务信息', 'refused: internal affairs'),
  row('refused.6', '6.属于四类过程性信息', REFUSED, '不予公开·6.属于四类过程性信息', 'refused: information in process'),
  row('refused.7', '7.属于行政执法案卷', REFUSED, '不予公开·7.属于行政执法案卷', 'refused: enforcement files'),
  row('refused.8', '8.属于行政查询事项', REFUSED, '不予公开·8.属于行政查询事项', 'refused: administrative enquiries'),
  row(
    'unavailable.1',
    '1.本机关不掌握相关政府信息',
    UNAVAILABLE,
    '无法提供·1.本机关不掌握相关政府信息',
    'unavailable: not held',
  ),
  row(
    'unavailable.2',
    '2.没有现成信息需要另行制作',
    UNAVAILABLE,
    '无法提供·2.没有现成信息需要另行制作',
    'unavailable: would have to be made',
  ),
  row(
    'unavailable.3',
    '3.补正后申请内容仍不明确',
    UNAVAILABLE,
    '无法提供·3.补正后申请内容仍不明确',
    'unavailable: request remains unclear',
  ),
  row(
    'not-processed.1',
    '1.信访举报投诉类申请',
    NOT_PROCESSED,
    '不予处理·1.信访举报投诉类申请',
    'not processed: complaints',
  ),
  row('not-processed.2', '2.重复申请', NOT_PROCESSED, '不予处理·2.重复申请', 'not processed: repeated'),
  row(
    'not-processed.3',
    '3.要求提供公开出版物',
    NOT_PROCESSED,
    '不予处理·3.要求提供公开出版物',
    'not processed: published matter',
  ),
  row(
    'not-processed.4',
    '4.无正当理由大量反复申请',
    NOT_PROCESSED,
    '不予处理·4.无正当理由大量反复申请',
    'not processed: excessive',
  ),
  row(
    'not-processed.5',
    '5.要求行政机关确认或重新出具已获取信息',
    NOT_PROCESSED,
    '不予处理·5.要求行政机关确认或重新出具已获取信息',
    'not processed: confirmation of known information',
  ),
];

const OTHER_ONE: readonly RowForm[] = [
  row('other', '（六）其他处理', [RESULTS], '（六）其他处理', 'other handling', ['（六）其他']),
];

const OTHER_THREE: readonly RowForm[] = [
  row(
    'other.1',
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    OTHER,
    '其他处理·1.逾期不补正',
    'other: not corrected in time',
    ['1.逾期不补正', '1.申请人无正当理由逾期不补正'],
  ),
  row(
    'other.2',
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    OTHER,
    '其他处理·2.逾期未缴费',
    'other: fee not paid',
    ['2.逾期不缴费', '2.逾期未缴费', '2.申请人逾期未按收费通知要求缴纳费用'],
  ),
  row('other.3', '3.其他', OTHER, '其他处理·3.其他', 'other: other'),
];

const CLOSING: readonly RowForm[] = [
  row('results-total', '（七）总计', [RESULTS], '（七）总计', 'handled in total', ['（七）合计']),
  row('carried-out', '四、结转下年度继续办理', [], '四、结转下年度', 'carried over to next year'),
];

const NOTE = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
const APPLICANTS = [
  'natural-person',
  'enterprise',
  'research-institute',
  'public-interest',
  'legal-service',
  'other-organisation',
];

function identities(outcomes: readonly RowForm[]): readonly IdentityForm[] {
  return [
    {
      rule: 'row-total-mismatch',
      direction: 'across',
      left: ['total'],
      right: APPLICANTS,
      target: 'total',
      basis: { zh: '总计为自然人与法人或其他组织各列之和', en: 'the total is the sum of all kinds of applicants' },
    },
    {
      rule: 'results-total-mismatch',
      direction: 'down',
      left: ['results-total'],
      right: outcomes.map((outcome) => outcome.id),
      target: 'results-total',
      basis: { zh: '（七）总计为（一）至（六）各项之和', en: 'item (7) is the sum of items (1) to (6)' },
    },
    {
      rule: 'balance-mismatch',
      direction: 'down',
      left: ['new', 'carried-in'],
      right: ['results-total', 'carried-out'],
      target: 'carried-out',
      basis: {
        zh: '表内说明“第一项加第二项之和，等于第三项加第四项之和”',
        en: 'the note in the table: items 1 + 2 equal items 3 + 4',
      },
    },
  ];
}

/** Table three. The editions differ in （六）其他处理 alone: one row until 2020, three from 2021 on. */
function requestsTable(other: readonly RowForm[]): TableForm {
  const outcomes = [...OUTCOMES, ...other];
  return {
    id: 'requests',
    name: TABLE_NAMES.requests,
    section: 3,
    direction: 'down',
    labelWidth: 3,
    valueWidth: 7,
    header: [
      [
        { text: NOTE, span: 3 },
        { text: '申请人情况', span: 7 },
      ],
      [
        { text: '', span: 3 },
        { text: '自然人', span: 1 },
        { text: '法人或其他组织', span: 5 },
        { text: '总计', span: 1 },
      ],
      [
        { text: '', span: 3 },
        { text: '', span: 1 },
        ...COLUMNS.slice(1, 6).map(({ label }) => ({ text: label, span: 1 })),
        { text: '', span: 1 },
      ],
    ],
    blocks: [{ columns: COLUMNS, rows: [...RECEIVED, ...outcomes, ...CLOSING] }],
    identities: identities(outcomes),
  };
}

export const REQUESTS_TABLE_2019 = requestsTable(OTHER_ONE);
export const REQUESTS_TABLE_2021 = requestsTable(OTHER_THREE);
