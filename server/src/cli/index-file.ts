import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { PackedSummary } from '../core/index';
import { bothOf, refusalFor } from '../files/refusal';
import { indexLine, isIndexHeader, reportInLine } from '../folder/stored-index';
import { UsageError } from './usage';

/** Says so, before anything is judged, where a file is no index of this program. */
export async function checkIndex(file: string): Promise<void> {
  for await (const line of linesOf(file)) {
    if (isIndexHeader(line)) return;
    break;
  }
  throw new UsageError(
    `--last-year-index: ${file}: 不是这个版本的 nianbao index 写的文件，请重新写一次 (not an index of this version; write it anew)`,
  );
}

/** The reports of an index, one at a time. Half an index would hide findings: a line that is broken ends the run. */
export async function* storedReports(
  file: string,
): AsyncGenerator<{ readonly uri: string; readonly summary: PackedSummary }> {
  const folder = path.dirname(path.resolve(file));
  let number = 0;
  for await (const line of linesOf(file)) {
    if (++number === 1) continue;
    const stored = reportInLine(line);
    if (stored === undefined)
      throw new UsageError(
        `--last-year-index: ${file}:${number}: 这一行读不出，请重新写一次 (a broken line; write it anew)`,
      );
    yield { uri: pathToFileURL(path.resolve(folder, stored.path)).href, summary: stored.summary };
  }
}

/** A report's line in an index that lies in a folder. */
export function lineFor(report: string, summary: PackedSummary, folder: string): string {
  const way = path.relative(folder, path.resolve(report));
  return `${indexLine({ path: path.isAbsolute(way) ? way : way.split(path.sep).join('/'), summary })}\n`;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  try {
    yield* createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  } catch (error) {
    throw new UsageError(`--last-year-index: ${file}: ${bothOf(refusalFor(error).reason)}`);
  }
}
