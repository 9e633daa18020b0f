import { realpath } from 'node:fs/promises';
import path from 'node:path';

/**
 * Files by what they are, however they are reached. Their folders are known by their real paths, so that a file costs
 * no more than its name.
 */
export class KnownFiles {
  private readonly names = new Map<string, Set<string>>();

  /** Tells whether it is new. */
  add(folder: string, name: string): boolean {
    const names = this.names.get(folder) ?? new Set();
    if (names.has(name)) return false;
    this.names.set(folder, names.add(name));
    return true;
  }

  /** The same for a file of which only a way to it is known. */
  async addFile(file: string): Promise<boolean> {
    const identity = await identityOf(file);
    return this.add(path.dirname(identity), path.basename(identity));
  }
}

/** The real path of what is there; of what is not, where it would be. */
export const identityOf = (place: string): Promise<string> => realpath(place).catch(() => path.resolve(place));
