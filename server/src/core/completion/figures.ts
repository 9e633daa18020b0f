import { aboutCell, cellsAddedUp, IN_TABLES } from '../explaining/about';
import type { Words } from '../formats/types';
import { countedAt } from '../prose/facts';
import { areFeesNext, feesIn } from '../prose/fees';
import { nameOfQuantity, readingsOf, type CellSum } from '../prose/quantities';
import type { Context } from '../context/context';
import { equal, format } from '../text/decimal';
import { fold } from '../text/fold';
import { span } from '../text/span';
import type { Caret } from './caret';
import { wordsProposed, type Proposal } from './proposal';
import { CASE_UNIT, IN_WORDS } from '../text/lexicon';

/** Behind words that tell what a number would count: what the tables have for it. */
export function figuresAt(context: Context, caret: Caret): readonly Proposal[] {
  const { report, prose, sums } = context;
  if (report.title !== undefined && caret.offset < report.title.span.end) return [];
  if (report.sections.some(({ heading }) => heading.start <= caret.offset && caret.offset <= heading.end)) return [];
  const at = prose.foldedAt(caret.offset);
  if (NUMBER_AHEAD.test(prose.folded.slice(at, at + 12)) || GOES_ON.test(fold(caret.after.slice(0, 40)))) return [];
  const ahead = prose.folded.slice(at, at + 2);
  const fees = areFeesNext(prose, at) ? feesIn(report) : undefined;
  if (fees !== undefined) return [figureOf(context, caret, [fees], [], '万元', ahead)];
  const quantities = countedAt(prose, at);
  const readings = readingsOf(report, quantities).filter((cells) => sums.amounts.areCertain(cells));
  const distinct = readings.filter(
    (cells, i) => !readings.slice(0, i).some((other) => equal(sums.amounts.sum(other), sums.amounts.sum(cells))),
  );
  return distinct.map((cells) => figureOf(context, caret, cells, quantities.map(nameOfQuantity), '件', ahead));
}

/** What cells come to, with its unit where none stands ahead. */
function figureOf(
  context: Context,
  { offset }: Caret,
  cells: CellSum,
  quantity: readonly Words[],
  unit: string,
  ahead: string,
): Proposal {
  const amount = format(context.sums.amounts.sum(cells));
  const figure = UNIT_AHEAD.test(ahead) || ahead.startsWith(unit) ? amount : `${amount}${unit}`;
  return wordsProposed('figure', figure, nameOf(cells, quantity), span(offset, offset), () =>
    aboutFigure(context, cells),
  );
}

const NUMBER_AHEAD = new RegExp(`^(?:\\d|${IN_WORDS}+(?:余|多)?${CASE_UNIT})`);
/** Words that the caret is in the midst of, and a number that follows in the same clause. */
const GOES_ON = new RegExp(`^(?!${CASE_UNIT}|申请|依申请|政府信息公开申请)\\p{Script=Han}|^[^。,;]{0,20}?\\d`, 'u');
const UNIT_AHEAD = new RegExp(`^${CASE_UNIT}`);

/** The cells, where they are few enough to be named. */
function nameOf(cells: CellSum, quantity: readonly Words[]): Words {
  const named = (language: 'zh' | 'en') =>
    cells.length > MOST_NAMED
      ? quantity.map((one) => one[language]).join(' + ')
      : cells.map(({ row, cell }) => `${row.form.name[language]}·${cell.column.name[language]}`).join(' + ');
  return { zh: named('zh'), en: named('en') };
}

const MOST_NAMED = 2;

function aboutFigure(context: Context, cells: CellSum): readonly Words[] {
  const [only, ...others] = cells;
  const table = context.report.tables.find(({ rows }) => rows.includes(only!.row));
  const cell = others.length > 0 || table === undefined ? [] : aboutCell(context, { table, ...only! });
  return cell.length > 0 ? cell : [IN_TABLES, cellsAddedUp(cells, context.sums)];
}
