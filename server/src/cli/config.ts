import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CONFIG_FILE, Lines, parseConfig, say, type Config } from '../core/index';
import { UsageError } from './usage';

/** Finds the configuration of each file: one for all where `given` names it, else that of its folder or the nearest one above. */
export class Configs {
  private readonly known = new Map<string, Promise<Config | undefined>>();

  constructor(private readonly given: string | undefined) {}

  async of(file: string): Promise<Config> {
    if (this.given !== undefined) {
      const config = await this.read(this.given);
      if (config === undefined) throw new UsageError(`--config: 没有这个文件 (no such file): ${this.given}`);
      return config;
    }
    for (let folder = path.dirname(path.resolve(file)); ; folder = path.dirname(folder)) {
      const config = await this.read(path.join(folder, CONFIG_FILE));
      if (config !== undefined) return config;
      if (folder === path.dirname(folder)) return {};
    }
  }

  private read(file: string): Promise<Config | undefined> {
    let config = this.known.get(file);
    if (config === undefined) {
      config = readConfig(file);
      this.known.set(file, config);
    }
    return config;
  }
}

/** A configuration with mistakes is used as far as it can be; each mistake is told with its place. */
async function readConfig(file: string): Promise<Config | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { config, problems } = parseConfig(text);
  const lines = Lines.of(text);
  for (const { span, message } of problems) {
    const { line, character } = lines.position(span.start);
    process.stderr.write(`nianbao: ${file}:${line + 1}:${character + 1}: ${say(message, 'zh-CN')}\n`);
  }
  return config;
}
