import { languages, Position, type TextDocument, Uri, workspace, WorkspaceEdit } from 'vscode';
import { fileNameFor, variantsOf } from './file-name';
import { REPORT } from './language';

/**
 * Opens a new report that is not yet saved. Where a folder is open it has a name there, so that it is saved with the
 * usual extension `.txt`; without one the editor would propose the language's own extension.
 */
export async function openUntitled(text: string, name = fileNameFor(text)): Promise<TextDocument> {
  const place = await freePlace(name);
  if (place === undefined) return workspace.openTextDocument({ language: REPORT, content: text });
  const document = await workspace.openTextDocument(place);
  const insertion = new WorkspaceEdit();
  insertion.insert(document.uri, new Position(0, 0), text);
  await workspace.applyEdit(insertion);
  return document.languageId === REPORT ? document : languages.setTextDocumentLanguage(document, REPORT);
}

/** A name in the first folder that no file and no unsaved document has; none for folders that are not on a disk. */
async function freePlace(name: string): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined || !['file', 'vscode-remote'].includes(folder.scheme)) return undefined;
  for (const variant of variantsOf(name)) {
    const file = Uri.joinPath(folder, variant);
    const place = Uri.from({ scheme: 'untitled', path: file.path });
    if (!workspace.textDocuments.some(({ uri }) => uri.path === place.path) && !(await exists(file))) return place;
  }
  return undefined;
}

const exists = (file: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(file)).then(
    () => true,
    () => false,
  );
