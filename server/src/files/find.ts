import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { DEEPEST, isHiddenName, isReportName, LARGEST_IN_FOLDER, reportsOfOtherPrograms } from '../folder/report-files';
import { identityOf, KnownFiles } from './known-files';
import { refusalFor, type Refusal } from './refusal';
import { isBelow } from './write';

/** Why something that could hold reports was passed over. */
export type SkipReason = 'hidden' | 'link' | 'not-regular' | 'other-program' | 'too-deep' | 'too-large';

export interface Skipped {
  readonly path: string;
  readonly reason: SkipReason;
}

/** What is in a folder and below it: nothing is left out without a word. */
export interface Found {
  readonly files: readonly string[];
  /** How many were known already. */
  readonly again: number;
  readonly skipped: readonly Skipped[];
  readonly unreadable: readonly { readonly path: string; readonly refusal: Refusal }[];
}

/** What is looked for, by the names on the way from the folder. */
export interface Wanted {
  readonly file: (names: readonly string[]) => boolean;
  /** Something that is wanted may lie below this folder. */
  readonly folder: (names: readonly string[]) => boolean;
  /** What is hidden by its name is meant all the same. */
  readonly hidden?: (names: readonly string[]) => boolean;
  /** Of the names in one folder, those of files that are wanted and that only another program can read. */
  readonly ofOtherPrograms?: (names: readonly string[]) => readonly string[];
}

export const REPORTS: Wanted = {
  file: (names) => isReportName(names.at(-1) ?? ''),
  folder: () => true,
  ofOtherPrograms: reportsOfOtherPrograms,
};

/**
 * Files in a folder and below it, in the order of their paths; those that are known already do not come again. Links
 * are followed, out of the folder too, each file and folder counting once by what it is; one that leads nowhere, or to
 * a folder around this one, is passed over.
 */
export async function findFiles(folder: string, wanted: Wanted = REPORTS, known = new KnownFiles()): Promise<Found> {
  const files: string[] = [];
  let again = 0;
  const skipped: Skipped[] = [];
  const unreadable: { readonly path: string; readonly refusal: Refusal }[] = [];
  const visited = new Set<string>();
  /** Links wait until all that lies in the folder itself is known: its own paths come first. */
  const links: { readonly names: readonly string[]; readonly full: string }[] = [];
  const root = await identityOf(folder);

  async function visit(names: readonly string[], identity: string): Promise<void> {
    const own = path.join(folder, ...names);
    if (visited.has(identity)) return;
    visited.add(identity);
    let entries: readonly Dirent[];
    try {
      entries = await readdir(own, { withFileTypes: true });
    } catch (error) {
      unreadable.push({ path: own, refusal: refusalFor(error) });
      return;
    }
    for (const name of wanted.ofOtherPrograms?.(entries.map((entry) => entry.name)) ?? [])
      skipped.push({ path: path.join(own, name), reason: 'other-program' });
    for (const entry of entries) {
      const below = [...names, entry.name];
      const full = path.join(own, entry.name);
      if (entry.isSymbolicLink()) links.push({ names: below, full });
      else await take(below, full, { folder: identity, name: entry.name }, entry);
    }
  }

  async function take(
    names: readonly string[],
    full: string,
    { folder: real, name }: Place,
    kind: Kind,
  ): Promise<void> {
    const skip = (reason: SkipReason): unknown => skipped.push({ path: full, reason });
    if (kind.isDirectory() ? !wanted.folder(names) : !wanted.file(names)) return;
    if (isHiddenName(names.at(-1)!) && wanted.hidden?.(names) !== true) skip('hidden');
    else if (kind.isDirectory())
      await (names.length <= DEEPEST ? visit(names, path.join(real, name)) : skip('too-deep'));
    else if (!kind.isFile()) skip('not-regular');
    else if ((await sizeOf(full)) > LARGEST_IN_FOLDER) skip('too-large');
    else if (known.add(real, name)) files.push(full);
    else again++;
  }

  async function follow({ names, full }: { readonly names: readonly string[]; readonly full: string }): Promise<void> {
    const target = await stat(full).catch(() => undefined);
    const identity = await identityOf(full);
    const isUseless =
      target === undefined
        ? wanted.file(names)
        : target.isDirectory() && wanted.folder(names) && isAround(identity, root);
    if (isUseless) skipped.push({ path: full, reason: isHiddenName(names.at(-1)!) ? 'hidden' : 'link' });
    else if (target !== undefined)
      await take(names, full, { folder: path.dirname(identity), name: path.basename(identity) }, target);
  }

  await visit([], root);
  // Following one may find others.
  for (const link of links) await follow(link);
  const byPath = (a: { readonly path: string }, b: { readonly path: string }): number => (a.path < b.path ? -1 : 1);
  return { files: files.sort(), again, skipped: skipped.sort(byPath), unreadable: unreadable.sort(byPath) };
}

/** What a path leads to. */
type Kind = Pick<Dirent, 'isDirectory' | 'isFile'>;

/** Where something really is: its folder by its real path. */
interface Place {
  readonly folder: string;
  readonly name: string;
}

/** Whether a folder holds another: a link to it would lead to everything around. */
const isAround = (outer: string, inner: string): boolean => inner !== outer && isBelow(outer, inner);

/** A file that cannot even be looked at is left to the reader, who says why. */
const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );
