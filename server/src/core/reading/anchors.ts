import type { RowForm } from '../formats/types';
import { fold, foldUnit } from '../text/fold';
import { enumeration } from '../text/lexicon';
import { span, type Span } from '../text/span';
import { Kind, WALL_MARK, type Tokens } from './tokens';

/** A row label found in the text: its place in the folded words and what it covers in print. */
export interface Anchor {
  readonly form: RowForm;
  readonly at: number;
  readonly length: number;
  /** Whether the whole official or an accepted wording stands there; otherwise only its beginning was found. */
  readonly whole: boolean;
}

/** The spellings under which the rows of a table are looked up; made once a table form. */
export interface LabelIndex {
  /** Whether labels must fill their cells: those of table two are everyday words. */
  readonly alone: boolean;
  readonly rows: readonly RowLabels[];
  /** All of `full`. */
  readonly spellings: ReadonlySet<string>;
}

interface RowLabels {
  readonly form: RowForm;
  readonly full: readonly string[];
  readonly core: readonly string[];
}

/** Where labels are looked for: between two places of the folded words. */
interface Stretch {
  readonly tokens: Tokens;
  readonly alone: boolean;
  readonly from: number;
  readonly to: number;
}

export function labelIndex(rows: readonly RowForm[], alone: boolean): LabelIndex {
  const spelled = rows.map((form) => {
    const full = [form.label, ...form.accepted].map(fold);
    return { form, full, core: full.map((label) => label.replace(ENUMERATION, '')) };
  });
  return { alone, rows: spelled, spellings: new Set(spelled.flatMap(({ full }) => full)) };
}

const ENUMERATION = new RegExp(`^${enumeration({ chinese: '[.]', arabic: '[.]' })}`);
const ENUMERATION_BEFORE = new RegExp(`${enumeration({ chinese: '', arabic: '' })}[.,]?$`);
/** Shorter labels occur in other words too; they are only taken with their number. */
const DISTINCT = 4;
/** A label may follow its group's label, or upright letters, in the same cell. */
const LONGEST_LEAD = 24;
const LONGEST_TAIL = 12;

/**
 * Finds each row's label between two places of the folded words: the first one below the row before, else the first
 * anywhere. What is not found whole is looked for by its beginning, between its neighbours.
 */
export function findAnchors(tokens: Tokens, index: LabelIndex, from: number, to: number): readonly Anchor[] {
  const anchors = new Map<RowForm, Anchor>();
  let cursor = from;
  const words = tokens.folded.slice(from, to);
  for (const { form, full, core } of index.rows) {
    const anchor =
      findBelow(tokens, index.alone, form, full[0]!, cursor, to) ??
      findRow({ tokens, alone: index.alone, from, to }, { form, full, core }, words, cursor);
    if (anchor === undefined) continue;
    anchors.set(form, anchor);
    cursor = Math.max(cursor, anchor.at + anchor.length);
  }
  if (!index.alone && anchors.size > 0 && anchors.size < index.rows.length)
    findBeginnings(tokens, index, anchors, from, to);
  return [...anchors.values()]
    .sort((a, b) => a.at - b.at || b.length - a.length)
    .filter((anchor, i, all) => i === 0 || all[i - 1]!.at + all[i - 1]!.length <= anchor.at);
}

/** Most rows stand below the one before them, in the form's own words. */
function findBelow(
  tokens: Tokens,
  alone: boolean,
  form: RowForm,
  label: string,
  cursor: number,
  to: number,
): Anchor | undefined {
  const at = findLabel(tokens, label, alone, cursor, to);
  return at === undefined ? undefined : { form, at, length: label.length, whole: true };
}

/**
 * In any spelling, below the row before it or else anywhere in `words`, which begin at `from`; rows that not every form
 * has are often nowhere.
 */
function findRow(within: Stretch, row: RowLabels, words: string, cursor: number): Anchor | undefined {
  if (!row.core.some((label) => words.includes(label))) return undefined;
  return findWhole({ ...within, from: cursor }, row) ?? (cursor > within.from ? findWhole(within, row) : undefined);
}

function findWhole({ tokens, alone, from, to }: Stretch, { form, full, core }: RowLabels): Anchor | undefined {
  for (const label of full) {
    const at = findLabel(tokens, label, alone, from, to);
    if (at !== undefined) return { form, at, length: label.length, whole: true };
  }
  for (const label of core) {
    if (label.length < DISTINCT) continue;
    const at = findLabel(tokens, label, alone, from, to);
    if (at === undefined) continue;
    const lead = ENUMERATION_BEFORE.exec(tokens.folded.slice(Math.max(0, at - 6), at))?.[0].length ?? 0;
    return { form, at: at - lead, length: label.length + lead, whole: true };
  }
  return undefined;
}

/** An explanation in brackets, or the mark of a footnote. */
const NOTE = /^(?:\([^()]*\)|\[\d+\]|[*※①-⑳])+$/;

/**
 * The first place at which a label stands by itself: at the start of a cell or behind a short lead, with little behind
 * it.
 */
export function findLabel(tokens: Tokens, label: string, alone: boolean, from: number, to: number): number | undefined {
  for (let at = tokens.folded.indexOf(label, from); at >= 0 && at < to; at = tokens.folded.indexOf(label, at + 1)) {
    const first = tokens.at(at);
    const last = tokens.at(at + label.length - 1);
    const begin = tokens.place(first);
    const end = tokens.placeEnd(last);
    const behind = end - at - label.length;
    const lead = at - begin;
    const isNoted = behind > 0 && NOTE.test(tokens.folded.slice(at + label.length, end));
    const fits = alone
      ? lead === 0 && (behind === 0 || isNoted)
      : lead <= (label.length >= DISTINCT ? LONGEST_LEAD : 0) && (behind <= LONGEST_TAIL || isNoted);
    // No label is a sentence.
    if (fits && !(end - begin > label.length && tokens.folded.slice(begin, end).includes('。'))) return at;
  }
  return undefined;
}

function findBeginnings(
  tokens: Tokens,
  index: LabelIndex,
  anchors: Map<RowForm, Anchor>,
  from: number,
  to: number,
): void {
  index.rows.forEach(({ form, full, core }, i) => {
    if (anchors.has(form)) return;
    const above = index.rows.slice(0, i).findLast((row) => anchors.has(row.form));
    const below = index.rows.slice(i + 1).find((row) => anchors.has(row.form));
    const end = below === undefined ? to : anchors.get(below.form)!.at;
    const start =
      above === undefined
        ? Math.max(from, tokens.folded.lastIndexOf(WALL_MARK, end - 1) + 1)
        : anchors.get(above.form)!.at + anchors.get(above.form)!.length;
    if (start >= end) return;
    // A heading ends the table; beyond it other tables begin with the same words.
    const wall = tokens.folded.indexOf(WALL_MARK, start);
    const between = tokens.folded.slice(start, wall < 0 ? end : Math.min(wall, end));
    for (const [label, words] of [
      [full[0]!, core[0]!],
      [core[0]!, core[0]!],
    ] as const) {
      const anchor = findBeginning(tokens, form, label, label.length - words.length, between, start);
      if (anchor !== undefined) {
        anchors.set(form, anchor);
        return;
      }
    }
  });
}

/** The longest beginning of a label, at least four of its words or all but one, that stands at the start of a cell. */
function findBeginning(
  tokens: Tokens,
  form: RowForm,
  label: string,
  enumeration: number,
  between: string,
  start: number,
): Anchor | undefined {
  const least = enumeration + Math.max(2, Math.min(4, label.length - enumeration - 1));
  for (let length = label.length - 1; length >= least; length--) {
    const at = between.indexOf(label.slice(0, length));
    if (at < 0) continue;
    // Behind the rest of a group's label a label is only known by its number.
    const lead = start + at - tokens.place(tokens.at(start + at));
    return lead === 0 || (enumeration > 0 && lead <= LONGEST_LEAD)
      ? { form, at: start + at, length, whole: false }
      : undefined;
  }
  return undefined;
}

/** The printed text under a stretch of the folded words. */
export function printedSpan(text: string, tokens: Tokens, at: number, length: number): Span {
  return span(
    offsetIn(text, tokens, tokens.at(at), at, false),
    offsetIn(text, tokens, tokens.at(at + length - 1), at + length, true),
  );
}

function offsetIn(text: string, tokens: Tokens, token: number, at: number, behind: boolean): number {
  let offset = tokens.start(token);
  if (tokens.kind(token) !== Kind.Words) return offset;
  const end = tokens.end(token);
  let left = at - tokens.place(token);
  for (; left > 0 && offset < end; offset++) if (foldUnit(text.charCodeAt(offset)) !== 0) left--;
  if (!behind) while (offset < end && foldUnit(text.charCodeAt(offset)) === 0) offset++;
  return offset;
}
