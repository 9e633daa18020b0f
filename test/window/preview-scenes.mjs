// @ts-check
// The preview beside the text of a report whose total 16 should be 15; each scene starts where the one before it ended.

import { expectAccessible } from '../host/accessible.mjs';
import { closeAll, faulty, open } from './bad-input.mjs';
import { valueIn } from './scenes.mjs';

const ROW = '一、本年新收政府信息公开申请数量';
/** What the system asks for, and by what the page then knows the editor's theme. */
const THEMES = [
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' }, kind: 'vscode-dark' },
  { name: 'high-contrast', media: { colorScheme: 'dark', forcedColors: 'active' }, kind: 'vscode-high-contrast' },
  {
    name: 'high-contrast-light',
    media: { colorScheme: 'light', forcedColors: 'active' },
    kind: 'vscode-high-contrast-light',
  },
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' }, kind: 'vscode-light' },
];

/** What the page shows: a frame of the editor's, and in it one of ours. */
export const previewIn = (page) => page.frameLocator('iframe.webview').frameLocator('iframe');

const cell = (page, key) => previewIn(page).locator(`[data-key="${key}"]`);
const total = (page) => cell(page, 'requests new total');
const valueOf = (page, key, text) => cell(page, key).locator('.text', { hasText: new RegExp(`^${text}$`) });

export const previewScenes = [
  {
    name: 'preview',
    title: '预览与源文并排，光标所在格有标记 (a preview beside the text marks the cell at the caret)',
    async act(page) {
      await closeAll(page);
      await open(page, faulty);
      await page.locator('.view-lines').first().click();
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('Control+k');
      await page.keyboard.press('v');
      await previewIn(page).locator('.verdict', { hasText: '处错误' }).waitFor();
      await page.keyboard.press('Control+f');
      await page.keyboard.type(ROW);
      await page.keyboard.press('Escape');
      await cell(page, 'requests 3 0').and(previewIn(page).locator('.here')).waitFor();
    },
  },
  {
    name: 'preview-to-source',
    title: '点预览中的格，源文光标跟着走 (a click on a cell takes the caret of the text there)',
    async act(page) {
      await total(page).click();
      await total(page).and(previewIn(page).locator('.here')).waitFor();
      await valueIn(page, '16', '总计').waitFor();
    },
  },
  {
    name: 'preview-typed',
    title: '在预览的格中填数，源文只改这一格 (a value typed in a cell of the preview stands in the text)',
    async act(page) {
      await page.keyboard.type('15');
      await page.keyboard.press('Enter');
      await valueIn(page, '15', '总计').waitFor();
      await valueOf(page, 'requests new total', '15').waitFor();
      await total(page).and(previewIn(page).locator(':not(.wrong)')).waitFor();
      // Enter went on to the cell below.
      await cell(page, 'requests carried-in total').and(previewIn(page).locator(':focus')).waitFor();
    },
  },
  {
    name: 'preview-undone',
    title: '在预览中撤销，即撤销源文的改动 (undo in the preview is the text’s)',
    async act(page) {
      await page.keyboard.press('Control+z');
      await valueOf(page, 'requests new total', '16').waitFor();
      await total(page).and(previewIn(page).locator('.wrong')).waitFor();
    },
  },
  {
    name: 'preview-repaired',
    title: '格上的灯泡给出与编辑器相同的修复 (the bulb on a cell offers what the editor does)',
    async act(page) {
      await total(page).locator('.bulb').click();
      await page.locator('.quick-input-list .monaco-list-row', { hasText: '15' }).first().click();
      await valueOf(page, 'requests new total', '15').waitFor();
      // Undo took the caret of the text into the row, which therefore may show its hints.
      await page.locator('.view-line', { hasText: /^\s*15\s*(总计|$)/ }).waitFor();
    },
  },
  {
    name: 'preview-pasted',
    title: '粘贴一行数，依次填入各格 (a pasted row fills the cells)',
    async act(page) {
      await cell(page, 'requests carried-in natural-person').click();
      await previewIn(page).locator('body').evaluate(pasteText, '3\t1\t0\t0\t0\t0\t4');
      await valueOf(page, 'requests carried-in total', '4').waitFor();
      await valueOf(page, 'requests carried-in enterprise', '1').waitFor();
    },
  },
  {
    name: 'preview-scrolled',
    title: '预览滚动，源文跟着滚动 (the text scrolls with the preview)',
    async act(page) {
      await previewIn(page).locator('h2').last().scrollIntoViewIfNeeded();
      await previewIn(page).locator('h2').last().hover();
      await page.mouse.wheel(0, 4000);
      // The last section is in view there; here it is what stands a little before it.
      await page.locator('.view-line', { hasText: '结果维持' }).first().waitFor();
    },
  },
  {
    name: 'preview-reloaded',
    title: '窗口重新载入后，预览还在原处 (after a reload of the window the preview is there again)',
    async act(page, { folder, vscode }) {
      // The address that the window was opened by names a file, which then is all that is opened.
      await page.goto(vscode.url(folder));
      await previewIn(page).locator('.verdict').waitFor({ timeout: 120_000 });
      await total(page).waitFor();
    },
  },
  ...THEMES.map(({ name, media, kind }) => ({
    name: `preview-${name}`,
    title: `主题跟随系统，无障碍检查无问题 (the theme of the system, in which axe finds nothing): ${name}`,
    async act(page) {
      await page.emulateMedia(media);
      await previewIn(page).locator(`body[data-vscode-theme-kind="${kind}"]`).waitFor();
      await total(page).scrollIntoViewIfNeeded();
      const shown = await (await previewIn(page).locator('body').elementHandle())?.ownerFrame();
      await expectAccessible(shown);
    },
  })),
];

/** In the page: pastes as the browser does. */
function pasteText(_, text) {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}
