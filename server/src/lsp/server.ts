import {
  CodeActionKind,
  CodeLensRefreshRequest,
  type CompletionItem,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type InitializeResult,
  TextDocuments,
  TextDocumentSyncKind,
  type WorkspaceDiagnosticParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticProvider } from './diagnostic-provider';
import {
  CellRequest,
  ConvertRequest,
  CursorRequest,
  FixAllRequest,
  type InitializationOptions,
  MissingSectionsRequest,
  RECOMPUTE_COMMAND,
  type RecomputeArguments,
  RecomputeRequest,
  SaveFileNotification,
  type SaveFileParams,
  StatusRequest,
  TemplateRequest,
  TotalsRequest,
} from './protocol';
import { publishOnChange } from './push';
import { cellAt, cursorMoved, onTypeFormatting } from './requests/cells';
import { codeAction, FIX_ALL } from './requests/code-action';
import { codeLens } from './requests/code-lens';
import { completion, resolveCompletion, TRIGGERS } from './requests/completion';
import { diagnostic } from './requests/diagnostic';
import { documentSymbol } from './requests/document-symbol';
import { foldingRange } from './requests/folding-range';
import { formatting } from './requests/formatting';
import { hoverAt } from './requests/hover';
import { convert, fixAll, missingSections, status, template } from './requests/nianbao';
import { IGNORE_COMMAND, ignoreFinding, type IgnoreArguments } from './requests/ignore';
import { inlayHint } from './requests/inlay-hint';
import { definitionAt, highlightsAt, referencesAt, selectionRange } from './requests/navigate';
import { recomputation, recomputeTotals } from './requests/recompute';
import { LEGEND, semanticTokensOf } from './requests/semantic-tokens';
import { resolveSplit } from './requests/split';
import { totalsAfterTyping } from './requests/totals';
import { workspaceDiagnostic } from './requests/workspace-diagnostic';
import { workspaceSymbol } from './requests/workspace-symbol';
import { safely } from './run-safe';
import type { Runtime } from './runtime';
import { Session } from './session';

/** Reports of other years and the folders' configurations. */
const WATCHED = ['**/*.{txt,nianbao,md}', '**/nianbao.config.json'];

/** Serves one client over a connection; the hosts differ in the connection and the runtime alone. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new TextDocuments(TextDocument);
  const session = new Session(connection, documents, runtime);

  const diagnosticProvider = new DiagnosticProvider(session);
  let folders: readonly string[] = [];
  connection.onInitialize(({ capabilities, locale, initializationOptions, workspaceFolders, rootUri }): InitializeResult => {
    folders = workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : []);
    session.initialize(capabilities, locale, initializationOptions as InitializationOptions | undefined);
    const pull = capabilities.textDocument?.diagnostic !== undefined;
    if (!pull) publishOnChange(session);
    return {
      serverInfo: { name: 'nianbao' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...diagnosticProvider.announce(),
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL], resolveProvider: true },
        codeLensProvider: {},
        completionProvider: { resolveProvider: true, triggerCharacters: TRIGGERS },
        definitionProvider: true,
        documentFormattingProvider: true,
        documentHighlightProvider: true,
        documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
        documentRangeFormattingProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        executeCommandProvider: { commands: [IGNORE_COMMAND, RECOMPUTE_COMMAND] },
        hoverProvider: true,
        inlayHintProvider: true,
        referencesProvider: true,
        selectionRangeProvider: true,
        semanticTokensProvider: { legend: LEGEND, full: true },
        workspaceSymbolProvider: true,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(() => {
    const { workspace } = session.clientCapabilities;
    if (workspace?.didChangeConfiguration?.dynamicRegistration === true)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'nianbao' });
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHED.map((globPattern) => ({ globPattern })) });
    }
    if (workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        session.workspace.removeFolders(removed.map(({ uri }) => uri));
        void session.workspace.addFolders(added.map(({ uri }) => uri));
        diagnosticProvider.update();
      });
    }
    void session.workspace.addFolders(folders);
    diagnosticProvider.update();
  });

  connection.onDidChangeConfiguration(() => {
    session.settingsChanged();
    session.refresh();
    diagnosticProvider.update();
    refreshHintsAndLenses(session);
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    for (const { uri } of changes) await session.workspace.fileChanged(uri);
  });
  session.onRefresh(() => {
    if (session.clientCapabilities.workspace?.diagnostics?.refreshSupport === true) connection.languages.diagnostics.refresh();
  });
  connection.onExecuteCommand(
    safely(session, null, async ({ command, arguments: given }) => {
      if (command === RECOMPUTE_COMMAND) await recomputeTotals(session, given as unknown as RecomputeArguments);
      const changed = command === IGNORE_COMMAND ? await ignoreFinding(session, given as unknown as IgnoreArguments) : undefined;
      if (changed !== undefined) await connection.sendNotification(SaveFileNotification, { uri: changed } satisfies SaveFileParams);
      return null;
    }),
  );
  documents.onDidClose(({ document }) => session.closed(document.uri));

  connection.languages.diagnostics.on(
    safely(session, { kind: DocumentDiagnosticReportKind.Full, items: [] }, (params, token) => diagnostic(session, params, token)),
  );
  connection.languages.diagnostics.onWorkspace((given, cancellation, _, partial) =>
    safely(session, { items: [] }, (params: WorkspaceDiagnosticParams, token) => workspaceDiagnostic(session, params, token, partial))(given, cancellation),
  );
  connection.onCodeAction(safely(session, [], (params) => codeAction(session, params)));
  connection.onCodeActionResolve((action, token) => safely(session, action, () => resolveSplit(session, action))(action, token));
  connection.onCompletion(safely(session, [], (params) => completion(session, params)));
  connection.onCompletionResolve((item, token) => safely(session, item, async (given: CompletionItem) => resolveCompletion(session, given))(item, token));
  connection.onDocumentSymbol(safely(session, [], (params) => documentSymbol(session, params)));
  connection.onWorkspaceSymbol(safely(session, [], (params, token) => workspaceSymbol(session, params, token)));
  connection.onHover(safely(session, null, (params) => hoverAt(session, params)));
  connection.languages.inlayHint.on(safely(session, [], (params) => inlayHint(session, params)));
  connection.onCodeLens(safely(session, [], (params) => codeLens(session, params)));
  connection.onDefinition(safely(session, [], (params) => definitionAt(session, params)));
  connection.onReferences(safely(session, [], (params) => referencesAt(session, params)));
  connection.onDocumentHighlight(safely(session, [], (params) => highlightsAt(session, params)));
  connection.onSelectionRanges(safely(session, [], (params) => selectionRange(session, params)));
  connection.languages.semanticTokens.on(safely(session, { data: [] }, (params) => semanticTokensOf(session, params)));
  connection.onDocumentFormatting(safely(session, [], (params) => formatting(session, params)));
  connection.onDocumentRangeFormatting(safely(session, [], (params) => formatting(session, params)));
  connection.onDocumentOnTypeFormatting(safely(session, [], (params) => onTypeFormatting(session, params)));
  connection.onFoldingRanges(safely(session, [], (params) => foldingRange(session, params)));
  answer(StatusRequest, status);
  answer(TemplateRequest, template);
  answer(MissingSectionsRequest, missingSections);
  answer(FixAllRequest, fixAll);
  answer(ConvertRequest, convert);
  answer(RecomputeRequest, recomputation);
  answer(CursorRequest, cursorMoved);
  answer(CellRequest, cellAt);
  answer(TotalsRequest, totalsAfterTyping);

  documents.listen(connection);
  connection.listen();

  /** Requests of our own client. */
  function answer<Params, Result>(method: string, handle: (session: Session, params: Params) => Promise<Result>): void {
    connection.onRequest(
      method,
      safely<Params, Result | null>(session, null, (params) => handle(session, params)),
    );
  }
}

/** What editors show between the lines depends on the settings, and is asked for anew on demand alone. */
function refreshHintsAndLenses({ connection, clientCapabilities: { workspace } }: Session): void {
  if (workspace?.inlayHint?.refreshSupport === true) connection.languages.inlayHint.refresh().catch(() => undefined);
  if (workspace?.codeLens?.refreshSupport === true) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
}
