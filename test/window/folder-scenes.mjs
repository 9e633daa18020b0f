// @ts-check
// A folder whose reports are all checked, opened in a window of its own: no report of it is open.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { faulty } from './bad-input.mjs';

const fixtures = path.join(import.meta.dirname, '../editor/fixtures');
const SETTINGS = { 'nianbao.diagnostics.scope': 'workspace' };

export const folderScenes = [
  {
    name: 'folder-checked',
    title: '检查整个文件夹：不打开年报，问题面板里也有 (all of a folder is checked before a report is opened)',
    async act(page, { vscode }) {
      const folder = temporaryFolder('workspace');
      cpSync(fixtures, folder, { recursive: true });
      mkdirSync(path.join(folder, '.vscode'));
      writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(SETTINGS));
      await page.goto(vscode.url(folder));
      await page.locator('.statusbar-item', { hasText: /^\s*2\s*1\s*$/ }).waitFor({ timeout: 60_000 });
      await page.keyboard.press('Control+Shift+M');
      await page.locator('.markers-panel .monaco-list-row', { hasText: faulty }).first().waitFor();
      await page.locator('.markers-panel .monaco-list-row', { hasText: 'row-total-mismatch' }).first().waitFor();
      if ((await page.locator('.tabs-container .tab').count()) > 0) throw new Error('an editor is open');
    },
  },
];
