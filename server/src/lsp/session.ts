import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { readDocument, withConfig, wordsIn, type Document, type Locale, type Proposal, type Words } from '../core/index';
import type { InitializationOptions } from './protocol';
import { localeOf, readSettings, type ServerSettings } from './settings';
import type { Runtime } from './runtime';
import { canonicalUri, folderOf } from './uri';
import { Verdicts, type ReadText, type VerdictHost } from './verdicts';
import { Workspace, type WorkspaceHost } from './workspace';

export interface OpenDocument extends ReadText {
  readonly version: number;
}

interface Cursor {
  readonly line: number;
  /** The rows on the line. */
  readonly rows: string;
}

/** The state of one server: open documents, what was read of them, and the settings of each. */
export class Session implements WorkspaceHost, VerdictHost {
  clientCapabilities: ClientCapabilities = {};
  clientLocale: string | undefined;
  ruleDocs: string;
  readonly workspace = new Workspace(this);
  readonly verdicts = new Verdicts(this);
  /** The last readings of each open document, the present one first. */
  private readonly readings = new Map<string, { readonly version: number; readonly documents: readonly [Document, ...Document[]] }>();
  private readonly settings = new Map<string, Promise<ServerSettings>>();
  private readonly complaints = new Set<string>();
  private readonly refreshListeners: (() => void)[] = [];
  /** The line of the cursor, by document; told by clients that show hints for the current row. */
  readonly cursors = new Map<string, Cursor>();
  /** What was read of documents before their counts were changed, for clients that keep totals up to date. */
  readonly settled = new Map<string, Document>();
  /** What completion offered last: it is told more of when a client asks for it. */
  offered: { readonly list: number; readonly proposals: readonly Proposal[]; readonly locale: Locale } = { list: 0, proposals: [], locale: 'zh-CN' };
  private settingsGeneration = 0;

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

  /** The language of what is said about no document in particular. */
  get locale(): Locale {
    return localeOf('auto', this.clientLocale);
  }

  /** Differs where the same text may get other findings: under other settings, or beside other reports. */
  get generation(): string {
    return `${this.settingsGeneration}.${this.workspace.index.generation}`;
  }

  isOpen(uri: string): boolean {
    const key = canonicalUri(uri);
    return this.documents.get(uri) !== undefined || this.documents.keys().some((open) => canonicalUri(open) === key);
  }

  /** The open document of a URI, read at its present version; `undefined` where it is not open. */
  async open(uri: string): Promise<OpenDocument | undefined> {
    if (this.documents.get(uri) === undefined) return undefined;
    const settings = await this.settingsOf(uri);
    const textDocument = this.documents.get(uri);
    if (textDocument === undefined) return undefined;
    return { uri, version: textDocument.version, document: this.readNow(textDocument, settings), settings };
  }

  /** A file that is not open, read as it is stored. */
  async stored(uri: string): Promise<ReadText | undefined> {
    const text = await this.runtime.files.read(uri);
    if (text === undefined) return undefined;
    const settings = await this.settingsOfStored(uri);
    return { uri, document: readDocument(text, { acceptedHeadings: settings.acceptedHeadings }), settings };
  }

  /** Differs where a file that is not open may get other findings. */
  stateOf(uri: string): string {
    return `${this.settingsGeneration}.${this.workspace.stateOf(uri)}`;
  }

  private readNow(textDocument: TextDocument, { acceptedHeadings }: ServerSettings): Document {
    const { uri, version } = textDocument;
    const { version: readVersion, documents: known } = this.readings.get(uri) ?? { documents: [] };
    const [present] = known;
    if (present !== undefined && readVersion === version && present.acceptedHeadings === (acceptedHeadings ?? present.acceptedHeadings)) return present;
    const document = readDocument(textDocument.getText(), { known, acceptedHeadings });
    const others = known.filter((other) => other !== document);
    this.readings.set(uri, { version, documents: [document, ...others.slice(0, KEPT_READINGS - 1)] });
    this.workspace.documentChanged(uri, document);
    return document;
  }

  settingsOf(uri: string): Promise<ServerSettings> {
    let settings = this.settings.get(uri);
    if (settings === undefined) {
      settings = this.askSettings(uri);
      this.settings.set(uri, settings);
    }
    return settings;
  }

  /** Of files that are not open there may be thousands: those of one folder are asked for together. */
  settingsOfStored(uri: string): Promise<ServerSettings> {
    return this.settingsOf(`${folderOf(uri)}/`);
  }

  /** Whether files of some folder have problems though they are not open. */
  async checksStored(): Promise<boolean> {
    const settings = await Promise.all(this.workspace.folders.map((folder) => this.settingsOf(`${folder}/`)));
    return settings.some(({ scope }) => scope === 'workspace');
  }

  private async askSettings(uri: string): Promise<ServerSettings> {
    let section: unknown;
    if (this.clientCapabilities.workspace?.configuration === true) {
      section = await this.connection.workspace.getConfiguration({ scopeUri: uri, section: 'nianbao' }).catch(() => undefined);
    }
    const settings = readSettings(section, this.clientLocale, (problem) => {
      if (this.complaints.has(problem)) return;
      this.complaints.add(problem);
      this.log(`设置无效，已用默认值 (invalid setting, default used): ${problem}`);
    });
    const { config } = await this.workspace.configs.of(uri);
    const { acceptedHeadings, ignores, deadlines } = config;
    return { ...settings, ...withConfig(settings, config), acceptedHeadings, ignores, deadlines };
  }

  settingsChanged(): void {
    this.settings.clear();
    this.settingsGeneration++;
  }

  /** Findings may have changed though no document did: the client asks anew, or they are published. */
  refresh(): void {
    for (const listener of this.refreshListeners) listener();
  }

  publish(uri: string, diagnostics: Diagnostic[]): void {
    void this.connection.sendDiagnostics({ uri, diagnostics });
  }

  onRefresh(listener: () => void): void {
    this.refreshListeners.push(listener);
  }

  closed(uri: string): void {
    this.readings.delete(uri);
    this.settings.delete(uri);
    this.cursors.delete(uri);
    this.settled.delete(uri);
    void this.workspace.fileChanged(uri);
  }

  /** Shows how far a longer piece of work has come, where the client can show it and it is worth showing. */
  async progress(total: number, title: Words): Promise<{ readonly report: (done: number) => void; readonly done: () => void }> {
    if (total < WORTH_SHOWING || this.clientCapabilities.window?.workDoneProgress !== true) return { report: () => undefined, done: () => undefined };
    const progress = await this.connection.window.createWorkDoneProgress();
    progress.begin(wordsIn(title, this.locale), 0);
    return { report: (done) => progress.report(Math.floor((100 * done) / total), `${done}/${total}`), done: () => progress.done() };
  }

  log(line: string): void {
    this.connection.console.warn(line);
  }
}

const WORTH_SHOWING = 100;

/** What is undone, or typed and deleted again, is then known already. */
const KEPT_READINGS = 3;

/** Ends a request that the client no longer waits for. */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}
