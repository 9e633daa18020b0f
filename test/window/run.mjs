// @ts-check
// Opens the packaged extension in a real VS Code window, driven in Chromium as a user would, and keeps pictures
// of what it looked like in out/window/.
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { endAll, interruption, run } from '../../scripts/process.mjs';
import { showing } from '../../scripts/progress.mjs';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { ensureBrowser, openBrowser } from '../host/chromium.mjs';
import { ensureHost } from '../host/install.mjs';
import { play } from '../host/play.mjs';
import { startVSCode } from '../host/vscode-host.mjs';
import { badInput } from './bad-input.mjs';
import { folderScenes } from './folder-scenes.mjs';
import { previewScenes } from './preview-scenes.mjs';
import { reviewScenes } from './review-scenes.mjs';
import { scenes } from './scenes.mjs';
import { typeTables } from './typing.mjs';
import { volumeScenes } from './volume-scenes.mjs';

/** `node test/window/run.mjs 17` types that many rows at each speed, 510 in all, and plays nothing else. */
const rows = /^\d+$/.test(process.argv[2] ?? '') ? Number(process.argv[2]) : undefined;
/** `node test/window/run.mjs bad-input` plays what must not break anything, and nothing else. */
const onlyBadInput = process.argv[2] === 'bad-input';

const root = path.join(import.meta.dirname, '../..');
const pictures = path.join(root, 'out/window');
const report = '青禾县水务局2023年政府信息公开工作年度报告.txt';

/** @type {import('playwright-core').Browser | undefined} */
let browser;
const interrupted = interruption().then(() => 130);
const status = await Promise.race([test().catch(fail), interrupted]);
await browser?.close();
await endAll();
process.exit(status);

async function test() {
  await ensureHost();
  await ensureBrowser();
  mkdirSync(pictures, { recursive: true });
  const workspace = temporaryFolder('workspace');
  cpSync(path.join(root, 'test/editor/fixtures'), workspace, { recursive: true });

  const vscode = await startVSCode({
    extension: await pack(),
    settings: { 'window.autoDetectColorScheme': true },
  });
  const opened = await openBrowser();
  browser = opened.browser;
  const { page } = opened;
  await page.goto(vscode.url(workspace, [['openFile', vscode.remote(path.join(workspace, report))]]));
  const place = { folder: workspace, vscode };
  const all = onlyBadInput
    ? [...scenes.slice(0, 2), ...badInput]
    : [...scenes, ...previewScenes, ...folderScenes, ...reviewScenes, ...volumeScenes];
  if (rows === undefined) for (const scene of all) await play(scene, page, place, pictures);
  if (!onlyBadInput) await typeTables({ page, vscode, rows: rows ?? 2, pictures });
  console.log(`截图在 (pictures in) ${path.relative(root, pictures)}/`);
  return 0;
}

/** Builds the package that users install, and returns its path. */
async function pack() {
  const status = await showing('打包扩展 (packaging the extension)', () =>
    run(process.execPath, ['scripts/package.mjs'], { cwd: root, quiet: true }),
  );
  if (status !== 0) throw new Error('打包失败 (packaging failed)');
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return path.join(root, `${name}-${version}.vsix`);
}

function fail(error) {
  console.error(error.message);
  return 1;
}
