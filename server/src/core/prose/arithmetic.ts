import type { Words } from '../formats/types';
import { CASE_UNIT, ORDINAL } from '../text/lexicon';
import { numeralValue } from '../text/numerals';
import type { Span } from '../text/span';
import type { Fact } from './facts';
import type { ProseText } from './prose-text';

/** A number that does not follow from the others in its sentence. */
export interface Slip {
  /** A key of the rule's messages. */
  readonly message: 'list' | 'share' | 'change' | 'difference';
  readonly span: Span;
  readonly args: Readonly<Record<string, string | number | Words>>;
}

/** The figures of the prose, and what the tables have for them. */
export interface Figures {
  readonly facts: readonly Fact[];
  /** Those that the tables contradict: what is wrong already explains sums and shares that are wrong with it. */
  readonly differing: ReadonlySet<Fact>;
  /** The values that the tables have for a figure. */
  readonly inTables: (fact: Fact) => readonly number[];
  /** What the tables have for anything that a share may be a share of. */
  readonly wholes: readonly number[];
}

/** Sentences whose own arithmetic is wrong: lists that claim to be whole, shares, changes against the year before. */
export function slipsOf(prose: ProseText, figures: Figures): readonly Slip[] {
  return figures.facts.flatMap((_, i) => [
    ...wrongList(prose, i, figures),
    ...wrongShare(prose, i, figures),
    ...wrongChange(prose, i, figures),
  ]);
}

/**
 * What a figure says, and what it should say where it is wrong: a sum or share may have been worked out from either.
 */
const meant = (fact: Fact, { differing, inTables }: Figures): readonly number[] => [
  fact.value,
  ...(differing.has(fact) ? inTables(fact) : []),
];

const LIST = /^[^。;\d]{0,6}?[,(]?其中[:,]?/;
const ITEM = new RegExp(
  `(?:[,.;]|和|及|以及)*([^。;,.()\\d件]{1,24}?)(\\d{1,7}|(?:两|${ORDINAL}){1,3})${CASE_UNIT}`,
  'y',
);
const OUTCOMES = ['予以公开|同意公开', '部分公开', '不予公开', '无法提供', '不予处理', '其他处理'];
const REVIEW_OUTCOMES = ['维持', '纠正', '其他', '尚未审结|未审结'];
const APPLICANTS = ['自然人', '法人(?:或|和|及|.)?其他组织'];

/** 其中 a、b、c where the list names every case, or ends with what is left: then it adds up to its whole. */
function wrongList(prose: ProseText, place: number, { facts, differing }: Figures): readonly Slip[] {
  const whole = facts[place]!;
  const opening = LIST.exec(prose.folded.slice(whole.end, whole.end + 12));
  if (opening === null) return [];
  const items: { readonly label: string; readonly value: number }[] = [];
  let end = whole.end + opening[0].length;
  ITEM.lastIndex = end;
  for (let item = ITEM.exec(prose.folded); item !== null; item = ITEM.exec(prose.folded)) {
    // A list within the list.
    if (item[1]!.includes('其中')) return [];
    items.push({ label: item[1]!, value: numeralValue(item[2]!) ?? Number.NaN });
    end = ITEM.lastIndex;
  }
  const sum = items.reduce((all, { value }) => all + value, 0);
  if (sum === whole.value || Number.isNaN(sum) || !claimsToBeWhole(items, whole)) return [];
  for (let i = place; i < facts.length && facts[i]!.end <= end; i++) if (differing.has(facts[i]!)) return [];
  return [
    {
      message: 'list',
      span: whole.span,
      args: { value: whole.value, sum, parts: items.map(({ value }) => value).join(' + ') },
    },
  ];
}

function claimsToBeWhole(items: readonly { readonly label: string }[], { quantities: [quantity] }: Fact): boolean {
  const labels = items.map(({ label }) => label);
  if (labels.length < 2) return false;
  const names = (cases: readonly string[]): boolean =>
    labels.length === cases.length && cases.every((one) => labels.some((label) => new RegExp(one).test(label)));
  if (quantity === 'reconsideration' || quantity === 'litigation') return names(REVIEW_OUTCOMES);
  if (REMAINDER.test(labels.at(-1)!)) return true;
  return quantity === 'received' ? names(APPLICANTS) : quantity === 'handled' && names(OUTCOMES);
}

/** 其他方式 3 件 closes a list; 其他处理 and 其他组织 are cases of their own. */
const REMAINDER = /^(?:其他|其它|其余)(?!处理|结果|组织)/;

const SHARE = /^[),]{0,2}(约)?占(?:比)?(?:为|达|到)?([^。;,.\d%]{0,16}?)(约|近|超|逾)?(\d{1,3}(?:\.\d+)?)%/;

/** 占 x %: of some whole that the sentence, the one before it or the tables name. */
function wrongShare(prose: ProseText, place: number, figures: Figures): readonly Slip[] {
  const part = figures.facts[place]!;
  const said = SHARE.exec(prose.folded.slice(part.end, part.end + 40));
  if (said === null || said[1] !== undefined || said[3] !== undefined || /全[市县省区国]|同期|系统/.test(said[2]!))
    return [];
  const share = said[4]!;
  const possible = [...wholesBefore(prose, figures.facts, place), ...figures.wholes];
  const pairs = meant(part, figures).flatMap((value) =>
    possible.filter((whole) => whole > 0 && whole >= value).map((whole) => ({ value, whole })),
  );
  if (pairs.length === 0 || pairs.some(({ value, whole }) => agrees(share, (100 * value) / whole))) return [];
  const stated = pairs.filter(({ value }) => value === part.value);
  const off = ({ value, whole }: (typeof pairs)[number]): number => Math.abs(Number(share) - (100 * value) / whole);
  const nearest = (stated.length > 0 ? stated : pairs).reduce((a, b) => (off(b) < off(a) ? b : a));
  const at = part.end + said[0].length - 1 - share.length;
  return [
    {
      message: 'share',
      span: prose.printed(at, at + share.length),
      args: {
        share,
        part: nearest.value,
        whole: nearest.whole,
        expected: percentage((100 * nearest.value) / nearest.whole),
      },
    },
  ];
}

/** The figures before a number in its own sentence and the one above it, each once. */
function wholesBefore({ folded }: ProseText, facts: readonly Fact[], place: number): readonly number[] {
  const { at } = facts[place]!;
  const from = Math.max(0, at - LONGEST_SENTENCES);
  const near = folded.slice(from, at);
  const stop = near.lastIndexOf('。');
  const start = from + (stop < 0 ? 0 : near.lastIndexOf('。', stop - 1) + 1);
  const values = new Set<number>();
  for (let i = place - 1; i >= 0 && facts[i]!.at >= start; i--) values.add(facts[i]!.value);
  return [...values].reverse();
}

/** What stands farther above a number is not what it is a share of. */
const LONGEST_SENTENCES = 2000;

const LAST_YEAR = '(?:上年|去年|上一年|前一年)度?(?:同期)?';
const FELL = '下降|减少|降低|回落|下滑|降幅|少';
const ROSE = '增长|增加|上升|提高|提升|增幅|多';
/** N 件，较去年的 M 件（减少 D 件，）下降 x%; the words between must not count anything else. */
const AGAINST = new RegExp(
  `^[^。;\\d]{0,16}?(?:较|比|相比于?)之?${LAST_YEAR}(?:的|受理的|收到的)?(\\d{1,7})${CASE_UNIT}`,
);
const BY_COUNT = new RegExp(
  `^[^。;\\d]{0,10}?(?:同比|(?:较|比)之?${LAST_YEAR})?(${FELL}|${ROSE})了?(\\d{1,7})${CASE_UNIT}`,
);
const BY_SHARE = new RegExp(`^[^。;\\d]{0,10}?(${FELL}|${ROSE})(?:了|为|达|率为|比例为)*(\\d{1,5}(?:\\.\\d+)?)%`);
const IS_FALL = new RegExp(FELL);
const NAMES_LAST_YEAR = new RegExp(`同比|${LAST_YEAR}`);
const ROUGH = /约|近|超|逾|左右|余|多/;

/** 较去年的 66 件下降 x %, 同比减少 N 件、下降 x %. */
function wrongChange(prose: ProseText, place: number, figures: Figures): readonly Slip[] {
  const now = figures.facts[place]!;
  const { folded } = prose;
  const slips: Slip[] = [];
  let at = now.end;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = pattern.exec(folded.slice(at, at + 48)) ?? undefined;
    if (found === undefined || ROUGH.test(found[0].replace(/多(?=了?\d)/g, ''))) return undefined;
    at += found[0].length;
    return found;
  };
  const values = meant(now, figures);
  const against = take(AGAINST)?.[1];
  const by = take(BY_COUNT);
  let before = against === undefined ? undefined : values.map((value) => ({ value, before: Number(against) }));
  if (by !== undefined) {
    const change = IS_FALL.test(by[1]!) ? -Number(by[2]) : Number(by[2]);
    if (before === undefined) {
      if (!NAMES_LAST_YEAR.test(by[0])) return [];
      before = values.map((value) => ({ value, before: value - change }));
    } else if (before.every((pair) => pair.value - pair.before !== change)) {
      const end = at - 1;
      const difference = now.value - Number(against);
      const args = {
        value: by[2]!,
        now: now.value,
        before: against!,
        expected: direction(difference, String(Math.abs(difference))),
      };
      slips.push({ message: 'difference', span: prose.printed(end - by[2]!.length, end), args });
    }
  }
  const share = before === undefined || slips.length > 0 ? undefined : take(BY_SHARE);
  if (share === undefined) return slips;
  const sign = IS_FALL.test(share[1]!) ? -1 : 1;
  const pairs = before!.filter((pair) => pair.before > 0);
  if (
    pairs.length === 0 ||
    pairs.some((pair) => agrees(share[2]!, (sign * 100 * (pair.value - pair.before)) / pair.before))
  )
    return slips;
  const [first] = pairs as [(typeof pairs)[number]];
  const exact = (100 * (first.value - first.before)) / first.before;
  const args = {
    share: share[2]!,
    now: first.value,
    before: first.before,
    expected: direction(exact, `${percentage(Math.abs(exact))}%`),
  };
  return [...slips, { message: 'change', span: prose.printed(at - 1 - share[2]!.length, at - 1), args }];
}

const direction = (difference: number, amount: string): Words =>
  difference < 0 ? { zh: `减少 ${amount}`, en: `down ${amount}` } : { zh: `增加 ${amount}`, en: `up ${amount}` };

/** Whether a printed percentage may be the exact one, rounded or cut off. */
export function agrees(printed: string, exact: number): boolean {
  const places = printed.split('.')[1]?.length ?? 0;
  return Math.abs(Number(printed) - exact) < 10 ** -places - 1e-9;
}

export const percentage = (exact: number): string => exact.toFixed(2).replace(/\.?0+$/, '');
