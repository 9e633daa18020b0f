import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { CONFIG_FILE, Lines, parseConfig, say, type Config, type Locale } from '../core/index';
import { SOURCE } from './convert';
import type { Runtime } from './runtime';
import { folderOf } from './uri';

export const isConfig = (uri: string): boolean => uri.endsWith(`/${CONFIG_FILE}`);

interface Host {
  readonly runtime: Runtime;
  readonly locale: Locale;
  publish(uri: string, diagnostics: Diagnostic[]): void;
}

/** The configurations of the folders that are open. */
export class FolderConfigs {
  private readonly known = new Map<string, Promise<Config>>();

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
    for (let folder = folderOf(uri); folder.length >= root.length; folder = folderOf(folder)) {
      let config = this.known.get(folder);
      if (config === undefined) {
        config = this.readConfig(`${folder}/${CONFIG_FILE}`);
        this.known.set(folder, config);
      }
      const found = await config;
      if (found !== NO_CONFIG) return { config: found, uri: `${folder}/${CONFIG_FILE}` };
    }
    return { config: {}, uri: undefined };
  }

  /** Where a new configuration for a file belongs: the root of its folder. */
  home(uri: string): string | undefined {
    const root = this.rootOf(uri);
    return root === undefined ? undefined : `${root}/${CONFIG_FILE}`;
  }

  private async readConfig(uri: string): Promise<Config> {
    const text = await this.host.runtime.files.read(uri);
    if (text === undefined) return NO_CONFIG;
    const { config, problems } = parseConfig(text);
    const lines = Lines.of(text);
    this.host.publish(
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
}

const NO_CONFIG: Config = {};
