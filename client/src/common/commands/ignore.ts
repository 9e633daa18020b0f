import { l10n, type Memento, Uri, window } from 'vscode';
import type { IgnoreKind } from '../../../../server/src/core/context/ignores';
import {
  CONFIRM_COMMAND,
  IGNORE_COMMAND,
  type IgnoreArguments,
  type IgnoreResult,
  type TakeBackParams,
  TakeBackRequest,
  type TakeBackResult,
  UNIGNORE_COMMAND,
  type UnignoreArguments,
} from '../../../../server/src/lsp/protocol';
import { isNode } from '../reviewing/node';
import type { Server } from '../server';
import { tellFailure } from '../tell';
import type { Command } from './command';
import { offered, remembered } from './reasons';

/** The reasons that were given last in this workspace, by kind; and who gave one. */
const REASONS: Readonly<Record<IgnoreKind, string>> = {
  'not-applicable': 'ignore.reasons',
  confirmed: 'confirm.reasons',
};
const BY = 'ignore.by';
const COMMANDS: Readonly<Record<IgnoreKind, string>> = {
  'not-applicable': IGNORE_COMMAND,
  confirmed: CONFIRM_COMMAND,
};

/**
 * Asks why a finding does not apply or is right, and who says so, has that written down, and says what was written; it
 * can be taken back.
 */
const settingAside =
  (kind: IgnoreKind): Command =>
  async ({ server, log, context: { workspaceState, globalState } }, argument) => {
    const place = placeOf(argument);
    if (place === undefined) return;
    const reason = await askReason(kind, workspaceState);
    const by = reason === undefined ? undefined : await askName(globalState);
    if (reason === undefined || by === undefined) return;
    const given: IgnoreArguments = [...place, reason, by, today()];
    const { written } = await execute<IgnoreResult>(server, COMMANDS[kind], given);
    // Whoever called the command waits for it, and not for the user to read what it says.
    if (written !== null) tellOf(server, written, reason).catch((error: unknown) => void tellFailure(error, log));
  };

export const ignore = settingAside('not-applicable');
export const confirm = settingAside('confirmed');

/** Takes back what was said of a finding of the view. */
export const undoSetAside: Command = async ({ server }, argument) => {
  if (isNode(argument, 'set-aside')) await takeBack(server, [argument.one.file, argument.one.ignore]);
};

/** Takes back what was said of findings that are no longer there: one of the view, or all of them. */
export const undoLapsed: Command = async ({ server, review }, argument) => {
  const lapsed = isNode(argument, 'lapsed')
    ? [{ config: argument.config, entries: [argument.entry] }]
    : isNode(argument, 'all-lapsed')
      ? argument.lapsed
      : review.lapsed;
  for (const { config, entries } of lapsed) {
    const params: TakeBackParams = { config, ignores: entries.map(({ ignore: entry }) => entry) };
    await server.request<TakeBackResult>(TakeBackRequest, params);
  }
};

type PlaceOfFinding = readonly [uri: string, rule: string, line: number, character: number];

/** Of a quick fix, or of the view. */
function placeOf(argument: unknown): PlaceOfFinding | undefined {
  if (Array.isArray(argument)) return argument.slice(0, 4) as unknown as PlaceOfFinding;
  if (!isNode(argument, 'finding')) return undefined;
  const { rule, range } = argument.finding;
  return [argument.grouped.listed.uri, rule, range.start.line, range.start.character];
}

/** As the clock of the user’s place has it. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

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
  if (answer === undo) await takeBack(server, [written.file, written.ignore]);
}

const EXECUTE = 'workspace/executeCommand';

const takeBack = (server: Server, back: UnignoreArguments): Promise<unknown> =>
  server.ask(EXECUTE, { command: UNIGNORE_COMMAND, arguments: back });

const execute = <Result>(server: Server, command: string, given: readonly unknown[]): Promise<Result> =>
  server.request<Result>(EXECUTE, { command, arguments: given });

/** Who says so; may be empty. `undefined` if the user gives up. */
async function askName(memory: Memento): Promise<string | undefined> {
  const by = await window.showInputBox({
    title: l10n.t('Who says so?'),
    prompt: l10n.t('A name that is kept with the reason and the date; may be left empty'),
    value: memory.get(BY, ''),
    ignoreFocusOut: true,
  });
  if (by !== undefined) await memory.update(BY, by.trim());
  return by?.trim();
}

/** One of the last or usual reasons, or one's own; `undefined` if the user gives up. */
function askReason(kind: IgnoreKind, memory: Memento): Promise<string | undefined> {
  const last = memory.get<readonly string[]>(REASONS[kind], []);
  const usual =
    kind === 'confirmed'
      ? [l10n.t('Checked: the number is right'), l10n.t('As in the register')]
      : [l10n.t('Does not apply to this body'), l10n.t('Checked: the number is right')];
  const list = window.createQuickPick();
  const show = (typed: string): void => {
    list.items = offered(typed, last, usual).map((label) => ({ label, alwaysShow: true }));
  };
  list.title = kind === 'confirmed' ? l10n.t('Why is this right?') : l10n.t('Why does this not apply?');
  list.placeholder = l10n.t('Choose a reason, or type one and press Enter');
  list.ignoreFocusOut = true;
  show('');
  return new Promise((resolve) => {
    list.onDidChangeValue(show);
    list.onDidAccept(() => {
      const reason = list.activeItems[0]?.label;
      if (reason !== undefined) void memory.update(REASONS[kind], remembered(reason, last));
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
