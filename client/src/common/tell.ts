import { CancellationError, commands, env, l10n, type LogOutputChannel, window } from 'vscode';
import type { Words } from '../../../server/src/core/formats/types';
import { type Message, say, wordsIn } from '../../../server/src/core/messages';
import { ServerUnavailable } from './server';

/** Ends a command with a word to the user about what to do; nothing has gone wrong. */
export class Notice extends Error {}

/** Tells the user why a command has ended early. */
export async function tellFailure(error: unknown, log: LogOutputChannel): Promise<void> {
  if (error instanceof CancellationError) return;
  if (error instanceof Notice) {
    await window.showInformationMessage(error.message);
  } else if (error instanceof ServerUnavailable) {
    await tellServerUnavailable(log);
  } else {
    log.error(error instanceof Error ? error : String(error));
    const showLog = l10n.t('Show Log');
    const message = l10n.t('This did not work, and nothing was changed. Please try again; the log tells the reason.');
    if ((await window.showErrorMessage(message, showLog)) === showLog) log.show();
  }
}

export async function tellServerUnavailable(log: LogOutputChannel): Promise<void> {
  const restart = l10n.t('Restart');
  const showLog = l10n.t('Show Log');
  const message = l10n.t(
    'The language server of 年报 Nianbao is not running: reports are not checked. Your files are unaffected. Please restart it.',
  );
  const answer = await window.showWarningMessage(message, restart, showLog);
  if (answer === restart) await commands.executeCommand('nianbao.restartServer');
  if (answer === showLog) log.show();
}

/** Words of the engine in the language in which the editor speaks. */
export const inEditorsLanguage = (words: Words): string => wordsIn(words, localeOfEditor());
export const saidInEditorsLanguage = (message: Message): string => say(message, localeOfEditor());

const localeOfEditor = () => (/^zh\b/i.test(env.language) ? 'zh-CN' : 'en');
