import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { ArrivalsOfList } from '../../../../server/src/lsp/protocol';
import { nameOf } from '../../../../server/src/core/text/uri';
import { ARRIVALS, type Arrival, type Node } from './node';
import { opening } from './opening';

/** Which bodies reported otherwise than the list has it, by how. */
export const arrivalsIn = (list: ArrivalsOfList): Node[] =>
  ARRIVALS.filter((which) => list[which].length > 0).map((which) => ({ kind: 'arrivals', which, list }));

export function bodiesItem(list: ArrivalsOfList): TreeItem {
  const label = list.year === undefined ? l10n.t('Expected bodies') : l10n.t('Expected bodies, {0}', list.year);
  const kinds = arrivalsIn(list);
  const item = new TreeItem(
    label,
    kinds.length > 0 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None,
  );
  item.id = `bodies ${list.config}`;
  item.iconPath = new ThemeIcon('organization');
  item.description =
    list.problem !== null
      ? l10n.t('The list could not be read: {0}', list.problem)
      : kinds.length === 0
        ? l10n.t('All have come, each once')
        : '';
  item.tooltip = [nameOf(list.config), list.problem].filter(Boolean).join('\n');
  if (list.problem !== null) item.iconPath = new ThemeIcon('warning');
  item.command = opening(list.config, undefined);
  return item;
}

export function arrivalItem(which: Arrival, list: ArrivalsOfList): TreeItem {
  const labels: Readonly<Record<Arrival, string>> = {
    missing: l10n.t('No report'),
    doubled: l10n.t('More than one report'),
    renamed: l10n.t('Under another name'),
    unexpected: l10n.t('Not on the list'),
    listedTwice: l10n.t('On the list more than once'),
  };
  const item = new TreeItem(labels[which], TreeItemCollapsibleState.Collapsed);
  item.id = `${which} ${list.config}`;
  item.description = String(list[which].length);
  item.iconPath = new ThemeIcon(which === 'missing' ? 'error' : 'warning');
  return item;
}

export function bodiesOf(which: Arrival, list: ArrivalsOfList): Node[] {
  const body = (name: string, file?: string, as?: string): Node => ({
    kind: 'body',
    key: `${which} ${list.config}`,
    body: name,
    ...(file === undefined ? {} : { file }),
    ...(as === undefined ? {} : { as }),
  });
  if (which === 'doubled')
    return list.doubled.flatMap(({ body: name, files }) => files.map((file) => body(name, file)));
  if (which === 'renamed') return list.renamed.map(({ body: name, as, file }) => body(name, file, as));
  if (which === 'unexpected') return list.unexpected.map(({ body: name, file }) => body(name, file));
  return list[which].map((name) => body(name));
}

export function bodyItem({ key, body, as, file }: Extract<Node, { readonly kind: 'body' }>): TreeItem {
  const item = new TreeItem(body);
  item.id = `${key} ${body} ${file ?? ''}`;
  if (as !== undefined) item.description = as;
  else if (file !== undefined) item.description = nameOf(file);
  if (file !== undefined) item.command = opening(file, undefined);
  return item;
}
