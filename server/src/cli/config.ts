import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { say, type Config } from '../core/index';
import { Configurations, parseConfiguration, type ConfigurationProblem, type Holding } from '../folder/configurations';
import { LARGEST_CONFIG } from '../folder/report-files';
import { fileTextAt } from '../files/node-files';
import { readText } from '../files/read';
import { bothOf, Refusal } from '../files/refusal';
import { isBelow } from '../files/write';
import type { InputFile } from './files';
import type { Output } from './output';
import { UsageError } from './usage';

/** The configuration of each file, if not one is given for all. */
export class Configs {
  private readonly found: Configurations;
  private readonly named = new Set<string>();
  /** By the folder as it is named: files of one share what was found. */
  private readonly byFolder = new Map<string, Holding>();
  private given: { readonly config: Config; readonly file: string } | undefined;

  constructor(private readonly output: Output) {
    this.found = new Configurations({
      files: { read: (uri) => fileTextAt(fileURLToPath(uri), LARGEST_CONFIG) },
      tell: (uri, problems) => this.tell(fileURLToPath(uri), problems),
      unreadable: (uri, error) =>
        output.note(
          `${fileURLToPath(uri)}: ${error instanceof Error ? error.message : String(error)}；按默认设置检查 (defaults are used)`,
        ),
    });
  }

  /** Those of the files' folders or, where one was asked for, that one. */
  static async given(file: string | undefined, output: Output): Promise<Configs> {
    const configs = new Configs(output);
    if (file !== undefined) await configs.use(file);
    return configs;
  }

  /** One configuration for all files, which was asked for: without it nothing is checked. */
  private async use(file: string): Promise<void> {
    const read = await readText(file, LARGEST_CONFIG);
    if (read instanceof Refusal) throw new UsageError(`--config: ${file}: ${bothOf(read.reason)}`);
    const { config, problems } = parseConfiguration(read.text);
    this.tell(file, problems);
    this.given = { config, file };
  }

  async of(file: InputFile): Promise<Config> {
    if (this.given !== undefined) return this.given.config;
    const { config, uri } = await this.holding(file.path);
    if (uri !== undefined && !isBelow(path.resolve(file.folder), fileURLToPath(uri))) this.name(fileURLToPath(uri));
    return config;
  }

  /** The file of the configuration that holds for a file, if there is one, and what it says. */
  async fileOf(file: InputFile): Promise<{ readonly config: Config; readonly file: string } | undefined> {
    if (this.given !== undefined) return this.given;
    const { config, uri } = await this.holding(file.path);
    return uri === undefined ? undefined : { config, file: fileURLToPath(uri) };
  }

  private async holding(file: string): Promise<Holding> {
    const folder = path.dirname(file);
    const known = this.byFolder.get(folder);
    if (known !== undefined) return known;
    const found = await this.found.of(pathToFileURL(path.resolve(file)).href);
    this.byFolder.set(folder, found);
    return found;
  }

  /** A configuration with mistakes is used as far as it can be; each mistake is told with its place. */
  private tell(file: string, problems: readonly ConfigurationProblem[]): void {
    for (const { start, message } of problems)
      this.output.note(
        `${file}:${start.line + 1}:${start.character + 1}: ${say(message, 'zh-CN')} (${say(message, 'en')})`,
      );
  }

  /** Who checks a folder does not see what lies above it. */
  private name(file: string): void {
    if (this.named.has(file)) return;
    this.named.add(file);
    this.output.note(`按上级文件夹的配置检查 (checked by a configuration above): ${file}`);
  }
}
