import { type TextDocument, workspace } from 'vscode';

/** A file of the user's, not an older version, one side of a comparison, an output window or the like. */
export const isOwnFile = ({ isUntitled, uri }: TextDocument): boolean =>
  isUntitled ||
  workspace.fs.isWritableFileSystem(uri.scheme) === true ||
  workspace.getWorkspaceFolder(uri) !== undefined;
