// @ts-check
// Bundles the in-editor tests: a web worker loads one file and offers it `vscode` only.
import path from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;

/** Writes the bundle for one flavour of the extension host, and returns its path. */
export async function bundle(flavour) {
  const outfile = path.join(here, `../../out/editor/${flavour}.js`);
  await build({
    entryPoints: [path.join(here, 'main.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    sourcemap: 'inline',
    // Mocha's browser build would take the bundle's own `module` and `exports` for its.
    define: { flavour: JSON.stringify(flavour), module: 'undefined', exports: 'undefined' },
  });
  return outfile;
}
