import path from 'node:path';
import { arrivalsOf, bodiesInRows, bodiesInText, type Arrivals, type Received } from '../core/index';
import { decode } from '../files/decode';
import { LARGEST_NAMED, readBytes } from '../files/read';
import { bothOf, Refusal } from '../files/refusal';
import type { Configs } from './config';
import { loadExchange } from './exchange';
import type { InputFile } from './files';
import type { Output } from './output';

/** The bodies that should report, by the configurations that list them. */
export class ExpectedBodies {
  private readonly lists = new Map<string, { readonly bodies: readonly string[]; readonly received: Received[] }>();
  private readonly listOf = new Map<string, string>();

  static async by(configs: Configs, files: readonly InputFile[], output: Output): Promise<ExpectedBodies> {
    const expected = new ExpectedBodies();
    for (const file of files) {
      const found = await configs.fileOf(file);
      if (found?.config.bodies === undefined) continue;
      expected.listOf.set(file.path, found.file);
      if (expected.lists.has(found.file)) continue;
      const bodies = await namesIn(found.config.bodies, path.dirname(found.file), output);
      expected.lists.set(found.file, { bodies, received: [] });
    }
    return expected;
  }

  add(received: readonly Received[]): void {
    for (const one of received) this.lists.get(this.listOf.get(one.file) ?? '')?.received.push(one);
  }

  /** What came and what did not, a list after the other. */
  arrivals(): readonly Arrivals[] {
    return [...this.lists.values()].map(({ bodies, received }) => arrivalsOf(bodies, received));
  }
}

async function namesIn(bodies: readonly string[] | string, folder: string, output: Output): Promise<readonly string[]> {
  if (typeof bodies !== 'string') return bodies;
  const file = path.resolve(folder, bodies);
  const read = await readBytes(file, LARGEST_NAMED);
  if (read instanceof Refusal) {
    output.fail(`${file}: ${bothOf(read.reason)}`);
    return [];
  }
  const isWorkbook = read.bytes[0] === 0x50 && read.bytes[1] === 0x4b;
  const names = isWorkbook ? bodiesInRows(await rowsIn(read.bytes)) : bodiesInText(decode(read.bytes)?.text ?? '');
  if (names.length === 0) output.fail(`${file}: 没有读到机关名单 (no list of bodies was read)`);
  return names;
}

async function rowsIn(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const { importFile } = await loadExchange();
  const imported = await importFile(bytes);
  if ('refused' in imported) return [];
  const [first] = imported.blocks.flatMap((block) => (block.kind === 'grid' ? [block.rows] : []));
  return (first ?? []).map((row) => row.map((cell) => (typeof cell === 'string' ? cell : '')));
}
