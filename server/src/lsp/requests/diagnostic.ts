import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { throwIfCancelled, type OpenDocument, type Session } from '../session';

/** textDocument/diagnostic. The result id names version and settings, so that what did not change is not sent again. */
export async function diagnostic(
  session: Session,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  const open = await session.open(textDocument.uri);
  if (open === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const resultId = `${open.version}.${session.generation}`;
  if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: await diagnosticsOf(session, open, token) };
}

/** How long the reports of a volume are checked before waiting messages are let in. */
const SLICE = 16;

export async function diagnosticsOf(session: Session, open: OpenDocument, token?: CancellationToken): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const [i, segment] of open.document.segments.entries()) {
    if (i > 0 && i % SLICE === 0 && token !== undefined) {
      await session.runtime.nextTurn();
      throwIfCancelled(token);
    }
    diagnostics.push(...session.diagnostics(open, segment));
  }
  return diagnostics;
}
