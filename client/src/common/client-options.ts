import { commands, type LogOutputChannel, Uri } from 'vscode';
import type { CloseAction, ErrorAction, LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import {
  CONFIRM_COMMAND,
  IGNORE_COMMAND,
  type InitializationOptions,
  RECOMPUTE_COMMAND,
} from '../../../server/src/lsp/protocol';
import { REPORT } from './language';
import { isOwnFile } from './own-file';
import { linkToExplanation } from './rule-link';

interface Surroundings {
  readonly extensionUri: Uri;
  readonly log: LogOutputChannel;
  readonly onChecked: (uri: Uri) => void;
  readonly onClosed: () => void;
}

// Members of the library's enumerations by value: to name them would load the library with the extension.
const CONTINUE = 1 satisfies ErrorAction.Continue;
const DO_NOT_RESTART = 1 satisfies CloseAction.DoNotRestart;
const NEVER = 4 satisfies RevealOutputChannelOn.Never;

const OWN = new Map([
  [RECOMPUTE_COMMAND, 'nianbao.recompute'],
  [IGNORE_COMMAND, 'nianbao.ignore'],
  [CONFIRM_COMMAND, 'nianbao.confirm'],
]);

export function clientOptions({ extensionUri, log, onChecked, onClosed }: Surroundings): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    ruleDocs: Uri.joinPath(extensionUri, 'docs/rules').toString(),
    tellsOfFiles: true,
  };
  return {
    documentSelector: [{ language: REPORT }],
    initializationOptions,
    outputChannel: log,
    revealOutputChannelOn: NEVER,
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: CONTINUE, handled: true }),
      closed: () => {
        onClosed();
        return { action: DO_NOT_RESTART, handled: true };
      },
    },
    middleware: {
      // Of older versions and sides of comparisons the server hears nothing: they are no reports beside the file.
      didOpen: async (document, next) => (isOwnFile(document) ? next(document) : undefined),
      didChange: async (event, next) => (isOwnFile(event.document) ? next(event) : undefined),
      didClose: async (document, next) => (isOwnFile(document) ? next(document) : undefined),
      provideDiagnostics: async (document, previousResultId, token, next) => {
        if (!(document instanceof Uri) && !isOwnFile(document)) return undefined;
        const report = await next(document, previousResultId, token);
        if (report !== null && report !== undefined && 'items' in report) report.items.forEach(linkToExplanation);
        onChecked(document instanceof Uri ? document : document.uri);
        return report;
      },
      provideWorkspaceDiagnostics: (resultIds, token, tell, next) =>
        next(resultIds, token, (chunk) => {
          for (const report of chunk?.items ?? []) if ('items' in report) report.items.forEach(linkToExplanation);
          tell(chunk);
        }),
      // What the server can do anywhere, our own commands ask and show better here.
      executeCommand: (command, args, next) =>
        OWN.has(command) ? commands.executeCommand(OWN.get(command)!, args) : next(command, args),
    },
  };
}
