// @ts-check
// Other editors with the configurations of docs/editors: real ones, without a window, on a faulty report.
import { execFile } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { findProgram } from '../../scripts/process.mjs';
import { seconds } from '../../scripts/progress.mjs';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { installPackages } from '../host/debian.mjs';

const root = path.join(import.meta.dirname, '../..');
const report = '青禾县水务局2023年政府信息公开工作年度报告.txt';
const at = (name) => path.join(root, name);
/** Milliseconds in which a busy machine gets so far, too. */
const patience = 120_000;

const EDITORS = [
  {
    title: 'Neovim',
    program: 'nvim',
    packages: ['neovim'],
    args: [
      '--headless',
      '--clean',
      '-c',
      `luafile ${at('docs/editors/neovim.lua')}`,
      '-c',
      `edit ${report}`,
      '-c',
      `luafile ${at('test/editors/neovim.lua')}`,
    ],
  },
  {
    title: 'Emacs (eglot)',
    program: 'emacs',
    packages: ['emacs-nox', 'elpa-eglot'],
    args: [
      '--batch',
      '--eval',
      '(package-initialize)',
      '-l',
      at('docs/editors/nianbao.el'),
      '-l',
      at('test/editors/emacs.el'),
      report,
    ],
  },
];

/**
 * What each editor gets of the server.
 *
 * @type {readonly (readonly [string, (got: any) => boolean])[]}
 */
const EXPECTED = [
  ['波浪线 (diagnostics)', ({ found }) => found.length === 3],
  ['所在的行 (their lines)', ({ found }) => found.some(({ text }) => text === '\t16')],
  ['大纲 (symbols)', ({ sections }) => sections === 6],
  ['悬停 (hover)', ({ hover }) => /总计 = 自然人 .* = 15 ✗/.test(hover)],
  ['修复 (a code action)', ({ action, repaired }) => /15/.test(action) && repaired === '\t15'],
  ['补全 (completion)', ({ completion }) => completion > 0],
  ['格式化 (formatting)', ({ formatted }) => formatted === '\t15'],
];

let failed = 0;
for (const editor of EDITORS) {
  const start = performance.now();
  try {
    await install(editor);
    const got = await openedIn(editor);
    const lacking = EXPECTED.filter(([, holds]) => !holds(got)).map(([name]) => name);
    if (lacking.length > 0) throw new Error(`${lacking.join(', ')}: ${JSON.stringify(got)}`);
    console.log(`  ✔ ${editor.title} ${seconds(start)}`);
  } catch (error) {
    failed++;
    console.log(`  ✘ ${editor.title} ${seconds(start)}\n${error instanceof Error ? error.message : String(error)}`);
  }
}
failed += await vimKnowsReports();
process.exit(failed > 0 ? 1 : 0);

/** In Vim the server is started by a plugin for which the file type is enough; 1 where it is another. */
async function vimKnowsReports() {
  const start = performance.now();
  const [, line] = /```vim\n(.*)\n```/.exec(readFileSync(at('docs/editors/README.md'), 'utf8')) ?? [];
  const args = ['-es', '-Nu', 'vimrc', '-c', "call writefile([&filetype], 'filetype')", '-c', 'qall!', report];
  try {
    await install({ title: 'Vim', program: 'vim', packages: ['vim'] });
    const folder = temporaryFolder('vim');
    copyFileSync(at(`test/editor/fixtures/${report}`), path.join(folder, report));
    writeFileSync(path.join(folder, 'vimrc'), `set encoding=utf-8\nfiletype plugin on\n${line}\n`);
    const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
    await promisify(execFile)('vim', args, { cwd: folder, env, timeout: patience });
    const found = readFileSync(path.join(folder, 'filetype'), 'utf8').trim();
    if (found !== 'nianbao') throw new Error(`filetype ${found}`);
    console.log(`  ✔ Vim：文件类型 (file type) ${seconds(start)}`);
    return 0;
  } catch (error) {
    console.log(`  ✘ Vim ${seconds(start)}\n${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

async function install({ title, program, packages }) {
  if (findProgram(program)) return;
  await installPackages(packages, `找不到 ${title}：请安装 (not found, please install it): ${packages.join(' ')}`);
}

/** A report in a folder with blanks and Chinese in its name, opened with our server on the path; what was printed. */
async function openedIn({ program, args }) {
  const home = temporaryFolder('editors');
  const folder = path.join(home, '年报 文件夹');
  const programs = path.join(home, 'bin');
  for (const each of [folder, programs]) mkdirSync(each);
  copyFileSync(at(`test/editor/fixtures/${report}`), path.join(folder, report));
  const server = path.join(programs, 'nianbao-language-server');
  writeFileSync(server, `#!/bin/sh\nexec '${process.execPath}' '${at('dist/server.js')}' "$@"\n`);
  chmodSync(server, 0o755);
  const env = {
    ...process.env,
    PATH: `${programs}${path.delimiter}${process.env.PATH}`,
    HOME: home,
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
  };
  const { stdout } = await promisify(execFile)(program, args, { cwd: folder, env, timeout: patience });
  return JSON.parse(stdout.slice(stdout.indexOf('{')));
}
