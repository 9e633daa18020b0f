import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { CONFIG_FILE, Lines, parseConfig, say, wordsIn, type Config, type Locale, type Words } from '../core/index';
import type { Client } from './client';
import { SOURCE } from './to-protocol';
import type { Files } from '../folder/files';
import { folderOf } from '../folder/uri';

export const isConfig = (uri: string): boolean => uri.endsWith(`/${CONFIG_FILE}`);

interface Host {
  readonly client: Client;
  readonly files: Files;
  readonly locale: Locale;
  publish(uri: string, diagnostics: Diagnostic[]): void;
}

/** The configurations of the folders that are open. */
export class FolderConfigs {
  private readonly known = new Map<string, Promise<Config>>();
  /** Configurations about which something was published. */
  private readonly told = new Set<string>();

  constructor(
    private readonly host: Host,
    private readonly rootOf: (uri: string) => string | undefined,
  ) {}

  /** A configuration was created, changed or deleted. */
  forget(uri: string): void {
    this.known.delete(folderOf(uri));
  }

  /** The configuration that holds for a file: that of its own folder or the nearest one above it, within the open folders. */
  async of(uri: string): Promise<{ readonly config: Config; readonly uri: string | undefined }> {
    const root = this.rootOf(uri);
    if (root === undefined) return { config: {}, uri: undefined };
    for (let folder = folderOf(uri); ; folder = folderOf(folder)) {
      const config = await this.in(folder);
      if (config !== NO_CONFIG) return { config, uri: `${folder}/${CONFIG_FILE}` };
      if (folder.length <= root.length) return { config: {}, uri: undefined };
    }
  }

  private in(folder: string): Promise<Config> {
    let config = this.known.get(folder);
    if (config === undefined) {
      config = this.readConfig(`${folder}/${CONFIG_FILE}`).catch((error: unknown) => this.unreadable(folder, error));
      this.known.set(folder, config);
    }
    return config;
  }

  /** Not the same as none: what it says is not known, and nothing above it counts instead. */
  private unreadable(folder: string, error: unknown): Config {
    const uri = `${folder}/${CONFIG_FILE}`;
    this.host.client.logFailure(error, `${uri}: `);
    this.tell(uri, [{ range: TOP, severity: DiagnosticSeverity.Error, source: SOURCE, message: wordsIn(UNREADABLE, this.host.locale) }]);
    return {};
  }

  /** Where a new configuration for a file belongs: the root of its folder. */
  home(uri: string): string | undefined {
    const root = this.rootOf(uri);
    return root === undefined ? undefined : `${root}/${CONFIG_FILE}`;
  }

  private async readConfig(uri: string): Promise<Config> {
    const text = await this.host.files.read(uri);
    if (text === undefined) {
      if (this.told.delete(uri)) this.host.publish(uri, []);
      return NO_CONFIG;
    }
    const { config, problems } = parseConfig(text);
    const lines = Lines.of(text);
    this.tell(
      uri,
      problems.map(({ span, message }) => ({
        range: { start: lines.position(span.start), end: lines.position(span.end) },
        severity: DiagnosticSeverity.Warning,
        source: SOURCE,
        message: say(message, this.host.locale),
      })),
    );
    return config;
  }

  /** What is wrong with a configuration; taken back with the file. */
  private tell(uri: string, problems: Diagnostic[]): void {
    this.told.add(uri);
    this.host.publish(uri, problems);
  }
}

const NO_CONFIG: Config = {};
const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const UNREADABLE: Words = { zh: '配置读不出，未生效，见日志。', en: 'The configuration cannot be read and is not in force; see the log.' };
