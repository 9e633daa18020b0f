import {
  EventEmitter,
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeDataProvider,
} from 'vscode';
import type { ArrivalsOfList, FindingOverview, LapsedOfConfig } from '../../../../server/src/lsp/protocol';
import { nameOf } from '../../../../server/src/core/text/uri';
import { countsOf, verdictOf } from '../status/status-text';
import {
  type Group,
  type GroupedReport,
  type Grouping,
  groupsOf,
  matching,
  matchingLapsed,
  narrowed,
  type Wanted,
} from './arrange';
import { arrivalItem, arrivalsIn, bodiesItem, bodiesOf, bodyItem } from './besides';
import {
  allLapsedItem,
  allSetAsideItem,
  lapsedItem,
  lapsedNodes,
  setAsideIn,
  setAsideItem,
  setAsideNodes,
} from './set-aside';
import type { Node } from './node';
import { opening } from './opening';
import type { ListedReport, Overview } from './overview';

/** Which reports are listed, and how. */
export interface Shown extends Wanted {
  readonly grouping: Grouping;
  /** What came of the bodies that should report. */
  readonly arrivals: readonly ArrivalsOfList[];
  /** What configurations say of findings that are no longer there. */
  readonly lapsed: readonly LapsedOfConfig[];
}

/** The reports of the folders as a tree: groups, reports, findings. */
export class ReportTree implements TreeDataProvider<Node> {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  /** All reports, and those that match. */
  private arranged: readonly Group[] | undefined;
  private groups: readonly Group[] | undefined;
  private matching: readonly ListedReport[] | undefined;

  constructor(
    private readonly overview: Overview,
    private shown: Shown,
  ) {}

  /** Shows them otherwise. */
  show(changes: Partial<Shown>): void {
    if (changes.grouping !== undefined && changes.grouping !== this.shown.grouping) this.arranged = undefined;
    this.shown = { ...this.shown, ...changes };
    this.groups = undefined;
    this.matching = undefined;
    this.changed.fire(undefined);
  }

  /** Other reports are known than before. */
  renew(changes: Partial<Shown> = {}): void {
    this.arranged = undefined;
    this.show(changes);
  }

  dispose(): void {
    this.changed.dispose();
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) {
      const groups = this.shownGroups();
      const bodies = this.shown.arrivals.map((list): Node => ({ kind: 'bodies', list }));
      const reports =
        this.shown.grouping === 'none'
          ? groups.flatMap(reportsIn)
          : groups.map((group): Node => ({ kind: 'group', group }));
      return [...bodies, ...reports, ...setAsideIn(this.listed(), matchingLapsed(this.shown.lapsed, this.shown))];
    }
    switch (node.kind) {
      case 'group':
        return reportsIn(node.group);
      case 'report':
        return node.grouped.findings.map((finding): Node => ({ kind: 'finding', finding, grouped: node.grouped }));
      case 'all-set-aside':
        return setAsideNodes(node);
      case 'all-lapsed':
        return lapsedNodes(node.lapsed);
      case 'bodies':
        return arrivalsIn(node.list);
      case 'arrivals':
        return bodiesOf(node.which, node.list);
      default:
        return [];
    }
  }

  getTreeItem(node: Node): TreeItem {
    switch (node.kind) {
      case 'group':
        return groupItem(node.group);
      case 'report':
        return reportItem(node.grouped, node.group);
      case 'finding':
        return findingItem(node.grouped, node.finding);
      case 'all-set-aside':
        return allSetAsideItem(node);
      case 'all-lapsed':
        return allLapsedItem(node.lapsed);
      case 'lapsed':
        return lapsedItem(node);
      case 'set-aside':
        return setAsideItem(node);
      case 'bodies':
        return bodiesItem(node.list);
      case 'arrivals':
        return arrivalItem(node.which, node.list);
      case 'body':
        return bodyItem(node);
    }
  }

  get arrivals(): readonly ArrivalsOfList[] {
    return this.shown.arrivals;
  }

  get lapsed(): readonly LapsedOfConfig[] {
    return this.shown.lapsed;
  }

  /** The reports that are listed, in no order. */
  listed(): readonly ListedReport[] {
    return (this.matching ??= matching(this.overview.reports(), this.shown));
  }

  private shownGroups(): readonly Group[] {
    this.arranged ??= groupsOf(this.overview.reports(), this.shown.grouping, {
      withoutBody: l10n.t('Body not recognised'),
      clean: l10n.t('No problems found'),
      failed: l10n.t('The check failed'),
      severity: {
        error: l10n.t('Errors'),
        warning: l10n.t('Warnings'),
        information: l10n.t('Remarks'),
        hint: l10n.t('Hints'),
      },
    });
    this.groups ??= narrowed(this.arranged, new Set(this.listed()));
    return this.groups;
  }
}

const reportsIn = (group: Group): Node[] => group.reports.map((grouped): Node => ({ kind: 'report', grouped, group }));

function groupItem({ key, label, reports, counts }: Group): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  item.id = `group ${key}`;
  item.description = `${l10n.t('{0} reports', reports.length)} ${verdictOf(counts)}`;
  item.contextValue = 'group';
  item.accessibilityInformation = {
    label: `${label}, ${l10n.t('{0} reports', reports.length)}, ${countsOf(counts, l10n.t)}`,
  };
  return item;
}

function reportItem({ listed, findings }: GroupedReport, group: Group): TreeItem {
  const { report, counts, file, uri } = listed;
  const label = report === undefined ? file : `${report.body ?? file}${report.year === null ? '' : ` ${report.year}`}`;
  const item = new TreeItem(
    label,
    findings.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  item.id = `report ${group.key} ${uri} ${report?.range.start.line ?? ''}`;
  item.description = report === undefined ? l10n.t('The check failed') : verdictOf(counts);
  item.iconPath = report === undefined ? FAILED : iconOf(counts);
  item.tooltip = tooltipOf(listed);
  item.contextValue = 'report';
  item.command = opening(uri, report?.range);
  item.accessibilityInformation = {
    label: `${label}, ${report === undefined ? l10n.t('The check failed') : countsOf(counts, l10n.t)}`,
  };
  return item;
}

function tooltipOf({ file, folder, report, counts }: GroupedReport['listed']): MarkdownString {
  const lines =
    report === undefined
      ? [l10n.t('The check could not be completed: there may be more problems than those shown. The log tells why.')]
      : [
          countsOf(counts, l10n.t),
          l10n.t('{0} edition', report.edition),
          report.lastYear === null
            ? l10n.t('Last year’s report is not in the folder')
            : l10n.t('Last year: {0}', nameOf(report.lastYear)),
        ];
  // Names of files are texts of others.
  return new MarkdownString().appendText([file, folder.replace(/^file:\/\//, ''), ...lines].join('\n'));
}

function findingItem({ listed }: GroupedReport, { rule, message, severity, range }: FindingOverview): TreeItem {
  const item = new TreeItem(message);
  item.iconPath = ICONS[severity];
  item.description = rule;
  item.tooltip = message;
  item.contextValue = 'finding';
  item.command = opening(listed.uri, range);
  return item;
}

const icon = (id: string, color?: string): ThemeIcon =>
  new ThemeIcon(id, color === undefined ? undefined : new ThemeColor(color));
const ICONS = {
  error: icon('error', 'list.errorForeground'),
  warning: icon('warning', 'list.warningForeground'),
  information: icon('info'),
  hint: icon('lightbulb'),
};
const FAILED = icon('circle-slash', 'list.errorForeground');
const CLEAN = icon('pass', 'testing.iconPassed');

const iconOf = ({ errors, warnings, others }: GroupedReport['listed']['counts']): ThemeIcon =>
  errors > 0 ? ICONS.error : warnings > 0 ? ICONS.warning : others > 0 ? ICONS.information : CLEAN;
