import {
  commands,
  type Disposable,
  type ExtensionContext,
  l10n,
  type LogOutputChannel,
  type TreeView,
  Uri,
  window,
  workspace,
} from 'vscode';
import { canonicalUri } from '../../../../server/src/core/text/uri';
import {
  type ArrivalsOfList,
  ArrivalsRequest,
  type ArrivalsParams,
  type ArrivalsResult,
  OverviewRequest,
  type OverviewParams,
  type OverviewResult,
} from '../../../../server/src/lsp/protocol';
import type { Server } from '../server';
import { GROUPINGS, type Grouping, total } from './arrange';
import { Overview } from './overview';
import type { Node } from './node';
import { ReportTree } from './tree';

const VIEW = 'nianbao.reports';
/** How the reviewer last wanted reports together, by folder. */
const GROUPING = 'reviewing.grouping';
/** How long news are gathered before the server is asked, in milliseconds. */
const QUIET = 300;
/** Whether a check is under way that can be stopped. */
const CHECKING = 'nianbao.checking';

/** The view 年报: every report of the open folders with its verdict. Nothing is asked while nobody looks. */
export class ReviewView implements Disposable {
  private readonly overview = new Overview();
  private readonly tree: ReportTree;
  private readonly view: TreeView<Node>;
  private readonly listeners: readonly Disposable[];
  private filter = '';
  private folder: Uri | undefined;
  private isStale = true;
  /** The user stopped the check: it goes on only where it is asked for. */
  private isStopped = false;
  private left = 0;
  private running: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly server: Server,
    private readonly memory: ExtensionContext['workspaceState'],
    private readonly log: LogOutputChannel,
  ) {
    this.tree = new ReportTree(this.overview, {
      grouping: this.grouping,
      filter: '',
      within: '',
      arrivals: [],
    });
    this.view = window.createTreeView(VIEW, { treeDataProvider: this.tree, showCollapseAll: true });
    this.listeners = [
      this.tree,
      this.view,
      this.view.onDidChangeVisibility(() => this.update()),
      server.onDidChangeOverview(() => this.changed()),
      server.onDidCheck(() => this.changed()),
      server.onDidFail(() => {
        this.overview.clear();
        this.view.message = l10n.t(
          'The language server of 年报 Nianbao is not running: reports are not checked. Your files are unaffected. Please restart it.',
        );
        this.tree.show();
      }),
      workspace.onDidChangeWorkspaceFolders(() => this.changed()),
    ];
    this.update();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listeners.forEach((listener) => listener.dispose());
  }

  /** Fulfilled when all that the folders hold has been asked for. */
  async check(): Promise<void> {
    this.isStale = true;
    this.isStopped = false;
    await this.refresh();
  }

  /** Ends the check that is under way; what is listed is said not to be all. */
  stop(): void {
    this.isStopped = this.running !== undefined;
  }

  /** How many files were not checked yet: what is listed is not all. */
  get unchecked(): number {
    return this.left;
  }

  async group(): Promise<void> {
    const labels: Readonly<Record<Grouping, string>> = {
      none: l10n.t('Worst first'),
      folder: l10n.t('By folder'),
      body: l10n.t('By body'),
      rule: l10n.t('By rule'),
      severity: l10n.t('By severity'),
    };
    const items = GROUPINGS.map((grouping) => ({ label: labels[grouping], grouping }));
    const chosen = await window.showQuickPick(items, { title: l10n.t('How are the reports to be listed?') });
    if (chosen === undefined) return;
    await this.memory.update(GROUPING, chosen.grouping);
    this.tree.show({ grouping: chosen.grouping });
  }

  async filterBy(): Promise<void> {
    const input = window.createInputBox();
    input.title = l10n.t('Which reports are to be listed?');
    input.prompt = l10n.t('Words of the body, file, year, edition, rule or severity; all of them must occur');
    input.value = this.filter;
    input.onDidChangeValue((value) => this.setFilter(value));
    await new Promise<void>((resolve) => {
      input.onDidAccept(() => input.hide());
      input.onDidHide(() => resolve());
      input.show();
    });
    input.dispose();
  }

  setFilter(filter: string): void {
    this.filter = filter.trim();
    this.tree.show({ filter: this.filter });
    this.describe();
  }

  /** Lists the reports below one folder alone; without one, those of all. */
  within(folder: Uri | undefined): void {
    this.folder = folder;
    this.tree.show({ within: folder === undefined ? '' : canonicalUri(folder.toString()) });
    this.describe();
  }

  /** The files that hold reports, as far as they are known by now. */
  files(): Uri[] {
    return [...new Set(this.overview.reports().map(({ uri }) => uri))].map((uri) => Uri.parse(uri));
  }

  /** What came of the bodies that should report, as far as all was checked. */
  get arrivals(): readonly ArrivalsOfList[] {
    return this.tree.arrivals;
  }

  /** The files of which a report is listed, in the order of their names. */
  listedFiles(): string[] {
    return [...new Set(this.tree.listed().map(({ uri }) => uri))].sort();
  }

  private get grouping(): Grouping {
    const known = this.memory.get<Grouping>(GROUPING);
    return known !== undefined && GROUPINGS.includes(known) ? known : 'none';
  }

  private changed(): void {
    this.isStale = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.update(), QUIET);
  }

  private update(): void {
    if (!this.view.visible || !this.isStale || this.isStopped || (workspace.workspaceFolders ?? []).length === 0)
      return;
    // A failure of the server is told through `onDidFail`.
    this.refresh().catch((error: unknown) => this.log.error(error instanceof Error ? error : String(error)));
  }

  private refresh(): Promise<void> {
    this.running ??= this.run();
    return this.running;
  }

  private async run(): Promise<void> {
    await commands.executeCommand('setContext', CHECKING, true);
    try {
      await window.withProgress({ location: { viewId: VIEW } }, () => this.askAll());
    } finally {
      this.running = undefined;
      await commands.executeCommand('setContext', CHECKING, false);
      if (this.isStale && !this.isStopped) this.changed();
    }
  }

  private async askAll(): Promise<void> {
    let triesAgain = true;
    this.left = 1;
    while (this.left > 0) {
      this.isStale = false;
      const params: OverviewParams = { known: this.overview.known(triesAgain) };
      const page = await this.server.request<OverviewResult>(OverviewRequest, params);
      triesAgain = false;
      this.left = page.left;
      this.overview.apply(page);
      if (page.files.length > 0 || page.gone.length > 0) this.tree.show();
      this.describe();
      if (this.isStopped && this.left > 0) return this.sayStopped();
      this.view.message = this.left > 0 ? l10n.t('Checking: {0} files left', this.left) : '';
    }
    await this.askArrivals();
  }

  /** Of bodies nothing is said: those of the files that are left would be told of as missing. */
  private sayStopped(): void {
    this.isStale = true;
    this.view.message = l10n.t('Stopped: {0} files were not checked, and what is listed is not all.', this.left);
    this.tree.show({ arrivals: [] });
  }

  private async askArrivals(): Promise<void> {
    const received = this.overview
      .reports()
      .flatMap(({ uri, report }) => (report === undefined ? [] : [{ uri, body: report.body, year: report.year }]));
    const params: ArrivalsParams = { received };
    const { lists } = await this.server.request<ArrivalsResult>(ArrivalsRequest, params);
    this.tree.show({ arrivals: lists });
  }

  private describe(): void {
    const reports = this.overview.reports();
    const { errors } = total(reports.map(({ counts }) => counts));
    const within = this.folder === undefined ? '' : workspace.asRelativePath(this.folder);
    this.view.description = [within, this.filter].filter(Boolean).join(' · ');
    this.view.badge =
      errors === 0
        ? undefined
        : { value: errors, tooltip: l10n.t('Errors in {0} reports: {1}', reports.length, errors) };
  }
}
