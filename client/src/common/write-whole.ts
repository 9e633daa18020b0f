import { Uri, workspace } from 'vscode';

/**
 * Writes a file beside its place and renames it when it is whole, so that no one ever sees half of it; where a file
 * system cannot rename, in its place.
 */
export async function writeWhole(target: Uri, content: Uint8Array): Promise<void> {
  const beside = Uri.joinPath(target, `../.nianbao-${crypto.randomUUID()}.tmp`);
  try {
    await workspace.fs.writeFile(beside, content);
    await workspace.fs.rename(beside, target, { overwrite: true });
  } catch {
    // Nothing but a file that was left beside is cleared away.
    await workspace.fs.delete(beside).then(undefined, () => undefined);
    await workspace.fs.writeFile(target, content);
  }
}
