import { Uri, window, workspace } from 'vscode';
import { nameOf } from '../file-name';
import { openUntitled } from '../untitled';
import type { Command } from './command';

/** The report with planted mistakes that the walkthrough is about, as a copy that nobody has to save. */
const SAMPLE = 'samples/北岚区教育局2022年政府信息公开工作年度报告.txt';

export const openSample: Command = async ({ context }) => {
  const file = Uri.joinPath(context.extensionUri, SAMPLE);
  const text = new TextDecoder().decode(await workspace.fs.readFile(file));
  await window.showTextDocument(await openUntitled(text, nameOf(file)));
};
