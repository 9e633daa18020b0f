import {
  CodeActionKind,
  CodeLensRefreshRequest,
  type Connection,
  type ConnectionOptions,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  type InitializeResult,
  PositionEncodingKind,
  type Registration,
  RegistrationRequest,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CONFIG_FILE } from '../core/index';
import { isConfiguration } from '../folder/configurations';
import { REPORT_GLOB } from '../folder/report-files';
import { answerRequests } from './answers';
import { Client } from './client';
import { DiagnosticProvider } from './diagnostic-provider';
import { inOrder, refuse } from './lifecycle';
import {
  CONFIRM_COMMAND,
  IGNORE_COMMAND,
  type InitializationOptions,
  OverviewChangedNotification,
  RECOMPUTE_COMMAND,
  SHOW_COMMAND,
  UNIGNORE_COMMAND,
} from './protocol';
import { publishOnChange } from './push';
import { FIX_ALL } from './requests/code-action';
import { TRIGGERS } from './requests/completion';
import { LEGEND } from './requests/semantic-tokens';
import type { Runtime } from './runtime';
import { Session } from './session';

/** Reports of other years and the folders' configurations. */
const WATCHED = [REPORT_GLOB, `**/${CONFIG_FILE}`];

/** Serves one client over the connection that the host makes; the hosts differ in that and the runtime alone. */
export function startServer(connect: (options: ConnectionOptions) => Connection, runtime: Runtime): void {
  const connection = connect({ messageStrategy: inOrder() });
  const documents = new TextDocuments(TextDocument);
  const session = new Session(new Client(connection, runtime), documents, runtime);
  const diagnosticProvider = new DiagnosticProvider(session);
  let folders: readonly string[] = [];

  connection.onInitialize(
    ({ capabilities, locale, initializationOptions, workspaceFolders, rootUri }): InitializeResult => {
      folders = workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : []);
      session.initialize(capabilities, locale, initializationOptions as InitializationOptions | undefined);
      if (capabilities.textDocument?.diagnostic === undefined) publishOnChange(session);
      return {
        serverInfo: { name: 'nianbao' },
        capabilities: {
          // What every client can do, also one that would rather count bytes.
          ...(capabilities.general?.positionEncodings === undefined
            ? {}
            : { positionEncoding: PositionEncodingKind.UTF16 }),
          textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
          ...diagnosticProvider.announce(),
          codeActionProvider: {
            codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL],
            resolveProvider: true,
          },
          codeLensProvider: {},
          completionProvider: { resolveProvider: true, triggerCharacters: TRIGGERS },
          definitionProvider: true,
          documentFormattingProvider: true,
          documentHighlightProvider: true,
          documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
          documentRangeFormattingProvider: true,
          documentSymbolProvider: true,
          foldingRangeProvider: true,
          executeCommandProvider: {
            commands: [CONFIRM_COMMAND, IGNORE_COMMAND, RECOMPUTE_COMMAND, SHOW_COMMAND, UNIGNORE_COMMAND],
          },
          hoverProvider: true,
          inlayHintProvider: true,
          referencesProvider: true,
          selectionRangeProvider: true,
          semanticTokensProvider: { legend: LEGEND, full: true },
          workspaceSymbolProvider: true,
          workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        },
      };
    },
  );

  connection.onInitialized(() => {
    for (const registration of registrationsFor(session))
      session.client.inBackground(() =>
        session.client.ask((to) => to.sendRequest(RegistrationRequest.type, { registrations: [registration] })),
      );
    if (session.clientCapabilities.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        session.workspace.removeFolders(removed.map(({ uri }) => uri));
        session.workspace.addFolders(added.map(({ uri }) => uri));
        diagnosticProvider.update();
      });
    }
    session.workspace.addFolders(folders);
    diagnosticProvider.update();
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    session.settings.say(settings);
    session.settings.changed();
  });
  session.onSettings(() => diagnosticProvider.update());
  connection.onDidChangeWatchedFiles(({ changes }) => session.workspace.filesChanged(changes.map(({ uri }) => uri)));
  session.onRefresh(() => refreshShown(session));
  // Above the open folders no client watches files for us.
  documents.onDidSave(({ document: { uri } }) => session.workspace.filesChanged([uri].filter(isConfiguration)));
  documents.onDidClose(({ document: { uri } }) => session.closed(uri));

  answerRequests(connection, session);
  refuse(connection);
  documents.listen(connection);
  connection.listen();
}

/** Everything that hangs on more than the text is asked for anew. */
function refreshShown(session: Session): void {
  const { diagnostics, codeLens, semanticTokens } = session.clientCapabilities.workspace ?? {};
  const again = (can: { readonly refreshSupport?: boolean } | undefined, ask: (to: Connection) => Promise<void>) => {
    if (can?.refreshSupport === true) session.client.inBackground(() => session.client.ask(ask));
  };
  again(diagnostics, async (to) => to.languages.diagnostics.refresh());
  again(codeLens, (to) => to.sendRequest(CodeLensRefreshRequest.type));
  again(semanticTokens, async (to) => to.languages.semanticTokens.refresh());
  session.refreshHints();
  if (session.overviewAsked) session.client.tell((to) => to.sendNotification(OverviewChangedNotification));
}

/**
 * What a client hears of later where it can. The configurations as they are typed: what we change in them has to be
 * changed in that text.
 */
function registrationsFor({ clientCapabilities: { workspace, textDocument } }: Session): Registration[] {
  const configs = { documentSelector: [{ pattern: `**/${CONFIG_FILE}` }] };
  const watchers = WATCHED.map((globPattern) => ({ globPattern }));
  const { Incremental } = TextDocumentSyncKind;
  const registration = ({ method }: { readonly method: string }, registerOptions: object): Registration => ({
    id: `nianbao ${method}`,
    method,
    registerOptions,
  });
  return [
    ...(workspace?.didChangeConfiguration?.dynamicRegistration === true
      ? [registration(DidChangeConfigurationNotification.type, { section: 'nianbao' })]
      : []),
    ...(workspace?.didChangeWatchedFiles?.dynamicRegistration === true
      ? [registration(DidChangeWatchedFilesNotification.type, { watchers })]
      : []),
    ...(textDocument?.synchronization?.dynamicRegistration === true
      ? [
          registration(DidOpenTextDocumentNotification.type, configs),
          registration(DidChangeTextDocumentNotification.type, { ...configs, syncKind: Incremental }),
          registration(DidSaveTextDocumentNotification.type, configs),
          registration(DidCloseTextDocumentNotification.type, configs),
        ]
      : []),
  ];
}
