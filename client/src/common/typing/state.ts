/** A text and what is selected in it; offsets count UTF-16 units. */
export interface State {
  readonly text: string;
  readonly anchor: number;
  readonly active: number;
}

/** A stretch of a text that is replaced. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export const selected = ({ anchor, active }: State): { readonly start: number; readonly end: number } => ({
  start: Math.min(anchor, active),
  end: Math.max(anchor, active),
});

/** Changes that do not touch each other, all counted in the text before them. */
export const applied = (text: string, changes: readonly Change[]): string =>
  changes
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, { start, end, text: own }) => result.slice(0, start) + own + result.slice(end), text);

/** What typing does: the text takes the place of what is selected, and the caret stands behind it. */
export function typed(state: State, text: string): State {
  const { start, end } = selected(state);
  const caret = start + text.length;
  return { text: applied(state.text, [{ start, end, text }]), anchor: caret, active: caret };
}

/** What Backspace does. */
export function erased(state: State): State {
  const { start, end } = selected(state);
  return start < end || start === 0 ? typed(state, '') : typed({ ...state, anchor: start - 1, active: start }, '');
}

/** The smallest changes that make one text another: line by line where no line was added or removed. */
export function difference(before: string, after: string): readonly Change[] {
  if (before === after) return [];
  const [old, young] = [before.split('\n'), after.split('\n')];
  if (old.length !== young.length) return [trimmed(before, after, 0)];
  const changes: Change[] = [];
  let start = 0;
  old.forEach((line, i) => {
    if (line !== young[i]) changes.push(trimmed(line, young[i]!, start));
    start += line.length + 1;
  });
  return changes;
}

function trimmed(before: string, after: string, offset: number): Change {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  // A line's end is one.
  if (before[head - 1] === '\r') head--;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (before.at(-tail) === '\n' && before.at(-tail - 1) === '\r') tail--;
  return { start: offset + head, end: offset + before.length - tail, text: after.slice(head, after.length - tail) };
}
