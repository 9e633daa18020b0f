import type { Words } from '../formats/types';
import { message } from '../messages';
import type { Cell } from '../model/report';
import { isTotalIn, placesIn, type Identity } from '../sums/identities';
import type { Omission, Way } from '../sums/omissions';
import type { Sums } from '../sums/sums';
import { format, isCount } from '../text/decimal';
import { nameOfLine, operand } from './operands';
import type { Found, Repair } from './rule';

const FILL: Words = { zh: '填入总计 {value}（{by}）', en: 'Fill in the total {value} ({by})' };

/** What tells the value of a blank total besides its own parts. */
const FROM_OTHERS: Readonly<Record<Identity['form']['rule'], Words>> = {
  'row-total-mismatch': { zh: '「{line}」的总计倒推', en: 'so that the total of “{line}” holds' },
  'review-total-mismatch': { zh: '「{line}」的总计倒推', en: 'so that the total of “{line}” holds' },
  'results-total-mismatch': { zh: '「{line}」列的（七）总计倒推', en: 'so that item (7) of “{line}” holds' },
  'balance-mismatch': { zh: '「{line}」列的勾稽关系倒推', en: 'so that column “{line}” balances' },
};

export type OmissionKind = 'blank' | 'inferred' | 'unclear';

/**
 * A total that was left out: `blank` where its parts tell it, `inferred` where other values alone do, `unclear` where
 * they tell different values.
 */
export function foundOmitted(omission: Omission, { amounts, relationsOf }: Sums): Found<OmissionKind, Omission> {
  const { total, ways } = omission;
  const { identity, value } = ways[0]!;
  const shown = ways.length === 1 ? [identity] : relationsOf(total.cell);
  const parts = [...new Map(shown.flatMap(placesIn).map((place) => [place.cell, place])).values()];
  const told = (language: 'zh' | 'en') =>
    ways.map((way) =>
      GIVES[language].replace('{by}', basisOf(way, total.cell)[language]).replace('{value}', format(way.value)),
    );
  return {
    message: ways.length > 1 ? 'unclear' : isTotalIn(identity, total.cell) ? 'blank' : 'inferred',
    args: {
      line: nameOfLine(total),
      expected: format(value),
      difference: format(value),
      ways: { zh: told('zh').join('，'), en: told('en').join(', ') },
    },
    span: total.cell.span,
    related: parts.map((part) => operand(part, amounts)),
    subject: omission,
  };
}

const GIVES: Words = { zh: '按{by}为 {value}', en: '{value} ({by})' };

/** Filling in what follows is safe; where values differ each is a choice. */
export function omissionRepairs(omission: Omission): readonly Repair[] {
  const { total, ways, certain } = omission;
  return ways
    .filter(({ value }) => isCount(value))
    .map((way): Repair => {
      const value = format(way.value);
      const edits = [{ span: total.cell.span, newText: value }];
      return {
        title: message(FILL, { value, by: basisOf(way, total.cell) }),
        edits,
        safe: certain,
        preferred: certain,
        resolves: [omission],
      };
    });
}

function basisOf({ identity }: Way, cell: Cell): Words {
  if (isTotalIn(identity, cell)) return identity.form.direction === 'across' ? ACROSS : DOWN;
  const words = FROM_OTHERS[identity.form.rule];
  const line = nameOfLine(identity);
  return { zh: words.zh.replace('{line}', line.zh), en: words.en.replace('{line}', line.en) };
}

const ACROSS: Words = { zh: '各列之和', en: 'sum of its parts' };
const DOWN: Words = { zh: '各项之和', en: 'sum of the items' };
