import type { Unit } from '../text/value';
import { TABLE_NAMES } from './table-names';
import type { BlockForm, ColumnForm, RowForm, TableForm, Words } from './types';

const column = (
  id: string,
  label: string,
  en: string,
  unit: Unit = 'count',
  accepted: readonly string[] = [],
): ColumnForm => ({
  id,
  label,
  accepted,
  unit,
  name: { zh: label, en },
});
const row = (id: string, label: string, en: string, accepted: readonly string[] = []): RowForm => ({
  id,
  label,
  accepted,
  groups: [],
  name: { zh: label, en },
});

const REGULATIONS = row('regulations', '规章', 'rules');
const LICENSING = row('licensing', '行政许可', 'licensing');
const OTHER_SERVICES = row('other-services', '其他对外管理服务事项', 'other services');
const PENALTIES = row('penalties', '行政处罚', 'penalties');
const COERCION = row('coercion', '行政强制', 'coercive measures');
const FEES = row('fees', '行政事业性收费', 'administrative fees');
const PROCUREMENT = row('procurement', '政府集中采购', 'central procurement');

const ABOUT: Readonly<Record<string, Words>> = {
  '（一）': {
    zh: '行政法规、规章和规范性文件：本机关制定和现行有效的件数',
    en: 'Rules and normative documents: how many were made and are in force',
  },
  '（五）': {
    zh: '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果：本年作出的行政许可等决定的数量',
    en: 'Licensing and other services: how many decisions were made',
  },
  '（六）': {
    zh: '实施行政处罚、行政强制的依据、条件、程序以及行政处罚决定：本年作出的决定数量',
    en: 'Penalties and coercive measures: how many decisions were made',
  },
  '（八）': {
    zh: '行政事业性收费项目及其依据、标准：项目的增减，或本年收费金额',
    en: 'Administrative fees: items, or the amount charged',
  },
  '（九）': {
    zh: '政府集中采购项目的目录、标准及实施情况：项目数量和总金额',
    en: 'Central procurement: number of items and amount',
  },
};

/** What an item of article 20 asks for, in general terms. */
const about = (item: string): Words => Object.entries(ABOUT).find(([number]) => item.includes(number))![1];

const ITEM_1 = '第二十条第（一）项';
const ITEM_5 = '第二十条第（五）项';
const ITEM_6 = '第二十条第（六）项';
const ITEM_8 = '第二十条第（八）项';
const ITEM_9 = '第二十条第（九）项';

const ITEMS_LAST_YEAR = column('items-last-year', '上一年项目数量', 'items last year');
const ITEMS_CHANGE = column('items-change', '本年增/减', 'change this year', 'change', ['本年增减']);
const DECISIONS = column('decisions', '处理决定数量', 'decisions');
const DECISIONS_THIS_YEAR = column('decisions', '本年处理决定数量', 'decisions this year', 'count', ['处理决定数量']);

/** 上一年项目数量 + 本年增/减 = 处理决定数量 is no identity: the first two count items, the last counts cases. */
const BLOCKS_2019: readonly BlockForm[] = [
  {
    item: ITEM_1,
    columns: [
      column('made', '本年新制作数量', 'made this year'),
      column('disclosed', '本年新公开数量', 'disclosed this year'),
      column('disclosed-total', '对外公开总数量', 'disclosed in total'),
    ],
    rows: [REGULATIONS, row('normative-documents', '规范性文件', 'normative documents', ['行政规范性文件'])],
  },
  { item: ITEM_5, columns: [ITEMS_LAST_YEAR, ITEMS_CHANGE, DECISIONS], rows: [LICENSING, OTHER_SERVICES] },
  { item: ITEM_6, columns: [ITEMS_LAST_YEAR, ITEMS_CHANGE, DECISIONS], rows: [PENALTIES, COERCION] },
  { item: ITEM_8, columns: [ITEMS_LAST_YEAR, ITEMS_CHANGE], rows: [FEES] },
  {
    item: ITEM_9,
    columns: [
      column('procurement-items', '采购项目数量', 'procurement items'),
      column('procurement-amount', '采购总金额', 'amount in yuan', 'yuan'),
    ],
    rows: [PROCUREMENT],
  },
];

const BLOCKS_2021: readonly BlockForm[] = [
  {
    item: ITEM_1,
    columns: [
      column('issued', '本年制发件数', 'issued this year'),
      column('repealed', '本年废止件数', 'repealed this year'),
      column('in-force', '现行有效件数', 'in force'),
    ],
    rows: [REGULATIONS, row('normative-documents', '行政规范性文件', 'normative documents')],
  },
  { item: ITEM_5, columns: [DECISIONS_THIS_YEAR], rows: [LICENSING] },
  { item: ITEM_6, columns: [DECISIONS_THIS_YEAR], rows: [PENALTIES, COERCION] },
  {
    item: ITEM_8,
    columns: [
      column('fee-amount', '本年收费金额（单位：万元）', 'fees in 10,000 yuan', 'ten-thousand-yuan', ['本年收费金额']),
    ],
    rows: [FEES],
  },
];

/** Table two, laid out on a grid of one label column and three value columns. */
const disclosureTable = (blocks: readonly BlockForm[]): TableForm => ({
  id: 'disclosure',
  name: TABLE_NAMES.disclosure,
  section: 2,
  direction: 'down',
  labelWidth: 1,
  valueWidth: 3,
  header: [],
  blocks: blocks.map((block) => (block.item === undefined ? block : { ...block, about: about(block.item) })),
  identities: [],
});

export const DISCLOSURE_TABLE_2019 = disclosureTable(BLOCKS_2019);
export const DISCLOSURE_TABLE_2021 = disclosureTable(BLOCKS_2021);
