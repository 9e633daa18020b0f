import { l10n, type Memento, Uri, window } from 'vscode';
import {
  IGNORE_COMMAND,
  type IgnoreArguments,
  type IgnoreResult,
  UNIGNORE_COMMAND,
  type UnignoreArguments,
} from '../../../../server/src/lsp/protocol';
import type { Server } from '../server';
import { tellFailure } from '../tell';
import type { Command } from './command';
import { offered, remembered } from './reasons';

/** The reasons that were given last in this workspace. */
const REASONS = 'ignore.reasons';

/** Asks why a finding does not apply, has that written down, and says what was written; it can be taken back. */
export const ignore: Command = async ({ server, log, context: { workspaceState } }, argument) => {
  if (!Array.isArray(argument)) return;
  const [uri, rule, line, character] = argument as unknown as IgnoreArguments;
  const reason = await askReason(workspaceState);
  if (reason === undefined) return;
  const given: IgnoreArguments = [uri, rule, line, character, reason];
  const { written } = await execute<IgnoreResult>(server, IGNORE_COMMAND, given);
  // Whoever called the command waits for it, and not for the user to read what it says.
  if (written !== null) tellOf(server, written, reason).catch((error: unknown) => void tellFailure(error, log));
};

async function tellOf(server: Server, written: NonNullable<IgnoreResult['written']>, reason: string): Promise<void> {
  const undo = l10n.t('Undo');
  const open = l10n.t('Open');
  const name = written.file.slice(written.file.lastIndexOf('/') + 1);
  const { rule: id, row, column } = written.ignore;
  const what = [id, row, column].filter((part) => part !== undefined).join(' · ');
  const answer = await window.showInformationMessage(
    l10n.t('Written to {0}: {1}. Reason: {2}', decodeURIComponent(name), what, reason),
    undo,
    open,
  );
  if (answer === open) await window.showTextDocument(Uri.parse(written.file));
  if (answer === undo) {
    const back: UnignoreArguments = [written.file, written.ignore];
    await server.ask(EXECUTE, { command: UNIGNORE_COMMAND, arguments: back });
  }
}

const EXECUTE = 'workspace/executeCommand';

const execute = <Result>(server: Server, command: string, given: readonly unknown[]): Promise<Result> =>
  server.request<Result>(EXECUTE, { command, arguments: given });

/** One of the last or usual reasons, or one's own; `undefined` if the user gives up. */
function askReason(memory: Memento): Promise<string | undefined> {
  const last = memory.get<readonly string[]>(REASONS, []);
  const usual = [l10n.t('Checked: the number is right'), l10n.t('Does not apply to this body')];
  const list = window.createQuickPick();
  const show = (typed: string): void => {
    list.items = offered(typed, last, usual).map((label) => ({ label, alwaysShow: true }));
  };
  list.title = l10n.t('Why does this not apply?');
  list.placeholder = l10n.t('Choose a reason, or type one and press Enter');
  list.ignoreFocusOut = true;
  show('');
  return new Promise((resolve) => {
    list.onDidChangeValue(show);
    list.onDidAccept(() => {
      const reason = list.activeItems[0]?.label;
      if (reason !== undefined) void memory.update(REASONS, remembered(reason, last));
      resolve(reason);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}
