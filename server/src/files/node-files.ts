import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Files } from '../folder/files';
import { findFiles } from './find';
import { LARGEST_IN_FOLDER } from '../folder/report-files';
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
  async read(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const file = await readText(path, LARGEST_IN_FOLDER);
    if (!(file instanceof Refusal)) return file.text;
    if (file.reason === MISSING.reason) return undefined;
    throw new Error(`${path}: ${bothOf(file.reason)}`);
  },
};

/** Not every URI names a file of this machine, even of those that say so. */
function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
