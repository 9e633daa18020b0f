import { commands, Uri, workspace } from 'vscode';
import type { Command } from './command';

/** Shows the verdicts on all reports of the open folders; of a folder chosen in the explorer, on those below it. */
export const checkFolder: Command = async ({ review }, chosen) => {
  if ((workspace.workspaceFolders ?? []).length === 0) {
    // Opening a folder starts the window anew; the view is there then.
    await commands.executeCommand('workbench.action.files.openFolder');
    return;
  }
  const isWhole =
    !(chosen instanceof Uri) || workspace.workspaceFolders?.some(({ uri }) => uri.toString() === chosen.toString());
  await commands.executeCommand('nianbao.reports.focus');
  review.within(isWhole === true ? undefined : (chosen as Uri));
  await review.check();
};
