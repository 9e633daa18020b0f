// @ts-check
// The view 年报 of a folder of its own: what was said of findings, the bodies that should report, the overview, the task.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { choose, seeNotifications } from './scenes.mjs';

const names = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package.nls.json'), 'utf8'));
const fixtures = path.join(import.meta.dirname, '../editor/fixtures');
const rows = '.pane-body .monaco-list-row';
const quickInput = '.quick-input-widget';

const BODIES = ['青禾县水务局', '青禾县司法局', '青禾县民政局'];
let folder = '';

export const reviewScenes = [
  {
    name: 'review-set-aside',
    title: '经核实无误：问理由和姓名，列在视图里，可撤销 (a finding is verified in the view, listed, and taken back)',
    async act(page, { vscode }) {
      folder = temporaryFolder('workspace');
      const faulty = readdirSync(fixtures).find((name) => name.includes('水务局'));
      const text = readFileSync(path.join(fixtures, faulty ?? ''), 'utf8');
      mkdirSync(path.join(folder, '2023'));
      for (const body of BODIES.slice(0, 2))
        writeFileSync(
          path.join(folder, '2023', `${body}2023年政府信息公开工作年度报告.txt`),
          text.replaceAll('青禾县水务局', body),
        );
      writeFileSync(path.join(folder, '名单.txt'), `机关名称\n${BODIES.join('\n')}\n`);
      await page.goto(vscode.url(folder));
      await choose(page, names['command.checkFolder']);
      await page.locator(rows, { hasText: '青禾县司法局' }).first().waitFor({ timeout: 60_000 });
      await page.locator(rows, { hasText: '青禾县司法局' }).first().locator('.monaco-tl-twistie').click();
      const finding = page.locator(rows, { hasText: 'row-total-mismatch' }).first();
      await finding.hover();
      await finding.getByRole('button', { name: names['command.confirm'] }).click();
      await page.locator(`${quickInput} .monaco-list-row`, { hasText: 'As in the register' }).click();
      await page.locator('.quick-input-title', { hasText: 'Who says so?' }).waitFor();
      await page.keyboard.type('李明');
      await page.keyboard.press('Enter');
      const aside = page.locator(rows, { hasText: 'Verified or not applicable' });
      await aside.waitFor();
      await aside.locator('.monaco-tl-twistie').click();
      await page.locator(rows, { hasText: '李明' }).waitFor();
      const config = JSON.parse(readFileSync(path.join(folder, 'nianbao.config.json'), 'utf8'));
      if (config.ignores[0].kind !== 'confirmed' || config.ignores[0].by !== '李明')
        throw new Error('not as it was said');
    },
  },
  {
    name: 'review-bodies',
    title: '导入应报送机关名单，缺哪家列在视图里 (a list of bodies is taken over, and the missing one is listed)',
    async act(page) {
      await choose(page, names['command.takeBodies']);
      await page.locator(`${quickInput} .monaco-list-row`, { hasText: '名单.txt' }).click();
      const missing = page.locator(rows, { hasText: 'No report' });
      await missing.waitFor();
      await missing.locator('.monaco-tl-twistie').click();
      await page.locator(rows, { hasText: '青禾县民政局' }).waitFor();
    },
  },
  {
    name: 'review-lapsed',
    title:
      '数值改了，经核实无误即失效，另行列出；改回来又有效 (what was verified lapses with its values, and holds again)',
    async act(page) {
      const file = path.join(folder, '2023', '青禾县司法局2023年政府信息公开工作年度报告.txt');
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.replace(/^(\s*)16$/m, '$117'));
      const lapsed = page.locator(rows, { hasText: 'the values are others now' });
      await lapsed.waitFor({ timeout: 60_000 });
      await lapsed.hover();
      await lapsed.getByRole('button', { name: names['command.undoLapsed'] }).waitFor();
      writeFileSync(file, text);
      await lapsed.waitFor({ state: 'detached' });
      await page.locator(rows, { hasText: '李明' }).waitFor();
    },
  },
  {
    name: 'review-undo',
    title: '撤销后问题重新列出 (what is taken back is listed again)',
    async act(page) {
      const aside = page.locator(rows, { hasText: '李明' });
      await aside.hover();
      await aside.getByRole('button', { name: names['command.undoSetAside'] }).click();
      await aside.waitFor({ state: 'detached' });
    },
  },
  {
    name: 'review-export',
    title: '导出检查汇总 (the overview is exported)',
    async act(page) {
      await choose(page, names['command.exportOverview']);
      await page.locator(`${quickInput} .monaco-list-row`, { hasText: '.html' }).click();
      await page.locator(quickInput).getByRole('button', { name: 'OK' }).click();
      await seeNotifications(page);
      await page.locator('.notifications-center .notification-list-item', { hasText: 'Exported 2 reports' }).waitFor();
      const target = path.join(folder, 'Overview of annual reports.html');
      if (!readFileSync(target, 'utf8').includes('青禾县司法局')) throw new Error('it is not in it');
    },
  },
  {
    name: 'review-task',
    title: '任务“检查本文件夹”把命令行的结果列为问题 (the task lists the findings of the command line as problems)',
    async act(page) {
      await choose(page, 'Tasks: Run Task');
      await page.locator(`${quickInput} .monaco-list-row`, { hasText: 'nianbao' }).first().click();
      await page.locator(`${quickInput} .monaco-list-row`, { hasText: 'Check this folder' }).first().click();
      await page.locator('.panel .composite-bar .action-item', { hasText: 'Problems' }).click();
      await page.locator('.markers-panel .monaco-list-row', { hasText: 'row-total-mismatch' }).nth(1).waitFor();
    },
  },
];
