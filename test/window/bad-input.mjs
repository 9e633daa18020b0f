// @ts-check
// What must not break anything, in the window: no editor, two reports side by side, a box that is open, a large
// volume, a server that dies. No scene may make an error pop up.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { choose, expectQuiet, isSelected, seeNotifications } from './scenes.mjs';

const root = path.join(import.meta.dirname, '../..');
const words = JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8'));
const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
/** The commands by the names that the palette shows. */
const commands = contributes.commands.map(({ title }) => words[title.slice(1, -1)]);
/** The log would stand in the way, and the server is restarted by a scene of its own. */
const quietCommands = commands.filter(
  (name) => ![words['command.showLog'], words['command.restartServer']].includes(name),
);

const faultless = 'a41f0c.txt';
export const faulty = '青禾县水务局2023年政府信息公开工作年度报告.txt';
const volume = '合订本政府信息公开工作年度报告.txt';
const VOLUME_BYTES = 5_000_000;
/** Milliseconds in which a busy machine gets so far, too. */
const patience = 120_000;
/** The verdict on the report in the status bar. */
const wrong = (page) => page.locator('.statusbar-item', { hasText: '年报 ✗2' });

/** Each starts where the one before it ended; `place` is the open folder and the VS Code that shows it. */
export const badInput = [
  {
    name: 'no-editor',
    title: '没有打开的编辑器，每条命令都不报错 (without an editor no command fails)',
    async act(page) {
      await closeAll(page);
      await runAll(page);
      await expectQuiet(page);
    },
  },
  {
    name: 'side-by-side',
    title: '两份年报并排，命令只改所在的一份 (of two reports side by side a command changes its own alone)',
    async act(page, { folder }) {
      await closeAll(page);
      await open(page, faulty);
      await page.keyboard.press('Control+Backslash');
      await open(page, faultless);
      await page.locator('.editor-group-container').nth(1).waitFor();
      const before = readFileSync(path.join(folder, faulty), 'utf8');
      for (const command of ['fixAll', 'convertLayout']) {
        await choose(page, words[`command.${command}`]);
        await page.keyboard.press('Escape');
      }
      await page.locator('.tab.active', { hasText: faultless }).first().waitFor();
      await page.keyboard.press('Control+K');
      await page.keyboard.press('S');
      if (readFileSync(path.join(folder, faulty), 'utf8') !== before) throw new Error('the other report was changed');
      await expectQuiet(page);
    },
  },
  {
    name: 'box-open',
    title: '查找框打开时按键不归我们 (keys typed into a box are not ours)',
    async act(page, { folder }) {
      await closeAll(page);
      await open(page, faulty);
      const before = readFileSync(path.join(folder, faulty), 'utf8');
      await page.locator('.view-line', { hasText: '一、本年新收政府信息公开申请数量' }).first().click();
      await page.keyboard.press('Control+F');
      await page.locator('.find-widget.visible').waitFor();
      for (const key of ['Tab', 'Shift+Tab', 'Enter']) await page.keyboard.press(key);
      await page.keyboard.press('Escape');
      if ((await page.locator('.tab.active.dirty').count()) > 0) throw new Error('the text was changed');
      if (readFileSync(path.join(folder, faulty), 'utf8') !== before) throw new Error('the file was changed');
      await expectQuiet(page);
    },
  },
  {
    name: 'server-dies',
    title: '服务意外结束：自动重启，问题重现，正文不丢 (the server dies: it comes back, and no text is lost)',
    async act(page, { vscode }) {
      await closeAll(page);
      await open(page, faulty);
      await page.keyboard.press('Control+Shift+M');
      await wrong(page).waitFor();
      await page.locator('.view-line', { hasText: '一、本年新收政府信息公开申请数量' }).first().click();
      await page.keyboard.press('End');
      await page.keyboard.type('备');
      killServers(vscode.home);
      await page.keyboard.type('注');
      await page.locator('.view-line', { hasText: '数量备注' }).first().waitFor();
      await page.keyboard.press('Control+Z');
      // What a new server finds is told by it: a report that was not checked has no verdict.
      await wrong(page).waitFor({ timeout: patience });
      await isChecked(page);
      await expectQuiet(page);
    },
  },
  {
    name: 'server-gone',
    title: '多次崩溃后说明一次，可重启 (after several crashes one message, with a way back)',
    async act(page, { vscode }) {
      const given = page.locator('.statusbar-item', { hasText: '年报 not checked' });
      for (const end = Date.now() + patience; (await given.count()) === 0; await page.waitForTimeout(250)) {
        if (Date.now() > end) throw new Error('nothing is told of the crashes');
        killServers(vscode.home);
      }
      await runAll(page);
      await seeNotifications(page);
      const told = page.locator('.notifications-center .notification-list-item', { hasText: 'is not running' });
      await told.first().hover();
      await told.first().getByRole('button', { name: 'Restart' }).click();
      await closeAll(page);
      await open(page, faulty);
      await wrong(page).waitFor({ timeout: patience });
    },
  },
  {
    name: 'just-opened',
    title: '刚打开就点进表格按 Tab，正文里没有制表符 (a Tab right after the first click leaves none in the text)',
    async act(page, { folder }) {
      for (const file of [faulty, faultless, faulty, faultless]) {
        await closeAll(page);
        const before = readFileSync(path.join(folder, file), 'utf8');
        await open(page, file);
        // Where it was left, it would open again.
        await page.keyboard.press('Control+Home');
        await page.locator('.view-line', { hasText: '规章' }).first().click();
        await page.keyboard.press('Tab');
        await page.waitForFunction(isSelected);
        await isStored(page, path.join(folder, file), before);
      }
    },
  },
  {
    name: 'large-volume',
    title: '5 MB 的汇编上每条命令都不报错 (in a volume of 5 MB no command fails)',
    // The last one: of what it begins some goes on for a while.
    async act(page, { folder }) {
      await closeAll(page);
      const text = readFileSync(path.join(folder, faulty), 'utf8');
      const count = Math.ceil(VOLUME_BYTES / Buffer.byteLength(text));
      const reports = Array.from({ length: count }, (_, i) => text.replaceAll('水务局', `第${i + 1}水务局`));
      writeFileSync(path.join(folder, volume), reports.join('\n'));
      await open(page, volume);
      await isChecked(page);
      await runAll(page);
      await expectQuiet(page);
    },
  },
];

export async function closeAll(page) {
  await page.keyboard.press('Escape');
  await choose(page, 'View: Close All Editors');
  await page.waitForFunction(isClosedOrAsks);
  // What was changed for a scene is of no use to another.
  const discard = page.locator('.monaco-dialog-box').getByRole('button', { name: /Don.t Save/ });
  if ((await discard.count()) > 0) await discard.click();
  await page.locator('.tabs-container .tab').first().waitFor({ state: 'detached' });
}

/** Opens a file of the folder by its name; one that was just written is found after a while. */
export async function open(page, name) {
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first();
  for (const end = Date.now() + patience; ;) {
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-box input').fill(name);
    const isThere = await row.waitFor({ timeout: 10_000 }).then(
      () => true,
      () => false,
    );
    if (isThere) break;
    if (Date.now() > end) throw new Error(`${name} is not found`);
    await page.keyboard.press('Escape');
  }
  await row.click();
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.locator('.tab.active', { hasText: name }).first().waitFor();
}

const isChecked = (page) => page.locator('.statusbar-item', { hasText: /年报 .+ · / }).waitFor({ timeout: patience });

/** Runs every command that the palette has now, and answers no question. */
async function runAll(page) {
  for (const name of quietCommands) await runOne(page, name);
  await page.keyboard.press('Escape');
}

/** A question of the command before may come as late as it likes: it is left, and the palette opened again. */
async function runOne(page, name) {
  for (const end = Date.now() + patience; Date.now() < end;) {
    await page.keyboard.press('F1');
    const box = page.locator('.quick-input-box input');
    const row = page.locator('.quick-input-list .monaco-list-row').first();
    try {
      await box.fill(`>${name}`, { timeout: 2000 });
      await row.waitFor({ timeout: 2000 });
      const isThere = (await row.innerText({ timeout: 2000 })).includes(name);
      await (isThere ? row.click({ timeout: 2000 }) : page.keyboard.press('Escape'));
      return;
    } catch {
      await page.keyboard.press('Escape');
    }
  }
  throw new Error(`no palette for ${name}`);
}

/** Saves until a file holds a text: what is still to go to its place may do so behind a save. */
async function isStored(page, file, text) {
  for (const end = Date.now() + patience; ; await page.waitForTimeout(250)) {
    const isDirty = (await page.locator('.tab.active.dirty').count()) > 0;
    if (!isDirty && readFileSync(file, 'utf8') === text) return;
    if (Date.now() > end) throw new Error(`${path.basename(file)} has changed`);
    if (isDirty) await page.keyboard.press('Control+S');
  }
}

/** Ends the language servers of one VS Code at once, as a crash does. */
function killServers(home) {
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const command = commandOf(id);
    if (command.includes(home) && command.includes('dist/server.js')) process.kill(Number(id), 'SIGKILL');
  }
}

/** The command line of a process; nothing where it has ended. */
function commandOf(id) {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** In the page: whether no editor is open, or something is asked before. */
function isClosedOrAsks() {
  return (
    document.querySelector('.monaco-dialog-box, .tabs-container .tab') === null ||
    document.querySelector('.monaco-dialog-box') !== null
  );
}
