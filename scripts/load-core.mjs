// @ts-check
// Runs TypeScript of the project in a plain Node script: bundled in memory, imported from a data URL, nothing written.
import path from 'node:path';
import { build } from 'esbuild';

export const root = path.resolve(import.meta.dirname, '..');

/** The engine, and what reads and judges the examples on the rules' pages. */
export function loadCore() {
  return load(`
    export * from './server/src/core/index';
    export * as pages from './test/support/rule-page';
    export * as examples from './test/support/findings';
    export { strip } from './test/support/markers';
  `);
}

/** A module that exports what `contents`, TypeScript at the project's root, exports. */
export async function load(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'node20',
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
