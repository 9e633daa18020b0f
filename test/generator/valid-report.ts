import {
  columnsOf,
  editionById,
  editionOfYear,
  rowsOf,
  type EditionId,
  type TableId,
} from '../../server/src/core/index';
import { mayIssueRegulations } from '../../server/src/core/collection/body-name';
import { once, pick, type Choices } from './choices';
import { printAmount, type PrintedAmount } from './amounts';

/** What a report says: enough to print it in any layout and to know what a reader must find in it. */
export interface ValidReport {
  readonly edition: EditionId;
  readonly year: number;
  readonly body: string;
  /** By `cellKey`. */
  readonly cells: ReadonlyMap<string, PrintedAmount>;
}

export const cellKey = (table: TableId, row: string, column: string): string => `${table}/${row}/${column}`;

/** A report of some edition in which every relation of the form holds. */
export function validReport(choices: Choices, about?: { readonly body: string; readonly year: number }): ValidReport {
  const year = about?.year ?? 2019 + choices.below(8);
  const edition = editionOfYear(year).id;
  const body = about?.body ?? pick(choices, PLACES) + pick(choices, ORGANS);
  const cells = new Map<string, PrintedAmount>();
  fillRequests(cells, edition, choices);
  fillReview(cells, edition, choices);
  fillDisclosure(cells, edition, mayIssueRegulations(body), choices);
  return { edition, year, body, cells };
}

/** Invented; one name has a character outside the Basic Multilingual Plane. */
const PLACES = ['青禾市', '临溪县', '云岭区', '𠅤江县', '北苑镇', '望湖新区'];
const ORGANS = ['水务局', '人民政府', '农业农村局', '人民政府办公室', '发展和改革委员会', '司法局'];

/** Mostly zero, as in published reports. */
function count(choices: Choices): number {
  switch (choices.below(6)) {
    case 3:
    case 4:
      return choices.below(10);
    case 5:
      return choices.below(5000);
    default:
      return 0;
  }
}

const plain = (amount: number): PrintedAmount => ({ printed: String(amount), amount });

function fillRequests(cells: Map<string, PrintedAmount>, edition: EditionId, choices: Choices): void {
  const form = editionById(edition).tables.requests;
  const rows = rowsOf(form).map(({ id }) => id);
  const outcomes = rows.filter((id) => !['new', 'carried-in', 'results-total', 'carried-out'].includes(id));
  const applicants = columnsOf(form, 'new')
    .map(({ id }) => id)
    .filter((id) => id !== 'total');
  const totals = new Map<string, number>();
  const put = (row: string, column: string, amount: number): void => {
    cells.set(cellKey('requests', row, column), plain(amount));
    totals.set(row, (totals.get(row) ?? 0) + amount);
  };
  for (const applicant of applicants) {
    let answered = 0;
    for (const outcome of outcomes) {
      const amount = count(choices);
      put(outcome, applicant, amount);
      answered += amount;
    }
    const left = count(choices);
    const carriedIn = Math.min(count(choices), answered + left);
    put('results-total', applicant, answered);
    put('carried-out', applicant, left);
    put('carried-in', applicant, carriedIn);
    put('new', applicant, answered + left - carriedIn);
  }
  for (const row of rows) cells.set(cellKey('requests', row, 'total'), plain(totals.get(row)!));
}

function fillReview(cells: Map<string, PrintedAmount>, edition: EditionId, choices: Choices): void {
  for (const row of rowsOf(editionById(edition).tables.review)) {
    let total = 0;
    for (const column of ['upheld', 'corrected', 'other', 'pending']) {
      const amount = count(choices);
      total += amount;
      cells.set(cellKey('review', row.id, column), plain(amount));
    }
    cells.set(cellKey('review', row.id, 'total'), plain(total));
  }
}

function fillDisclosure(
  cells: Map<string, PrintedAmount>,
  edition: EditionId,
  issuesRegulations: boolean,
  choices: Choices,
): void {
  const form = editionById(edition).tables.disclosure;
  for (const row of rowsOf(form)) {
    for (const column of columnsOf(form, row.id)) {
      const counted = count(choices);
      const amount = row.id === 'regulations' && !issuesRegulations ? 0 : counted;
      cells.set(
        cellKey('disclosure', row.id, column.id),
        once(choices, 3) ? printAmount(column.unit, amount, choices) : plain(amount),
      );
    }
  }
}
