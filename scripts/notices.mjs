// @ts-check
// What has to be said of others' code in the bundles, by what the bundler took into them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The packages of which bundles contain code, by name; metafiles name their inputs from `root`. */
export function packagesIn(metafiles, root) {
  const folders = new Set();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = bytesInOutput > 0 ? /^.*\/?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] : undefined;
        if (folder !== undefined) folders.add(path.resolve(root, folder));
      }
    }
  }
  return [...folders].map(packageIn).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function packageIn(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).sort();
  const textsOf = (pattern) =>
    files.filter((file) => pattern.test(file)).map((file) => readFileSync(path.join(folder, file), 'utf8'));
  return {
    name,
    version,
    license,
    licences: textsOf(/^(?:licen[cs]e|copying)/i),
    notices: textsOf(/^(?:notice|third-?party-?notices?)/i),
  };
}

/**
 * The text that is shipped: each package with its licence, and what it says of others itself. Throws where a package
 * has no licence.
 */
export function noticesOf(packages) {
  const bare = packages.filter(({ license, licences }) => typeof license !== 'string' || licences.length === 0);
  if (bare.length > 0) throw new Error(`Bundled without a licence: ${bare.map(({ name }) => name).join(', ')}`);
  const parts = packages.map(({ name, version, license, licences, notices }) => [
    `${name} ${version} (${license})`,
    ...licences,
    ...notices,
  ]);
  const texts = parts.map((part) => part.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n'));
  return `${['Nianbao contains code of these packages.', ...texts].join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}
