import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Files } from '../folder/files';
import { LARGEST_IN_FOLDER } from '../folder/report-files';
import { findFiles } from './find';
import { readText } from './read';
import { bothOf, MISSING, Refusal } from './refusal';
import { skippedLine } from './skipped';

/** Files of this machine, by their URIs. */
export const nodeFiles: Files = {
  async list(uri, tell) {
    const folder = pathOf(uri);
    if (folder === undefined) return [];
    const { files, skipped, unreadable } = await findFiles(folder);
    for (const { path, refusal } of unreadable) {
      if (path === folder) throw new Error(bothOf(refusal.reason));
      tell?.(`${path}: ${bothOf(refusal.reason)}`);
    }
    if (skipped.length > 0) tell?.(`${folder}: ${skippedLine(skipped, 'zh-CN')} (${skippedLine(skipped, 'en')})`);
    return files.map((file) => pathToFileURL(file).href);
  },
  async read(uri, mayMatter) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    try {
      return await fileTextAt(path, LARGEST_IN_FOLDER, mayMatter);
    } catch (error) {
      throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  },
};

/** The text of a file, `undefined` where there is none; throws why it cannot be read where there is one. */
export async function fileTextAt(
  path: string,
  limit: number,
  mayMatter?: (beginning: string) => boolean,
): Promise<string | undefined> {
  const file = await readText(path, limit, mayMatter);
  if (!(file instanceof Refusal)) return file.text;
  if (file.reason === MISSING.reason) return undefined;
  throw new Error(bothOf(file.reason));
}

/** Not every URI names a file of this machine, even of those that say so. */
function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
