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
import {
  checkIn,
  contextOf,
  readDocument,
  withConfig,
  type Context,
  type Document,
  type Indexed,
  type Judged,
  type Locale,
  type Proposal,
  type Rule,
  type Segment,
  type Words,
} from '../core/index';
import { toDiagnostic } from './convert';
import type { InitializationOptions } from './protocol';
import { localeOf, readSettings, type ServerSettings } from './settings';
import type { Runtime } from './runtime';
import { canonicalUri, folderOf, nameOf } from './uri';
import { Workspace, type WorkspaceHost } from './workspace';

/** A text as it was read, with what is needed to answer about it. */
export interface ReadText {
  readonly uri: string;
  readonly document: Document;
  readonly settings: ServerSettings;
}

export interface OpenDocument extends ReadText {
  readonly version: number;
}

interface Cursor {
  readonly line: number;
  /** The rows on the line. */
  readonly rows: string;
}

interface Verdict {
  readonly settings: ServerSettings;
  readonly lastYear: Indexed['summary'] | undefined;
  readonly context: Context;
  readonly findings: () => readonly Judged[];
}

/** The state of one server: open documents, what was read of them, and the settings of each. */
export class Session implements WorkspaceHost {
  clientCapabilities: ClientCapabilities = {};
  clientLocale: string | undefined;
  ruleDocs: string;
  readonly workspace = new Workspace(this);
  /** The last readings of each open document, the present one first. */
  private readonly readings = new Map<string, { readonly version: number; readonly documents: readonly [Document, ...Document[]] }>();
  private readonly settings = new Map<string, Promise<ServerSettings>>();
  private readonly verdicts = new WeakMap<Segment['report'], Verdict>();
  private readonly converted = new WeakMap<
    readonly Judged[],
    { readonly uri: string; readonly firstLine: number; readonly diagnostics: readonly Diagnostic[] }
  >();
  private readonly results = new WeakMap<Context, Map<unknown, unknown>>();
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

  /** The findings of one report; kept as long as the report, the settings and last year's report stay the same. */
  findings(open: ReadText, segment: Segment): readonly Judged[] {
    return this.verdict(open, segment).findings();
  }

  /** The same as the protocol has them; kept with the findings, as long as the report stays where it is. */
  diagnostics(open: ReadText, segment: Segment): readonly Diagnostic[] {
    const findings = this.findings(open, segment);
    const known = this.converted.get(findings);
    if (known?.firstLine === segment.firstLine && known.uri === open.uri) return known.diagnostics;
    const diagnostics = findings.map((finding) => toDiagnostic(open.uri, segment, finding, open.settings.locale, this.ruleDocs));
    this.converted.set(findings, { uri: open.uri, firstLine: segment.firstLine, diagnostics });
    return diagnostics;
  }

  /** What rules and features know of one report. */
  context(open: ReadText, segment: Segment): Context {
    return this.verdict(open, segment).context;
  }

  private verdict({ uri, document, settings }: ReadText, segment: Segment): Verdict {
    const lastYear = this.workspace.lastYearOf(uri, document, segment);
    const known = this.verdicts.get(segment.report);
    if (known?.settings === settings && known.lastYear === lastYear?.summary) return known;
    const surroundings = {
      fileName: nameOf(uri),
      lastYear,
      ignores: settings.ignores,
      onRuleFailure: (rule: Rule, error: unknown) => this.log(`规则 ${rule.id} 出错 (rule failed): ${String(error)}`),
    };
    const context = contextOf(segment.report, settings, surroundings);
    let found: readonly Judged[] | undefined;
    const verdict: Verdict = { settings, lastYear: lastYear?.summary, context, findings: () => (found ??= checkIn(context, settings, surroundings)) };
    this.verdicts.set(segment.report, verdict);
    return verdict;
  }

  /** What follows from a report's context alone is worked out once. */
  once<Result>(context: Context, work: (context: Context) => Result): Result {
    let known = this.results.get(context);
    if (known === undefined) this.results.set(context, (known = new Map()));
    if (!known.has(work)) known.set(work, work(context));
    return known.get(work) as Result;
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
    progress.begin(this.locale === 'en' ? title.en : title.zh, 0);
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
