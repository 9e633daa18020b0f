import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { matcherOf } from './glob';

interface Pattern {
  readonly isNegated: boolean;
  readonly isFolder: boolean;
  readonly matches: (names: readonly string[]) => boolean;
}

/**
 * What `.gitignore` files leave out, as Git reads them: the nearest file and its last line decide, and nothing comes
 * back out of a folder that is left out. Files above the folder do not count, nor does what is not named `.gitignore`.
 */
export class GitIgnore {
  private readonly patterns = new Map<string, Promise<readonly Pattern[]>>();

  constructor(private readonly root: string) {}

  async leavesOut(file: string): Promise<boolean> {
    const names = path.relative(this.root, file).split(path.sep);
    if (names[0] === '..') return false;
    for (let depth = 1; depth <= names.length; depth++)
      if (await this.isIgnored(names.slice(0, depth), depth < names.length)) return true;
    return false;
  }

  private async isIgnored(names: readonly string[], isFolder: boolean): Promise<boolean> {
    for (let depth = names.length - 1; depth >= 0; depth--) {
      const found = (await this.patternsIn(names.slice(0, depth))).findLast(
        (pattern) => (isFolder || !pattern.isFolder) && pattern.matches(names.slice(depth)),
      );
      if (found !== undefined) return !found.isNegated;
    }
    return false;
  }

  private patternsIn(folder: readonly string[]): Promise<readonly Pattern[]> {
    const key = folder.join('/');
    let known = this.patterns.get(key);
    if (known === undefined) {
      known = readFile(path.join(this.root, ...folder, '.gitignore'), 'utf8').then(
        (text) => text.split(/\r?\n/).flatMap((line) => patternIn(line)),
        () => [],
      );
      this.patterns.set(key, known);
    }
    return known;
  }
}

function patternIn(line: string): readonly Pattern[] {
  const written = line.replace(/(?<!\\)\s+$/, '');
  if (written === '' || written.startsWith('#')) return [];
  const isNegated = written.startsWith('!');
  const bare = written.slice(isNegated ? 1 : 0).replace(/^\\(?=[!#])/, '');
  const isFolder = bare.endsWith('/');
  const parts = bare.replace(/\/$/, '').split('/');
  // A slash at the beginning or in the middle ties a pattern to its folder.
  const anywhere = parts.length === 1 ? ['**', ...parts] : parts[0] === '' ? parts.slice(1) : parts;
  return [{ isNegated, isFolder, matches: matcherOf(anywhere) }];
}
