import { type TextDocument, window } from 'vscode';
import { REPORT } from './language';

/**
 * The report in the active editor, if it is one. The output window, which counts as an editor, does not displace it.
 */
export function activeReport(): TextDocument | undefined {
  const active = window.activeTextEditor?.document;
  if (active?.uri.scheme !== 'output') return active?.languageId === REPORT ? active : undefined;
  return window.visibleTextEditors.find(({ document }) => document.languageId === REPORT)?.document;
}
