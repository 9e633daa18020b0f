import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { findFiles, REPORTS } from '../files/find';
import type { InputFile } from './files';

/** Files beside those that were named: last year's reports may be among them, and they are not reported. */
export async function neighboursOf(files: readonly InputFile[]): Promise<readonly InputFile[]> {
  const folders = new Set(files.filter(({ named }) => named).map((file) => path.dirname(file.path)));
  if (folders.size === 0) return [];
  const known = new Set(await Promise.all(files.map(identityOf)));
  const neighbours: InputFile[] = [];
  for (const folder of folders) {
    const { files: found } = await findFiles(folder, DIRECTLY_IN_IT);
    for (const one of found) {
      const file: InputFile = { path: one, folder, named: false };
      const identity = await identityOf(file);
      if (known.has(identity)) continue;
      known.add(identity);
      neighbours.push(file);
    }
  }
  return neighbours;
}

const DIRECTLY_IN_IT = { file: REPORTS.file, folder: () => false };

const identityOf = ({ path: file }: InputFile): Promise<string> => realpath(file).catch(() => path.resolve(file));
