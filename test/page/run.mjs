// @ts-check
// Opens the page for browsers from disk, as people do, and works with it: nothing else is loaded, nothing is sent.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { ensureBrowser, openBrowser } from '../host/chromium.mjs';
import { play } from '../host/play.mjs';
import { ensureFirefox, playInFirefox } from './firefox.mjs';
import { scenes } from './scenes.mjs';
import { writtenScenes } from './written.mjs';

const root = path.join(import.meta.dirname, '../..');
const pictures = path.join(root, 'out/page');
const report = readFileSync(
  path.join(root, 'test/editor/fixtures/青禾县水务局2023年政府信息公开工作年度报告.txt'),
  'utf8',
);

const url = pathToFileURL(path.join(root, 'dist/nianbao.html')).href;

await ensureBrowser();
await ensureFirefox();
mkdirSync(pictures, { recursive: true });
const { browser, page } = await openBrowser({ locale: 'zh-CN' });
/** @type {string[]} */
const asked = [];
/** @type {string[]} */
const failures = [];
page.on('request', (request) => asked.push(request.url()));
page.on('pageerror', (error) => failures.push(error.message));
page.on('console', (message) => message.type() === 'error' && failures.push(message.text()));
let status = 0;
try {
  await page.goto(url);
  for (const scene of scenes) await play(scene, page, report, pictures);
  const others = asked.filter((url) => !/^(?:file:.*\/nianbao\.html|blob:|about:|data:)/.test(url));
  if (others.length > 0) throw new Error(`it asked for ${others.join(', ')}`);
  if (failures.length > 0) throw new Error(failures.join('\n'));
  const another = await page.context().newPage();
  for (const scene of writtenScenes) await play(scene, another, report, pictures);
  await playInFirefox(url, report);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error), failures.join('\n'));
  status = 1;
}
await browser.close();
process.exit(status);
