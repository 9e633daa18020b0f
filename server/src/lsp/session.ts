import { type CancellationToken, type ClientCapabilities, type Connection, LSPErrorCodes, ResponseError, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { check, readDocument, type Document, type Judged, type Segment } from '../core/index';
import type { InitializationOptions } from './protocol';
import { readSettings, type ServerSettings } from './settings';

/** What the host provides: the core and this adapter know neither clocks nor files. */
export interface Runtime {
  /** Calls back after a while; the return value cancels. */
  readonly later: (callback: () => void, milliseconds: number) => () => void;
  /** Lets waiting messages in: resolves in the next turn of the host's loop. */
  readonly nextTurn: () => Promise<void>;
  /** The folder of the rule pages, where the client names none. */
  readonly ruleDocs: string;
}

/** An open document as it was read, with what is needed to answer about it. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly document: Document;
  readonly settings: ServerSettings;
}

/** The state of one server: open documents, what was read of them, and the settings of each. */
export class Session {
  clientCapabilities: ClientCapabilities = {};
  clientLocale: string | undefined;
  ruleDocs: string;
  private readonly read = new Map<string, { readonly version: number; readonly document: Document }>();
  private readonly settings = new Map<string, Promise<ServerSettings>>();
  private readonly found = new WeakMap<Segment['report'], { readonly settings: ServerSettings; readonly findings: readonly Judged[] }>();
  private readonly complaints = new Set<string>();
  private readonly settingsListeners: (() => void)[] = [];
  /** Grows whenever settings change, so that answers made under old settings are told from new ones. */
  settingsGeneration = 0;

  constructor(
    readonly connection: Connection,
    readonly documents: TextDocuments<TextDocument>,
    readonly runtime: Runtime,
  ) {
    this.ruleDocs = runtime.ruleDocs;
  }

  initialize(capabilities: ClientCapabilities, locale: string | undefined, options: InitializationOptions | undefined): void {
    this.clientCapabilities = capabilities;
    this.clientLocale = locale;
    if (typeof options?.ruleDocs === 'string') this.ruleDocs = options.ruleDocs.replace(/\/$/, '');
  }

  /** The open document of a URI, read at its present version; `undefined` where it is not open. */
  async open(uri: string): Promise<OpenDocument | undefined> {
    if (this.documents.get(uri) === undefined) return undefined;
    const settings = await this.settingsOf(uri);
    const textDocument = this.documents.get(uri);
    if (textDocument === undefined) return undefined;
    return { uri, version: textDocument.version, document: this.readNow(textDocument), settings };
  }

  private readNow(textDocument: TextDocument): Document {
    const { uri, version } = textDocument;
    const known = this.read.get(uri);
    if (known?.version === version) return known.document;
    const document = readDocument(textDocument.getText(), known?.document);
    this.read.set(uri, { version, document });
    return document;
  }

  /** The findings of one report; kept as long as the report and the settings stay the same. */
  findings({ uri, settings }: OpenDocument, segment: Segment): readonly Judged[] {
    const known = this.found.get(segment.report);
    if (known?.settings === settings) return known.findings;
    const findings = check(segment.report, settings, {
      fileName: fileNameOf(uri),
      onRuleFailure: (rule, error) => this.log(`规则 ${rule.id} 出错 (rule failed): ${String(error)}`),
    });
    this.found.set(segment.report, { settings, findings });
    return findings;
  }

  settingsOf(uri: string): Promise<ServerSettings> {
    let settings = this.settings.get(uri);
    if (settings === undefined) {
      settings = this.askSettings(uri);
      this.settings.set(uri, settings);
    }
    return settings;
  }

  private async askSettings(uri: string): Promise<ServerSettings> {
    let section: unknown;
    if (this.clientCapabilities.workspace?.configuration === true) {
      section = await this.connection.workspace.getConfiguration({ scopeUri: uri, section: 'nianbao' }).catch(() => undefined);
    }
    return readSettings(section, this.clientLocale, (problem) => {
      if (this.complaints.has(problem)) return;
      this.complaints.add(problem);
      this.log(`设置无效，已用默认值 (invalid setting, default used): ${problem}`);
    });
  }

  settingsChanged(): void {
    this.settings.clear();
    this.settingsGeneration++;
    for (const listener of this.settingsListeners) listener();
  }

  onSettingsChanged(listener: () => void): void {
    this.settingsListeners.push(listener);
  }

  closed(uri: string): void {
    this.read.delete(uri);
    this.settings.delete(uri);
  }

  log(line: string): void {
    this.connection.console.warn(line);
  }
}

/** Ends a request that the client no longer waits for. */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** The last part of a URI's path, as people read it. */
function fileNameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
