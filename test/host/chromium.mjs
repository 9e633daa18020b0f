// @ts-check
// A headless Chromium for the tests: finds it, installs Debian's where there is none, opens a page.
import { execFile } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { findProgram } from '../../scripts/process.mjs';
import { installPackages } from './debian.mjs';

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Makes sure that a browser and Chinese fonts are there, else throws saying what to install. */
export async function ensureBrowser() {
  if (!findBrowser())
    await installPackages(
      ['chromium'],
      '找不到 Chromium：请安装 Chromium、Chrome 或 Edge，或用环境变量 CHROMIUM 指明其路径 ' +
        '(no Chromium found: install one, or name it in CHROMIUM)',
    );
  if (!(await hasChineseFont()))
    await installPackages(
      ['fontconfig', 'fonts-noto-cjk'],
      '没有中文字体，截图会缺字：请安装 fontconfig 和 Noto Sans CJK (no Chinese font found: install fonts-noto-cjk)',
    );
}

/** Opens a browser with one empty page that reaches this machine only. @param {{ locale?: string }} [options] */
export async function openBrowser(options = {}) {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    // Signals are the caller's to handle: it closes the browser before it stops the server.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      // Not by intercepting requests: that keeps the workers from starting which webviews load their files through.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  return { browser, page: await context.newPage() };
}

function findBrowser() {
  return process.env.CHROMIUM ?? findProgram(...programs);
}

async function hasChineseFont() {
  try {
    const { stdout } = await promisify(execFile)('fc-list', [':lang=zh-cn', 'family']);
    return stdout.trim() !== '';
  } catch {
    return false;
  }
}
