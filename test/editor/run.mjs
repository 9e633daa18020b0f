// @ts-check
// node test/editor/run.mjs [web]: runs the in-editor tests through @vscode/test-electron, in the desktop
// flavour of the extension (Node) or the web flavour (a web worker). VSCODE_EXECUTABLE names a desktop
// VS Code to use; without it they run in the browser-served one, or where that does not run, in a downloaded one.
import { cpSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { runTests } from '@vscode/test-electron';
import { endAll, interruption } from '../../scripts/process.mjs';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { ensureBrowser } from '../host/chromium.mjs';
import { ensureHost } from '../host/install.mjs';
import { bundle } from './bundle.mjs';

const here = import.meta.dirname;
const flavour = process.argv[2] === 'web' ? 'web' : 'node';
/** Where the browser-served VS Code runs. */
const isServed = process.platform === 'linux' && process.arch === 'x64';

// The signal reaches the stand-in for VS Code as well: it ends first, and only then its workspace goes.
const interrupted = interruption()
  .then(endAll)
  .then(() => delay(5_000, 130));
process.exit(await Promise.race([test().catch(fail), interrupted]));

async function test() {
  const executable = process.env.VSCODE_EXECUTABLE ?? (isServed ? await installed() : undefined);
  const profile = temporaryFolder('profile');
  // The tests change settings and files: they get a copy of the fixtures as their workspace.
  const workspace = temporaryFolder('workspace');
  cpSync(path.join(here, 'fixtures'), workspace, { recursive: true });
  const kind = flavour === 'web' ? ['--extensionDevelopmentKind=web'] : [];
  return runTests({
    // Without one the desktop program is downloaded.
    ...(executable === undefined ? {} : { vscodeExecutablePath: executable }),
    extensionDevelopmentPath: path.join(here, '../..'),
    extensionTestsPath: await bundle(flavour),
    launchArgs: [workspace, ...kind, `--user-data-dir=${profile}/user`, `--extensions-dir=${profile}/extensions`],
  });
}

/** The stand-in for the desktop program, once all that it needs is there. */
async function installed() {
  await ensureHost();
  await ensureBrowser();
  return path.join(here, '../host/code-shim.mjs');
}

function fail(error) {
  console.error(error.message);
  return 1;
}
