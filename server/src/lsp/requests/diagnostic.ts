import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { throwIfCancelled, type Session } from '../session';
import type { ReadText } from '../verdicts';

/** textDocument/diagnostic. The result id names version and settings, so that what did not change is not sent again. */
export async function diagnostic(
  session: Session,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  const open = await session.open(textDocument.uri);
  if (open === undefined) return ofClosed(session, textDocument.uri, token);
  const resultId = `${open.version}.${session.generation}`;
  if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: await diagnosticsOf(session, open, token) };
}

/** A file keeps its problems when it is closed, where the setting says so. */
async function ofClosed(session: Session, uri: string, token: CancellationToken): Promise<DocumentDiagnosticReport> {
  const isChecked = session.workspace.contains(uri) && (await session.settingsOfStored(uri)).scope === 'workspace';
  const file = isChecked ? await session.stored(uri) : undefined;
  return { kind: DocumentDiagnosticReportKind.Full, items: file === undefined ? [] : await diagnosticsOf(session, file, token) };
}

/** How long the reports of a volume are checked before waiting messages are let in. */
const SLICE = 16;

export async function diagnosticsOf(session: Session, text: ReadText, token?: CancellationToken): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const [i, segment] of text.document.segments.entries()) {
    if (i > 0 && i % SLICE === 0 && token !== undefined) {
      await session.runtime.nextTurn();
      throwIfCancelled(token);
    }
    for (const each of session.verdicts.diagnostics(text, segment)) diagnostics.push(each);
  }
  return diagnostics;
}
