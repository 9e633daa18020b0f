import { ConfigurationTarget, type Uri, workspace, type WorkspaceConfiguration } from 'vscode';
import { REPORT } from './language';
import type { Translate } from './translate';

export type InlayHints = 'current-row' | 'off' | 'problems' | 'all';

const SETTING = 'inlayHints';

export const inlayHintsOf = (uri: Uri): InlayHints =>
  workspace.getConfiguration(REPORT, uri).get<InlayHints>(SETTING, 'current-row');

/** Writes the setting where it takes effect: at the innermost place that has a value, else for the user. */
export async function setInlayHints(uri: Uri, mode: InlayHints): Promise<void> {
  const configuration = workspace.getConfiguration(REPORT, uri);
  await configuration.update(SETTING, mode, targetOf(configuration.inspect(SETTING)));
}

function targetOf(known: ReturnType<WorkspaceConfiguration['inspect']>): ConfigurationTarget {
  if (known?.workspaceFolderValue !== undefined) return ConfigurationTarget.WorkspaceFolder;
  return known?.workspaceValue === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
}

export function nameOfMode(mode: InlayHints, t: Translate): string {
  const names: Readonly<Record<InlayHints, string>> = {
    off: t('off'),
    'current-row': t('the row of the cursor'),
    problems: t('wrong totals alone'),
    all: t('every value'),
  };
  return names[mode];
}
