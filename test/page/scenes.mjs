// @ts-check
// What a clerk without an editor does in the page, in order: each scene starts where the one before it ended.
import { readFileSync } from 'node:fs';
import { expectAccessible, expectAccessibleInThemes } from '../host/accessible.mjs';

const preview = (page) => page.frameLocator('#preview');
const text = (page) => page.locator('#text');
const told = (page, words) => page.locator('#told', { hasText: words }).waitFor();

export const scenes = [
  {
    name: 'pasted',
    title: '粘贴正文，预览里列出问题 (a pasted report is shown with what is wrong)',
    async act(page, report) {
      await text(page).fill(report);
      await preview(page).locator('.verdict.found').waitFor();
      await preview(page).locator('td.wrong', { hasText: '16' }).waitFor();
    },
  },
  {
    name: 'accessible',
    title: '页面和预览，四种主题，无障碍检查无问题 (axe finds nothing in page and preview, in four themes)',
    act: (page) => expectAccessibleInThemes(page, async () => page.frames()),
  },
  {
    name: 'keyboard',
    title:
      '只用键盘：走遍工具栏，进预览的错格，选一项修复 (by keys alone: through the bar to a wrong cell and its repairs)',
    async act(page) {
      const focused = () => page.evaluate(() => document.activeElement?.id);
      await page.locator('#open').focus();
      for (const id of ['open', 'fresh', 'fixAll', 'convert', 'export', 'print', 'text', 'preview']) {
        const now = await focused();
        if (now !== id) throw new Error(`the focus is on ${now}, not on ${id}`);
        if (id !== 'preview') await page.keyboard.press('Tab');
      }
      const at = preview(page).locator('td:focus');
      for (let tries = 20; (await at.count()) === 0; tries--) {
        if (tries === 0) throw new Error('no cell has the focus');
        await page.keyboard.press('Tab');
      }
      const wrong = preview(page).locator('td.wrong:focus');
      for (let tries = 200; (await wrong.count()) === 0; tries--) {
        if (tries === 0) throw new Error('no wrong cell is reached');
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Control+.');
      await page.locator('#choices button:focus').waitFor();
      const offered = await page.locator('#choices button').count();
      if (offered < 2) throw new Error('there is no repair to choose');
      await expectAccessible(page.mainFrame());
      await page.keyboard.press('Escape');
      await page.locator('#choices').waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'printed',
    title: '打印的是整份年报，分页，不带正文框 (the whole report is printed, in pages, without the text beside it)',
    async act(page) {
      const frame = await (await page.locator('#preview').elementHandle()).contentFrame();
      await frame.evaluate(() => (globalThis.print = () => Reflect.set(globalThis, 'printed', true)));
      await page.locator('#print').click();
      await frame.waitForFunction(() => Reflect.get(globalThis, 'printed'));
      // By the browser's own menu the outer page is printed.
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
      const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      if (pages < 3) throw new Error(`${pages} pages`);
      await frame.locator('h2').first().waitFor();
      // Without background graphics a ground is printed as white, over the value of the cell.
      await page.emulateMedia({ media: 'print' });
      const ground = await frame
        .locator('td.wrong')
        .first()
        .evaluate((cell) => getComputedStyle(cell, '::before').backgroundColor);
      await page.emulateMedia({ media: null });
      if (ground !== 'rgba(0, 0, 0, 0)') throw new Error(`the values of wrong cells lie under ${ground}`);
    },
  },
  {
    name: 'repaired',
    title: '按灯泡改正，可撤销 (a repair is made and taken back)',
    async act(page, report) {
      await preview(page).locator('td.wrong .bulb').first().click();
      await page.locator('#choices button').first().click();
      await preview(page).locator('td.wrong').first().waitFor({ state: 'detached' });
      const repaired = await text(page).inputValue();
      if (repaired === report) throw new Error('the text is what it was');
      await text(page).focus();
      await page.keyboard.press('Control+Z');
      await preview(page).locator('td.wrong').first().waitFor();
      if ((await text(page).inputValue()) !== report) throw new Error('undo does not give the text back');
      await page.keyboard.press('Control+Shift+Z');
      await preview(page).locator('td.wrong').first().waitFor({ state: 'detached' });
    },
  },
  {
    name: 'typed',
    title: '在预览的格里连着填数，正文随之改变 (values typed into cells one after the other stand in the text)',
    async act(page) {
      await preview(page).locator('td.value').first().click();
      for (const key of ['7', 'Enter', '8', 'Enter']) await page.keyboard.press(key);
      await page.waitForFunction(() =>
        /规章\s+7[^]*规范性文件\s+8/.test(/** @type {HTMLTextAreaElement} */ (document.getElementById('text')).value),
      );
    },
  },
  {
    name: 'exported',
    title: '导出 Word，再拖进来，数字不变 (what is exported as Word comes in again the same)',
    async act(page) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('#export').selectOption('docx'),
      ]);
      await told(page, '.docx');
      const file = await download.path();
      const bytes = readFileSync(file);
      await page.locator('#files').setInputFiles({
        name: download.suggestedFilename(),
        mimeType: 'application/octet-stream',
        buffer: bytes,
      });
      await page.locator('#documents').waitFor();
      await preview(page).locator('.verdict').waitFor();
      await page.waitForFunction(() =>
        /规章\s+7/.test(/** @type {HTMLTextAreaElement} */ (document.getElementById('text')).value),
      );
    },
  },
  {
    name: 'hostile',
    title: '文中的标记只当文字 (markup in a report is text)',
    async act(page, report) {
      await page.locator('#documents').selectOption({ index: 0 });
      await text(page).fill(
        report.replaceAll('水务局', '<img src=x onerror="document.title=1"><script>document.title=2</script>'),
      );
      await preview(page).locator('h1', { hasText: '<script>' }).waitFor();
      if ((await page.title()) !== '年报 Nianbao') throw new Error('a script of the report ran');
    },
  },
];
