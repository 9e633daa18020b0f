// @ts-check
// The pages that the command line writes: they are read in any browser, by everybody.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { run } from '../../scripts/process.mjs';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { expectAccessibleInThemes } from '../host/accessible.mjs';

const cli = path.join(import.meta.dirname, '../../dist/cli.js');

/** What is written of a report, and the arguments that write it to a file. */
const written = [
  {
    name: 'overview',
    title: '结果总览，无障碍检查无问题 (axe finds nothing in an overview)',
    file: '总览.html',
    args: ['check', '--fail-on', 'never', '--format', 'html', '--out', '总览.html', '年报.txt'],
  },
  {
    name: 'exported-page',
    title: '导出的网页，带标记，无障碍检查无问题 (axe finds nothing in an exported page with its marks)',
    file: '导出/青禾县水务局2023年政府信息公开工作年度报告.html',
    args: ['export', '--to', 'html', '--marks', '--out', '导出', '年报.txt'],
  },
];

export const writtenScenes = written.map(({ name, title, file, args }) => ({
  name,
  title,
  async act(page, report) {
    const folder = temporaryFolder('written');
    writeFileSync(path.join(folder, '年报.txt'), report);
    const status = await run(process.execPath, [cli, ...args], { cwd: folder, quiet: true });
    if (status !== 0) throw new Error(`${args[0]}: ${status}`);
    await page.goto(pathToFileURL(path.join(folder, file)).href);
    await page.locator('.error, .wrong').first().waitFor();
    await expectAccessibleInThemes(page, async () => page.frames());
    // As at a zoom of 200 %: what is wide then scrolls by itself.
    await page.setViewportSize({ width: 640, height: 400 });
    await expectAccessibleInThemes(page, async () => page.frames());
    await page.setViewportSize({ width: 1280, height: 800 });
  },
}));
