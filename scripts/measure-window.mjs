// @ts-check
// Measures in a real VS Code, in a browser, what a person waits for: the first findings of a report once its text is
// seen, the preview once it is asked for, and an edit of the text until the preview shows it; beside it the same of the
// least extension that there can be, which says and shows its words at once. Build and package first. `--rounds N` (5
// by default).
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { ensureBrowser, openBrowser } from '../test/host/chromium.mjs';
import { ensureHost } from '../test/host/install.mjs';
import { startVSCode } from '../test/host/vscode-host.mjs';
import { previewIn } from '../test/window/preview-scenes.mjs';
import { endAll, interruption } from './process.mjs';
import { temporaryFolder } from './temporary.mjs';

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error(`--rounds takes a number of rounds, not ${options.rounds}`);

const root = path.join(import.meta.dirname, '..');
const report = '青禾县水务局2023年政府信息公开工作年度报告.txt';
const volume = '合订本政府信息公开工作年度报告.txt';
const REPORTS = 100;
/** How often the edit of a round is made. */
const EDITS = 21;
const ROW = '一、本年新收政府信息公开申请数量';
const KEY = 'requests new natural-person';

const WORDS = {
  findings: '首批问题，自正文出现起 first findings, from the text on',
  previews: '预览，自按键起 preview, from the key on',
  edits: '改动在预览中出现，自按键起 an edit in the preview, from the key on',
};

/** Milliseconds, one for each time. */
const newTimes = () => ({ findings: [], previews: [], edits: [] });

/** @type {import('playwright-core').Browser | undefined} */
let browser;
const status = await Promise.race([measure(), interruption().then(() => 130)]).finally(async () => {
  await browser?.close();
  await endAll();
});
process.exit(status);

async function measure() {
  await ensureHost();
  await ensureBrowser();
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const ours = await startVSCode({ extension: path.join(root, `${name}-${version}.vsix`) });
  const least = await startVSCode({ extension: path.join(root, 'scripts/speed/least-extension') });
  browser = (await openBrowser()).browser;
  const rows = [];
  for (const file of [report, volume]) {
    const measured = { ours: newTimes(), least: newTimes() };
    for (let round = 0; round < rounds; round++) {
      await measureRound(ours, file, measured.ours);
      await measureRound(least, file, measured.least);
    }
    for (const what of Object.keys(WORDS)) rows.push(row(file, what, measured));
  }
  console.table(rows);
  return 0;
}

/** In a folder and a browser that remember nothing of the round before. */
async function measureRound(vscode, file, { findings, previews, edits }) {
  const folder = newFolder();
  const page = await /** @type {import('playwright-core').Browser} */ (browser).newPage();
  await page.goto(vscode.url(folder, [['openFile', vscode.remote(path.join(folder, file))]]));
  await page.locator('.view-line').first().waitFor({ timeout: 60_000 });
  const seen = performance.now();
  await page.locator('.statusbar-item', { hasText: /年报 ✗\d/ }).waitFor({ timeout: 120_000 });
  findings.push(performance.now() - seen);
  previews.push(await openPreview(page));
  edits.push(...(await typeDigits(page)));
  await page.close();
}

function newFolder() {
  const folder = temporaryFolder('workspace');
  cpSync(path.join(root, 'test/editor/fixtures'), folder, { recursive: true });
  const text = readFileSync(path.join(folder, report), 'utf8');
  const reports = Array.from({ length: REPORTS }, (_, i) => text.replaceAll('水务局', `第${i + 1}水务局`));
  writeFileSync(path.join(folder, volume), reports.join('\n'));
  return folder;
}

async function openPreview(page) {
  await page.locator('.view-lines').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+k');
  const start = performance.now();
  await page.keyboard.press('v');
  await previewIn(page).locator('.verdict', { hasText: '处错误' }).waitFor();
  const took = performance.now() - start;
  return took;
}

/** Types and erases a digit behind a value of table three; both clocks count from the same origin. */
async function typeDigits(page) {
  await page.locator('.editor-group-container').first().locator('.view-lines').click();
  await page.keyboard.press('Control+f');
  await page.keyboard.type(ROW);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.evaluate(noteKeys);
  const cell = previewIn(page).locator(`[data-key="${KEY}"] .text`).first();
  await cell.waitFor({ state: 'attached' });
  const took = [];
  for (let i = 0; i < EDITS; i++) {
    const body = previewIn(page).locator('body');
    await body.evaluate(awaitText, { key: KEY, before: await cell.textContent() });
    await page.keyboard.press(i % 2 === 0 ? '7' : 'Backspace');
    const shown = await body.evaluate(() => Reflect.get(globalThis, 'shown'));
    took.push(shown - (await page.evaluate(() => Reflect.get(globalThis, 'keyAt'))));
  }
  await page.keyboard.press('Backspace');
  return took.slice(1);
}

function row(file, what, { ours, least }) {
  const [time, bound] = [ours[what], least[what]].map((values) => values.toSorted((a, b) => a - b));
  const at = (sorted, share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]);
  return {
    file: file.slice(0, 6),
    what: WORDS[what],
    'median, ms': at(time, 0.5),
    'slowest twentieth, ms': at(time, 0.95),
    'least extension, ms': at(bound, 0.5),
    of: time.length,
  };
}

/** In the page: keeps when the last key came. */
function noteKeys() {
  addEventListener('keydown', () => Reflect.set(globalThis, 'keyAt', performance.timeOrigin + performance.now()), true);
}

/** In the preview: from now on `shown` tells when the text of a cell was drawn as another one. */
function awaitText(body, { key, before }) {
  const shown = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const text = body.querySelector(`[data-key="${key}"] .text`)?.textContent;
      if (text === undefined || text === before) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
    });
    observer.observe(body, { subtree: true, childList: true, characterData: true });
  });
  Reflect.set(globalThis, 'shown', shown);
}
