// @ts-check
// Bundles the extension, the server and the command line into dist/. `--watch` rebuilds on change, for debugging.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { context } from 'esbuild';
import { BUNDLES, DECLARATIONS, LIBRARY_BUNDLES, NOTICES, optionsOf, PAGE_BUNDLES } from './scripts/bundles.mjs';
import { declarationsOf } from './scripts/declarations.mjs';
import { noticesOf, packagesIn } from './scripts/notices.mjs';
import { PAGE, pageFrom } from './scripts/page.mjs';

const root = import.meta.dirname;
const watch = process.argv.includes('--watch');

const bundles = [...BUNDLES, ...LIBRARY_BUNDLES, ...PAGE_BUNDLES];
const contexts = await Promise.all(bundles.map(contextOf));
if (watch) {
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  try {
    const metafiles = (await Promise.all(contexts.map((each) => each.rebuild()))).map(({ metafile }) => metafile);
    for (const [i, metafile] of metafiles.entries()) await inspect(bundles[i], metafile);
    await writeFile(path.join(root, NOTICES), noticesOf(packagesIn(metafiles, root)));
    await writeFile(path.join(root, PAGE), await pageFrom(root));
    const declarations = declarationsOf(await readFile(path.join(root, DECLARATIONS.from), 'utf8'), DECLARATIONS.from);
    for (const to of DECLARATIONS.to) await writeFile(path.join(root, to), declarations);
  } catch (thrown) {
    const error = /** @type {Error & { errors?: unknown }} */ (thrown);
    // esbuild has printed what it found; anything else has to be said here.
    if (error.errors === undefined) console.error(error.message);
    process.exitCode = 1;
  } finally {
    await Promise.all(contexts.map((each) => each.dispose()));
  }
}

function contextOf(bundle) {
  const options = optionsOf(bundle, root);
  return context({
    ...options,
    minify: !watch,
    sourcemap: watch && 'linked',
    logLevel: watch ? 'silent' : 'warning',
    plugins: [...(options.plugins ?? []), ...(watch ? [reporter(bundle.to)] : [])],
  });
}

/**
 * Prints a line where each build begins and ends, and one for each error between: what a problem matcher of VS Code
 * reads.
 */
function reporter(to) {
  return {
    name: 'reporter',
    setup(build) {
      build.onStart(() => console.log(`[watch] build started: ${to}`));
      build.onEnd(({ errors }) => {
        for (const { text, location } of errors)
          console.error(
            `${location?.file ?? to}:${location?.line ?? 1}:${(location?.column ?? 0) + 1}: error: ${text}`,
          );
        console.log(`[watch] build finished: ${to}`);
      });
    },
  };
}

/**
 * Prints a bundle's size; throws where it is too big, or a web bundle asks for a module that no browser has.
 *
 * @param {import('./scripts/bundles.mjs').Bundle} bundle
 * @param {import('esbuild').Metafile} metafile
 */
async function inspect({ to, platform, external = [], limit }, metafile) {
  const kilobytes = metafile.outputs[to].bytes / 1024;
  console.log(`${to.padEnd(20)} ${kilobytes.toFixed(1).padStart(7)} KB`);
  if (kilobytes > limit) throw new Error(`${to} exceeds its limit of ${limit} KB`);
  if (platform !== 'browser') return;
  const required = [...(await readFile(path.join(root, to), 'utf8')).matchAll(/\brequire\((?:"([^"]*)"|[^)]*)\)/g)].map(
    ([call, name]) => name ?? call,
  );
  const unknown = required.filter((name) => !external.includes(name));
  if (unknown.length > 0) throw new Error(`${to} requires ${unknown.join(', ')}`);
}
