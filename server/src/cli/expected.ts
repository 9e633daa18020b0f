import path from 'node:path';
import { arrivalsOf, type Arrivals, type Received } from '../core/index';
import { LARGEST_NAMED, readBytes } from '../files/read';
import { bothOf, Refusal } from '../files/refusal';
import { bodiesImported, type ListedBodies } from '../folder/listed-bodies';
import type { Configs } from './config';
import { loadExchange } from './exchange';
import type { InputFile } from './files';
import type { Output } from './output';

/** The bodies that should report, by the configurations that list them. */
export class ExpectedBodies {
  private readonly lists = new Map<
    string,
    { readonly bodies: readonly string[] | undefined; readonly received: Received[] }
  >();
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
    return [...this.lists.values()].flatMap(({ bodies, received }) =>
      bodies === undefined ? [] : [arrivalsOf(bodies, received)],
    );
  }
}

/** None where the list is a file that cannot be read, which is told: then nobody knows who is missing. */
async function namesIn(
  bodies: readonly string[] | string,
  folder: string,
  output: Output,
): Promise<readonly string[] | undefined> {
  if (typeof bodies !== 'string') return bodies;
  const file = path.resolve(folder, bodies);
  const read = await readBytes(file, LARGEST_NAMED);
  const listed = read instanceof Refusal ? { problem: read.reason } : await bodiesInBytes(read.bytes);
  if ('names' in listed) return listed.names;
  output.fail(`${file}: ${bothOf(listed.problem)}`);
  return undefined;
}

async function bodiesInBytes(bytes: Uint8Array): Promise<ListedBodies> {
  const { importFile } = await loadExchange();
  return bodiesImported(await importFile(bytes));
}
