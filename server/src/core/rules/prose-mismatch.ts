import { message, type Message } from '../messages';
import type { PlacedCell } from '../model/report';
import { agrees, percentage, slipsOf } from '../prose/arithmetic';
import { saidBefore, type Fact } from '../prose/facts';
import { feesIn, mayBeSame, statedFees } from '../prose/fees';
import { nameOfQuantity, readingsOf, type CellSum, type QuantityId } from '../prose/quantities';
import { ratesOf } from '../prose/rates';
import { equal, format, integer, toNumber, type Decimal } from '../text/decimal';
import { defineRule, type RulePage } from './rule';

export const proseMismatchPage: RulePage = {
  explanation: {
    zh: '正文里的申请、办理、复议诉讼以及表二的数字与表格不一致，或同一句里的合计、占比、增减算不拢。“收到”可指本年新收，也可指本年新收与上年结转之和，两者都不符才提示；其他事项的数字不作比对。',
    en: 'A figure in the prose about requests, their handling, review or table two differs from the tables, or does not follow from the others in its sentence. 收到 may mean the requests of the year or those with the ones carried in; only a number that is neither is reported.',
  },
  basis: { zh: '通行做法：正文与表格应一致', en: 'Customary: prose and tables agree' },
};

export const proseMismatch = defineRule({
  id: 'prose-mismatch',
  severity: 'information',
  category: 'prose',
  repair: 'none',
  name: { zh: '正文与表格数字不一致', en: 'Prose and table differ' },
  messages: {
    differs: {
      zh: '正文写 {value} 件，表中{quantity}为 {table}',
      en: 'The prose says {value}; the table has {table} ({quantity})',
    },
    list: {
      zh: '正文写 {value} 件，其中各项之和为 {sum}（{parts}）',
      en: 'The prose says {value}, but what it consists of adds up to {sum} ({parts})',
    },
    share: {
      zh: '正文写占 {share}%，{part} 件占 {whole} 件的 {expected}%',
      en: 'The prose says {share} %, but {part} of {whole} is {expected} %',
    },
    change: {
      zh: '正文写增减 {share}%，由 {before} 件到 {now} 件为{expected}',
      en: 'The prose says a change of {share} %, but from {before} to {now} it is {expected}',
    },
    difference: {
      zh: '正文写增减 {value} 件，由 {before} 件到 {now} 件为{expected}',
      en: 'The prose says a change of {value}, but from {before} to {now} it is {expected}',
    },
    rate: {
      zh: '正文写 {share}%，{part} 件占 {whole} 件的 {expected}%',
      en: 'The prose says {share} %, but {part} of {whole} is {expected} %',
    },
    fees: {
      zh: '正文写行政事业性收费 {value} 万元，表中为 {table} 万元',
      en: 'The prose says fees of {value} (10,000 yuan); the table has {table}',
    },
    cell: { zh: '{row}·{column}：{value}', en: '{row} · {column}: {value}' },
  },
  *check({ report, facts, prose, sums, filling }, messages) {
    /** None where it is not clear what one of them comes to: that may be the number that is meant. */
    const readings = (quantities: readonly QuantityId[]): readonly CellSum[] => {
      const all = readingsOf(report, quantities);
      const isClear = (cells: CellSum): boolean =>
        sums.amounts.areCertain(cells) && !cells.some(({ cell }) => filling.isPending(cell));
      return all.every(isClear) ? all : [];
    };
    const valuesOf = (quantities: readonly QuantityId[]): readonly Decimal[] =>
      readings(quantities).map((cells) => sums.amounts.sum(cells));
    /**
     * 收到 12 件，办结 11 件 may be said of those 12 alone: at most all of them, and at least what was handled beyond the ones
     * carried in.
     */
    const said = saidBefore(prose);
    const isOfReceived = ({ quantities: [quantity], value, at }: Fact): boolean => {
      if (quantity !== 'handled' || said(at)?.received !== true) return false;
      const [handled, carriedIn, received] = (['handled', 'carried-in', 'received'] as const).map(
        (id) => valuesOf([id]).map(toNumber)[0],
      );
      return (
        handled !== undefined &&
        carriedIn !== undefined &&
        received !== undefined &&
        value >= handled - carriedIn &&
        value <= Math.min(received, handled)
      );
    };
    const cellMessage = (place: PlacedCell): Message =>
      message(messages.cell, {
        row: place.row.form.name,
        column: place.cell.column.name,
        value: format(sums.amounts.of(place)),
      });
    const differing = new Set<Fact>();
    for (const fact of facts) {
      const { span, value, quantities } = fact;
      const totals = valuesOf(quantities);
      if (totals.length === 0 || totals.some((total) => equal(total, integer(value))) || isOfReceived(fact)) continue;
      differing.add(fact);
      const names = quantities.map(nameOfQuantity);
      const quantity = { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
      const related = readings(quantities)[0]!.map((place) => ({
        span: place.cell.span,
        message: cellMessage(place),
      }));
      yield { message: 'differs', args: { value, quantity, table: format(totals[0]!) }, span, related };
    }
    const wholes = WHOLES.flatMap((id) => valuesOf([id])).map(toNumber);
    yield* slipsOf(prose, {
      facts,
      differing,
      inTables: ({ quantities }) => valuesOf(quantities).map(toNumber),
      wholes,
    });
    // What was handled may be said of the requests of the year or of those with the ones carried in.
    for (const { span, at, sentence, percent } of ratesOf(prose)) {
      const stated = (id: QuantityId): readonly number[] =>
        facts
          .filter((fact) => fact.quantities[0] === id && fact.at >= sentence && fact.at < at)
          .map(({ value }) => value);
      const parts = valuesOf(['handled']).map(toNumber);
      const received = valuesOf(['received']).map(toNumber);
      const pairs = [...parts, ...stated('handled')].flatMap((part) =>
        [...received, ...stated('received')].filter((whole) => whole > 0).map((whole) => ({ part, whole })),
      );
      const [first] = pairs.filter(({ part, whole }) => part <= whole);
      if (parts.length === 0 || received.length === 0 || first === undefined) continue;
      if (pairs.some(({ part, whole }) => agrees(percent, Math.min(100, (100 * part) / whole)))) continue;
      const expected = percentage((100 * first.part) / first.whole);
      yield { message: 'rate', args: { share: percent, ...first, expected }, span };
    }
    const fees = feesIn(report);
    if (fees === undefined || filling.isPending(fees.cell)) return;
    const amount = sums.amounts.of(fees);
    for (const stated of statedFees(prose)) {
      if (mayBeSame(stated, amount)) continue;
      const args = { value: format(stated.amount), table: format(amount) };
      const related = [{ span: fees.cell.span, message: cellMessage(fees) }];
      yield { message: 'fees', args, span: stated.span, related };
    }
  },
});

/** What a share may be a share of. */
const WHOLES = ['received', 'handled', 'reconsideration', 'litigation'] as const;
