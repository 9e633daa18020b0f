import { rowsOf } from '../formats/editions';
import type { TableId } from '../formats/table-names';
import type { Words } from '../formats/types';
import { cellOf, rowOf, tableOf, type PlacedCell, type Report } from '../model/report';

/** What a number in the prose may count, in terms of the tables. */
export type QuantityId =
  | 'received'
  | 'carried-in'
  | 'handled'
  | 'carried-out'
  | Outcome
  | ReviewKind
  | `applicant:${Applicant}`
  | ReviewQuantity
  | DisclosureQuantity;

export type Outcome = 'granted' | 'partly-granted' | 'refused' | 'unavailable' | 'not-processed' | 'other';
export type ReviewKind = 'reconsideration' | 'litigation';
export type RowOfDocuments = 'regulations' | 'normative-documents';
export type DocumentQuantity = `documents:${RowOfDocuments}:${'issued' | 'repealed' | 'in-force'}`;
type DecisionQuantity = `decisions:${'licensing' | 'penalties' | 'coercion'}`;
type DisclosureQuantity = DocumentQuantity | DecisionQuantity;

export type Applicant = 'natural-person' | 'organisations' | 'enterprise' | 'legal-service';
export type ReviewResult = 'upheld' | 'corrected' | 'other' | 'pending';
type ReviewQuantity = `review:${ReviewKind}:${ReviewResult}`;

/**
 * What a number in the prose counts: nothing, one quantity, or several together; `elsewhere`: such a quantity, but of
 * another time or office.
 */
export type Counted = readonly QuantityId[] | 'elsewhere';

/** Cells that a number may be the sum of. A number in the prose is right where it is one of its readings. */
export type CellSum = readonly PlacedCell[];

const NAMES: Readonly<Record<Exclude<QuantityId, ReviewQuantity | DisclosureQuantity>, Words>> = {
  received: { zh: '收到申请', en: 'requests received' },
  'carried-in': { zh: '上年结转', en: 'carried in' },
  handled: { zh: '（七）总计', en: 'handled in total' },
  'carried-out': { zh: '结转下年度', en: 'carried over' },
  granted: { zh: '予以公开', en: 'granted' },
  'partly-granted': { zh: '部分公开', en: 'partly granted' },
  refused: { zh: '不予公开', en: 'refused' },
  unavailable: { zh: '无法提供', en: 'unavailable' },
  'not-processed': { zh: '不予处理', en: 'not processed' },
  other: { zh: '其他处理', en: 'other handling' },
  reconsideration: { zh: '行政复议', en: 'reconsideration' },
  litigation: { zh: '行政诉讼', en: 'litigation' },
  'applicant:natural-person': { zh: '自然人申请', en: 'requests by natural persons' },
  'applicant:organisations': { zh: '法人或其他组织申请', en: 'requests by organisations' },
  'applicant:enterprise': { zh: '商业企业申请', en: 'requests by enterprises' },
  'applicant:legal-service': { zh: '法律服务机构申请', en: 'requests by legal services' },
};

const REVIEW_RESULTS: Readonly<Record<ReviewResult, Words>> = {
  upheld: { zh: '结果维持', en: 'upheld' },
  corrected: { zh: '结果纠正', en: 'corrected' },
  other: { zh: '其他结果', en: 'with other results' },
  pending: { zh: '尚未审结', en: 'pending' },
};

const DISCLOSED: Readonly<Record<string, Words>> = {
  regulations: { zh: '规章', en: 'rules' },
  'normative-documents': { zh: '规范性文件', en: 'normative documents' },
  issued: { zh: '制发', en: 'issued' },
  repealed: { zh: '废止', en: 'repealed' },
  'in-force': { zh: '现行有效', en: 'in force' },
  licensing: { zh: '行政许可', en: 'licensing' },
  penalties: { zh: '行政处罚', en: 'penalties' },
  coercion: { zh: '行政强制', en: 'coercive measures' },
};

/** How a message names a quantity. */
export function nameOfQuantity(id: QuantityId): Words {
  if (isOfReview(id)) {
    const [, kind, result] = id.split(':') as ['review', ReviewKind, ReviewResult];
    return { zh: NAMES[kind].zh + REVIEW_RESULTS[result].zh, en: `${NAMES[kind].en} ${REVIEW_RESULTS[result].en}` };
  }
  if (!isOfDisclosure(id)) return NAMES[id];
  const [, row, column] = id.split(':').map((part) => DISCLOSED[part]);
  return column === undefined ? row! : { zh: row!.zh + column.zh, en: `${row!.en} ${column.en}` };
}

const isOfReview = (id: QuantityId): id is ReviewQuantity => id.startsWith('review:');
const isOfDisclosure = (id: QuantityId): id is DisclosureQuantity =>
  id.startsWith('documents:') || id.startsWith('decisions:');

/** Which documents a quantity is about. */
export const documentsOf = (id: QuantityId): RowOfDocuments | undefined =>
  id.startsWith('documents:') ? (id.split(':')[1] as RowOfDocuments) : undefined;

/** Every reading of a quantity in a report's tables; none where the tables do not say. */
export function readingsOf(report: Report, ids: readonly QuantityId[]): readonly CellSum[] {
  if (ids.length > 1) return joint(ids.map((id) => group(report, id)));
  const [id] = ids;
  switch (id) {
    case undefined:
      return [];
    case 'received':
      return present([requests(report, ['new'], 'total'), requests(report, ['new', 'carried-in'], 'total')]);
    case 'handled':
      return present([requests(report, ['results-total'], 'total')]);
    case 'carried-in':
    case 'carried-out':
      return present([requests(report, [id], 'total')]);
    // 予以公开 is said of partly granted requests as well.
    case 'granted':
      return present([group(report, 'granted'), joint([group(report, 'granted'), group(report, 'partly-granted')])[0]]);
    case 'reconsideration':
      return present([review(report, ['reconsideration'], 'total')]);
    case 'litigation':
      return present([LITIGATION, ...LITIGATION.map((row) => [row])].map((rows) => review(report, rows, 'total')));
    default:
      return others(report, id);
  }
}

const LITIGATION = ['litigation-direct', 'litigation-after-reconsideration'];

function others(report: Report, id: QuantityId): readonly CellSum[] {
  const [kind, first, second] = id.split(':');
  if (kind === 'applicant') {
    const columns = first === 'organisations' ? ORGANISATIONS : [first!];
    return present(
      [['new'], ['new', 'carried-in']].map((rows) => sumOf(columns.map((column) => requests(report, rows, column)))),
    );
  }
  if (kind === 'review') {
    const rows = first === 'litigation' ? [LITIGATION, ...LITIGATION.map((row) => [row])] : [['reconsideration']];
    return present(rows.map((row) => review(report, row, second!)));
  }
  if (kind === 'documents')
    return present(DOCUMENT_COLUMNS[second!]!.map((column) => cells(report, 'disclosure', [first!], column)));
  if (kind === 'decisions') return present([cells(report, 'disclosure', [first!], 'decisions')]);
  // A sentence may name one reason of a group and mean that reason alone.
  const whole = group(report, id);
  return whole === undefined ? [] : [whole, ...whole.map((part) => [part])];
}

/** The columns of table two in all of its forms. */
const DOCUMENT_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  issued: ['issued', 'made'],
  repealed: ['repealed'],
  'in-force': ['in-force'],
};

const ORGANISATIONS = ['enterprise', 'research-institute', 'public-interest', 'legal-service', 'other-organisation'];

/** The rows of an outcome, all of them, in the column of totals. */
function group(report: Report, id: string): CellSum | undefined {
  const table = tableOf(report, 'requests');
  if (table === undefined) return undefined;
  const rows = rowsOf(table.form).filter((row) => row.id === id || row.id.startsWith(`${id}.`));
  return requests(
    report,
    rows.map((row) => row.id),
    'total',
  );
}

const requests = (report: Report, rows: readonly string[], column: string): CellSum | undefined =>
  cells(report, 'requests', rows, column);
const review = (report: Report, rows: readonly string[], column: string): CellSum | undefined =>
  cells(report, 'review', rows, column);

function cells(report: Report, tableId: TableId, rowIds: readonly string[], column: string): CellSum | undefined {
  const table = tableOf(report, tableId);
  if (table === undefined || rowIds.length === 0) return undefined;
  const found = rowIds.flatMap((id) => {
    const row = rowOf(table, id);
    const cell = row === undefined ? undefined : cellOf(row, column);
    return row === undefined || cell === undefined || cell.value.kind === 'unreadable' ? [] : [{ row, cell }];
  });
  return found.length === rowIds.length ? found : undefined;
}

const sumOf = (parts: readonly (CellSum | undefined)[]): CellSum | undefined =>
  parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part!);
const joint = (parts: readonly (CellSum | undefined)[]): readonly CellSum[] => present([sumOf(parts)]);
const present = (sums: readonly (CellSum | undefined)[]): readonly CellSum[] => sums.filter((sum) => sum !== undefined);
