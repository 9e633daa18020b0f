import { commands, l10n, type QuickPickItem, QuickPickItemKind, type TextDocument, window } from 'vscode';
import { encodingMeant } from '../../../../server/src/core/text/garbled';
import {
  FixAllRequest,
  MissingSectionsRequest,
  type RecomputeParams,
  RecomputeRequest,
  type RecomputeResult,
  type StatusParams,
  StatusRequest,
  type StatusResult,
} from '../../../../server/src/lsp/protocol';
import { findingsOf, rulesWithFindings } from '../findings';
import { inlayHintsOf, nameOfMode } from '../inlay-hints';
import type { Server } from '../server';
import type { Command } from './command';
import { requestEdits, requireReport } from './server-edits';

const NAMES = { gb18030: 'GB18030', utf8: 'UTF-8' };

interface Action extends QuickPickItem {
  readonly command?: string;
  readonly argument?: unknown;
}

/** What can be done about the active report, from a list; the status bar leads here. */
export const showActions: Command = async ({ server, context }) => {
  const actions = actionsFor(requireReport(), server, context.extension.id);
  const picked = await window.showQuickPick(actions, {
    title: '年报',
    placeHolder: l10n.t('What would you like to do?'),
  });
  if (picked?.command !== undefined) await commands.executeCommand(picked.command, picked.argument);
};

async function actionsFor(document: TextDocument, server: Server, extensionId: string): Promise<Action[]> {
  const aboutText = await textActions(document, server).catch((): Action[] => []);
  return [
    ...aboutText,
    { label: l10n.t('More'), kind: QuickPickItemKind.Separator },
    {
      label: `$(symbol-number) ${l10n.t('Toggle the hints beside numbers')}`,
      description: l10n.t('now: {0}', nameOfMode(inlayHintsOf(document.uri), l10n.t)),
      command: 'nianbao.toggleInlayHints',
    },
    { label: `$(info) ${l10n.t('Explain a rule')}`, command: 'nianbao.explainRule' },
    {
      label: `$(gear) ${l10n.t('Settings')}`,
      command: 'workbench.action.openSettings',
      argument: `@ext:${extensionId}`,
    },
    { label: `$(debug-restart) ${l10n.t('Restart the language server')}`, command: 'nianbao.restartServer' },
    { label: `$(output) ${l10n.t('Show Log')}`, command: 'nianbao.showLog' },
  ];
}

/** What the text gives occasion for; needs a server that runs. */
async function textActions(document: TextDocument, server: Server): Promise<Action[]> {
  const uri = document.uri.toString();
  const [status, repairs, missing, totals] = await Promise.all([
    server.request<StatusResult>(StatusRequest, { uri } satisfies StatusParams),
    requestEdits(server, FixAllRequest, document),
    requestEdits(server, MissingSectionsRequest, document),
    server.request<RecomputeResult>(RecomputeRequest, { uri, scope: 'report' } satisfies RecomputeParams),
  ]);
  if (status.garbled)
    return [
      {
        label: `$(file-binary) ${l10n.t('Reopen in the encoding {0}', NAMES[encodingMeant(document.getText()) ?? 'gb18030'])}`,
        command: 'nianbao.reopenInEncoding',
      },
    ];
  const findings = findingsOf(document.uri).length;
  const hasTable = status.reports.some(({ layout }) => layout !== 'none');
  const actions: (Action | false)[] = [
    repairs.edits.length > 0 && {
      label: `$(wand) ${l10n.t('Fix all that can be fixed automatically')}`,
      description: l10n.t('{0} place(s)', repairs.edits.length),
      command: 'nianbao.fixAll',
    },
    findings > 0 && {
      label: `$(arrow-down) ${l10n.t('Go to the next problem')}`,
      command: 'editor.action.marker.next',
    },
    findings > 0 && {
      label: `$(list-unordered) ${l10n.t('Show all problems')}`,
      description: l10n.t('{0} found', findings),
      command: 'workbench.actions.view.problems',
    },
    findings > 0 && {
      label: `$(question) ${l10n.t('Explain the problems found')}`,
      command: 'nianbao.explainRule',
      argument: rulesWithFindings(document.uri),
    },
    hasTable && {
      label: `$(symbol-operator) ${l10n.t('Recompute totals')}`,
      description:
        totals.edits.length === 0 ? l10n.t('Every total holds') : l10n.t('{0} total(s) to change', totals.edits.length),
      command: 'nianbao.recompute',
    },
    missing.edits.length > 0 && {
      label: `$(add) ${l10n.t('Insert the missing sections')}`,
      command: 'nianbao.insertMissingSections',
    },
    hasTable && { label: `$(layout) ${l10n.t('Convert the layout of the tables')}`, command: 'nianbao.convertLayout' },
    status.reports.some(({ layout }) => layout === 'aligned') && {
      label: `$(word-wrap) ${l10n.t('Toggle word wrap')}`,
      description: l10n.t('Columns stand below each other as long as no row wraps.'),
      command: 'editor.action.toggleWordWrap',
    },
    !status.recognised && {
      label: `$(file-add) ${l10n.t('Insert the standard template')}`,
      command: 'nianbao.insertTemplate',
    },
  ];
  return actions.filter((action) => action !== false);
}
