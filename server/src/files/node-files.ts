import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Files } from '../lsp/runtime';
import { findFiles } from './find';
import { LARGEST_IN_FOLDER, readText } from './read';
import { Refusal } from './refusal';

/** Files of this machine, by their URIs. What cannot be read is as if it were not there. */
export const nodeFiles: Files = {
  async list(uri) {
    const folder = pathOf(uri);
    return folder === undefined ? [] : (await findFiles(folder)).files.map((file) => pathToFileURL(file).href);
  },
  async read(uri) {
    const path = pathOf(uri);
    const file = path === undefined ? undefined : await readText(path, LARGEST_IN_FOLDER);
    return file === undefined || file instanceof Refusal ? undefined : file.text;
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
