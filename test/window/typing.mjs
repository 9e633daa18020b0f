// Types rows of a table in the window at the speed of hands, and looks whether every number came into its cell.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { run } from '../../scripts/process.mjs';
import { seconds } from '../../scripts/progress.mjs';
import { temporaryFolder } from '../../scripts/temporary.mjs';

const root = path.join(import.meta.dirname, '../..');
const fixture = path.join(root, 'test/editor/fixtures/青禾县水务局2023年政府信息公开工作年度报告.txt');
const name = '要填的政府信息公开工作年度报告.txt';
const volume = '合订本政府信息公开工作年度报告.txt';

/** Those that mark cells. */
const layouts = ['cells', 'tsv', 'markdown'];
/** Milliseconds between keys; nobody waits for anybody at 0. */
const pauses = [0, 20, 50, 80, 150];
const columns = 7;
const firstLabel = '一、本年新收政府信息公开申请数量';
/** Milliseconds in which a busy machine gets so far, too. */
const patience = 120_000;

/** Types `rows` rows at each speed in each layout, alone and beside 30 reports with a volume open. */
export async function typeTables({ page, vscode, rows, pictures }) {
  for (const layout of layouts)
    for (const isCrowded of [false, true]) {
      const folder = await folderWith(layout, isCrowded);
      await open(page, vscode, folder, isCrowded);
      for (const pause of pauses) {
        const start = performance.now();
        const title = `${layout}${isCrowded ? '，30 份年报和合订本旁' : ''}，${pause} ms，${rows} 行 (rows)`;
        try {
          await typeRows(page, path.join(folder, name), layout, pause, rows);
          console.log(`  ✔ 数字都在自己的格里：${title} ${seconds(start)}`);
        } catch (error) {
          console.log(`  ✘ 数字都在自己的格里：${title} ${seconds(start)}`);
          throw error;
        } finally {
          await page.screenshot({ path: path.join(pictures, `typing-${layout}${isCrowded ? '-crowded' : ''}.png`) });
        }
      }
    }
}

async function folderWith(layout, isCrowded) {
  const folder = temporaryFolder('typing');
  const file = path.join(folder, name);
  copyFileSync(fixture, file);
  const status = await run(process.execPath, ['dist/cli.js', 'convert', '--to', layout, '--write', file], {
    cwd: root,
    quiet: true,
  });
  if (status !== 0) throw new Error(`转换版式失败 (converting failed): ${layout}`);
  if (!isCrowded) return folder;
  const text = readFileSync(fixture, 'utf8');
  const reports = Array.from({ length: 30 }, (_, i) => text.replaceAll('青禾县水务局', `青禾县第${i + 1}水务局`));
  reports.forEach((report, i) => writeFileSync(path.join(folder, `${i + 1}政府信息公开工作年度报告.txt`), report));
  writeFileSync(path.join(folder, volume), reports.join('\n'));
  mkdirSync(path.join(folder, '.vscode'));
  const settings = { 'nianbao.diagnostics.scope': 'workspace' };
  writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  return folder;
}

async function open(page, vscode, folder, isCrowded) {
  const first = isCrowded ? volume : name;
  await page.goto(vscode.url(folder, [['openFile', vscode.remote(path.join(folder, first))]]));
  await isChecked(page);
  if (!isCrowded) return;
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-box input').fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.locator('.tab.active', { hasText: name }).waitFor();
  await isChecked(page);
}

/** The extension is at work once it tells what it has found. */
const isChecked = (page) => page.locator('.statusbar-item', { hasText: /年报 .+ · / }).waitFor({ timeout: patience });

async function typeRows(page, file, layout, pause, rows) {
  const before = readFileSync(file, 'utf8');
  const numbers = Array.from({ length: rows * columns }, () => String(Math.floor(10 ** (Math.random() * 4))));
  await goBehind(page, before, firstLabel);
  // The first key comes right behind the one that brought the caret here.
  await press(page, keysOf(numbers, layout), pause);
  const wanted = filled(before, numbers);
  for (const end = performance.now() + patience; ; await delay(250)) {
    // What is still to go to its place may do so behind a save.
    const isStored = (await page.locator('.tab.active.dirty').count()) === 0;
    const now = isStored ? readFileSync(file, 'utf8') : '';
    if (now === wanted) return;
    if (!isStored) await page.keyboard.press('Control+S');
    if (performance.now() > end) throw new Error(`${pause} ms:\n${differing(now, wanted)}`);
  }
}

async function goBehind(page, text, words) {
  const line = text.slice(0, text.indexOf(words)).split('\n').length;
  await page.keyboard.press('Control+G');
  const box = page.locator('.quick-input-box input');
  await box.fill(`:${line}`);
  // A key that comes before the list has the line does nothing.
  await page
    .locator('.quick-input-list .monaco-list-row', { hasText: String(line) })
    .first()
    .waitFor();
  await box.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Tab before each number, and in every second row Enter where it leads to the same cell. */
function keysOf(numbers, layout) {
  return numbers.flatMap((number, i) => {
    const row = Math.floor(i / columns);
    const isEnter = i > 0 && row % 2 === 1 && (layout === 'cells' || i % columns === 0);
    return [isEnter ? 'Enter' : 'Tab', ...number];
  });
}

async function press(page, keys, pause) {
  if (pause === 0) {
    await Promise.all(keys.map((key) => page.keyboard.press(key)));
    return;
  }
  for (const key of keys) {
    await page.keyboard.press(key);
    await delay(pause);
  }
}

/** A text with the values from the first row on replaced. */
function filled(text, numbers) {
  const start = text.indexOf(firstLabel);
  let i = 0;
  return (
    text.slice(0, start) + text.slice(start).replace(/(?<=\t|\| )\d+(?=\t|\n| \|)/g, (value) => numbers[i++] ?? value)
  );
}

function differing(now, wanted) {
  const [is, should] = [now.split('\n'), wanted.split('\n')];
  return should
    .flatMap((line, i) => (line === is[i] ? [] : [`${i + 1}: ${is[i]} ← ${line}`]))
    .slice(0, 20)
    .join('\n');
}
