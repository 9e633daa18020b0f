// @ts-check
// What is bundled into dist/, and how; `limit` is the most that a bundle may weigh, in KB of 1024 bytes.

/**
 * @typedef {object} Bundle
 * @property {string} from
 * @property {string} to
 * @property {'node' | 'browser'} platform
 * @property {'cjs' | 'iife' | 'esm'} format
 * @property {string[]} [external] Modules that the host has.
 * @property {string} [banner]
 * @property {string} [global] Under which name a script that loads it finds what it exports.
 * @property {number} limit
 */

/** The room that is a bundle of its own: in the others, importing it loads that bundle. */
const EXCHANGE = { from: 'server/src/exchange/index.ts', imported: /(?:^|\/)exchange\/index$/ };

/** @type {readonly Bundle[]} */
export const BUNDLES = [
  {
    from: 'client/src/node/extension.ts',
    to: 'dist/client.js',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    limit: 700,
  },
  {
    from: 'client/src/browser/extension.ts',
    to: 'dist/client.web.js',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    limit: 700,
  },
  { from: 'client/src/preview/main.ts', to: 'dist/preview.js', platform: 'browser', format: 'iife', limit: 30 },
  { from: 'client/src/preview/preview.css', to: 'dist/preview.css', platform: 'browser', format: 'iife', limit: 10 },
  {
    from: 'server/src/node/main.ts',
    to: 'dist/server.js',
    platform: 'node',
    format: 'cjs',
    banner: '#!/usr/bin/env node',
    limit: 580,
  },
  { from: 'server/src/browser/main.ts', to: 'dist/server.web.js', platform: 'browser', format: 'iife', limit: 580 },
  {
    from: 'server/src/cli/main.ts',
    to: 'dist/cli.js',
    platform: 'node',
    format: 'cjs',
    banner: '#!/usr/bin/env node',
    limit: 420,
  },
  {
    // What reads and writes other programs' files: large, so that the others load it when it is first needed. One
    // bundle for Node, as a module, and for a browser's worker, as a script.
    from: EXCHANGE.from,
    to: 'dist/exchange.js',
    platform: 'browser',
    format: 'iife',
    global: 'nianbaoExchange',
    limit: 900,
  },
];

/**
 * What only the page for browsers is made of: no package has it by itself.
 *
 * @type {readonly Bundle[]}
 */
export const PAGE_BUNDLES = [
  { from: 'client/src/page/main.ts', to: 'out/page/main.js', platform: 'browser', format: 'esm', limit: 450 },
  { from: 'client/src/page/page.css', to: 'out/page/page.css', platform: 'browser', format: 'iife', limit: 10 },
];

/** @type {Pick<Bundle, 'from' | 'platform' | 'limit'>} */
const LIBRARY = { from: 'server/src/library/index.ts', platform: 'browser', limit: 400 };

/**
 * What only the package for npm has: the library, for `require` and for `import`.
 *
 * @type {readonly Bundle[]}
 */
export const LIBRARY_BUNDLES = [
  { ...LIBRARY, to: 'dist/library.js', format: 'cjs' },
  { ...LIBRARY, to: 'dist/library.mjs', format: 'esm' },
];

/** Its types, made of its face alone; each way to load it looks for them under its own ending. */
export const DECLARATIONS = { from: LIBRARY.from, to: ['dist/library.d.ts', 'dist/library.d.mts'] };

/** Beside them, what others have to be named for. */
export const NOTICES = 'dist/THIRD-PARTY-NOTICES.txt';

/**
 * The bundler's options for a bundle.
 *
 * @param {Bundle} bundle
 * @param {string} root
 * @returns {import('esbuild').BuildOptions & { metafile: true }}
 */
export function optionsOf({ from, to, platform, format, external = [], banner, global }, root) {
  return {
    absWorkingDir: root,
    entryPoints: [from],
    outfile: to,
    bundle: true,
    platform,
    format,
    target: platform === 'node' ? 'node20' : 'es2022',
    external,
    // The flavour of it that the package names first loads its parts in a way that cannot be bundled.
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    // Chinese stays readable and takes half the bytes of escapes.
    charset: 'utf8',
    metafile: true,
    // What they say stands in the notices, whole.
    legalComments: 'none',
    ...(banner === undefined ? {} : { banner: { js: banner } }),
    ...(global === undefined
      ? {}
      : {
          globalName: global,
          footer: { js: `if (typeof module === 'object') module.exports = ${global};` },
        }),
    // What is imported when it is needed is required then, as all else in these bundles is.
    ...(platform === 'node' ? { supported: { 'dynamic-import': false } } : {}),
    plugins: from === EXCHANGE.from ? [] : [exchangeApart],
  };
}

/** @type {import('esbuild').Plugin} */
const exchangeApart = {
  name: 'exchange-apart',
  setup(build) {
    build.onResolve({ filter: EXCHANGE.imported }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './exchange.js', external: true } : undefined,
    );
  },
};
