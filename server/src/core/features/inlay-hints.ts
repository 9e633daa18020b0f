import type { Words } from '../formats/types';
import { rowsOnLine, type Cell } from '../model/report';
import type { Context } from '../context/context';
import { isTotalIn } from '../sums/identities';
import type { Sums } from '../sums/sums';
import { format } from '../text/decimal';
import type { Span } from '../text/span';

/** A few grey words behind a value. */
export interface InlayHint {
  readonly offset: number;
  readonly label: Words;
  readonly tooltip: Words;
}

export type InlayMode = 'off' | 'current-row' | 'problems' | 'all';

/**
 * Hints within a span; for `current-row` those of the row on the line `cursor`, and everywhere what is wrong beside a
 * value that is.
 */
export function inlayHints(
  { report, sums }: Context,
  mode: InlayMode,
  within: Span,
  cursor: number | undefined,
): readonly InlayHint[] {
  if (mode === 'off') return [];
  const hints: InlayHint[] = [];
  const current =
    mode === 'current-row' && cursor !== undefined && cursor >= 0 && cursor < report.lines.count
      ? rowsOnLine(report, cursor)
      : [];
  for (const table of report.tables) {
    if (table.span.end < within.start || table.span.start > within.end) continue;
    for (const row of table.rows) {
      const isCurrent = current.some((other) => other.row === row);
      for (const cell of row.cells) {
        if (cell.span.end < within.start || cell.span.end > within.end) continue;
        const remark = remarkOn(sums, cell);
        if (mode !== 'all' && !isCurrent && remark === undefined) continue;
        const suffix = (language: 'zh' | 'en') => (remark === undefined ? '' : ` ${remark[language]}`);
        hints.push({
          offset: cell.span.end,
          label: {
            zh: `${cell.column.name.zh}·${short(row.form.name.zh)}${suffix('zh')}`,
            en: `${cell.column.name.en} · ${short(row.form.name.en)}${suffix('en')}`,
          },
          tooltip: {
            zh: `${table.form.name.zh} › ${row.form.name.zh} › ${cell.column.name.zh}`,
            en: `${table.form.name.en} › ${row.form.name.en} › ${cell.column.name.en}`,
          },
        });
      }
    }
  }
  return hints;
}

/**
 * What is wrong with a value: the number that was meant where one cause is clearly likeliest, else what its parts add
 * up to, or by how much its column does not balance. `undefined` for a value in which nothing is wrong.
 */
function remarkOn(sums: Sums, cell: Cell): Words | undefined {
  const broken = sums.relationsOf(cell).filter((identity) => !sums.amounts.holds(identity));
  for (const identity of broken) {
    const fault = sums.faultOf(identity);
    const change = fault?.clear === true ? fault.repairs[0]?.find(({ place }) => place.cell === cell) : undefined;
    if (change !== undefined)
      return fault!.unique ? shouldBe(String(change.to)) : { zh: `疑为 ${change.to}`, en: `probably ${change.to}` };
  }
  const relation = broken.find((identity) => identity.target.cell === cell);
  if (relation === undefined) return undefined;
  // Another value is the one that is wrong.
  if (sums.faultOf(relation)?.clear === true) return { zh: '不符', en: 'differs' };
  // Of a blank total it is not clear what it should be where one of its sums is broken.
  if (isTotalIn(relation, cell))
    return sums.amounts.isBlankTotal(cell)
      ? undefined
      : shouldBe(format(sums.amounts.needed(relation, relation.target)));
  const gap = format(sums.amounts.surplus(relation)).replace('-', '');
  return { zh: `相差 ${gap}`, en: `off by ${gap}` };
}

const shouldBe = (value: string): Words => ({ zh: `应为 ${value}`, en: `should be ${value}` });

const LONGEST = 8;

/** The last part of a row's name, without its number, cut where it is long. */
function short(name: string): string {
  const words = name.slice(name.lastIndexOf('·') + 1).replace(/^(?:（[一二三四五六七]）|[一二三四]、|\d\.)/, '');
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}
