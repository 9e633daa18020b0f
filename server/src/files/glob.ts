import { isHiddenName } from '../folder/report-files';
import type { Wanted } from './find';

/** Marks that make a path a pattern: `*`, `?`, `[…]`, `{…,…}`, and `**` for any number of folders. */
export const isPattern = (text: string): boolean => /[*?[{]/.test(text);

/** What a pattern wants, given the names between its slashes; hidden names are meant where one of its own is hidden. */
export function wantedBy(pattern: readonly string[]): Wanted {
  const parts = pattern.map((part) => (part === '**' ? ANY_FOLDERS : matcher(part)));
  /** The parts of the pattern that may come next after some names. */
  const after = (names: readonly string[]): ReadonlySet<number> => {
    let next = withoutFolders([0]);
    for (const name of names) next = withoutFolders([...next].flatMap((i) => step(i, name)));
    return next;
  };
  const step = (i: number, name: string): readonly number[] => {
    const part = parts[i];
    if (part === undefined) return [];
    if (part === ANY_FOLDERS) return [i];
    return part.test(name) ? [i + 1] : [];
  };
  const isHidden = (i: number): boolean => isHiddenName(pattern[i] ?? '');
  /** `**` may stand for no folder at all. */
  const withoutFolders = (positions: readonly number[]): ReadonlySet<number> => {
    const all = new Set(positions);
    for (const i of all) if (parts[i] === ANY_FOLDERS) all.add(i + 1);
    return all;
  };
  return {
    file: (names) => after(names).has(parts.length),
    folder: (names) => [...after(names)].some((i) => i < parts.length),
    hidden: (names) => [...after(names.slice(0, -1))].some((i) => isHidden(i) && step(i, names.at(-1)!).length > 0),
  };
}

/** Whether names match a pattern as a whole. */
export const matcherOf = (pattern: readonly string[]): ((names: readonly string[]) => boolean) =>
  wantedBy(pattern).file;

const ANY_FOLDERS = 'any folders';

/** A name's pattern; what stands in brackets matches one of its characters, and itself, since folders are named so. */
function matcher(part: string): RegExp {
  const marks = /\*+|\?|\[(!?)([^\]]+)\]|\{([^{}]*)\}|[^]/gu;
  const source = part.replace(
    marks,
    (mark, not: string | undefined, set: string | undefined, choices: string | undefined) => {
      if (mark.startsWith('*')) return '.*';
      if (mark === '?') return '.';
      if (set !== undefined)
        return `(?:[${not === '!' ? '^' : ''}${set.replace(/[\\\]^]/g, '\\$&')}]|${escaped(mark)})`;
      if (choices !== undefined) return `(?:${choices.split(',').map(sourceOf).join('|')})`;
      return escaped(mark);
    },
  );
  try {
    return new RegExp(`^${source}$`, 'su');
  } catch {
    // A range that runs backwards stands for itself.
    return new RegExp(`^${escaped(part)}$`, 'su');
  }
}

const sourceOf = (part: string): string => matcher(part).source.slice(1, -1);
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
