import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { CONFIG_FILE, say, wordsIn, type Locale, type Words } from '../core/index';
import { Configurations, type Holding } from '../folder/configurations';
import type { Files } from '../folder/files';
import type { Client } from './client';
import { SOURCE, TOP } from './to-protocol';

interface Host {
  readonly client: Client;
  readonly files: Files;
  readonly locale: Locale;
  publish(uri: string, diagnostics: Diagnostic[]): void;
}

/** The configurations of the folders that are open, and of those above them; what is wrong with one is published. */
export class FolderConfigs {
  private readonly configurations: Configurations;

  constructor(
    private readonly host: Host,
    private readonly rootOf: (uri: string) => string | undefined,
  ) {
    this.configurations = new Configurations({
      files: { read: (uri) => host.files.read(uri) },
      tell: (uri, problems) =>
        host.publish(
          uri,
          problems.map(({ start, end, message }) => ({
            range: { start, end },
            severity: DiagnosticSeverity.Warning,
            source: SOURCE,
            message: say(message, host.locale),
          })),
        ),
      unreadable: (uri, error) => this.unreadable(uri, error),
    });
  }

  of(uri: string): Promise<Holding> {
    return this.configurations.of(uri);
  }

  /** A configuration was created, changed or deleted. */
  changed(uri: string): void {
    this.host.client.inBackground(() => this.configurations.changed(uri));
  }

  /** A folder is no longer open. */
  folderClosed(folder: string): void {
    this.configurations.closed(folder);
  }

  /** Where a new configuration for a file belongs: the root of its folder. */
  home(uri: string): string | undefined {
    const root = this.rootOf(uri);
    return root === undefined ? undefined : `${root}/${CONFIG_FILE}`;
  }

  /** Above the open folders there may be much that nobody here may read, and that says nothing about reports. */
  private unreadable(uri: string, error: unknown): void {
    this.host.client.logFailure(error, `${uri}: `);
    if (this.rootOf(uri) === undefined) return;
    this.host.publish(uri, [
      {
        range: TOP,
        severity: DiagnosticSeverity.Error,
        source: SOURCE,
        message: wordsIn(UNREADABLE, this.host.locale),
      },
    ]);
  }
}
const UNREADABLE: Words = {
  zh: '配置读不出，未生效，见日志。',
  en: 'The configuration cannot be read and is not in force; see the log.',
};
