import { type Diagnostic, DiagnosticSeverity, languages, type Uri } from 'vscode';
import { REPORT } from './language';
import type { Counts } from './status/status-text';

/** Our own findings of a document. */
export const findingsOf = (uri: Uri): Diagnostic[] =>
  languages.getDiagnostics(uri).filter(({ source }) => source === REPORT);

/** The rules that found something, each once. What says that a check failed is of no rule. */
export const rulesWithFindings = (uri: Uri): string[] => [
  ...new Set(
    findingsOf(uri).flatMap(({ code }) =>
      code === undefined ? [] : [String(typeof code === 'object' ? code.value : code)],
    ),
  ),
];

export function countFindings(uri: Uri): Counts {
  const findings = findingsOf(uri);
  const errors = findings.filter(({ severity }) => severity === DiagnosticSeverity.Error).length;
  const warnings = findings.filter(({ severity }) => severity === DiagnosticSeverity.Warning).length;
  return { errors, warnings, others: findings.length - errors - warnings };
}
