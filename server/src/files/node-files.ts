import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Files } from '../lsp/runtime';
import { decode } from './decode';

/** Files of this machine, by their URIs. */
export const nodeFiles: Files = {
  async list(folder) {
    return folder.startsWith('file:') ? (await walk(fileURLToPath(folder), 0)).map((file) => pathToFileURL(file).href) : [];
  },
  async read(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      const file = fileURLToPath(uri);
      if ((await stat(file)).size > LARGEST) throw new Error(`too large: ${file}`);
      const decoded = decode(await readFile(file));
      if (decoded === undefined) throw new Error(`no text: ${file}`);
      return decoded.text;
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
      throw error;
    }
  },
};

/** A compiled volume of a hundred reports is about this large; larger files are no reports. */
const LARGEST = 4_000_000;
const DEEPEST = 12;
const CANDIDATE = /\.(?:txt|nianbao|md)$/i;

async function walk(folder: string, depth: number): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const full = path.join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.isDirectory() && depth < DEEPEST) files.push(...(await walk(full, depth + 1)));
    else if (entry.isFile() && CANDIDATE.test(entry.name)) files.push(full);
  }
  return files;
}
