// @ts-check
// Whether a page is one for everybody, in the themes that a system may ask for; by axe's rules.
import axe from 'axe-core';

/** What the system may ask pages for, as Playwright says it. */
const MEDIA = /** @type {const} */ ([
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
  { colorScheme: 'dark', forcedColors: 'active' },
]);

/** Throws where axe finds something in a document. @param {import('playwright-core').Frame} frame */
export async function expectAccessible(frame) {
  // Not a script of the page: its policy need not allow one.
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(axe.source);
  const found = await frame.evaluate(inspect);
  if (found.length > 0) throw new Error(`axe: ${found.join('\n')}`);
}

/**
 * The same in the light, the dark, and the two high-contrast themes.
 *
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<readonly import('playwright-core').Frame[]>} frames
 */
export async function expectAccessibleInThemes(page, frames) {
  for (const media of MEDIA) {
    await page.emulateMedia(media);
    await page.evaluate(drawn);
    for (const frame of await frames()) {
      await expectAccessible(frame).catch((error) => {
        throw new Error(`${JSON.stringify(media)}: ${error.message}`, { cause: error });
      });
    }
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
}

/** In the page: waits until it is drawn as it was asked for. */
const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** In the page: what axe finds, a line each, with the places. Frames are looked at by themselves. */
async function inspect() {
  const { violations } = await Reflect.get(globalThis, 'axe').run(document, { iframes: false });
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target} ${failureSummary}`)}`,
  );
}
