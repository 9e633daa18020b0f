import { type Diagnostic, Uri } from 'vscode';

/**
 * Makes a finding's code lead to the rendered rule page; the server, which knows no commands, links to the bare file.
 */
export function linkToExplanation(finding: Diagnostic): void {
  if (typeof finding.code !== 'object') return;
  const { value } = finding.code;
  finding.code = {
    value,
    target: Uri.from({ scheme: 'command', path: 'nianbao.explainRule', query: JSON.stringify([value]) }),
  };
}
