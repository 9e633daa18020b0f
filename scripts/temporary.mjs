// @ts-check
// Folders that last as long as this process.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** Makes an empty folder; it is removed when the process exits, whatever the reason. */
export function temporaryFolder(name) {
  const folder = mkdtempSync(path.join(tmpdir(), `nianbao-${name}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));
  return folder;
}
