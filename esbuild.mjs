// Bundles the extension, the server and the command line into dist/. `--watch` rebuilds on change, for debugging.
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { context } from 'esbuild';

const watch = process.argv.includes('--watch');

/** A dependency of the command line asks where it is; in a bundle that is the bundle. */
const IMPORT_META = "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;";

/** What is built; `limit` is the most that a bundle may weigh, in KB of 1024 bytes. */
const bundles = [
  { from: 'client/src/node/extension.ts', to: 'dist/client.js', platform: 'node', format: 'cjs', external: ['vscode'], limit: 700 },
  { from: 'client/src/browser/extension.ts', to: 'dist/client.web.js', platform: 'browser', format: 'cjs', external: ['vscode'], limit: 700 },
  { from: 'server/src/node/main.ts', to: 'dist/server.js', platform: 'node', format: 'cjs', limit: 450 },
  { from: 'server/src/browser/main.ts', to: 'dist/server.web.js', platform: 'browser', format: 'iife', limit: 450 },
  {
    from: 'server/src/cli/main.ts',
    to: 'dist/cli.js',
    platform: 'node',
    format: 'cjs',
    banner: `#!/usr/bin/env node\n${IMPORT_META}`,
    define: { 'import.meta.url': 'importMetaUrl' },
    limit: 1000,
  },
];

const contexts = await Promise.all(bundles.map(contextOf));
if (watch) {
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  try {
    const results = await Promise.all(contexts.map((each) => each.rebuild()));
    for (const [i, { metafile }] of results.entries()) await inspect(bundles[i], metafile);
  } catch (error) {
    // esbuild has printed what it found; anything else has to be said here.
    if (error.errors === undefined) console.error(error.message);
    process.exitCode = 1;
  } finally {
    await Promise.all(contexts.map((each) => each.dispose()));
  }
}

function contextOf({ from, to, platform, format, external = [], banner, define = {} }) {
  return context({
    entryPoints: [from],
    outfile: to,
    bundle: true,
    platform,
    format,
    target: platform === 'node' ? 'node20' : 'es2022',
    external,
    define,
    // The flavour of it that the package names first loads its parts in a way that cannot be bundled.
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    // Chinese stays readable and takes half the bytes of escapes.
    charset: 'utf8',
    minify: !watch,
    sourcemap: watch && 'linked',
    metafile: true,
    legalComments: 'none',
    logLevel: watch ? 'silent' : 'warning',
    ...(banner === undefined ? {} : { banner: { js: banner } }),
    plugins: watch ? [reporter(to)] : [],
  });
}

/** Prints a line where each build begins and ends, and one for each error between: what a problem matcher of VS Code reads. */
function reporter(to) {
  return {
    name: 'reporter',
    setup(build) {
      build.onStart(() => console.log(`[watch] build started: ${to}`));
      build.onEnd(({ errors }) => {
        for (const { text, location } of errors) console.error(`${location?.file ?? to}:${location?.line ?? 1}:${(location?.column ?? 0) + 1}: error: ${text}`);
        console.log(`[watch] build finished: ${to}`);
      });
    },
  };
}

/** Prints a bundle's size; throws where it is too big, or a web bundle asks for a module that no browser has. */
async function inspect({ to, platform, external = [], limit }, metafile) {
  const kilobytes = metafile.outputs[to].bytes / 1024;
  console.log(`${to.padEnd(20)} ${kilobytes.toFixed(1).padStart(7)} KB`);
  if (kilobytes > limit) throw new Error(`${to} exceeds its limit of ${limit} KB`);
  if (platform !== 'browser') return;
  const required = [...(await readFile(to, 'utf8')).matchAll(/\brequire\((?:"([^"]*)"|[^)]*)\)/g)].map(([call, name]) => name ?? call);
  const unknown = required.filter((name) => !external.includes(name));
  if (unknown.length > 0) throw new Error(`${to} requires ${unknown.join(', ')}`);
}
