import type { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnosticsOf } from './requests/diagnostic';
import type { Session } from './session';

/** How long a document rests before its findings are published, in milliseconds. */
const QUIET = 200;

/** For clients that do not ask for diagnostics: publishes them when a document was opened or has rested after a change. */
export function publishOnChange(session: Session): void {
  const waiting = new Map<string, () => void>();
  const cancel = (uri: string): void => {
    waiting.get(uri)?.();
    waiting.delete(uri);
  };
  const publish = async (uri: string): Promise<void> => {
    waiting.delete(uri);
    const open = await session.open(uri);
    if (open === undefined) return;
    const diagnostics = await diagnosticsOf(session, open);
    // A newer version has its own publication under way.
    if (session.documents.get(uri)?.version === open.version) await session.connection.sendDiagnostics({ uri, version: open.version, diagnostics });
  };
  const schedule = ({ uri, version }: TextDocument): void => {
    cancel(uri);
    const delay = version <= 1 ? 0 : QUIET;
    const run = (): void => void publish(uri).catch((error: unknown) => session.log(String(error)));
    waiting.set(uri, session.runtime.later(run, delay));
  };
  session.documents.onDidChangeContent(({ document }) => schedule(document));
  session.documents.onDidClose(({ document }) => {
    cancel(document.uri);
    void session.connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  session.onRefresh(() => session.documents.all().forEach(schedule));
}
