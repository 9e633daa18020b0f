import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { decode, type Decoded } from '../files/decode';

/** A file that was read, by the path under which the user knows it. */
export interface SourceFile extends Decoded {
  readonly path: string;
}

/** Something that was asked for and cannot be had: told in one line, the others are still read. */
export class Unreadable {
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {}
}

/** What is looked at in a folder; a file named by its path is read whatever it is called. */
const IN_FOLDERS = '**/*.{txt,nianbao,md}';
const IGNORED = ['**/node_modules/**', '**/.*/**'];

/** Reads files, the reports of folders, and what patterns match, one after the other and each once. */
export async function* readFiles(arguments_: readonly string[]): AsyncGenerator<SourceFile | Unreadable> {
  const seen = new Set<string>();
  for (const argument of arguments_) {
    const paths = await expand(argument);
    if (paths instanceof Unreadable) yield paths;
    else {
      for (const file of paths) {
        // Links may lead to a file in several ways, and back to the folder that they stand in.
        const key = await realpath(file).catch(() => path.resolve(file));
        if (seen.has(key)) continue;
        seen.add(key);
        yield await readSource(file);
      }
    }
  }
}

async function expand(argument: string): Promise<readonly string[] | Unreadable> {
  const found = await stat(argument).catch(() => undefined);
  if (found?.isFile()) return [argument];
  if (found?.isDirectory()) {
    const files = await glob(IN_FOLDERS, { cwd: argument, ignore: IGNORED, caseSensitiveMatch: false });
    return files.sort().map((file) => path.join(argument, file));
  }
  if (isDynamicPattern(argument)) {
    const files = await glob(argument.replaceAll('\\', '/'), { ignore: IGNORED });
    return files.length > 0 ? files.sort() : new Unreadable(argument, '没有匹配的文件 (no file matches)');
  }
  return new Unreadable(argument, '没有这个文件或文件夹 (no such file or folder)');
}

async function readSource(file: string): Promise<SourceFile | Unreadable> {
  try {
    const decoded = decode(await readFile(file));
    return decoded === undefined ? new Unreadable(file, '不是文本文件 (not a text file)') : { path: file, ...decoded };
  } catch (error) {
    return new Unreadable(file, `读取失败 (cannot be read): ${error instanceof Error ? error.message : String(error)}`);
  }
}
