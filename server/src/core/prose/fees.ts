import { decimalOf, subtract, toNumber, type Decimal } from '../text/decimal';
import type { Span } from '../text/span';
import type { ProseText } from './prose-text';
import { cellOf, rowOf, tableOf, type PlacedCell, type Report } from '../model/report';
import { isOfOthers } from './scope';
import { patternOf } from './template';

/** What the prose says that was charged, in 万元 as table two has it. */
export interface StatedFees {
  readonly span: Span;
  readonly amount: Decimal;
  /** How many places of it are told: 282 万元 may be 282.1. */
  readonly places: number;
}

const AMOUNT = '(\\d{1,3}(?:,\\d{3})+|\\d{1,12})(?:\\.(\\d{1,6}))?(余|多)?(万|亿)?元';
/** 收取行政事业性收费 282.1 万元, 收取 282.1 万元行政事业性收费. */
const FEES = new RegExp(
  `${patternOf('{fees}{amounting*}')}${AMOUNT}|收取(?:了|共|共计)?${AMOUNT}的?${patternOf('{fees}>')}`,
  'g',
);
/** Fees that were not charged, and those of one kind. */
const NOT_ALL = /(?:减|免|退|缓|停|取消|降低|同比|较|其中|节约|涉及|优惠|欠)[^。;]*$/;
const ROUGH_BEHIND = /^(?:左右|以上|以下|上下)/;
const LONGEST_SENTENCE = 200;

/** The amounts that are surely all fees of the body in its year. */
export function statedFees(prose: ProseText): readonly StatedFees[] {
  const { folded } = prose;
  return [...folded.matchAll(FEES)].flatMap((found) => {
    const { 0: said, index } = found;
    const [whole, fraction = '', rough, scale] = found[1] === undefined ? found.slice(5, 9) : found.slice(1, 5);
    const lead = prose.sentenceBefore(index, LONGEST_SENTENCE);
    if (rough !== undefined || NOT_ALL.test(lead) || ROUGH_BEHIND.test(folded.slice(index + said.length))) return [];
    if (isOfOthers(lead, prose)) return [];
    const shift = scale === '万' ? 0 : scale === '亿' ? 4 : -4;
    const amount = decimalOf(whole!.replace(/,/g, ''), fraction, shift);
    if (amount === undefined) return [];
    const number = fraction === '' ? whole! : `${whole!}.${fraction}`;
    const at = index + said.indexOf(number);
    return [{ span: prose.printed(at, at + number.length), amount, places: Math.max(0, fraction.length - shift) }];
  });
}

const FEES_NEXT = new RegExp(`${patternOf('{fees}{amounting*}')}$`);

/** Whether a number at a place of the folded text, where none stands yet, would be that amount. */
export function areFeesNext(prose: ProseText, at: number): boolean {
  const lead = prose.sentenceBefore(at, LONGEST_SENTENCE);
  return FEES_NEXT.test(lead) && !NOT_ALL.test(lead) && !isOfOthers(lead, prose);
}

/** The cell of table two that has it. */
export function feesIn(report: Report): PlacedCell | undefined {
  const table = tableOf(report, 'disclosure');
  const row = table && rowOf(table, 'fees');
  const cell = row && cellOf(row, 'fee-amount');
  return cell === undefined || cell.value.kind === 'unreadable' ? undefined : { row: row!, cell };
}

/** Whether two amounts may be one, rounded or cut off in either place. */
export function mayBeSame(stated: StatedFees, inTable: Decimal): boolean {
  const difference = Math.abs(toNumber(subtract(stated.amount, inTable)));
  const places = Math.min(stated.places, inTable.scale);
  return difference === 0 || (stated.places !== inTable.scale && difference < 10 ** -places);
}
