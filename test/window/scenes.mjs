// @ts-check
// What a user sees and does in the window, in order: each scene starts where the one before it ended.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const names = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package.nls.json'), 'utf8'));
const newReport = names['command.newReport'];

const sections = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];

const outline = '.outline-tree .monaco-list-row';
const problems = '.markers-panel .monaco-list-row';

/** A value of the row at the caret, whose hint names its column, and before it what is wrong where something is. */
export const valueIn = (page, value, column) =>
  page.locator('.view-line', { hasText: new RegExp(`^\\s*${value}(?:\\D.*，)?${column}`) });

/** Two rows of table three as a browser copies them. */
const COPIED_ROWS = `<table style="border-collapse: collapse;"><tbody>${[
  ['一、本年新收政府信息公开申请数量', 31, 4, 0, 0, 0, 0, 35],
  ['二、上年结转政府信息公开申请数量', 0, 0, 0, 0, 0, 0, 0],
]
  .map((row) => `<tr>${row.map((cell) => `<td style="border: 1px solid;"><p>${cell}</p></td>`).join('')}</tr>`)
  .join('')}</tbody></table>`;

export const scenes = [
  {
    name: 'outline',
    title: '大纲列出六个部分 (the outline lists the six sections)',
    async act(page) {
      await page.locator('.statusbar-item', { hasText: '年报' }).first().waitFor();
      await page.locator('.pane-header', { hasText: 'Outline' }).click();
      // The folder makes room; the tables fold up, so that all sections fit in.
      await page
        .locator('.explorer-folders-view')
        .locator('xpath=ancestor::div[contains(@class, "pane ")]')
        .locator('.pane-header')
        .click();
      await page.locator(outline).first().click();
      await page.locator('.pane', { hasText: 'Outline' }).locator('.codicon-collapse-all').click();
      await page.mouse.move(0, 0);
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      for (const section of sections) await page.locator(outline, { hasText: section }).first().waitFor();
    },
  },
  {
    name: 'problems',
    title: '波浪线在错误的总计下面 (the squiggle stands under the wrong total)',
    async act(page) {
      await page.keyboard.press('Control+Shift+M');
      await page.locator(problems, { hasText: 'row-total-mismatch' }).first().dblclick();
      await page.waitForFunction(isUnderlined, '16');
    },
  },
  {
    name: 'quick-fix-menu',
    title: '灯泡给出正确的数 (the light bulb offers the right number)',
    async act(page) {
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget .monaco-list-row', { hasText: '15' }).first().waitFor();
    },
  },
  {
    name: 'quick-fix-done',
    title: '改好后问题消失 (the fix makes the problem go away)',
    async act(page) {
      await page.locator('.action-widget .monaco-list-row', { hasText: '15' }).first().click();
      await page.locator('.squiggly-error').waitFor({ state: 'detached' });
      await page.locator(problems, { hasText: 'row-total-mismatch' }).first().waitFor({ state: 'detached' });
      await page.locator(problems, { hasText: 'misnumbered-section' }).first().waitFor();
    },
  },
  {
    name: 'actions',
    title: '状态栏列出此时可用的操作 (the status bar offers what applies)',
    async act(page) {
      await page.locator('.statusbar-item', { hasText: '年报 ⚠1' }).click();
      const offered = (text) => page.locator('.quick-input-list .monaco-list-row', { hasText: text });
      await offered('Every total holds').waitFor();
      await offered('Explain the problems found').waitFor();
      // All six sections are there.
      if ((await offered('Insert the missing sections').count()) > 0) throw new Error('a missing section is offered');
      await offered('Explain the problems found').click();
      // One rule has found something: its page opens without a question.
      const explanation = page.locator('.tab', { hasText: 'misnumbered-section' });
      await explanation.waitFor();
      await explanation.click({ button: 'middle' });
      await explanation.waitFor({ state: 'detached' });
    },
  },
  {
    name: 'next-cell',
    title: '在表格中按 Tab、Enter 到下一格 (Tab and Enter go to the next cell)',
    async act(page) {
      await page.locator('.view-line', { hasText: '一、本年新收政府信息公开申请数量' }).click();
      await valueIn(page, '12', '自然人').waitFor();
      await page.keyboard.press('Tab');
      await page.waitForFunction(isSelected);
      await page.keyboard.type('70');
      await valueIn(page, '70', '自然人').waitFor();
      await page.keyboard.press('Enter');
      await page.waitForFunction(isSelected);
      await page.keyboard.type('80');
      await valueIn(page, '80', '商业企业').waitFor();
      await page.keyboard.press('Shift+Tab');
      await page.waitForFunction(isSelected);
      await page.keyboard.type('12');
      await valueIn(page, '12', '自然人').waitFor();
    },
  },
  {
    name: 'paste',
    title: '从表格软件粘贴，从光标所在格起填入 (cells that are pasted fill the table from the caret on)',
    async act(page) {
      await valueIn(page, '12', '自然人').click();
      await page.evaluate(pasteText, '21\t4\t0\t0\t0\t0\t25');
      await valueIn(page, '25', '总计').waitFor();
      await valueIn(page, '21', '自然人').waitFor();
      // One undo takes all of it back.
      await page.keyboard.press('Control+Z');
      await valueIn(page, '12', '自然人').waitFor();
      await valueIn(page, '25', '总计').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'paste-page',
    title: '从网页、Word 粘贴的表格按行名填入 (a table that is pasted fills the rows that it names)',
    async act(page) {
      await valueIn(page, '12', '自然人').click();
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.evaluate(copyPage, COPIED_ROWS);
      await page.keyboard.press('Control+V');
      await valueIn(page, '35', '总计').waitFor();
      await valueIn(page, '31', '自然人').waitFor();
      await page.keyboard.press('Control+Z');
      await valueIn(page, '12', '自然人').waitFor();
      await valueIn(page, '35', '总计').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'export',
    title: '导出 Word，存在年报旁边 (a Word file is exported beside the report)',
    async act(page) {
      await choose(page, `${names.category}: ${names['command.exportReport']}`);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: '.docx' }).first().click();
      await seeNotifications(page);
      const told = page.locator('.notifications-center .notification-list-item', { hasText: 'Exported' });
      const first = told.filter({ hasText: '2023年政府信息公开工作年度报告.docx' }).first();
      await first.waitFor();
      // What is told later is looked at by itself.
      await first.hover();
      await first.locator('.codicon-notifications-clear').click();
      await first.waitFor({ state: 'detached' });
      if (await page.locator('.notifications-center').isVisible())
        await page.locator('[id="status.notifications"]').click();
    },
  },
  {
    name: 'export-again',
    title: '已有同名文件时先问，取消则不动 (a file that is there is asked about, and stays where one cancels)',
    async act(page, { folder }) {
      const file = path.join(folder, '青禾县水务局2023年政府信息公开工作年度报告.docx');
      writeFileSync(file, 'mine');
      await choose(page, `${names.category}: ${names['command.exportReport']}`);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: '.docx' }).first().click();
      const asked = page.locator('.monaco-dialog-box', { hasText: 'is there already' });
      await asked.getByRole('button', { name: 'Overwrite' }).waitFor();
      await asked.getByRole('button', { name: 'Cancel' }).click();
      await asked.waitFor({ state: 'detached' });
      if (readFileSync(file, 'utf8') !== 'mine') throw new Error('the file was replaced');
      rmSync(file);
    },
  },
  {
    name: 'aligned',
    title: '空格对齐后可关自动换行，各列上下对齐 (with word wrap off, columns stand below each other)',
    async act(page) {
      const row = page.locator('.view-line', { hasText: '一、本年新收政府信息公开申请数量' });
      const isWhole = row.filter({ hasText: /^一、本年新收政府信息公开申请数量\s+\d/ });
      await choose(page, `${names.category}: ${names['command.convertLayout']}`);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'aligned by spaces' }).click();
      await seeNotifications(page);
      const told = page.locator('.notifications-center .notification-list-item', { hasText: 'no row wraps' });
      await told.hover();
      await told.getByRole('button', { name: 'Toggle Word Wrap' }).click();
      await isWhole.waitFor();
      await page.screenshot({ path: path.join(import.meta.dirname, '../../out/window/aligned-columns.png') });
      await row.click();
      await page.keyboard.press('Alt+z');
      await isWhole.waitFor({ state: 'detached' });
      await page.keyboard.press('Control+Z');
      await page.locator('.view-line', { hasText: /^\s*12/ }).waitFor();
      // Problems that came anew unfold, and those below them would be out of the list's sight.
      await page
        .locator(problems, { hasText: /row-total-mismatch.*Ln 79/ })
        .first()
        .click();
      for (const key of ['ArrowLeft', 'ArrowDown', 'ArrowLeft']) await page.keyboard.press(key);
      await page.locator(problems, { hasText: 'misnumbered-section' }).first().waitFor();
    },
  },
  {
    name: 'new-report',
    title: '新建报告，填单位和年度 (a new report asks for body and year)',
    async act(page) {
      await page.keyboard.press('F1');
      await page.keyboard.type(newReport);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: newReport }).first().click();
      await answer(page, '松岭县林业局');
      await answer(page, '2024');
      // The layout: the usual one stands first.
      await page.locator('.quick-input-list .monaco-list-row').first().click();
      await page.locator('.view-line', { hasText: '松岭县林业局2024年政府信息公开工作年度报告' }).first().waitFor();
    },
  },
  {
    name: 'tab-stops',
    title: '光标停在第一处待填 (the caret stands in the first place to fill in)',
    async act(page) {
      await page.waitForFunction(isSelected);
      await page.keyboard.type('全年如常');
      await page.locator('.view-line', { hasText: '全年如常' }).first().waitFor();
    },
  },
  {
    name: 'ignored',
    title: '此条不适用：问理由，可撤销 (an ignore asks for a reason and can be taken back)',
    async act(page) {
      await page.locator('.tab', { hasText: '青禾县水务局2023年' }).first().click();
      await page.locator(problems, { hasText: 'misnumbered-section' }).first().dblclick();
      await page.locator('.view-line', { hasText: '5、存在' }).click();
      await chooseAction(page, '此条不适用');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Checked' }).first().click();
      await page.locator('.quick-input-title', { hasText: 'Who says so?' }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator(problems, { hasText: 'misnumbered-section' }).first().waitFor({ state: 'detached' });
      await seeNotifications(page);
      const told = page.locator('.notifications-center .notification-list-item', { hasText: 'nianbao.config.json' });
      await told.getByRole('button', { name: 'Undo' }).click();
      await page.locator(problems, { hasText: 'misnumbered-section' }).first().waitFor();
    },
  },
  {
    name: 'template-replaces',
    title:
      '已有年报时，模板可替换全文，一次撤销即复原 (the template takes the place of a report; one undo brings it back)',
    async act(page) {
      await choose(page, names['command.insertTemplate']);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Replace' }).first().click();
      await answer(page, '2023');
      await page.keyboard.press('Control+Home');
      await page.locator('.view-line', { hasText: '〔填写' }).first().waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Z');
      await page.locator('.view-line', { hasText: '〔填写' }).first().waitFor({ state: 'detached' });
      // In view is where the caret was, or the top.
      await page
        .locator('.view-line', { hasText: /主动公开水库水位|5、存在的主要问题/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'empty-file',
    title: '空文件上的每条命令都只说一句话 (on an empty file every command says a sentence)',
    async act(page) {
      await choose(page, 'File: New Untitled Text File');
      await choose(page, names['command.useAsReport']);
      await page.locator('.statusbar-item', { hasText: '年报' }).first().waitFor();
      for (const command of [
        'fixAll',
        'recompute',
        'convertLayout',
        'insertMissingSections',
        'showActions',
        'insertTemplate',
      ]) {
        await choose(page, names[`command.${command}`]);
        await page.keyboard.press('Escape');
      }
      await seeNotifications(page);
      const told = page.locator('.notifications-center .notification-list-item-message');
      await told.first().waitFor();
      for (const words of await told.allInnerTexts())
        if (!/No annual report was recognised/.test(words)) throw new Error(words);
      await page.locator('[id="status.notifications"]').click();
    },
  },
  {
    name: 'walkthrough',
    title: '入门五步，从打开样本开始 (a walkthrough of five steps begins with the sample)',
    async act(page) {
      await choose(page, 'Welcome: Open Walkthrough...');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: names['walkthrough.title'] }).first().click();
      for (const step of ['open', 'see', 'repair', 'export', 'folder'])
        await page
          .locator('.step-title', { hasText: names[`walkthrough.${step}.title`] })
          .first()
          .waitFor();
      await page.locator('.getting-started-step .monaco-button', { hasText: 'Open the Sample' }).first().click();
      await page.locator('.tab', { hasText: '北岚区教育局2022年' }).first().waitFor();
    },
  },
  {
    name: 'quiet',
    title: '没有报错的弹窗 (no error pops up)',
    act: expectQuiet,
  },
];

/** Shows what was told. The pointer leaves the bell, whose tip would cover the buttons. */
export async function seeNotifications(page) {
  await page.locator('[id="status.notifications"]').click();
  await page.locator('.notifications-center').waitFor();
  await page.mouse.move(0, 0);
}

/** Takes what the bulb offers. The list closes when a bulb comes after it: then it is opened again. */
async function chooseAction(page, words) {
  const row = page.locator('.action-widget .monaco-list-row', { hasText: words }).first();
  for (let tries = 10; ; tries--) {
    await page.keyboard.press('Control+.');
    try {
      return await row.click({ timeout: 3000 });
    } catch (error) {
      if (tries === 0) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** Nothing has failed: the bell keeps what has faded from the screen. */
export async function expectQuiet(page) {
  const bell = page.locator('[id="status.notifications"]');
  await bell.click();
  const center = page.locator('.notifications-center');
  await center.waitFor();
  if ((await center.locator('.codicon-error').count()) > 0) throw new Error(await center.innerText());
  await bell.click();
}

/** Runs a command by its name. A question of the one before may come late: it is left, and the palette opened again. */
export async function choose(page, name) {
  const box = page.locator('.quick-input-box input');
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first();
  for (let tries = 10; ; tries--) {
    await page.keyboard.press('F1');
    try {
      await box.fill(`>${name}`, { timeout: 3000 });
      return await row.click({ timeout: 3000 });
    } catch (error) {
      if (tries === 0) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** Types over what an input box proposes, and waits until the box has taken it. */
async function answer(page, text) {
  const prompt = await page.locator('.quick-input-title', { hasText: /\S/ }).innerText();
  const box = page.locator('.quick-input-box input');
  await box.fill(text);
  await box.press('Enter');
  await page.locator('.quick-input-title', { hasText: prompt }).waitFor({ state: 'hidden' });
}

/** In the page: pastes as the browser does. */
function pasteText(text) {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
}

/** In the page: puts a table on the clipboard, as a web page and as text. */
async function copyPage(html) {
  const text = html
    .replace(/<\/tr>/g, '\n')
    .replace(/<\/td>(?=<td)/g, '\t')
    .replace(/<[^>]*>/g, '');
  const blobOf = (type, content) => new Blob([content], { type });
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/html': blobOf('text/html', html), 'text/plain': blobOf('text/plain', text) }),
  ]);
}

/** In the page: whether text is selected in an editor. */
export function isSelected() {
  return document.querySelector('.selected-text') !== null;
}

/** In the page: whether an error's squiggle stands right under a number that is a cell of its own. */
function isUnderlined(number) {
  const texts = document.createTreeWalker(
    /** @type {Element} */ (document.querySelector('.view-lines')),
    NodeFilter.SHOW_TEXT,
  );
  while (texts.nextNode()) {
    const printed = String(texts.currentNode.nodeValue);
    if (printed.trim() !== number) continue;
    const range = document.createRange();
    const start = printed.indexOf(number);
    range.setStart(texts.currentNode, start);
    range.setEnd(texts.currentNode, start + number.length);
    const digits = range.getBoundingClientRect();
    for (const squiggle of document.querySelectorAll('.squiggly-error')) {
      const line = squiggle.getBoundingClientRect();
      const overlaps = line.top < digits.bottom + 4 && line.bottom > digits.top;
      // It may run on through the gap before an inlay hint, which is narrower than a digit.
      const digit = digits.width / number.length;
      if (overlaps && Math.abs(line.left - digits.left) < 2 && Math.abs(line.right - digits.right) < digit) return true;
    }
  }
  return false;
}
