// @ts-check
// `npm run screenshots`: builds, opens reports in a real VS Code window in Chromium, and takes the README's pictures
// of it into media/screenshots/. Look at each before you commit it.
import { cpSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { ensureBrowser, openBrowser } from '../test/host/chromium.mjs';
import { ensureHost } from '../test/host/install.mjs';
import { startVSCode } from '../test/host/vscode-host.mjs';
import { previewIn } from '../test/window/preview-scenes.mjs';
import { scenes as windowScenes } from '../test/window/scenes.mjs';
import { endAll, interruption, run } from './process.mjs';
import { showing } from './progress.mjs';
import { temporaryFolder } from './temporary.mjs';

const root = path.join(import.meta.dirname, '..');
const folder = path.join(root, 'media/screenshots');
const largest = 200_000;

const sample = 'samples/云溪市人民政府办公室2020年政府信息公开工作年度报告.txt';
const fixture = 'test/editor/fixtures/青禾县水务局2023年政府信息公开工作年度报告.txt';

/** Nothing but the report, its tab and the status bar. */
const bare = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 14,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'nianbao.inlayHints': 'all',
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
};

/** Windows, and what happens in each before its pictures are taken. */
const windows = [
  {
    report: fixture,
    size: { width: 1280, height: 800 },
    settings: { 'editor.minimap.enabled': false },
    scenes: [
      { name: 'editor', act: seeProblems },
      { name: 'reports', act: seeReports },
    ],
  },
  {
    report: fixture,
    size: { width: 1200, height: 600 },
    settings: { ...bare, 'nianbao.inlayHints': 'current-row' },
    scenes: [{ name: 'preview', act: seePreview }],
  },
  {
    report: sample,
    size: { width: 900, height: 540 },
    settings: bare,
    scenes: [
      { name: 'hints', act: goToRow },
      { name: 'hover', act: hoverTotal },
      { name: 'lens', act: recomputeTable },
    ],
  },
];

/** @type {import('playwright-core').Browser | undefined} */
let browser;
const interrupted = interruption().then(() => 130);
const status = await Promise.race([takeAll().catch(fail), interrupted]);
await browser?.close();
await endAll();
process.exit(status);

async function takeAll() {
  await ensureHost();
  await ensureBrowser();
  const built = await showing('构建 (building)', () =>
    run(process.execPath, ['esbuild.mjs'], { cwd: root, quiet: true }),
  );
  if (built !== 0) throw new Error('构建失败 (the build failed)');
  for (const window of windows) await take(window);
  await takePage();
  return 0;
}

async function take({ report, size, settings, scenes }) {
  const workspace = path.join(temporaryFolder('pictures'), '年报');
  const file = path.join(workspace, path.basename(report));
  cpSync(path.join(root, report), file);
  const vscode = await startVSCode({ extension: root, settings });
  const opened = await openBrowser();
  browser = opened.browser;
  const { page } = opened;
  await page.setViewportSize(size);
  // The extension speaks Chinese, as it does to those who read the pictures.
  await page.addInitScript(() => (globalThis._VSCODE_NLS_LANGUAGE = 'zh-cn'));
  await page.goto(vscode.url(workspace, [['openFile', vscode.remote(file)]]));
  await page.locator('.statusbar-item', { hasText: '年报 ✗' }).waitFor();
  for (const { name, act } of scenes) {
    await act(page);
    await picture(page, name);
  }
  await browser.close();
}

async function picture(page, name) {
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  const { size } = statSync(file);
  console.log(`${path.relative(root, file)} ${Math.round(size / 1000)} KB`);
  if (size > largest) throw new Error(`${name}.png 太大 (is too large)`);
}

/** As a test of the window does it: the outline at the left, the problems below, the cursor at the first. */
async function seeProblems(page) {
  for (const scene of windowScenes.slice(0, 2)) await scene.act(page);
}

/** The view of all reports of the folder, with what the first one says. */
async function seeReports(page) {
  await page.locator('.activitybar .action-item a[aria-label^="年报"]').click();
  const report = page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row').first();
  await report.waitFor();
  await report.locator('.monaco-tl-twistie').click();
  await page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row').nth(2).waitFor();
}

/** The report beside its text, at a wrong cell. */
async function seePreview(page) {
  await page.keyboard.press('Control+b');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  await page.locator('.view-lines').first().click();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('v');
  const wrong = previewIn(page).locator('td.wrong').first();
  await wrong.waitFor();
  await wrong.click();
  await wrong.and(previewIn(page).locator('.here')).waitFor();
}

/** The page for browsers, opened from disk with a report in it. */
async function takePage() {
  const opened = await openBrowser({ locale: 'zh-CN' });
  browser = opened.browser;
  const { page } = opened;
  await page.goto(pathToFileURL(path.join(root, 'dist/nianbao.html')).href);
  await page.locator('#text').fill(readFileSync(path.join(root, fixture), 'utf8'));
  const wrong = page.frameLocator('#preview').locator('td.wrong').first();
  await wrong.waitFor();
  await wrong.scrollIntoViewIfNeeded();
  await picture(page, 'page');
  await browser.close();
}

async function goToRow(page) {
  await page.locator('.view-lines').click();
  await page.keyboard.press('Control+b');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  await goTo(page, 126);
}

/** Rests on a total whose own sum holds and whose column's balance does not. */
async function hoverTotal(page) {
  const total = page.locator('.view-line', { hasText: '总计·本年新收' }).locator('span', { hasText: /^27$/ }).last();
  const hover = page.locator('.monaco-hover:visible', { hasText: '依据' }).first();
  // The editor forgets a pointer that came while it was busy.
  for (let tries = 5; tries > 0 && !(await hover.isVisible()); tries--) {
    await page.mouse.move(5, 5);
    await total.hover();
    await hover.waitFor({ timeout: 3_000 }).catch(() => undefined);
  }
  await hover.waitFor();
}

async function recomputeTable(page) {
  await page.mouse.move(5, 5);
  await page.locator('.monaco-hover').first().waitFor({ state: 'hidden' });
  await goTo(page, 100);
  const changes = page.locator('.quick-input-list .monaco-list-row', { hasText: '→' }).first();
  // A lens that has just come into view may for a moment still run what it was before.
  for (let tries = 5; tries > 0 && !(await changes.isVisible()); tries--) {
    await page.locator('.codelens-decoration a', { hasText: '重新合计' }).first().click();
    await changes.waitFor({ timeout: 3_000 }).catch(() => undefined);
  }
  await changes.waitFor();
}

/** Moves the cursor to a line, which comes into the middle. */
async function goTo(page, line) {
  await page.keyboard.press('Control+g');
  await page.locator('.quick-input-box input').fill(`:${line}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.locator('.line-numbers', { hasText: new RegExp(`^${line}$`) }).waitFor();
  await page.locator('.view-line', { hasText: '·' }).first().waitFor();
}

function fail(error) {
  console.error(error.message);
  return 1;
}
