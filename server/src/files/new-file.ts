import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { link, lstat, mkdir, open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { NOT_REGULAR, Refusal, refusalFor } from './refusal';
import { flushFolder } from './write';

/** A file that is written piece by piece beside its place and renamed when it is whole: no one ever sees half of it. */
export class NewFile {
  private constructor(
    private readonly target: string,
    private readonly beside: string,
    private readonly handle: FileHandle,
  ) {}

  /** Begins a file that will stand in the place of one that may be there. */
  static async inPlaceOf(file: string): Promise<NewFile | Refusal> {
    try {
      // A link stays a link, and what it leads to is replaced.
      const target = await realpath(file).catch(() => path.resolve(file));
      const old = await stat(target).catch(() => undefined);
      if (old !== undefined && !old.isFile()) return NOT_REGULAR;
      const beside = path.join(path.dirname(target), `.nianbao-${randomUUID()}.tmp`);
      const handle = await open(beside, 'wx', old === undefined ? 0o666 : old.mode & 0o777);
      unfinished.add(beside);
      return new NewFile(target, beside, handle);
    } catch (error) {
      return refusalFor(error);
    }
  }

  write(content: string | Uint8Array): Promise<Refusal | undefined> {
    return attempted(() => this.handle.appendFile(content, 'utf8'));
  }

  /** Where it must not overwrite, it does not even what another program has put there meanwhile. */
  finish({ overwrites = true }: { readonly overwrites?: boolean } = {}): Promise<Refusal | undefined> {
    return attempted(async () => {
      await this.handle.sync();
      await this.handle.close();
      if (overwrites || !(await this.isLinked())) await rename(this.beside, this.target);
      unfinished.delete(this.beside);
      await flushFolder(path.dirname(this.target));
    });
  }

  /** A name is linked only where nothing has it; some file systems know no links. */
  private async isLinked(): Promise<boolean> {
    try {
      await link(this.beside, this.target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
      return false;
    }
    await rm(this.beside);
    return true;
  }

  /** Takes away what is not finished. */
  async discard(): Promise<void> {
    if (!unfinished.delete(this.beside)) return;
    await this.handle.close().catch(() => undefined);
    await rm(this.beside, { force: true }).catch(() => undefined);
  }
}

/** Writes a file whole, in a folder that is made where it is missing; only if asked in the place of another one. */
export async function writeWhole(
  file: string,
  content: string | Uint8Array,
  { overwrites }: { readonly overwrites: boolean },
): Promise<Refusal | undefined> {
  const made = await makeFolder(path.dirname(path.resolve(file)));
  if (made !== undefined) return made;
  const isThere = async (): Promise<boolean> => (await lstat(file).catch(() => undefined)) !== undefined;
  if (!overwrites && (await isThere())) return EXISTS;
  const opened = await NewFile.inPlaceOf(file);
  if (opened instanceof Refusal) return opened;
  try {
    const refusal = (await opened.write(content)) ?? (await opened.finish({ overwrites }));
    return refusal !== undefined && !overwrites && (await isThere()) ? EXISTS : refusal;
  } finally {
    await opened.discard();
  }
}

/**
 * Makes a folder with those above it. Node's own way never ends where a file system makes none, such as that of Linux's
 * processes.
 */
async function makeFolder(folder: string): Promise<Refusal | undefined> {
  const isFolder = async (): Promise<boolean | undefined> => (await stat(folder).catch(() => undefined))?.isDirectory();
  const there = await isFolder();
  if (there !== undefined) return there ? undefined : NO_FOLDER;
  const above = path.dirname(folder);
  const refusal = above === folder ? undefined : await makeFolder(above);
  if (refusal !== undefined) return refusal;
  return attempted(() =>
    mkdir(folder).catch(async (error: unknown) => {
      // Another program may have made it meanwhile.
      if ((await isFolder()) !== true) throw error;
    }),
  );
}

const NO_FOLDER = new Refusal({ zh: '所在位置是文件，不是文件夹', en: 'a file stands where the folder should be' });

const EXISTS = new Refusal({
  zh: '已有这个文件，未改动；要覆盖请加 --force',
  en: 'the file is there already and was left as it is; --force replaces it',
});

const unfinished = new Set<string>();

/** For the very end of a program that is stopped. */
export function discardUnfinished(): void {
  for (const file of unfinished) rmSync(file, { force: true });
}

const attempted = (work: () => Promise<unknown>): Promise<Refusal | undefined> =>
  work().then(() => undefined, refusalFor);
