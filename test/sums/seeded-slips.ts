import { columnsOf, editionById, rowsOf, type TableId } from '../../server/src/core/index';
import { pick, type Choices } from '../generator/choices';
import { cellKey, type ValidReport } from '../generator/valid-report';

/** A number that someone got wrong: what the cell should say and what it says. */
export interface Mistake {
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
  readonly right: number;
  readonly wrong: number;
}

/** One way in which a right report goes wrong. */
export interface SlipKind {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly table: 'requests' | 'review';
  /** `single`: one cell; `double`: two cells of a row by one slip; `row`: as many as the row has. */
  readonly size: 'single' | 'double' | 'row';
  /** The cells that one such slip gets wrong; `undefined` where this report, or this try, has no place for it. */
  readonly seed: (report: ValidReport, choices: Choices) => readonly Mistake[] | undefined;
}

/** What a finger does to a printed number. */
type Finger = (digits: string, choices: Choices) => string;

const insert = (digits: string, at: number, digit: string): string => digits.slice(0, at) + digit + digits.slice(at);
const DIGITS = [...'0123456789'];

const FINGERS = {
  added: (digits, choices) => insert(digits, choices.below(digits.length + 1), pick(choices, DIGITS)),
  dropped: (digits, choices) => {
    const at = choices.below(digits.length);
    return digits.slice(0, at) + digits.slice(at + 1);
  },
  doubled: (digits, choices) => {
    const at = choices.below(digits.length);
    return insert(digits, at, digits[at]!);
  },
  swapped: (digits, choices) => {
    const at = choices.below(digits.length);
    return digits.slice(0, at) + (digits[at + 1] ?? '') + digits[at]! + digits.slice(at + 2);
  },
  replaced: (digits, choices) => {
    const at = choices.below(digits.length);
    return digits.slice(0, at) + pick(choices, DIGITS) + digits.slice(at + 1);
  },
} satisfies Record<string, Finger>;

/**
 * The number as the finger leaves it; `undefined` where that is no number, the same one, or nothing that is written as
 * a count.
 */
function mistype(amount: number, finger: Finger, choices: Choices): number | undefined {
  const digits = finger(String(amount), choices);
  const wrong = Number(digits);
  return digits === '' || String(wrong) !== digits || wrong === amount ? undefined : wrong;
}

type Place = readonly [row: string, column: string];

function placesOf({ edition }: ValidReport, table: 'requests' | 'review'): readonly Place[] {
  const form = editionById(edition).tables[table];
  return rowsOf(form).flatMap(({ id }) => columnsOf(form, id).map((column): Place => [id, column.id]));
}

const isTotal = ([row, column]: Place): boolean => column === 'total' || row === 'results-total';
const amountAt = (report: ValidReport, table: TableId, [row, column]: Place): number =>
  report.cells.get(cellKey(table, row, column))!.amount;

const mistakeAt = (report: ValidReport, table: 'requests' | 'review', place: Place, wrong: number): Mistake => ({
  table,
  row: place[0],
  column: place[1],
  right: amountAt(report, table, place),
  wrong,
});

/**
 * A slip in one cell of those that `among` lets through. Slips happen to numbers that are written, more often than to
 * zeros.
 */
const single =
  (
    table: 'requests' | 'review',
    among: (place: Place) => boolean,
    finger: (amount: number, choices: Choices) => number | undefined,
  ): SlipKind['seed'] =>
  (report, choices) => {
    const places = placesOf(report, table).filter(among);
    const filled = places.filter((place) => amountAt(report, table, place) > 0);
    const place = pick(choices, filled.length > 0 && choices.below(4) > 0 ? filled : places);
    const wrong = finger(amountAt(report, table, place), choices);
    return wrong === undefined ? undefined : [mistakeAt(report, table, place, wrong)];
  };

const typed =
  (finger: Finger) =>
  (amount: number, choices: Choices): number | undefined =>
    mistype(amount, finger, choices);

/** Off by a few, as counts and sums in the head are. */
function miscounted(amount: number, choices: Choices): number | undefined {
  const by = 1 + choices.below(9);
  const wrong = choices.below(2) === 0 ? amount + by : amount - by;
  return wrong < 0 ? undefined : wrong;
}

/** An operand mistyped, and the total of its row made wrong by `follow`. */
const withTotal =
  (
    follow: (
      operand: { right: number; wrong: number },
      total: number,
      finger: Finger,
      choices: Choices,
    ) => number | undefined,
  ): SlipKind['seed'] =>
  (report, choices) => {
    const finger = pick<Finger>(choices, Object.values(FINGERS));
    const place = pick(
      choices,
      placesOf(report, 'requests').filter((one) => one[1] !== 'total' && amountAt(report, 'requests', one) > 0),
    ) as Place | undefined;
    if (place === undefined) return undefined;
    const right = amountAt(report, 'requests', place);
    const wrong = mistype(right, finger, choices);
    if (wrong === undefined) return undefined;
    const totalPlace: Place = [place[0], 'total'];
    const total = amountAt(report, 'requests', totalPlace);
    const wrongTotal = follow({ right, wrong }, total, finger, choices);
    if (wrongTotal === undefined || wrongTotal === total) return undefined;
    return [mistakeAt(report, 'requests', place, wrong), mistakeAt(report, 'requests', totalPlace, wrongTotal)];
  };

/** The values of two neighbouring columns change places; most often one of them is zero. */
const shifted: SlipKind['seed'] = (report, choices) => {
  const columns = columnsOf(editionById(report.edition).tables.requests, 'new')
    .map(({ id }) => id)
    .filter((id) => id !== 'total');
  const row = pick(choices, rowsOf(editionById(report.edition).tables.requests)).id;
  const at = choices.below(columns.length - 1);
  const [left, right] = [
    [row, columns[at]!],
    [row, columns[at + 1]!],
  ] as const;
  const [a, b] = [amountAt(report, 'requests', left), amountAt(report, 'requests', right)];
  return a === b ? undefined : [mistakeAt(report, 'requests', left, b), mistakeAt(report, 'requests', right, a)];
};

/** A row is typed again in place of the one below it. */
const typedTwice: SlipKind['seed'] = (report, choices) => {
  const form = editionById(report.edition).tables.requests;
  const rows = rowsOf(form);
  const at = 1 + choices.below(rows.length - 1);
  const mistakes = columnsOf(form, rows[at]!.id)
    .map(({ id }) =>
      mistakeAt(report, 'requests', [rows[at]!.id, id], amountAt(report, 'requests', [rows[at - 1]!.id, id])),
    )
    .filter(({ right, wrong }) => right !== wrong);
  const copied = columnsOf(form, rows[at]!.id).some(
    ({ id }) => amountAt(report, 'requests', [rows[at - 1]!.id, id]) > 0,
  );
  return mistakes.length === 0 || !copied ? undefined : mistakes;
};

const anywhere = (): boolean => true;
const isOperand = (place: Place): boolean => !isTotal(place);

export const SLIP_KINDS: readonly SlipKind[] = [
  {
    id: 'added',
    zh: '多打一位',
    en: 'a digit added',
    table: 'requests',
    size: 'single',
    seed: single('requests', anywhere, typed(FINGERS.added)),
  },
  {
    id: 'dropped',
    zh: '漏打一位',
    en: 'a digit dropped',
    table: 'requests',
    size: 'single',
    seed: single('requests', anywhere, typed(FINGERS.dropped)),
  },
  {
    id: 'doubled',
    zh: '一位打了两遍',
    en: 'a digit doubled',
    table: 'requests',
    size: 'single',
    seed: single('requests', anywhere, typed(FINGERS.doubled)),
  },
  {
    id: 'swapped',
    zh: '相邻两位颠倒',
    en: 'two digits swapped',
    table: 'requests',
    size: 'single',
    seed: single('requests', anywhere, typed(FINGERS.swapped)),
  },
  {
    id: 'replaced',
    zh: '打错一位',
    en: 'a digit replaced',
    table: 'requests',
    size: 'single',
    seed: single('requests', anywhere, typed(FINGERS.replaced)),
  },
  {
    id: 'zero-total',
    zh: '总计留作 0',
    en: 'a total left at zero',
    table: 'requests',
    size: 'single',
    seed: single('requests', isTotal, (amount) => (amount === 0 ? undefined : 0)),
  },
  {
    id: 'wrong-operand',
    zh: '某项数错',
    en: 'an operand miscounted',
    table: 'requests',
    size: 'single',
    seed: single('requests', isOperand, miscounted),
  },
  {
    id: 'wrong-total',
    zh: '总计算错',
    en: 'a total miscounted',
    table: 'requests',
    size: 'single',
    seed: single('requests', isTotal, miscounted),
  },
  {
    id: 'summed',
    zh: '某项打错，总计照错数相加',
    en: 'an operand mistyped, its total added up from it',
    table: 'requests',
    size: 'double',
    seed: withTotal(({ right, wrong }, total) => total + wrong - right),
  },
  {
    id: 'alike',
    zh: '某项与总计打错同样的键',
    en: 'operand and total mistyped in the same way',
    table: 'requests',
    size: 'double',
    seed: withTotal((_, total, finger, choices) => mistype(total, finger, choices)),
  },
  {
    id: 'shifted',
    zh: '数填在相邻列',
    en: 'a value in the neighbouring column',
    table: 'requests',
    size: 'double',
    seed: shifted,
  },
  {
    id: 'row-twice',
    zh: '上一行又打了一遍',
    en: 'the row above typed again',
    table: 'requests',
    size: 'row',
    seed: typedTwice,
  },
  {
    id: 'review-total',
    zh: '表四总计错',
    en: 'table four: a wrong total',
    table: 'review',
    size: 'single',
    seed: single('review', isTotal, (amount, choices) => {
      const finger = pick<Finger>(choices, Object.values(FINGERS));
      return choices.below(2) === 0 ? miscounted(amount, choices) : mistype(amount, finger, choices);
    }),
  },
  {
    id: 'review-operand',
    zh: '表四某项错',
    en: 'table four: a wrong operand',
    table: 'review',
    size: 'single',
    seed: single('review', isOperand, (amount, choices) => {
      const finger = pick<Finger>(choices, Object.values(FINGERS));
      return choices.below(2) === 0 ? miscounted(amount, choices) : mistype(amount, finger, choices);
    }),
  },
];

/** A slip of a kind; several places are tried, since not every number can be got wrong in every way. */
export function seedSlip(kind: SlipKind, report: ValidReport, choices: Choices): readonly Mistake[] | undefined {
  for (let tries = 0; tries < 40; tries++) {
    const mistakes = kind.seed(report, choices);
    if (mistakes !== undefined) return mistakes;
  }
  return undefined;
}

/** The report with its mistakes. */
export function withMistakes(report: ValidReport, mistakes: readonly Mistake[]): ValidReport {
  const cells = new Map(report.cells);
  for (const { table, row, column, wrong } of mistakes)
    cells.set(cellKey(table, row, column), { printed: String(wrong), amount: wrong });
  return { ...report, cells };
}
