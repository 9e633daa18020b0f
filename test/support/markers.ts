/**
 * Fixtures mark their findings in place: ⟦12⟧{row-total-mismatch} expects that finding on exactly “12”. Carets under a
 * line would not line up with double-width characters, and reports have no comments to write expectations into.
 */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  /** A part of the message, where the fixture states one: ⟦12⟧{row-total-mismatch "应为 11"}. */
  readonly says?: string;
}

export interface Marked {
  readonly text: string;
  /** In the order of the text, an outer mark before those within it. */
  readonly marks: readonly Mark[];
}

/** Characters that cannot be seen in a fixture, and what stands for them there. */
const VISIBLE: Readonly<Record<string, string>> = { '⇥': '\t', '⍽': '\u00a0' };
const INVISIBLE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(VISIBLE).map(([shown, real]) => [real, shown]),
);

const NAMES = /\{([^{}]*)\}/y;
const NAME = /\s*([a-z][a-z-]*)(?:\s+"([^"]*)")?\s*(?:,|$)/y;

/**
 * Takes the marks out of a fixture. Marks may stand within one another; one that is not closed or named is an error.
 */
export function strip(fixture: string): Marked {
  const marks: Mark[] = [];
  const open: number[] = [];
  let text = '';
  for (let i = 0; i < fixture.length; i++) {
    const unit = fixture[i]!;
    if (unit === '⟦') open.push(text.length);
    else if (unit === '⟧') {
      const start = open.pop();
      NAMES.lastIndex = i + 1;
      const names = NAMES.exec(fixture);
      if (start === undefined || names === null)
        throw new Error(`A mark is not opened or not named: ${around(fixture, i)}`);
      for (const name of readNames(names[1]!)) marks.push({ start, end: text.length, ...name });
      i = NAMES.lastIndex - 1;
    } else text += VISIBLE[unit] ?? unit;
  }
  if (open.length > 0) throw new Error(`A mark is not closed: ${around(text, open[0]!)}`);
  return { text, marks: marks.sort(inOrder) };
}

/** Puts marks into a text, the opposite of `strip`. Marks that cross each other cannot be written. */
export function insert({ text, marks }: Marked): string {
  const foreign = /[⟦⟧⇥⍽]/.exec(text);
  if (foreign !== null)
    throw new Error(`The text itself holds the mark “${foreign[0]}”: ${around(text, foreign.index)}`);
  const ordered = [...marks].sort(inOrder);
  let fixture = '';
  let at = 0;
  const copyTo = (end: number): void => {
    fixture += text.slice(at, end).replace(/[\t\u00a0]/g, (unit) => INVISIBLE[unit]!);
    at = end;
  };
  const write = (from: number, within: number): number => {
    const { start, end } = ordered[from]!;
    if (end > within) throw new Error(`Marks cross at ${start}–${end}`);
    copyTo(start);
    fixture += '⟦';
    let next = from;
    while (ordered[next]?.start === start && ordered[next]?.end === end) next++;
    const names = ordered.slice(from, next).map(nameOf).join(',');
    while (next < ordered.length && ordered[next]!.start < end) next = write(next, end);
    copyTo(end);
    fixture += `⟧{${names}}`;
    return next;
  };
  for (let next = 0; next < ordered.length;) next = write(next, text.length);
  copyTo(text.length);
  return fixture;
}

function readNames(list: string): { rule: string; says?: string }[] {
  const names: { rule: string; says?: string }[] = [];
  for (NAME.lastIndex = 0; NAME.lastIndex < list.length || names.length === 0;) {
    const found = NAME.exec(list);
    if (found === null) throw new Error(`A mark is named “${list}”; write {rule} or {rule "words", other-rule}`);
    names.push(found[2] === undefined ? { rule: found[1]! } : { rule: found[1]!, says: found[2] });
  }
  return names;
}

const nameOf = ({ rule, says }: Mark): string => (says === undefined ? rule : `${rule} "${says}"`);
const inOrder = (a: Mark, b: Mark): number => a.start - b.start || b.end - a.end;
const around = (text: string, at: number): string => JSON.stringify(text.slice(Math.max(0, at - 20), at + 20));
