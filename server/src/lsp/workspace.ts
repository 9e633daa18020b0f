import type { Diagnostic } from 'vscode-languageserver';
import {
  compact,
  LastYears,
  mayHoldReport,
  nameOf,
  pack,
  type Document,
  type LastYear,
  type Locale,
  type ReportSummary,
  type Segment,
} from '../core/index';
import { BackgroundReading } from './background-reading';
import type { Client } from './client';
import type { ConfigEdits } from './config-edits';
import { FolderConfigs } from './folder-configs';
import { readText } from './reading';
import type { ResourceSettings } from './resource-settings';
import { isConfiguration } from '../folder/configurations';
import type { Files } from '../folder/files';
import { isReportPath } from '../folder/report-files';
import type { Runtime } from './runtime';
import { StoredReports } from './stored-reports';
import { canonicalUri, folderThatHolds, pathBelow, sameFolder, schemeOf } from '../folder/uri';

/** What the workspace needs of the server around it. */
export interface WorkspaceHost {
  readonly client: Client;
  readonly files: Files;
  readonly runtime: Runtime;
  readonly configEdits: ConfigEdits;
  readonly settings: ResourceSettings;
  readonly locale: Locale;
  isOpen(uri: string): boolean;
  tellsOfStored(): Promise<boolean>;
  refresh(): void;
  /** Has the client tell of changes of a file. */
  watch(uri: string): void;
  publish(uri: string, diagnostics: Diagnostic[]): void;
  log(line: string): void;
}

/** The reports of the folders that are open, whether or not an editor shows them, and the folders' configurations. */
export class Workspace {
  private readonly lastYears = new LastYears();
  readonly index = this.lastYears.index;
  folders: readonly string[] = [];
  /** Fulfilled when the folders have been read, but for those that take too long to list: they follow when they can. */
  ready: Promise<unknown> = Promise.resolve();
  readonly configs: FolderConfigs;
  private readonly stored = new StoredReports(this.index);
  private readonly lists = new Set<string>();
  private readonly spellings = new Map<string, string>();
  private readonly waiting = new Map<string, () => void>();
  private readonly reading: BackgroundReading;

  constructor(private readonly host: WorkspaceHost) {
    this.configs = new FolderConfigs(host, (uri) => this.folderThatHolds(uri));
    this.reading = new BackgroundReading(host, (uri, text) => this.readStored(uri, text));
  }

  /** Reads the reports of further folders, each for itself: one that cannot be reached hides no other. */
  addFolders(uris: readonly string[]): void {
    const added = uris.filter(isFolder).map(withoutSlash);
    this.folders = [...new Set([...this.folders, ...added])];
    this.ready = Promise.all([this.ready, ...added.map((folder) => this.reading.folder(folder))]);
  }

  removeFolders(uris: readonly string[]): void {
    this.folders = this.folders.filter((folder) => !uris.map(withoutSlash).includes(folder));
    for (const folder of uris) this.configs.folderClosed(withoutSlash(folder));
    for (const uri of this.stored.uris()) {
      if (this.folderThatHolds(uri) !== undefined) continue;
      this.stored.delete(uri);
      if (!this.host.isOpen(uri)) this.index.delete(uri);
    }
  }

  private folderThatHolds(uri: string): string | undefined {
    return folderThatHolds(uri, this.folders);
  }

  /** One spelling for each file: the editor's for its folder, and for the rest that which came first. */
  private spelling(uri: string): string {
    const key = canonicalUri(uri);
    const known = this.spellings.get(key);
    if (known !== undefined) return known;
    const folder = this.folderThatHolds(uri);
    const spelling = folder === undefined ? uri : [folder, ...uri.split('/').slice(folder.split('/').length)].join('/');
    this.spellings.set(key, spelling);
    return spelling;
  }

  contains(uri: string): boolean {
    return this.folderThatHolds(uri) !== undefined;
  }

  /** The files of the folders that hold reports, whether or not they are open. */
  reportFiles(): readonly string[] {
    return this.stored.uris();
  }

  stateOf(uri: string): string {
    return this.stored.stateOf(uri);
  }

  /** Files were created, changed, closed or deleted outside of the editor's documents. */
  filesChanged(uris: readonly string[]): void {
    const configs = uris.filter(isConfiguration);
    for (const uri of configs) {
      this.configs.changed(uri);
      this.host.configEdits.forget(uri);
    }
    if (configs.length > 0) this.host.settings.changed();
    if (uris.some((uri) => this.lists.has(canonicalUri(uri)))) this.host.refresh();
    this.reading.files(uris.filter((uri) => !isConfiguration(uri) && !this.lists.has(canonicalUri(uri))));
  }

  /** A configuration names this file as its list of bodies: the client tells of changes of it, too. */
  watchList(uri: string): void {
    const key = canonicalUri(uri);
    if (this.lists.has(key)) return;
    this.lists.add(key);
    this.host.watch(uri);
  }

  private async readStored(uri: string, text: Promise<string | undefined>): Promise<boolean> {
    if (this.host.isOpen(uri)) return false;
    const before = this.index.generation;
    const file = this.spelling(uri);
    this.stopWaiting(file);
    await this.readFile(file, text);
    return this.index.generation !== before || (await this.host.tellsOfStored());
  }

  /**
   * Never rejects. What cannot be read is not gone: a file that was known to hold reports, or that says so by its name,
   * has to be told of.
   */
  private async readFile(uri: string, read: Promise<string | undefined>): Promise<void> {
    try {
      const text = await read;
      const { acceptedHeadings } = (await this.configs.of(uri)).config;
      const reading = text === undefined ? undefined : readText(text, { acceptedHeadings }, this.host.client);
      const isReport =
        reading?.failed === true || reading?.document.segments.some(({ report }) => report.recognised) === true;
      if (isReport && this.isListed(uri)) this.stored.add(uri);
      else this.stored.delete(uri);
      if (reading?.failed === false)
        this.index.set(uri, this.lastYears.summariesOf(reading.document).map(pack).map(compact));
      else this.index.delete(uri);
    } catch (error) {
      this.host.client.logFailure(error, `${uri}: `);
      this.index.delete(uri);
      if (this.stored.has(uri) || (this.isListed(uri) && mayHoldReport('', nameOf(uri)))) this.stored.add(uri);
    }
  }

  private isListed(uri: string): boolean {
    const folder = this.folderThatHolds(uri);
    return folder !== undefined && isReportPath(pathBelow(folder, uri));
  }

  /**
   * An open document counts before what is stored; other reports hear of it when it rests, so that no key press waits
   * for that.
   */
  documentChanged(uri: string, document: Document): void {
    if (!this.isKept(uri)) return;
    const file = this.spelling(uri);
    this.stopWaiting(file);
    const update = async (): Promise<void> => {
      this.waiting.delete(file);
      const before = this.index.generation;
      this.documentRead(file, document);
      if (this.index.generation !== before) this.host.refresh();
    };
    this.waiting.set(
      file,
      this.host.runtime.later(() => this.host.client.inBackground(update), QUIET),
    );
  }

  /**
   * Older versions and the like, which editors show under schemes of their own, are no reports beside those of the
   * folders.
   */
  private isKept(uri: string): boolean {
    return [...KEPT_SCHEMES, ...this.folders.map(schemeOf)].includes(schemeOf(uri));
  }

  private stopWaiting(uri: string): void {
    this.waiting.get(uri)?.();
    this.waiting.delete(uri);
  }

  private documentRead(uri: string, document: Document): void {
    this.index.set(uri, this.lastYears.summariesOf(document));
  }

  /** The report about the year before, in the same document or in another file. */
  lastYearOf(uri: string, document: Document, segment: Segment): LastYear | undefined {
    return this.lastYears.of(this.spelling(uri), document, segment);
  }

  /** The reports of the other files in a file's folder. */
  neighboursOf(uri: string): readonly ReportSummary[] {
    const file = this.spelling(uri);
    return this.index.reports((other) => other !== file && sameFolder(other, uri));
  }
}

/** Of files that are open without a folder, and of those that have not been stored yet. */
const KEPT_SCHEMES = ['file', 'untitled'];

/** How long a document rests before other reports are compared with it anew, in milliseconds. */
const QUIET = 500;

/** Clients without a folder have been seen to name an empty one. */
const isFolder = (uri: unknown): uri is string => typeof uri === 'string' && /^[a-z][a-z\d+.-]*:/i.test(uri);

const withoutSlash = (uri: string): string => uri.replace(/\/$/, '');
