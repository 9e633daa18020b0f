import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  type InitializeResult,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ConvertRequest, FixAllRequest, type InitializationOptions, MissingSectionsRequest, StatusRequest, TemplateRequest } from './protocol';
import { publishOnChange } from './push';
import { codeAction, FIX_ALL } from './requests/code-action';
import { completion } from './requests/completion';
import { diagnostic } from './requests/diagnostic';
import { documentSymbol } from './requests/document-symbol';
import { foldingRange } from './requests/folding-range';
import { convert, fixAll, missingSections, status, template } from './requests/nianbao';
import { safely } from './run-safe';
import { Session, type Runtime } from './session';

/** Serves one client over a connection; the hosts differ in the connection and the runtime alone. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new TextDocuments(TextDocument);
  const session = new Session(connection, documents, runtime);

  connection.onInitialize(({ capabilities, locale, initializationOptions }): InitializeResult => {
    session.initialize(capabilities, locale, initializationOptions as InitializationOptions | undefined);
    const pull = capabilities.textDocument?.diagnostic !== undefined;
    if (!pull) publishOnChange(session);
    return {
      serverInfo: { name: 'nianbao' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(pull ? { diagnosticProvider: { identifier: 'nianbao', interFileDependencies: false, workspaceDiagnostics: false } } : {}),
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL] },
        completionProvider: {},
        documentSymbolProvider: true,
        foldingRangeProvider: true,
      },
    };
  });

  connection.onInitialized(() => {
    if (session.clientCapabilities.workspace?.didChangeConfiguration?.dynamicRegistration !== true) return;
    void connection.client.register(DidChangeConfigurationNotification.type, { section: 'nianbao' });
  });

  connection.onDidChangeConfiguration(() => {
    session.settingsChanged();
    if (session.clientCapabilities.workspace?.diagnostics?.refreshSupport === true) connection.languages.diagnostics.refresh();
  });
  documents.onDidClose(({ document }) => session.closed(document.uri));

  connection.languages.diagnostics.on(
    safely(session, { kind: DocumentDiagnosticReportKind.Full, items: [] }, (params, token) => diagnostic(session, params, token)),
  );
  connection.onCodeAction(safely(session, [], (params) => codeAction(session, params)));
  connection.onCompletion(safely(session, [], (params) => completion(session, params)));
  connection.onDocumentSymbol(safely(session, [], (params) => documentSymbol(session, params)));
  connection.onFoldingRanges(safely(session, [], (params) => foldingRange(session, params)));
  connection.onRequest(
    StatusRequest,
    safely(session, null, (params: Parameters<typeof status>[1]) => status(session, params)),
  );
  connection.onRequest(
    TemplateRequest,
    safely(session, null, (params: Parameters<typeof template>[1]) => template(session, params)),
  );
  connection.onRequest(
    MissingSectionsRequest,
    safely(session, null, (params: Parameters<typeof missingSections>[1]) => missingSections(session, params)),
  );
  connection.onRequest(
    FixAllRequest,
    safely(session, null, (params: Parameters<typeof fixAll>[1]) => fixAll(session, params)),
  );

  connection.onRequest(
    ConvertRequest,
    safely(session, null, (params: Parameters<typeof convert>[1]) => convert(session, params)),
  );

  documents.listen(connection);
  connection.listen();
}
