import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { Ignore } from '../../../../server/src/core/context/ignores';
import type { LapsedOfConfig } from '../../../../server/src/lsp/protocol';
import type { Node, SetAsideNode } from './node';
import { opening } from './opening';
import type { ListedReport } from './overview';

type AllSetAside = Extract<Node, { readonly kind: 'all-set-aside' }>;

/** What was set aside in some reports, and what lapsed, as one node; none where there is nothing of either. */
export function setAsideIn(reports: readonly ListedReport[], lapsed: readonly LapsedOfConfig[]): Node[] {
  const all = reports.flatMap((listed) =>
    (listed.report?.setAside ?? []).map((one): SetAsideNode => ({ kind: 'set-aside', one, listed })),
  );
  return all.length === 0 && lapsed.length === 0 ? [] : [{ kind: 'all-set-aside', all, lapsed }];
}

/** What lapsed stands first: it is what somebody may want to do something about. */
export const setAsideNodes = ({ all, lapsed }: AllSetAside): Node[] => [
  ...(lapsed.length === 0 ? [] : [{ kind: 'all-lapsed', lapsed } as const]),
  ...all,
];

export const lapsedNodes = (lapsed: readonly LapsedOfConfig[]): Node[] =>
  lapsed.flatMap(({ config, entries }) => entries.map((entry): Node => ({ kind: 'lapsed', config, entry })));

export function allSetAsideItem({ all, lapsed }: AllSetAside): TreeItem {
  const item = new TreeItem(l10n.t('Verified or not applicable'), TreeItemCollapsibleState.Collapsed);
  item.id = 'set aside';
  const count = countOf(lapsed);
  item.description = [String(all.length), count === 0 ? '' : l10n.t('{0} lapsed', count)].filter(Boolean).join(' · ');
  item.iconPath = new ThemeIcon('verified');
  item.tooltip = l10n.t('Findings that are not shown, with the reason; each can be taken back');
  return item;
}

export function setAsideItem({ one, listed }: SetAsideNode): TreeItem {
  const { finding, ignore } = one;
  const item = new TreeItem(`${listed.report?.body ?? listed.file} ${listed.report?.year ?? ''}`.trim());
  item.description = [...said(ignore), finding.name].join(' · ');
  item.tooltip = [finding.message, item.description, listed.file].join('\n');
  item.iconPath = new ThemeIcon(ignore.kind === 'confirmed' ? 'verified' : 'circle-slash');
  item.contextValue = 'set-aside';
  item.command = opening(listed.uri, finding.range);
  return item;
}

export function allLapsedItem(lapsed: readonly LapsedOfConfig[]): TreeItem {
  const item = new TreeItem(l10n.t('Lapsed'), TreeItemCollapsibleState.Expanded);
  item.id = 'lapsed';
  item.description = String(countOf(lapsed));
  item.iconPath = LAPSED;
  item.tooltip = l10n.t('What was said of findings that are no longer there; all of it can be taken back at once');
  item.contextValue = 'all-lapsed';
  return item;
}

export function lapsedItem({ config, entry }: Extract<Node, { readonly kind: 'lapsed' }>): TreeItem {
  const { ignore, why, name, line, range } = entry;
  const item = new TreeItem([ignore.body ?? name, ignore.year].filter(Boolean).join(' '));
  const reason = why === 'changed' ? l10n.t('Lapsed: the values are others now') : l10n.t('Lapsed: nothing is found');
  item.description = [reason, ...said(ignore), name].join(' · ');
  item.tooltip = line;
  item.iconPath = LAPSED;
  item.contextValue = 'lapsed';
  item.command = opening(config, range ?? undefined);
  return item;
}

const said = ({ kind, reason, by, date }: Ignore): readonly string[] => {
  const what = kind === 'confirmed' ? l10n.t('Verified, it is right') : l10n.t('Does not apply');
  return [`${what}：${reason}`, by, date].filter((part) => part !== undefined && part !== '') as string[];
};

const LAPSED = new ThemeIcon('history', new ThemeColor('list.warningForeground'));

const countOf = (lapsed: readonly LapsedOfConfig[]): number =>
  lapsed.reduce((sum, { entries }) => sum + entries.length, 0);
