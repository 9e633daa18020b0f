import { stat } from 'node:fs/promises';
import path from 'node:path';
import { CONFIG_FILE, Lines, parseConfig, say, type Config } from '../core/index';
import { LARGEST_CONFIG } from '../folder/report-files';
import { readText } from '../files/read';
import { bothOf, Refusal } from '../files/refusal';
import { isBelow } from '../files/write';
import type { InputFile } from './files';
import type { Output } from './output';
import { UsageError } from './usage';

/** Finds the configuration of each file: that of its folder or the nearest one above, if not one is given for all. */
export class Configs {
  private readonly known = new Map<string, Promise<Config | undefined>>();
  private readonly named = new Set<string>();
  private given: Config | undefined;

  constructor(private readonly output: Output) {}

  /** One configuration for all files, which was asked for: without it nothing is checked. */
  async use(file: string): Promise<void> {
    const read = await readText(file, LARGEST_CONFIG);
    if (read instanceof Refusal) throw new UsageError(`--config: ${file}: ${bothOf(read.reason)}`);
    this.given = this.parse(file, read.text);
  }

  async of(file: InputFile): Promise<Config> {
    if (this.given !== undefined) return this.given;
    for (let folder = path.dirname(path.resolve(file.path)); ; folder = path.dirname(folder)) {
      const name = path.join(folder, CONFIG_FILE);
      const config = await this.read(name);
      if (config !== undefined) {
        if (!isBelow(path.resolve(file.folder), name)) this.name(name);
        return config;
      }
      if (folder === path.dirname(folder)) return {};
    }
  }

  private read(file: string): Promise<Config | undefined> {
    let config = this.known.get(file);
    if (config === undefined) {
      config = this.readNow(file);
      this.known.set(file, config);
    }
    return config;
  }

  private async readNow(file: string): Promise<Config | undefined> {
    const isThere = await stat(file).then(
      () => true,
      () => false,
    );
    if (!isThere) return undefined;
    const read = await readText(file, LARGEST_CONFIG);
    if (read instanceof Refusal) {
      this.output.note(`${file}: ${bothOf(read.reason)}；按默认设置检查 (defaults are used)`);
      return {};
    }
    return this.parse(file, read.text);
  }

  /** A configuration with mistakes is used as far as it can be; each mistake is told with its place. */
  private parse(file: string, text: string): Config {
    const { config, problems } = parseConfig(text);
    const lines = Lines.of(text);
    for (const { span, message } of problems) {
      const { line, character } = lines.position(span.start);
      this.output.note(`${file}:${line + 1}:${character + 1}: ${say(message, 'zh-CN')} (${say(message, 'en')})`);
    }
    return config;
  }

  /** Who checks a folder does not see what lies above it. */
  private name(file: string): void {
    if (this.named.has(file)) return;
    this.named.add(file);
    this.output.note(`按上级文件夹的配置检查 (checked by a configuration above): ${file}`);
  }
}
