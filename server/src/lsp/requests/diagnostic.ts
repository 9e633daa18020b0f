import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type Range,
} from 'vscode-languageserver';
import type { Segment } from '../../core/index';
import { toFailureDiagnostic, toRange } from '../to-protocol';
import type { ReadText } from '../reading';
import { throwIfCancelled, type Session } from '../session';
import type { Failure } from '../verdicts';

/**
 * textDocument/diagnostic. The result id names the very text, its settings and last year's reports, so that nothing is
 * looked for again where none of them changed. What is found in another text may be the same: it is not sent again.
 */
export async function diagnostic(
  session: Session,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  const open = await session.open(textDocument.uri);
  if (open === undefined) return ofClosed(session, textDocument.uri, token);
  const resultId = `${session.run}.open.${session.stateOf(open)}`;
  if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  const items = await diagnosticsOf(session, open, token);
  const answered = session.answered.get(textDocument.uri);
  session.answered.set(textDocument.uri, { resultId, items });
  return answered !== undefined && answered.resultId === previousResultId && areSame(answered.items, items)
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

/** In a file with several reports most findings are those of reports that nobody touched. */
const areSame = (some: readonly Diagnostic[], others: readonly Diagnostic[]): boolean =>
  some.length === others.length &&
  some.every((one, i) => one === others[i] || JSON.stringify(one) === JSON.stringify(others[i]));

/** A file keeps its problems when it is closed, where the setting says so. */
async function ofClosed(session: Session, uri: string, token: CancellationToken): Promise<DocumentDiagnosticReport> {
  const isChecked = session.workspace.contains(uri) && (await session.settings.ofStored(uri)).scope === 'workspace';
  const file = isChecked ? await session.stored(uri) : undefined;
  return {
    kind: DocumentDiagnosticReportKind.Full,
    items: file === undefined ? [] : await diagnosticsOf(session, file, token),
  };
}

/** How long the reports of a volume are checked before waiting messages are let in. */
const SLICE = 16;

/** The findings of a text, and what could not be checked: a failure never looks like a clean report. */
export async function diagnosticsOf(
  session: Session,
  text: ReadText,
  token?: CancellationToken,
): Promise<Diagnostic[]> {
  if (text.failed) return [toFailureDiagnostic(firstLine(text.document.text), undefined, text.settings.locale)];
  const diagnostics: Diagnostic[] = [];
  for (const [i, segment] of text.document.segments.entries()) {
    if (i > 0 && i % SLICE === 0 && token !== undefined) {
      await session.runtime.nextTurn();
      throwIfCancelled(token);
    }
    const { failures, findings } = check(session, text, segment);
    for (const each of failures) diagnostics.push(each);
    for (const each of findings) diagnostics.push(each);
  }
  return diagnostics;
}

/** Whether all of a text was checked. */
export const isChecked = (session: Session, text: ReadText): boolean =>
  !text.failed && text.document.segments.every((segment) => check(session, text, segment).failures.length === 0);

function check(
  session: Session,
  text: ReadText,
  segment: Segment,
): { readonly failures: readonly Diagnostic[]; readonly findings: readonly Diagnostic[] } {
  const failure = (rule: Failure): Diagnostic => toFailureDiagnostic(beginning(segment), rule, text.settings.locale);
  try {
    return {
      failures: session.verdicts.failures(text, segment).map(failure),
      findings: session.verdicts.diagnostics(text, segment),
    };
  } catch (error) {
    session.client.logFailure(error);
    return { failures: [failure(undefined)], findings: [] };
  }
}

/** The title of a report, else its first line. */
const beginning = (segment: Segment): Range =>
  toRange(segment, segment.report.title?.span ?? segment.report.lines.span(0));

const firstLine = (text: string): Range => ({
  start: { line: 0, character: 0 },
  end: { line: 0, character: /^[^\r\n]*/.exec(text)![0].length },
});
