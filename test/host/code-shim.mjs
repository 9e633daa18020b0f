#!/usr/bin/env node
// @ts-check
// Stands in for the desktop program `code`, so that @vscode/test-electron can start the browser-served
// VS Code: takes the arguments it passes, runs the tests in the extension host, prints what they
// print, and exits with their status (124 after the time limit).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { endAll, interruption } from '../../scripts/process.mjs';
import { openBrowser } from './chromium.mjs';
import { startVSCode } from './vscode-host.mjs';

const limit = 10 * 60_000;

/** What the workbench always says here, over the same channel as the tests, and is of no use. */
const noise = [
  /^\[(AccountPolicyGate|AgentHost|reconnection-grace-time|Service Worker)/,
  /^(Creating a socket|Ignoring fetching|No search provider|Resolv(ing|ed) connection token|Updating additional)/,
  // It is stopped in the middle of things.
  /^Canceled/,
  // It is installed without its native parts.
  /^(Error: )?(Cannot find module '\.\/build\/Release|Could not locate the bindings)/,
];

const { values, positionals } = parseArgs({
  strict: false, // test-electron passes switches that only the desktop program knows
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionDevelopmentKind: { type: 'string' },
    extensionTestsPath: { type: 'string' },
  },
});

/** @type {import('playwright-core').Browser | undefined} */
let browser;
const interrupted = interruption(process.ppid).then(() => 130);
const late = delay(limit, 124).then(
  (status) => (console.error(`${limit / 1000} 秒内没有结束 (the tests took too long)`), status),
);
const status = await Promise.race([runTests(), interrupted, late]).catch((error) => (console.error(error), 1));
await browser?.close();
await endAll();
process.exit(status);

async function runTests() {
  const vscode = await startVSCode({ settings: kindSettings() });
  const opened = await openBrowser();
  browser = opened.browser;
  const { page } = opened;
  const payload = [
    ['extensionDevelopmentPath', vscode.remote(values.extensionDevelopmentPath)],
    ['extensionTestsPath', vscode.remote(values.extensionTestsPath)],
  ];
  // The workbench calls these two where a test driver has defined them.
  await page.exposeFunction('codeAutomationLog', print);
  /** @type {(status: unknown) => void} */
  let exit = () => undefined;
  const exited = new Promise((resolve) => (exit = resolve));
  await page.exposeFunction('codeAutomationExit', exit);
  const crash = new Promise((_, reject) => page.on('crash', () => reject(new Error('页面崩溃 (the page crashed)'))));
  await page.goto(vscode.url(positionals[0], payload));
  return Promise.race([exited, crash]);
}

/** The browser's workbench does not heed the switch --extensionDevelopmentKind, but it does heed this setting. */
function kindSettings() {
  const { extensionDevelopmentPath, extensionDevelopmentKind } = values;
  if (!extensionDevelopmentKind) return {};
  const { publisher, name } = JSON.parse(
    readFileSync(path.join(String(extensionDevelopmentPath), 'package.json'), 'utf8'),
  );
  return { 'remote.extensionKind': { [`${publisher}.${name}`]: [extensionDevelopmentKind] } };
}

function print(type, args) {
  const first = String(args[0]).trimStart();
  if (!noise.some((pattern) => pattern.test(first))) (console[type] ?? console.log)(...args);
}
