import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  type CodeAction,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  type Registration,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type UnregistrationParams,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { createConnection, type TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Files } from '../../server/src/folder/files';
import type { Runtime } from '../../server/src/lsp/runtime';
import { startServer } from '../../server/src/lsp/server';

/** Files that are stored where a server looks, by their URIs. */
export const storedFiles = (texts: ReadonlyMap<string, string>): Files => ({
  list: async () => [...texts.keys()],
  read: async (uri) => texts.get(uri),
});

/** What an editor tells of itself; `pull` clients ask for diagnostics, others have them published. */
export interface ClientOptions {
  readonly pull?: boolean;
  readonly versionedEdits?: boolean;
  readonly locale?: string;
  /** The `nianbao` section of the settings; can be changed by `configure`. */
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
  /** URI of the folder that is open. */
  readonly folder?: string;
  /** Likewise of several. */
  readonly folders?: readonly string[];
  readonly runtime?: { readonly [Part in keyof Runtime]?: Runtime[Part] | undefined };
  /** What the client can do besides the usual, or instead. */
  readonly capabilities?: (usual: ClientCapabilities) => ClientCapabilities;
  /** How requests of the server are answered, by method, instead of as usual. */
  readonly answers?: Readonly<Record<string, (params: never) => unknown>>;
}

/** A language client over in-memory streams, with the real server on the other side. */
export interface Client {
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  /** Lines that the server logged. */
  readonly logged: readonly string[];
  /** How often the server asked for diagnostics to be asked for anew. */
  readonly refreshes: () => number;
  /** Likewise for inlay hints. */
  readonly hintRefreshes: () => number;
  /** What the server told of itself later on and did not take back. */
  readonly registrations: () => readonly Registration[];
  open(uri: string, text: string): void;
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void;
  close(uri: string): void;
  configure(settings: unknown): void;
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  diagnostics(uri: string): Promise<readonly Diagnostic[]>;
  /** The next publication for a document that has not been looked at yet. */
  published(uri: string): Promise<PublishDiagnosticsParams>;
  quickFixes(uri: string, diagnostic: Diagnostic): Promise<readonly CodeAction[]>;
  request<Result>(method: string, params: unknown): Promise<Result>;
  stop(): Promise<void>;
}

/** Starts a server in this process and introduces a client to it. */
export async function startClient(options: ClientOptions = {}): Promise<Client> {
  const up = new PassThrough();
  const down = new PassThrough();
  startServer(
    (strategies) => createConnection(new StreamMessageReader(up), new StreamMessageWriter(down), strategies),
    {
      ...HOST,
      ...options.runtime,
    } as Runtime,
  );
  const connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const logged: string[] = [];
  const publications = new Publications();
  let settings = options.settings;
  let refreshes = 0;
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void logged.push(message));
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
    publications.add(params),
  );
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => settings ?? null),
  );
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes++;
    return null;
  });
  let hintRefreshes = 0;
  connection.onRequest('workspace/inlayHint/refresh', () => {
    hintRefreshes++;
    return null;
  });
  const registrations = new Map<string, Registration>();
  connection.onRequest('client/registerCapability', (params: RegistrationParams) => {
    for (const registration of params.registrations) registrations.set(registration.id, registration);
    return null;
  });
  connection.onRequest('client/unregisterCapability', ({ unregisterations }: UnregistrationParams) => {
    for (const { id } of unregisterations) registrations.delete(id);
    return null;
  });
  for (const [method, answer] of Object.entries(options.answers ?? {}))
    connection.onRequest(method, answer as (params: unknown) => unknown);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', introduction(options));
  void connection.sendNotification('initialized', {});
  const notify = (method: string, params: unknown): void => void connection.sendNotification(method, params);
  const request = <Result>(method: string, params: unknown): Promise<Result> =>
    connection.sendRequest<Result>(method, params);
  const pull = (uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    request('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  return {
    connection,
    initialized,
    logged,
    refreshes: () => refreshes,
    hintRefreshes: () => hintRefreshes,
    registrations: () => [...registrations.values()],
    open: (uri, text) =>
      notify('textDocument/didOpen', { textDocument: { uri, languageId: 'nianbao', version: 1, text } }),
    change: (uri, version, contentChanges) =>
      notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    close: (uri) => notify('textDocument/didClose', { textDocument: { uri } }),
    configure(changed) {
      settings = changed;
      notify('workspace/didChangeConfiguration', { settings: {} });
    },
    pull,
    async diagnostics(uri) {
      const report = await pull(uri);
      return report.kind === 'full' ? report.items : [];
    },
    published: (uri) => publications.next(uri),
    quickFixes: (uri, diagnostic) =>
      request('textDocument/codeAction', {
        textDocument: { uri },
        range: diagnostic.range,
        context: { diagnostics: [diagnostic], only: ['quickfix'] },
      }),
    request,
    async stop() {
      await connection.sendRequest('shutdown');
      connection.dispose();
    },
  };
}

const HOST: Runtime = {
  later: (callback, milliseconds) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
  ruleDocs: 'file:///rules',
  files: { list: () => Promise.resolve([]), read: () => Promise.resolve(undefined) },
};

function introduction({
  pull = true,
  versionedEdits = true,
  locale,
  initializationOptions,
  folder,
  folders = folder === undefined ? undefined : [folder],
  capabilities = (usual) => usual,
}: ClientOptions): InitializeParams {
  return {
    processId: null,
    rootUri: null,
    workspaceFolders: folders?.map((uri) => ({ uri, name: 'folder' })) ?? null,
    ...(locale === undefined ? {} : { locale }),
    ...(initializationOptions === undefined ? {} : { initializationOptions }),
    capabilities: capabilities({
      workspace: {
        configuration: true,
        applyEdit: true,
        workspaceEdit: { documentChanges: versionedEdits },
        diagnostics: { refreshSupport: true },
        inlayHint: { refreshSupport: true },
      },
      textDocument: {
        ...(pull ? { diagnostic: {} } : {}),
        publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
      },
    }),
  };
}

/** Publications in the order in which they came, handed out one by one. */
class Publications {
  private readonly arrived: PublishDiagnosticsParams[] = [];
  private readonly awaited: { readonly uri: string; readonly resolve: (params: PublishDiagnosticsParams) => void }[] =
    [];

  add(params: PublishDiagnosticsParams): void {
    const at = this.awaited.findIndex(({ uri }) => uri === params.uri);
    if (at < 0) this.arrived.push(params);
    else this.awaited.splice(at, 1)[0]!.resolve(params);
  }

  next(uri: string): Promise<PublishDiagnosticsParams> {
    const at = this.arrived.findIndex((params) => params.uri === uri);
    if (at >= 0) return Promise.resolve(this.arrived.splice(at, 1)[0]!);
    return new Promise((resolve) => this.awaited.push({ uri, resolve }));
  }
}

/** The text under a range. */
export const textAt = (text: string, range: Diagnostic['range']): string =>
  TextDocument.create('', '', 0, text).getText(range);

/** The text after edits for one document. */
export const withEdits = (text: string, edits: readonly TextEdit[]): string =>
  TextDocument.applyEdits(TextDocument.create('', '', 0, text), [...edits]);

/** The edits that a workspace edit holds for one document. */
export function editsFor(uri: string, edit: WorkspaceEdit | undefined): readonly TextEdit[] {
  const versioned = edit?.documentChanges?.flatMap((change) =>
    'edits' in change && change.textDocument.uri === uri ? (change.edits as TextEdit[]) : [],
  );
  return versioned ?? edit?.changes?.[uri] ?? [];
}
