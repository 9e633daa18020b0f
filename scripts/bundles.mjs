// @ts-check
// What is bundled into dist/, and how; `limit` is the most that a bundle may weigh, in KB of 1024 bytes.

/**
 * @typedef {object} Bundle
 * @property {string} from
 * @property {string} to
 * @property {'node' | 'browser'} platform
 * @property {'cjs' | 'iife'} format
 * @property {string[]} [external] Modules that the host has.
 * @property {string} [banner]
 * @property {number} limit
 */

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
  { from: 'server/src/node/main.ts', to: 'dist/server.js', platform: 'node', format: 'cjs', limit: 520 },
  { from: 'server/src/browser/main.ts', to: 'dist/server.web.js', platform: 'browser', format: 'iife', limit: 520 },
  {
    from: 'server/src/cli/main.ts',
    to: 'dist/cli.js',
    platform: 'node',
    format: 'cjs',
    banner: '#!/usr/bin/env node',
    limit: 330,
  },
];

/** Beside them, what others have to be named for. */
export const NOTICES = 'dist/THIRD-PARTY-NOTICES.txt';

/**
 * The bundler's options for a bundle.
 *
 * @param {Bundle} bundle
 * @param {string} root
 * @returns {import('esbuild').BuildOptions & { metafile: true }}
 */
export function optionsOf({ from, to, platform, format, external = [], banner }, root) {
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
  };
}
