// @ts-check
// Builds the extension and packs it into nianbao-<version>.vsix; fails where the package holds what it should not, or
// weighs too much.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { createVSIX } from '@vscode/vsce';
import { BUNDLES, NOTICES } from './bundles.mjs';
import { run } from './process.mjs';

const root = path.resolve(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const file = path.join(root, `nianbao-${version}.vsix`);
const limit = 1.5 * 1024 * 1024;

/** What the package may hold: the packer's own two files, and below extension/ what runs or is read. */
const allowed = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/package(\.nls(\.[a-z-]+)?)?\.json$/,
  /^extension\/language-configuration\.json$/,
  // The packer renames these three.
  /^extension\/(readme\.md|changelog\.md|LICENSE\.txt)$/i,
  /^extension\/dist\/((client|client\.web|server|server\.web|cli|exchange|preview)\.js|preview\.css|THIRD-PARTY-NOTICES\.txt)$/,
  /^extension\/(syntaxes|snippets|schemas|l10n)\/[\w.-]+\.json$/,
  /^extension\/media\/(icon\.png|view\.svg|walkthrough\/[a-z]+\.(zh|en)\.md)$/,
  /^extension\/samples\/[^/]+\.txt$/,
  /^extension\/(completions\/(_nianbao|nianbao\.(bash|fish|ps1))|docs\/nianbao\.1)$/,
  /^extension\/docs\/rules\/(en\/)?(([a-z-]+|README)\.md|index\.json)$/,
];

const status = await run(process.execPath, ['esbuild.mjs'], { cwd: root });
if (status !== 0) process.exit(status);
rmSync(file, { force: true });
// No address is known where relative links of the read-me would lead to.
await createVSIX({
  cwd: root,
  packagePath: file,
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});

const content = readFileSync(file);
const packed = namesIn(content).sort();
console.log(packed.join('\n'));
console.log(`${path.basename(file)}: ${packed.length} files, ${(content.length / 1024).toFixed(1)} KB`);

const strangers = packed.filter((name) => !allowed.some((pattern) => pattern.test(name)));
if (strangers.length > 0) fail(`不应打包的文件 (files that should not be packed): ${strangers.join(', ')}`);
const missing = [...BUNDLES.map(({ to }) => to).filter((to) => to.startsWith('dist/')), NOTICES].filter(
  (name) => !packed.includes(`extension/${name}`),
);
if (missing.length > 0) fail(`缺少文件 (files missing): ${missing.join(', ')}`);
if (content.length > limit) fail(`安装包过大 (the package is too big): ${content.length} > ${limit}`);

function fail(reason) {
  console.error(reason);
  process.exitCode = 1;
}

/** The names in a ZIP file's central directory. */
function namesIn(zip) {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const names = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    names.push(zip.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}
