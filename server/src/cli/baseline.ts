import path from 'node:path';
import { LARGEST_NAMED, readText } from '../files/read';
import { bothOf, Refusal } from '../files/refusal';
import { writeWhole } from '../files/new-file';
import { shown } from './shown';
import { UsageError } from './usage';

/** Findings that are accepted as they are, by their fingerprints and the files that they are in. */
export class Baseline {
  private constructor(private readonly files: Map<string, readonly string[]> = new Map()) {}

  static empty(): Baseline {
    return new Baseline();
  }

  /** The baseline that a file holds. One that cannot be read accepts nothing, so that nothing is checked by it. */
  static async read(file: string): Promise<Baseline> {
    const read = await readText(file, LARGEST_NAMED);
    if (read instanceof Refusal) throw new UsageError(`--baseline: ${file}: ${bothOf(read.reason)}`);
    const files = filesIn(read.text);
    if (files === undefined)
      throw new UsageError(
        `--baseline: ${file}: 不是 --write-baseline 写的文件 (not a file that --write-baseline wrote)`,
      );
    return new Baseline(new Map(Object.entries(files)));
  }

  of(file: string): readonly string[] {
    return this.files.get(keyOf(file)) ?? [];
  }

  add(file: string, fingerprints: readonly string[]): void {
    if (fingerprints.length > 0) this.files.set(keyOf(file), fingerprints);
  }

  async write(file: string): Promise<void> {
    const lines = [...this.files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, fingerprints]) => `${shown(JSON.stringify(name))}:${JSON.stringify(fingerprints)}`);
    const text = `{"version":${VERSION},"files":{\n${lines.join(',\n')}\n}}\n`;
    const refusal = await writeWhole(file, text, { overwrites: true });
    if (refusal !== undefined) throw new UsageError(`--write-baseline: ${file}: ${bothOf(refusal.reason)}`);
  }
}

const VERSION = 1;

/** By the way from the working folder, in one spelling, as in SARIF. */
const keyOf = (file: string): string => path.relative('.', file).split(path.sep).join('/');

function filesIn(text: string): Record<string, readonly string[]> | undefined {
  try {
    const { version, files } = JSON.parse(text) as { version?: unknown; files?: unknown };
    if (version !== VERSION || typeof files !== 'object' || files === null) return undefined;
    const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string');
    return Object.values(files).every(areTexts) ? (files as Record<string, readonly string[]>) : undefined;
  } catch {
    return undefined;
  }
}
