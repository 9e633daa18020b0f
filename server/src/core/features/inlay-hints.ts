import { isSilenced } from '../check/silenced';
import type { Words } from '../formats/types';
import { rowsOnLine, type Cell, type Row, type Table } from '../model/report';
import type { Context } from '../context/context';
import { isTotalIn } from '../sums/identities';
import type { Omission } from '../sums/omissions';
import { format } from '../text/decimal';
import type { Span } from '../text/span';
import { displayWidth } from '../text/width';

/** A few grey words behind a value. */
export interface InlayHint {
  readonly offset: number;
  readonly label: Words;
  readonly tooltip: Words;
}

export type InlayMode = 'off' | 'current-row' | 'problems' | 'all';

/**
 * Hints within a span; for `current-row` those of the row at the `caret`, an offset, and everywhere what is wrong
 * beside a value that is. A line that prints several values gets the names of their columns where it surely has room
 * for them, else that of the value at the caret: how wide the window is nobody tells.
 */
export function inlayHints(
  context: Context,
  mode: InlayMode,
  within: Span,
  caret: number | undefined,
): readonly InlayHint[] {
  if (mode === 'off') return [];
  const { report } = context;
  const current = mode === 'current-row' && caret !== undefined ? rowsOnLine(report, report.lines.lineAt(caret)) : [];
  const room = new Map<number, number>();
  return report.tables
    .filter(({ span }) => span.end >= within.start && span.start <= within.end)
    .flatMap((table) =>
      table.rows.flatMap((row) =>
        hintsOf(context, table, row, {
          isNamed: mode === 'all' || current.some((other) => other.row === row),
          caret: mode === 'current-row' ? caret : undefined,
          room,
        }),
      ),
    )
    .filter(({ offset }) => within.start <= offset && offset <= within.end);
}

/** So many cells of the screen a line takes with its hints; beyond that it may wrap in the window of a small screen. */
const WIDEST = 100;

interface Naming {
  /** The columns of the row are named. */
  readonly isNamed: boolean;
  readonly caret: number | undefined;
  /** What is left of the lines on which several values were printed so far. */
  readonly room: Map<number, number>;
}

function hintsOf(context: Context, table: Table, row: Row, { isNamed, caret, room }: Naming): readonly InlayHint[] {
  const { lines, text } = context.report;
  const line = lines.lineAt(row.cells[0]?.span.start ?? 0);
  const isShared = row.cells.length > 1 && row.cells.every(({ span }) => lines.lineAt(span.start) === line);
  const names = row.cells.map(({ column }) => column.name.zh);
  let isWide = false;
  if (isShared && isNamed) {
    const own = text.slice(lines.start(line), lines.end(line));
    const left = room.get(line) ?? WIDEST - displayWidth(own.replaceAll('\t', '    '));
    const needed = displayWidth(names.join('')) + names.length;
    isWide = needed > left;
    room.set(line, isWide ? left : left - needed);
  }
  return row.cells.flatMap((cell): readonly InlayHint[] => {
    const remark = remarkOn(context, cell);
    const isAtCaret = caret !== undefined && cell.span.start <= caret && caret <= cell.span.end;
    const isBare = isShared && (!isNamed || (isWide && !isAtCaret));
    if (remark === undefined && (isBare || !isNamed)) return [];
    // What is wrong comes first: the editor cuts what a line has no room for.
    const label = (language: 'zh' | 'en'): string => {
      const dot = language === 'zh' ? '·' : ' · ';
      const column = cell.column.name[language];
      const name = isShared ? column : `${column}${dot}${short(row.form.name[language])}`;
      return [...(remark === undefined ? [] : [remark[language]]), ...(isBare ? [] : [name])].join(
        language === 'zh' ? '，' : ', ',
      );
    };
    const place = [table.form.name, row.form.name, cell.column.name];
    return [
      {
        offset: cell.span.end,
        label: { zh: label('zh'), en: label('en') },
        tooltip: { zh: place.map(({ zh }) => zh).join(' › '), en: place.map(({ en }) => en).join(' › ') },
      },
    ];
  });
}

/**
 * What is wrong with a value: the number that was meant where one cause is clearly likeliest, else what its parts add
 * up to, or by how much its column does not balance. `undefined` for a value in which nothing is wrong.
 */
export function remarkOn(context: Context, cell: Cell): Words | undefined {
  const { sums } = context;
  const omission = sums.omissions.find(({ total }) => total.cell === cell);
  if (omission !== undefined) return remarkOnOmission(context, omission);
  const broken = sums
    .relationsOf(cell)
    .filter(({ form, target }) => !isSilenced(context, form.rule, target.cell.span))
    .filter((identity) => !sums.amounts.holds(identity));
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

/** Nothing where a total was left out of which it is not clear what it should be. */
function remarkOnOmission(context: Context, { total, ways, certain }: Omission): Words | undefined {
  const [way, another] = ways;
  if (way === undefined || another !== undefined || isSilenced(context, total.form.rule, total.cell.span))
    return undefined;
  const value = format(way.value);
  return certain ? shouldBe(value) : { zh: `疑为 ${value}`, en: `probably ${value}` };
}

const shouldBe = (value: string): Words => ({ zh: `应为 ${value}`, en: `should be ${value}` });

const LONGEST = 8;

/** The last part of a row's name, without its number, cut where it is long. */
function short(name: string): string {
  const words = name.slice(name.lastIndexOf('·') + 1).replace(/^(?:（[一二三四五六七]）|[一二三四]、|\d\.)/, '');
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}
