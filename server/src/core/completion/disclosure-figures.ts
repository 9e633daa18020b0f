import { cellOf, rowOf, tableOf, type PlacedCell, type Report } from '../model/report';

/** A value of table two that a number would state, and its unit. */
export interface DisclosureFigure {
  readonly place: PlacedCell;
  readonly unit: string;
}

const DOCUMENT = /规章|规范性文件/;
/** The columns of both editions that a verb speaks of. */
const VERBS: readonly (readonly [words: string, columns: readonly string[]])[] = [
  ['废止', ['repealed']],
  ['现行有效', ['in-force']],
  ['制发|制定|出台|印发', ['issued', 'made']],
];
const VERB = VERBS.map(([words]) => words).join('|');
const DECISIONS: readonly (readonly [words: string, row: string])[] = [
  ['行政许可', 'licensing'],
  ['行政处罚', 'penalties'],
  ['行政强制', 'coercion'],
];
/** What may stand between the words and the number. */
const THEN = '(?:总数|数量?)?(?:共计?|合计|累计|总计|为)?$';

const OF_DOCUMENTS = new RegExp(
  `(?:(?:${VERB})[^,;]{0,8}(?:${DOCUMENT.source})|(?:${DOCUMENT.source})[^,;]{0,6}(?:${VERB})(?:的)?)${THEN}`,
);
const OF_DECISIONS = new RegExp(
  `(?:${DECISIONS.map(([words]) => words).join('|')})(?:处理)?(?:决定|事项|案件)?${THEN}`,
);
const OF_FEES = new RegExp(`行政事业性收费(?:金额|总额|收入)?${THEN}`);
const OTHER_TIME = /上年|上一年|去年|往年|同比/;

/** What table two has for a number behind the words of a clause, folded. */
export function disclosureFigure(report: Report, clause: string): DisclosureFigure | undefined {
  if (OTHER_TIME.test(clause)) return undefined;
  const documents = OF_DOCUMENTS.exec(clause)?.[0];
  if (documents !== undefined) {
    const columns = VERBS.find(([words]) => new RegExp(words).test(documents))![1];
    const place = placeOf(report, documents.includes('规章') ? 'regulations' : 'normative-documents', columns);
    return place && { place, unit: '件' };
  }
  const decisions = OF_DECISIONS.exec(clause)?.[0];
  if (decisions !== undefined) {
    const [, row] = DECISIONS.find(([words]) => decisions.startsWith(words))!;
    const place = placeOf(report, row, ['decisions']);
    return place && { place, unit: '件' };
  }
  const place = OF_FEES.test(clause) ? placeOf(report, 'fees', ['fee-amount']) : undefined;
  return place && { place, unit: '万元' };
}

function placeOf(report: Report, rowId: string, columns: readonly string[]): PlacedCell | undefined {
  const table = tableOf(report, 'disclosure');
  const row = table && rowOf(table, rowId);
  const cell = columns.map((column) => row && cellOf(row, column)).find((one) => one !== undefined);
  return row === undefined || cell === undefined || cell.value.kind === 'unreadable' ? undefined : { row, cell };
}
