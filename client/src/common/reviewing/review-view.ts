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
import type { ArrivalsOfList, LapsedOfConfig } from '../../../../server/src/lsp/protocol';
import { type Server, ServerUnavailable } from '../server';
import { GROUPINGS, type Grouping, total } from './arrange';
import { type CheckProgress, FolderCheck } from './folder-check';
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
  private readonly folderCheck: FolderCheck;
  private readonly tree: ReportTree;
  private readonly view: TreeView<Node>;
  private readonly listeners: readonly Disposable[];
  private filter = '';
  private folder: Uri | undefined;
  private running: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    server: Server,
    private readonly memory: ExtensionContext['workspaceState'],
    private readonly log: LogOutputChannel,
  ) {
    this.folderCheck = new FolderCheck(
      this.overview,
      (method, params, signal) => server.request(method, params, signal),
      (progress) => this.showProgress(progress),
    );
    this.tree = new ReportTree(this.overview, {
      grouping: this.grouping,
      filter: '',
      within: '',
      arrivals: [],
      lapsed: [],
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
        this.tree.renew();
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
    this.folderCheck.resume();
    await this.refresh();
  }

  /** Ends the check that is under way; what is listed is said not to be all. */
  stop(): void {
    this.folderCheck.stop();
  }

  /** How many files were not checked yet, where that is known: what is listed is not all. */
  get unchecked(): number | undefined {
    return this.folderCheck.left;
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

  /** What configurations say of findings that are no longer there, as far as all was checked. */
  get lapsed(): readonly LapsedOfConfig[] {
    return this.tree.lapsed;
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
    this.folderCheck.changed();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.update(), QUIET);
  }

  private update(): void {
    if (!this.view.visible || !this.folderCheck.isWanted || (workspace.workspaceFolders ?? []).length === 0) return;
    this.refresh().catch((error: unknown) => this.log.error(error instanceof Error ? error : String(error)));
  }

  private refresh(): Promise<void> {
    this.running ??= this.run();
    return this.running;
  }

  private async run(): Promise<void> {
    await commands.executeCommand('setContext', CHECKING, true);
    try {
      await window.withProgress({ location: { viewId: VIEW } }, () => this.folderCheck.update());
      if (this.folderCheck.isWanted) this.changed();
    } catch (error) {
      // That there is no server is told through `onDidFail`.
      if (!(error instanceof ServerUnavailable))
        this.view.message = l10n.t(
          'The check could not be completed: there may be more problems than those shown. The log tells why.',
        );
      throw error;
    } finally {
      this.running = undefined;
      await commands.executeCommand('setContext', CHECKING, false);
    }
  }

  private showProgress({ state, left, isNews, arrivals, lapsed }: CheckProgress): void {
    const ended = { ...(arrivals && { arrivals }), ...(lapsed && { lapsed }) };
    if (isNews) this.tree.renew(ended);
    else if (arrivals !== undefined) this.tree.show(ended);
    this.describe();
    this.view.message = state === 'done' ? '' : state === 'stopped' ? stoppedAt(left) : checkingWith(left);
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

const checkingWith = (left: number | undefined): string =>
  left === 0 ? '' : l10n.t('Checking: {0} files left', left ?? '…');

function stoppedAt(left: number | undefined): string {
  if (left === undefined) return l10n.t('Stopped before all files were known: what is listed is not all.');
  return left === 0
    ? l10n.t('Stopped: all files were checked, but it is not known which bodies are missing.')
    : l10n.t('Stopped: {0} files were not checked, and what is listed is not all.', left);
}
