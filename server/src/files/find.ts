import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { DEEPEST, isHiddenName, isReportName, LARGEST_IN_FOLDER } from '../folder/report-files';
import { refusalFor, type Refusal } from './refusal';

/** Why something that could hold reports was passed over. */
export type SkipReason = 'hidden' | 'link' | 'not-regular' | 'too-deep' | 'too-large';

export interface Skipped {
  readonly path: string;
  readonly reason: SkipReason;
}

/** What is in a folder and below it: nothing is left out without a word. */
export interface Found {
  readonly files: readonly string[];
  readonly skipped: readonly Skipped[];
  readonly unreadable: readonly { readonly path: string; readonly refusal: Refusal }[];
}

/** What is looked for, by the names on the way from the folder. */
export interface Wanted {
  readonly file: (names: readonly string[]) => boolean;
  /** Something that is wanted may lie below this folder. */
  readonly folder: (names: readonly string[]) => boolean;
}

export const REPORTS: Wanted = { file: (names) => isReportName(names.at(-1) ?? ''), folder: () => true };

/** Files in a folder and below it, in the order of their paths. Links are not followed: they may lead anywhere, and back. */
export async function findFiles(folder: string, wanted: Wanted = REPORTS): Promise<Found> {
  const files: string[] = [];
  const skipped: Skipped[] = [];
  const unreadable: { readonly path: string; readonly refusal: Refusal }[] = [];

  async function visit(names: readonly string[]): Promise<void> {
    const own = path.join(folder, ...names);
    let entries: readonly Dirent[];
    try {
      entries = await readdir(own, { withFileTypes: true });
    } catch (error) {
      unreadable.push({ path: own, refusal: refusalFor(error) });
      return;
    }
    for (const entry of entries) {
      const below = [...names, entry.name];
      const full = path.join(own, entry.name);
      const skip = (reason: SkipReason): unknown => skipped.push({ path: full, reason });
      if (entry.isDirectory() ? !wanted.folder(below) : !(await isWanted(entry, below, full))) continue;
      if (isHiddenName(entry.name)) skip('hidden');
      else if (entry.isSymbolicLink()) skip('link');
      else if (entry.isDirectory()) await (names.length < DEEPEST ? visit(below) : skip('too-deep'));
      else if (!entry.isFile()) skip('not-regular');
      else if ((await sizeOf(full)) > LARGEST_IN_FOLDER) skip('too-large');
      else files.push(full);
    }
  }

  async function isWanted(entry: Dirent, names: readonly string[], full: string): Promise<boolean> {
    if (wanted.file(names)) return true;
    return entry.isSymbolicLink() && wanted.folder(names) && (await leadsToFolder(full));
  }

  await visit([]);
  const byPath = (a: { readonly path: string }, b: { readonly path: string }): number => (a.path < b.path ? -1 : 1);
  return { files: files.sort(), skipped: skipped.sort(byPath), unreadable: unreadable.sort(byPath) };
}

const leadsToFolder = (link: string): Promise<boolean> =>
  stat(link).then(
    (target) => target.isDirectory(),
    () => false,
  );

/** A file that cannot even be looked at is left to the reader, who says why. */
const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );
