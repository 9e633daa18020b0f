import type { ColumnForm } from '../../server/src/core/index';
import { pick, type Choices } from './choices';

/** A value as it is printed and what it means, in the column's own unit. */
export interface PrintedAmount {
  readonly printed: string;
  readonly amount: number;
}

/** A legal notation of an amount in a column of the given unit. */
export function printAmount(unit: ColumnForm['unit'], amount: number, choices: Choices): PrintedAmount {
  switch (unit) {
    case 'count':
      return {
        printed: pick(choices, [
          `${amount}件`,
          `${amount}个`,
          `${amount}（其中修订${choices.below(9)}件）`,
          grouped(amount),
        ]),
        amount,
      };
    case 'change':
      return pick<PrintedAmount>(choices, [
        { printed: `+${amount}`, amount },
        { printed: `-${amount}`, amount: -amount || 0 },
        { printed: `增${amount}`, amount },
        { printed: `减${amount}`, amount: -amount || 0 },
        { printed: `增加${amount}`, amount },
      ]);
    case 'yuan':
      return pick<PrintedAmount>(choices, [
        { printed: `${amount}元`, amount },
        { printed: `${amount}万`, amount: amount * 10_000 },
        { printed: `${decimal(amount, 4)}万元`, amount },
        { printed: decimal(amount, 2), amount: amount / 100 },
      ]);
    case 'ten-thousand-yuan':
      return pick<PrintedAmount>(choices, [
        { printed: decimal(amount, 1), amount: amount / 10 },
        { printed: decimal(amount, 4), amount: amount / 10_000 },
        { printed: `${amount}万元`, amount },
      ]);
  }
}

const grouped = (amount: number): string => String(amount).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');

/** `digits` with a point before the last `places` of them. */
function decimal(digits: number, places: number): string {
  const padded = String(digits).padStart(places + 1, '0');
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
}
