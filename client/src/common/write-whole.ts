import { Uri, workspace } from 'vscode';

/**
 * Writes a file beside its place and renames it when it is whole: no one ever sees half of it, and what was there
 * stays where that fails, as on a full disk or while another program holds it.
 */
export async function writeWhole(target: Uri, content: Uint8Array): Promise<void> {
  const beside = Uri.joinPath(target, `../.nianbao-${crypto.randomUUID()}.tmp`);
  try {
    await workspace.fs.writeFile(beside, content);
    await workspace.fs.rename(beside, target, { overwrite: true });
  } catch (error) {
    await workspace.fs.delete(beside).then(undefined, () => undefined);
    throw error;
  }
}
