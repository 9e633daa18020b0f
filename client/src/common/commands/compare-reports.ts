import { commands, l10n, Uri, window } from 'vscode';
import { nameOf } from '../file-name';
import { COMPARED } from '../reviewing/compared';
import { chosenFiles } from './chosen-files';
import type { Command } from './command';

/** Shows two reports side by side with their tables in one layout; the earlier year stands on the left. */
export const compareReports: Command = async ({ review }, argument, more) => {
  const chosen = chosenFiles(argument, more);
  const [one, other] = chosen.length >= 2 ? chosen : [chosen[0] ?? (await ask(review.files())), undefined];
  if (one === undefined) return;
  const second = other ?? (await ask(review.files().filter((uri) => uri.toString() !== one.toString())));
  if (second === undefined) return;
  const [left, right] = [one, second].toSorted((a, b) => yearOf(a) - yearOf(b)) as [Uri, Uri];
  await commands.executeCommand(
    'vscode.diff',
    comparedUri(left),
    comparedUri(right),
    `${nameOf(left)} ↔ ${nameOf(right)}`,
  );
};

const comparedUri = (file: Uri): Uri => Uri.from({ scheme: COMPARED, path: file.path, query: file.toString() });

const yearOf = (file: Uri): number => Number(/(?:19|20)\d\d/.exec(nameOf(file))?.[0] ?? 0);

/** One of the reports of the folders, or any file. */
async function ask(files: readonly Uri[]): Promise<Uri | undefined> {
  const another = l10n.t('Another file…');
  const items = [
    ...files.map((uri) => ({ label: nameOf(uri), description: uri.path, uri })),
    { label: another, description: '', uri: undefined },
  ];
  const picked = await window.showQuickPick(items, { title: l10n.t('Compare with which report?') });
  if (picked === undefined || picked.uri !== undefined) return picked?.uri;
  return (await window.showOpenDialog({ title: l10n.t('Compare with which report?') }))?.[0];
}
