import type { Words } from '../formats/types';
import { rowsOnLine } from '../model/report';
import type { Context } from '../rules/rule';
import { format } from '../text/decimal';
import type { Span } from '../text/span';
import { relationsOf } from './relations';

/** A few grey words behind a value. */
export interface InlayHint {
  readonly offset: number;
  readonly label: Words;
  readonly tooltip: Words;
}

export type InlayMode = 'off' | 'current-row' | 'problems' | 'all';

/** Hints within a span; for `current-row` those of the row on the line `cursor`, and everywhere the expected value beside a wrong total. */
export function inlayHints({ report, sums }: Context, mode: InlayMode, within: Span, cursor: number | undefined): readonly InlayHint[] {
  if (mode === 'off') return [];
  const hints: InlayHint[] = [];
  const current = mode === 'current-row' && cursor !== undefined && cursor >= 0 && cursor < report.lines.count ? rowsOnLine(report, cursor) : [];
  for (const table of report.tables) {
    if (table.span.end < within.start || table.span.start > within.end) continue;
    for (const row of table.rows) {
      const isCurrent = current.some((other) => other.row === row);
      for (const cell of row.cells) {
        if (cell.span.end < within.start || cell.span.end > within.end) continue;
        const broken = relationsOf(sums, cell).filter((identity) => identity.target.cell === cell && !sums.amounts.holds(identity));
        const named = mode === 'all' || isCurrent || broken.length > 0;
        if (!named) continue;
        const expected = broken[0] === undefined ? undefined : format(sums.amounts.needed(broken[0], broken[0].target));
        const suffix = (language: 'zh' | 'en') => (expected === undefined ? '' : language === 'zh' ? ` 应为 ${expected}` : ` should be ${expected}`);
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

const LONGEST = 8;

/** The last part of a row's name, without its number, cut where it is long. */
function short(name: string): string {
  const own = name.slice(name.lastIndexOf('·') + 1).replace(/^(?:（[一二三四五六七]）|[一二三四]、|\d\.)/, '');
  return own.length > LONGEST ? `${own.slice(0, LONGEST)}…` : own;
}
