import { randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { access, open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { NOT_REGULAR, refusalFor, Refusal } from './refusal';

const READ_ONLY = new Refusal({ zh: '只读，未改动', en: 'read-only, left as it is' });
/** Where a link leads out of the folder: read, and never written. */
export const OUTSIDE = new Refusal({
  zh: '在所给文件夹以外，未改动',
  en: 'outside of the given folder, left as it is',
});
const CHANGED = new Refusal({ zh: '读取之后被改过，未改动', en: 'changed since it was read, left as it is' });

export interface Replacement {
  readonly bytes: Uint8Array;
  /** What the file was when it was read: one that was changed since is left alone. */
  readonly read: Stats;
  /** The file was found in this folder and has to lie there; a file that someone named may be a link to anywhere. */
  readonly within?: string | undefined;
}

/**
 * Puts new bytes in the place of a file's. At every moment the file is either the old one or the new one, whole: the
 * new one is written beside it and renamed. Mode, and where possible owner, stay; a link stays a link, and what it
 * leads to is replaced.
 */
export async function replaceFile(file: string, { bytes, read, within }: Replacement): Promise<Refusal | undefined> {
  try {
    const target = await realpath(file);
    if (within !== undefined && !isBelow(await realpath(within), target)) return OUTSIDE;
    const stats = await stat(target);
    if (!stats.isFile()) return NOT_REGULAR;
    if (!(await isWritable(target, stats))) return READ_ONLY;
    const beside = path.join(path.dirname(target), `.nianbao-${randomUUID()}.tmp`);
    try {
      await writeNew(beside, bytes, stats);
      if (!isSame(read, await stat(target))) return CHANGED;
      await rename(beside, target);
    } finally {
      await rm(beside, { force: true });
    }
    await flushFolder(path.dirname(target));
    return undefined;
  } catch (error) {
    return refusalFor(error);
  }
}

export const isBelow = (folder: string, file: string): boolean => {
  const way = path.relative(folder, file);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
};

/**
 * Renaming over a file asks only whether the folder may be written, and an administrator is never refused: what counts
 * is what the file itself says.
 */
async function isWritable(file: string, { mode }: Stats): Promise<boolean> {
  if ((mode & ANYONE_WRITES) === 0) return false;
  return access(file, constants.W_OK).then(
    () => true,
    () => false,
  );
}

const ANYONE_WRITES = 0o222;

async function writeNew(file: string, bytes: Uint8Array, { mode, uid, gid }: Stats): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    const created = await handle.stat();
    // To give a file away is up to administrators; a group of one's own can always be given.
    if (created.uid !== uid || created.gid !== gid)
      await handle.chown(uid, gid).catch(() => handle.chown(created.uid, gid).catch(() => undefined));
    await handle.chmod(mode & 0o777);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const isSame = (a: Stats, b: Stats): boolean =>
  a.dev === b.dev && a.ino === b.ino && a.size === b.size && a.mtimeMs === b.mtimeMs;

/** The new name is on the disk too; not every system can say that of a folder. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY).catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
