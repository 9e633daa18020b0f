import { Uri, window } from 'vscode';
import type { Command } from './command';
import { requireReport } from './server-edits';

/** Shows a report as the form prints it; from a menu of files the one that is meant. */
const opening =
  (where: 'here' | 'beside'): Command =>
  async ({ previews }, argument) => {
    if (argument instanceof Uri) return previews.open(argument, lineIn(argument), where);
    const { uri } = requireReport();
    previews.open(uri, lineIn(uri), where);
  };

const lineIn = (uri: Uri): number =>
  window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString())?.selection.active.line ??
  0;

export const openPreview = opening('here');
export const openPreviewToSide = opening('beside');
