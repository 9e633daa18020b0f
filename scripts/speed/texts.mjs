import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../load-core.mjs';

/** The sample reports; their mistakes are of the kind that users make. */
export function samples() {
  const folder = path.join(root, 'samples');
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return files.map((name) => `${readFileSync(path.join(folder, name), 'utf8').trimEnd()}\n\n`);
}

/** Samples one after the other until there are so many bytes of UTF-8. */
export function volume(bytes) {
  const reports = samples();
  let text = '';
  for (let i = 0; Buffer.byteLength(text) < bytes; i++) text += reports[i % reports.length];
  return text;
}
