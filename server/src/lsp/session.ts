import {
  type CancellationToken,
  type ClientCapabilities,
  type Diagnostic,
  LSPErrorCodes,
  type MessageType,
  ResponseError,
  ShowMessageNotification,
  type TextDocuments,
  type Position,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Document, type Locale, type Proposal } from '../core/index';
import type { Client } from './client';
import { clientFiles } from './client-files';
import { ConfigEdits } from './config-edits';
import { isConfiguration } from '../folder/configurations';
import type { InitializationOptions } from './protocol';
import { patientFiles } from './patience';
import { failedReading, readText, type Reading, type ReadText } from './reading';
import { ResourceSettings } from './resource-settings';
import { Serials } from './serials';
import { localeOf, type ServerSettings } from './settings';
import type { Files } from '../folder/files';
import type { Runtime } from './runtime';
import { canonicalUri } from '../folder/uri';
import { Verdicts, type VerdictHost } from './verdicts';
import { Workspace, type WorkspaceHost } from './workspace';

export interface OpenDocument extends ReadText {
  readonly version: number;
}

/** Where the cursor of the editor was said to be. */
interface Cursor extends Position {
  /** The rows on the line, and the value at the cursor where the line prints several. */
  readonly rows: string;
}

/** The state of one server: open documents, what was read of them, and the settings of each. */
export class Session implements WorkspaceHost, VerdictHost {
  clientLocale: string | undefined;
  ruleDocs: string;
  /** Whether the client has a command that tells of files that were written. */
  tellsOfFiles = false;
  /** The client shows all reports of the folders, and wants to hear when it has to ask anew. */
  overviewAsked = false;
  readonly files: Files;
  readonly workspace: Workspace;
  readonly configEdits: ConfigEdits;
  readonly verdicts = new Verdicts(this);
  readonly settings = new ResourceSettings(this);
  /** Differs from one run of the server to the next: a client may remember results of the last one. */
  readonly run = crypto.randomUUID();
  /** The last readings of each open document, the present one first. */
  private readonly readings = new Map<string, readonly [Reading, ...Reading[]]>();
  private readonly serials = new Serials();
  private readonly refreshListeners: (() => void)[] = [];
  private readonly settingsListeners: (() => void)[] = [];
  private isRefreshing = false;
  /** The line of the cursor, by document; told by clients that show hints for the current row. */
  readonly cursors = new Map<string, Cursor>();
  /** What was last found in each open document, with the result id under which it was told. */
  readonly answered = new Map<string, { readonly resultId: string; readonly items: readonly Diagnostic[] }>();
  /** What was read of documents before their counts were changed, for clients that keep totals up to date. */
  readonly settled = new Map<string, Document>();
  /** What completion offered last: it is told more of when a client asks for it. */
  offered: { readonly list: number; readonly proposals: readonly Proposal[]; readonly locale: Locale } = {
    list: 0,
    proposals: [],
    locale: 'zh-CN',
  };

  constructor(
    readonly client: Client,
    readonly documents: TextDocuments<TextDocument>,
    readonly runtime: Runtime,
  ) {
    this.ruleDocs = runtime.ruleDocs;
    this.files = patientFiles(runtime.files ?? clientFiles(client), runtime.later);
    this.workspace = new Workspace(this);
    this.configEdits = new ConfigEdits(this);
  }

  initialize(
    capabilities: ClientCapabilities,
    locale: string | undefined,
    options: InitializationOptions | undefined,
  ): void {
    this.client.capabilities = capabilities;
    this.clientLocale = locale;
    this.settings.say(options?.settings);
    this.tellsOfFiles = options?.tellsOfFiles === true;
    if (typeof options?.ruleDocs === 'string') this.ruleDocs = options.ruleDocs.replace(/\/$/, '');
  }

  get clientCapabilities(): ClientCapabilities {
    return this.client.capabilities;
  }

  /** The language of what is said about no document in particular. */
  get locale(): Locale {
    return localeOf('auto', this.clientLocale);
  }

  /**
   * Differs where a document may get other findings: as another text, under other settings, or beside another report of
   * last year.
   */
  stateOf({ uri, document, settings }: ReadText): string {
    const lastYears = document.segments.map((segment) => {
      const lastYear = this.workspace.lastYearOf(uri, document, segment);
      return lastYear === undefined ? 0 : this.serials.of(lastYear.summary);
    });
    return [this.serials.of(document), this.serials.of(settings), ...lastYears].join('.');
  }

  isOpen(uri: string): boolean {
    const key = canonicalUri(uri);
    return this.documents.get(uri) !== undefined || this.documents.keys().some((open) => canonicalUri(open) === key);
  }

  /** The documents that are open as reports; clients also show us the folders' configurations. */
  openUris(): readonly string[] {
    return this.documents.keys().filter((uri) => !isConfiguration(uri));
  }

  /** The open document of a URI, read at its present version; `undefined` where it is not open as a report. */
  async open(uri: string): Promise<OpenDocument | undefined> {
    if (this.documents.get(uri) === undefined || isConfiguration(uri)) return undefined;
    const settings = await this.settings.of(uri);
    const textDocument = this.documents.get(uri);
    if (textDocument === undefined) return undefined;
    const reading = this.readNow(textDocument, settings);
    return { uri, version: textDocument.version, ...reading, settings };
  }

  /** A file that is not open, read as it is stored; one that is there but cannot be read is a failure. */
  async stored(uri: string): Promise<ReadText | undefined> {
    const settings = await this.settings.ofStored(uri);
    let text: string | undefined;
    try {
      text = await this.files.read(uri);
    } catch (error) {
      this.client.logFailure(error);
      return { uri, ...failedReading(''), settings };
    }
    return text === undefined
      ? undefined
      : { uri, ...readText(text, { acceptedHeadings: settings.acceptedHeadings }, this.client), settings };
  }

  /** The same of a file that is not open. */
  stateOfStored(uri: string, settings: ServerSettings): string {
    return `${this.serials.of(settings)}.${this.workspace.stateOf(uri)}`;
  }

  /** Known by its text and never by its version: clients have been seen to use one version twice. */
  private readNow(textDocument: TextDocument, { acceptedHeadings }: ServerSettings): Reading {
    const { uri } = textDocument;
    const text = textDocument.getText();
    const known = this.readings.get(uri) ?? [];
    const [present] = known;
    if (present?.document.text === text && present.document.acceptedHeadings === acceptedHeadings) return present;
    const whole = known.filter(({ failed }) => !failed).map(({ document }) => document);
    const reading = readText(text, { known: whole, acceptedHeadings }, this.client);
    const others = known.filter(({ document }) => document !== reading.document);
    this.readings.set(uri, [reading, ...others.slice(0, KEPT_READINGS - 1)]);
    this.workspace.documentChanged(uri, reading.document);
    return reading;
  }

  /** Whether files of some folder have problems though they are not open. */
  async checksStored(): Promise<boolean> {
    const settings = await Promise.all(this.workspace.folders.map((folder) => this.settings.of(`${folder}/`)));
    return settings.some(({ scope }) => scope === 'workspace');
  }

  /** Whether anybody may hear of a file that is not open. */
  async tellsOfStored(): Promise<boolean> {
    return this.overviewAsked || (await this.checksStored());
  }

  /**
   * Findings may have changed though no document did: the client asks anew, or they are published. Many changes at once
   * are one.
   */
  refresh(): void {
    if (this.isRefreshing) return;
    this.isRefreshing = true;
    const refreshAll = async (): Promise<void> => {
      this.isRefreshing = false;
      for (const listener of this.refreshListeners) listener();
    };
    this.runtime.later(() => this.client.inBackground(refreshAll), REST);
  }

  publish(uri: string, diagnostics: Diagnostic[]): void {
    this.client.tell((connection) => connection.sendDiagnostics({ uri, diagnostics }));
  }

  onRefresh(listener: () => void): void {
    this.refreshListeners.push(listener);
  }

  closed(uri: string): void {
    this.readings.delete(uri);
    this.settings.forget(uri);
    this.cursors.delete(uri);
    this.answered.delete(uri);
    this.settled.delete(uri);
    this.workspace.filesChanged([uri]);
  }

  /** Tells the user something. */
  show(type: MessageType, words: string): void {
    this.client.tell((connection) =>
      connection.sendNotification(ShowMessageNotification.type, { type, message: words }),
    );
  }

  /** Whatever is shown may hang on the settings. */
  settingsChanged(): void {
    this.refresh();
    for (const listener of this.settingsListeners) listener();
  }

  onSettings(listener: () => void): void {
    this.settingsListeners.push(listener);
  }

  refreshHints(): void {
    if (this.clientCapabilities.workspace?.inlayHint?.refreshSupport !== true) return;
    this.client.inBackground(() => this.client.ask((connection) => connection.languages.inlayHint.refresh()));
  }

  log(line: string): void {
    this.client.log(line);
  }
}

/** How long news are gathered before the client is told to ask anew, in milliseconds. */
const REST = 100;

/** What is undone, or typed and deleted again, is then known already. */
const KEPT_READINGS = 3;

/** Ends a request that the client no longer waits for. */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** What a work gives that goes on whether or not somebody waits for it: with the request the waiting ends. */
export async function unlessCancelled<Result>(token: CancellationToken, work: Promise<Result>): Promise<Result> {
  throwIfCancelled(token);
  const given = new Promise<undefined>((resolve) => void token.onCancellationRequested(() => resolve(undefined)));
  const result = await Promise.race([work, given]);
  throwIfCancelled(token);
  return result as Result;
}
