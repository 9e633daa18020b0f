import path from 'node:path';
import type { Segment } from '../core/index';
import { LARGEST_NAMED, readText } from '../files/read';
import { bothOf, Refusal } from '../files/refusal';
import { readUnder } from '../folder/judge';
import type { Configs } from './config';
import type { Output } from './output';

/** The one report of a file that was named; a file without one, or with several, is told. */
export async function oneReport(file: string, configs: Configs, output: Output): Promise<Segment | undefined> {
  const read = await readText(file, LARGEST_NAMED);
  if (read instanceof Refusal) {
    output.fail(`${file}: ${bothOf(read.reason)}`);
    return undefined;
  }
  const config = await configs.of({ path: file, folder: path.dirname(file), named: true });
  const found = readUnder(read.text, config).segments.filter(({ report }) => report.recognised);
  if (found.length === 1) return found[0];
  output.fail(
    found.length === 0
      ? `${file}: 没有认出年报 (no report was recognised)`
      : `${file}: 有 ${found.length} 份年报，请只给一份 (several reports; give a file with one)`,
  );
  return undefined;
}
