import { TABLE_NAMES } from './table-names';
import type { ColumnForm, RowForm, TableForm } from './types';

const column = (id: string, label: string, en: string): ColumnForm => ({
  id,
  label,
  accepted: [],
  unit: 'count',
  name: { zh: label, en },
});
const row = (id: string, label: string, zh: string, en: string, groups: readonly string[] = []): RowForm => ({
  id,
  label,
  accepted: [],
  groups,
  name: { zh, en },
});

const COLUMNS: readonly ColumnForm[] = [
  column('upheld', '结果维持', 'upheld'),
  column('corrected', '结果纠正', 'corrected'),
  column('other', '其他结果', 'other outcome'),
  column('pending', '尚未审结', 'pending'),
  column('total', '总计', 'total'),
];
const OUTCOME_LABELS = COLUMNS.map(({ label }) => ({ text: label, span: 1 }));

/** Table four, the same in every edition: three groups of five values in one line. */
export const REVIEW_TABLE: TableForm = {
  id: 'review',
  name: TABLE_NAMES.review,
  section: 4,
  direction: 'across',
  labelWidth: 0,
  valueWidth: 15,
  header: [
    [
      { text: '行政复议', span: 5 },
      { text: '行政诉讼', span: 10 },
    ],
    [...OUTCOME_LABELS, { text: '未经复议直接起诉', span: 5 }, { text: '复议后起诉', span: 5 }],
    [...OUTCOME_LABELS.map(() => ({ text: '', span: 1 })), ...OUTCOME_LABELS, ...OUTCOME_LABELS],
  ],
  blocks: [
    {
      columns: COLUMNS,
      rows: [
        row('reconsideration', '行政复议', '行政复议', 'reconsideration'),
        row('litigation-direct', '未经复议直接起诉', '未经复议直接起诉', 'direct litigation', ['行政诉讼']),
        row('litigation-after-reconsideration', '复议后起诉', '复议后起诉', 'litigation after reconsideration', [
          '行政诉讼',
        ]),
      ],
    },
  ],
  identities: [
    {
      rule: 'review-total-mismatch',
      direction: 'across',
      left: ['total'],
      right: ['upheld', 'corrected', 'other', 'pending'],
      target: 'total',
      basis: {
        zh: '总计为结果维持、结果纠正、其他结果、尚未审结之和',
        en: 'the total is the sum of the four outcomes',
      },
    },
  ],
};
