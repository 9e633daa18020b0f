// @ts-check
// Scenes that are played in a browser's page, one after the other.
import path from 'node:path';
import { seconds } from '../../scripts/progress.mjs';

/** Plays one scene and takes its picture, also where it fails: those after it could not be played. */
export async function play({ name, title, act }, page, given, pictures) {
  const start = performance.now();
  try {
    await act(page, given);
    console.log(`  ✔ ${title} ${seconds(start)}`);
  } catch (error) {
    console.log(`  ✘ ${title} ${seconds(start)}`);
    throw error;
  } finally {
    await page.screenshot({ path: path.join(pictures, `${name}.png`) });
  }
}
