import { type CancellationToken, CancellationError, Uri, workspace } from 'vscode';

/**
 * Writes a file beside its place and renames it when it is whole: no one ever sees half of it. What was there stays
 * where that is cancelled or fails, as on a full disk or while another program holds it.
 */
export async function writeWhole(target: Uri, content: Uint8Array, token: CancellationToken): Promise<void> {
  const beside = Uri.joinPath(target, `../.nianbao-${crypto.randomUUID()}.tmp`);
  try {
    await workspace.fs.writeFile(beside, content);
    if (token.isCancellationRequested) throw new CancellationError();
    await workspace.fs.rename(beside, target, { overwrite: true });
  } catch (error) {
    await workspace.fs.delete(beside).then(undefined, () => undefined);
    throw error;
  }
}
