import type { SumRuleId, Words } from '../formats/types';
import { aside, message, type Aside, type Message } from '../messages';
import type { PlacedCell } from '../model/report';
import type { Amounts } from '../sums/amounts';
import type { Fault } from '../sums/diagnosis';
import type { Source } from '../sums/evidence';
import { hasTotal, placesIn, type Identity } from '../sums/identities';
import type { Omission } from '../sums/omissions';
import { repairsOf, type SumRepair } from '../sums/repairs';
import type { Sums } from '../sums/sums';
import { format, isNegative, negate, subtract, type Decimal } from '../text/decimal';
import { foundOmitted, omissionRepairs, type OmissionKind } from './omitted-totals';
import { BLANK, nameOfLine, operand } from './operands';
import type { Context } from '../context/context';
import type { Filling } from '../context/filling';
import type { Found, Related, Repair } from './rule';

const TITLES = {
  total: { zh: '将{column}改为 {value}（各列之和）', en: 'Set {column} to {value} (sum of its parts)' },
  results: { zh: '将（七）总计改为 {value}（各项之和）', en: 'Set item (7) to {value} (sum of the items)' },
  balance: { zh: '将「{row}」改为 {value}（按勾稽关系）', en: 'Set “{row}” to {value} (by the balance)' },
  fault: { zh: '将{changes}（改后各项勾稽全部成立）', en: 'Set {changes} (every relation holds then)' },
  part: {
    zh: '将「{row}·{column}」改为 {value}（按总计倒推）',
    en: 'Set “{row} · {column}” to {value} (so that the total holds)',
  },
  balancePart: {
    zh: '将「{row}·{column}」改为 {value}（按勾稽关系倒推）',
    en: 'Set “{row} · {column}” to {value} (so that the column balances)',
  },
} satisfies Record<string, Words>;

type SumKey = 'mismatch' | 'impossible' | OmissionKind;
type BrokenSum = Found<SumKey, Identity | Omission>;

/**
 * Reports every broken relation of one family at its target cell, and every total of the family that was left out, in
 * the messages that the family has: not every kind of defect can come to be in each.
 */
export function* brokenSums<Key extends SumKey>(
  { sums, filling }: Context,
  rule: SumRuleId,
  messages: Readonly<Record<Key | 'mismatch', Words>>,
): Iterable<Found<Key | 'mismatch', Identity | Omission>> {
  const isOwn = (key: SumKey): key is Key => key in messages;
  for (const { message: key, ...found } of defectsIn(sums, filling, rule))
    yield { ...found, message: isOwn(key) ? key : 'mismatch' };
}

/** Where the target could only be right below zero the message is `impossible`; else `mismatch`. */
function* defectsIn(sums: Sums, filling: Filling, rule: SumRuleId): Iterable<BrokenSum> {
  const { identities, amounts } = sums;
  for (const omission of sums.omissions) {
    const { total } = omission;
    // A total that is still to be written is no omission.
    if (total.form.rule !== rule || filling.isPending(total.cell)) continue;
    yield foundOmitted(omission, sums);
  }
  for (const identity of identities) {
    const { form, target } = identity;
    // Where the sums of a blank total differ, that is told at the omission.
    if (filling.isOpen(identity)) continue;
    if (form.rule !== rule || amounts.holds(identity) || (hasTotal(identity) && amounts.isBlankTotal(target.cell)))
      continue;
    const expected = amounts.needed(identity, target);
    const which = isNegative(expected) && !hasTotal(identity) ? 'impossible' : 'mismatch';
    // What is not written yet would be taken for the fault.
    const fault = filling.tables.has(identity.table) ? undefined : sums.faultOf(identity);
    yield found(identity, amounts, fault, which, expected, subtract(amounts.of(target), expected));
  }
}

function found(
  identity: Identity,
  amounts: Amounts,
  fault: Fault | undefined,
  which: 'mismatch' | 'impossible',
  expected: Decimal,
  difference: Decimal,
): BrokenSum {
  const { target, left, right } = identity;
  return {
    message: which,
    args: {
      line: nameOfLine(identity),
      expected: format(expected),
      actual: format(amounts.of(target)),
      difference: format(magnitude(difference)),
      direction: isNegative(difference) ? { zh: '少', en: 'short by' } : { zh: '多', en: 'over by' },
      left: format(amounts.sum(left)),
      right: format(amounts.sum(right)),
      gap: format(magnitude(amounts.surplus(identity))),
      leftParts: left.map((part) => format(amounts.of(part))).join(' + '),
      rightParts: right.map((part) => format(amounts.of(part))).join(' + '),
      ...culpritOf(fault, identity),
    },
    span: target.cell.span,
    related: [...operands(identity, amounts, fault), ...sameCause(identity, fault)],
    subject: identity,
  };
}

/** The changes of a repair that is likelier than all others. */
const likeliestOf = (fault: Fault | undefined): Fault['repairs'][number] | undefined =>
  fault?.clear === true ? fault.repairs[0] : undefined;

/** Every cell of the relation: first what is likely wrong, last what adds nothing. */
function operands(identity: Identity, amounts: Amounts, fault: Fault | undefined): readonly Related[] {
  const suspects = likeliestOf(fault)?.map(({ place }) => place.cell) ?? [];
  const rankOf = (part: PlacedCell): number =>
    suspects.includes(part.cell) ? 0 : part === identity.target || amounts.of(part).digits !== 0 ? 1 : 2;
  return [...placesIn(identity)].sort((a, b) => rankOf(a) - rankOf(b)).map((part) => operand(part, amounts));
}

/**
 * Names the cells that are likely wrong, where one repair is likelier than all others: before all else, for there the
 * message is not cut off, unless it begins with that cell by itself.
 */
function culpritOf(
  fault: Fault | undefined,
  { target }: Identity,
): { readonly suspect: Aside; readonly culprit: Aside } {
  const none = aside({ zh: '', en: '' });
  const likeliest = likeliestOf(fault);
  if (likeliest === undefined) return { suspect: none, culprit: none };
  const words = wordsOn(fault!, likeliest);
  return likeliest.every(({ place }) => place.cell === target.cell)
    ? { suspect: none, culprit: aside({ zh: `；${words.zh}`, en: `; ${words.en}` }) }
    : { suspect: aside({ zh: `${words.zh}；`, en: `${words.en}. ` }), culprit: none };
}

function wordsOn(fault: Fault, likeliest: Fault['repairs'][number]): Words {
  const named = (language: 'zh' | 'en') =>
    likeliest.map(({ place, from, to }) => ({
      name: nameOf(place)[language],
      from: place.cell.value.kind === 'blank' ? BLANK[language] : from,
      to,
    }));
  const confirmed = confirmedBy(fault);
  return {
    zh: `疑为${named('zh')
      .map(({ name, from, to }) => `「${name}」${from} 应为 ${to}`)
      .join('、')}，改后各项勾稽全部成立${confirmed.zh}`,
    en: `probably ${named('en')
      .map(({ name, from, to }) => `“${name}” ${from} should be ${to}`)
      .join(', ')}: every relation holds then${confirmed.en}`,
  };
}

/** Who else states the values that a fault's likeliest repair comes to, each source once. */
function confirmedBy({ confirming }: Fault): Words {
  const sources = [...new Map(confirming.map((statement) => [statement.source, statement])).values()];
  return {
    zh: sources.map(({ source, value }) => SOURCES[source].zh.replace('{value}', String(value))).join(''),
    en: sources.map(({ source, value }) => SOURCES[source].en.replace('{value}', String(value))).join(''),
  };
}

const SOURCES: Readonly<Record<Source, Words>> = {
  prose: { zh: '，正文也写 {value} 件', en: ', and the prose says {value}' },
  'last-year': { zh: '，上年报告结转的也是 {value} 件', en: ', and last year’s report carried over {value}' },
};

const nameOf = ({ row, cell }: PlacedCell): Words => ({
  zh: `${row.form.name.zh}·${cell.column.name.zh}`,
  en: `${row.form.name.en} · ${cell.column.name.en}`,
});

/** Findings with one cause point to each other. */
function sameCause(identity: Identity, fault: Fault | undefined): readonly Related[] {
  const others = fault?.identities.filter((other) => other !== identity) ?? [];
  return others.map((other) => ({
    span: other.target.cell.span,
    message: message(SAME_CAUSE, { rule: RULE_NAMES[other.form.rule], line: nameOfLine(other) }),
    isAside: true,
  }));
}

const SAME_CAUSE: Words = { zh: '同一原因：「{line}」{rule}', en: 'Same cause: “{line}” {rule}' };
const RULE_NAMES: Readonly<Record<SumRuleId, Words>> = {
  'row-total-mismatch': { zh: '行总计不符', en: 'row total' },
  'results-total-mismatch': { zh: '列（七）总计不符', en: 'item (7) of the column' },
  'balance-mismatch': { zh: '列勾稽不平', en: 'balance of the column' },
  'review-total-mismatch': { zh: '总计不符', en: 'total' },
};

const magnitude = (amount: Decimal): Decimal => (isNegative(amount) ? negate(amount) : amount);

/** The repairs of a broken sum, the likeliest first. */
export function sumRepairs({ sums, filling }: Context, subject: Identity | Omission): readonly Repair[] {
  if ('ways' in subject) return omissionRepairs(subject);
  const identity = subject;
  const fault = filling.tables.has(identity.table) ? undefined : sums.faultOf(identity);
  return repairsOf(identity, fault, sums.amounts).map((repair) => ({
    title: titleOf(identity, repair),
    edits: repair.changes.map(({ place, value }) => ({ span: place.cell.span, newText: format(value) })),
    safe: false,
    preferred: repair.unique,
    resolves: repair.mends === 'fault' ? fault!.identities : [identity],
  }));
}

function titleOf({ form, target }: Identity, { changes, mends }: SumRepair): Message {
  const { place, value } = changes[0]!;
  const args = { row: place.row.form.name, column: place.cell.column.name, value: format(value) };
  if (mends === 'fault' && (changes.length > 1 || place !== target))
    return message(TITLES.fault, { changes: changesIn(changes) });
  if (place !== target) return message(form.rule === 'balance-mismatch' ? TITLES.balancePart : TITLES.part, args);
  if (form.rule === 'balance-mismatch') return message(TITLES.balance, args);
  return message(form.rule === 'results-total-mismatch' ? TITLES.results : TITLES.total, args);
}

const changesIn = (changes: SumRepair['changes']): Words => ({
  zh: changes.map(({ place, value }) => `「${nameOf(place).zh}」改为 ${format(value)}`).join('、'),
  en: changes.map(({ place, value }) => `“${nameOf(place).en}” to ${format(value)}`).join(', '),
});
