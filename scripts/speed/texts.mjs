// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The reports of a folder. */
export function readTexts(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return files.map((name) => `${readFileSync(path.join(folder, name), 'utf8').trimEnd()}\n\n`);
}

/** Reports one after the other until there are so many bytes of UTF-8. */
export function volume(reports, bytes) {
  let text = '';
  for (let i = 0; Buffer.byteLength(text) < bytes; i++) text += reports[i % reports.length];
  return text;
}
