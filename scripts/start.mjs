// @ts-check
// `npm start`: builds, and opens a real VS Code with the extension on the sample reports. Takes the
// `code` on PATH, else downloads a desktop VS Code, else serves one to a browser. Ctrl-C ends it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { ensureHost } from '../test/host/install.mjs';
import { startVSCode } from '../test/host/vscode-host.mjs';
import { openDesktop } from './desktop.mjs';
import { endAll, findProgram, interruption, launch, run } from './process.mjs';
import { showing } from './progress.mjs';

const root = path.join(import.meta.dirname, '..');
const samples = path.join(root, 'samples');
/** The sample that is shown first. */
const faulty = path.join(samples, '云溪市人民政府办公室2020年政府信息公开工作年度报告.txt');
const isWindows = process.platform === 'win32';

/**
 * The window of a desktop VS Code, once one is open.
 *
 * @type {ReturnType<typeof openDesktop> | undefined}
 */
let desktop;

const interrupted = interruption().then(() => console.log('\n正在结束… (stopping)'));
const error = await Promise.race([open().catch((reason) => reason), interrupted]);
if (error) console.error(`\n${error.message}`);
await endAll();
await desktop?.stop();
process.exit(error ? 1 : 0);

/** Opens VS Code and stays until it is closed; the browser-served one never closes by itself. */
async function open() {
  await build();
  const program = findProgram(isWindows ? 'code.cmd' : 'code') ?? (await downloadCode());
  if (program) await openWindow(program);
  else await serve();
}

/** Where the first finding of the faulty sample stands: line and column, counted from 1. */
function firstProblem() {
  const check = [path.join(root, 'dist/cli.js'), 'check', '--format', 'json', '--fail-on', 'never', faulty];
  const { stdout } = spawnSync(process.execPath, check, { encoding: 'utf8' });
  const starts = JSON.parse(stdout).files.flatMap(({ findings }) => findings.map(({ range }) => range.start));
  const { line, character } = starts.sort((a, b) => a.line - b.line || a.character - b.character)[0];
  return `${line + 1}:${character + 1}`;
}

async function build() {
  const status = await showing('构建扩展 (building)', () =>
    run(process.execPath, ['esbuild.mjs'], { cwd: root, quiet: true }),
  );
  if (status !== 0) throw new Error('构建失败 (the build failed)');
}

/** The downloaded program, or nothing where it cannot be had or there is no screen to show it on. */
async function downloadCode() {
  console.log('PATH 中没有 code (no `code` on PATH)');
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) {
    console.log('没有图形桌面，改用浏览器版 VS Code (no display: using the browser-served VS Code)');
    return undefined;
  }
  console.log('正在取得桌面版 VS Code… (fetching the desktop VS Code)');
  const download = launch(process.execPath, [path.join(import.meta.dirname, 'download-vscode.mjs')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return (await text(/** @type {import('node:stream').Readable} */ (download.stdout))).trim() || undefined;
}

async function openWindow(program) {
  console.log(`正在打开 ${program} (opening VS Code)\n示例文件夹 ${samples} (sample reports)`);
  desktop = openDesktop(program, root, samples, `${faulty}:${firstProblem()}`);
  console.log('关闭窗口或按 Ctrl-C 结束 (close the window or press Ctrl-C to end)');
  const status = await desktop.closed;
  if (status !== 0) throw new Error(`${program} 结束，状态 ${status} (it ended with that status)`);
}

async function serve() {
  await ensureHost();
  const host = await showing('启动浏览器版 VS Code (starting the browser-served VS Code)', () =>
    // The samples' README, where there is one, greets whoever opens the page.
    startVSCode({ extension: root, settings: { 'workbench.startupEditor': 'readme' } }),
  );
  console.log(
    `\n请用浏览器打开，第一次载入要等几秒 (open in a browser; it takes some seconds to load)：\n\n    ${host.url(
      samples,
      [
        ['gotoLineMode', 'true'],
        ['openFile', host.remote(`${faulty}:${firstProblem()}`)],
      ],
    )}\n\n按 Ctrl-C 结束 (press Ctrl-C to end)`,
  );
  const [status] = await host.closed;
  throw new Error(`VS Code 意外结束，状态 ${status} (VS Code ended unexpectedly)`);
}
