// @ts-check
// The page in Firefox: a report is pasted, shown, mended and typed into. The other browser plays all scenes.
import process from 'node:process';
import puppeteer from 'puppeteer-core';
import { findProgram } from '../../scripts/process.mjs';
import { seconds } from '../../scripts/progress.mjs';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { installPackages } from '../host/debian.mjs';

const programs = ['firefox-esr', 'firefox'];
const WRONG = 'td.wrong';

/** Makes sure that a Firefox is there, else throws saying what to install. */
export async function ensureFirefox() {
  if (!findFirefox())
    await installPackages(
      ['firefox-esr'],
      '找不到 Firefox：请安装，或用环境变量 FIREFOX 指明其路径 (no Firefox found: install one, or name it in FIREFOX)',
    );
}

/** Opens the page from disk and works with it; throws where something is not as it should be. */
export async function playInFirefox(url, report) {
  const start = performance.now();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: /** @type {string} */ (findFirefox()),
    headless: true,
    // Else it would look into the user's own folders.
    env: { ...process.env, HOME: temporaryFolder('firefox') },
  });
  try {
    const page = await browser.newPage();
    /** @type {string[]} */
    const failures = [];
    page.on('pageerror', (error) => failures.push(error instanceof Error ? error.message : String(error)));
    await page.goto(url);
    await page.waitForFunction(() => document.getElementById('told')?.textContent === '');
    await page.evaluate(paste, report);
    await page.waitForFunction(shows, {}, WRONG, 1);
    await page.evaluate(pressBulb, WRONG);
    await page.waitForSelector('#choices[open] button');
    await page.click('#choices button');
    await page.waitForFunction(shows, {}, WRONG, 0);
    const mended = await page.$eval('#text', (area) => /** @type {HTMLTextAreaElement} */ (area).value);
    if (mended === report) throw new Error('the repair has changed nothing');
    await page.evaluate(paste, report.replace('水务局', '<script>alert(1)</script>'));
    await page.waitForFunction(shows, {}, WRONG, 1);
    if (failures.length > 0) throw new Error(failures.join('\n'));
    console.log(`  ✔ Firefox：粘贴、预览、修复 (pasted, shown, mended) ${seconds(start)}`);
  } finally {
    await browser.close();
  }
}

function findFirefox() {
  return process.env.FIREFOX ?? findProgram(...programs);
}

/** In the page: puts a text into the box, as typing does. */
function paste(text) {
  const area = /** @type {HTMLTextAreaElement} */ (document.getElementById('text'));
  area.focus();
  area.value = text;
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

/** In the page: whether the preview has cells of a kind, or none. */
function shows(selector, least) {
  const frame = /** @type {HTMLIFrameElement} */ (document.getElementById('preview'));
  const count = frame.contentDocument?.querySelectorAll(selector).length ?? 0;
  const isShown = frame.contentDocument?.querySelector('.verdict') !== null;
  return isShown && (least === 0 ? count === 0 : count >= least);
}

/** In the page: asks for the repairs of the first cell of a kind. */
function pressBulb(selector) {
  const frame = /** @type {HTMLIFrameElement} */ (document.getElementById('preview'));
  /** @type {HTMLElement | null | undefined} */ (frame.contentDocument?.querySelector(`${selector} .bulb`))?.click();
}
