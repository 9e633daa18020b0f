// @ts-check
// A volume of two reports in a folder of its own: all of it is exported at once.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { choose, seeNotifications } from './scenes.mjs';

const names = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package.nls.json'), 'utf8'));
const fixtures = path.join(import.meta.dirname, '../editor/fixtures');
const quickInput = '.quick-input-widget';
const BODIES = ['青禾县水务局', '青禾县司法局'];
const VOLUME = '合订本政府信息公开工作年度报告.txt';

const folder = temporaryFolder('workspace');
const exported = () => readdirSync(folder).filter((name) => name.endsWith('.html'));

async function exportAll(page) {
  await choose(page, `${names.category}: ${names['command.exportReport']}`);
  await page.locator(`${quickInput} .monaco-list-row`, { hasText: 'Web page (.html)' }).click();
  await page.locator(`${quickInput} .monaco-list-row`, { hasText: 'All 2 reports of the volume' }).click();
  await page.locator(quickInput).getByRole('button', { name: 'Export' }).click();
}

async function isTold(page, words) {
  await seeNotifications(page);
  const told = page.locator('.notifications-center .notification-list-item', { hasText: words }).first();
  await told.waitFor();
  await told.hover();
  await told.locator('.codicon-notifications-clear').click();
  await told.waitFor({ state: 'detached' });
}

export const volumeScenes = [
  {
    name: 'volume-exported',
    title: '汇编一次全部导出，每份一个文件 (all reports of a volume are exported at once, a file each)',
    async act(page, { vscode }) {
      const fixture = readdirSync(fixtures).find((name) => name.includes('水务局')) ?? '';
      const text = readFileSync(path.join(fixtures, fixture), 'utf8');
      const volume = path.join(folder, VOLUME);
      writeFileSync(volume, BODIES.map((body) => text.replaceAll('青禾县水务局', body)).join('\n'));
      await page.goto(vscode.url(folder, [['openFile', vscode.remote(volume)]]));
      await page.locator('.statusbar-item', { hasText: /年报 ✗\d/ }).waitFor({ timeout: 60_000 });
      await exportAll(page);
      await isTold(page, 'Exported 2 of 2 reports');
      const files = exported();
      if (files.length !== 2 || !BODIES.every((body) => files.some((name) => name.startsWith(body))))
        throw new Error(`exported: ${files.join(', ')}`);
    },
  },
  {
    name: 'volume-exported-again',
    title: '已有同名文件时问一次，可两份都留 (files that are there are asked about once, and may stay)',
    async act(page) {
      await exportAll(page);
      const asked = page.locator('.monaco-dialog-box', { hasText: '2 of the 2 files are there already' });
      await asked.getByRole('button', { name: 'Keep Both' }).click();
      await isTold(page, 'Exported 2 of 2 reports');
      if (exported().length !== 4) throw new Error(`exported: ${exported().join(', ')}`);
    },
  },
];
