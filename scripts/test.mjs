// @ts-check
// `npm test`: runs every step, whatever the earlier ones came to, and ends with `N passed, M failed`.
// `node scripts/test.mjs editor window` runs only the steps that are named.
import path from 'node:path';
import process from 'node:process';
import { endAll, interruption, run } from './process.mjs';
import { seconds } from './progress.mjs';

const root = path.join(import.meta.dirname, '..');
const limit = 20 * 60_000;
/** @returns {[string, string[]]} */
const npm = (...args) => ['npm', ['run', '--silent', ...args]];
/** @returns {[string, string[]]} */
const node = (...args) => [process.execPath, args];

/**
 * What the browser-served VS Code, its Chromium and Debian's packages run on. Elsewhere the tests in the editor take
 * the desktop VS Code, and the steps that need more are left out.
 */
const LINUX = 'linux-x64';
const here = `${process.platform}-${process.arch}`;

/**
 * In the order in which a fault is understood soonest; `on` is the one system that a step runs on.
 *
 * @type {readonly { name: string, title: string, command: [string, string[]], on?: string }[]}
 */
const steps = [
  { name: 'build', title: '构建 (build)', command: npm('build') },
  { name: 'types', title: '类型检查 (types)', command: npm('types') },
  { name: 'lint', title: '代码检查 (lint)', command: npm('lint') },
  {
    name: 'generated',
    title: '生成文件是最新的 (generated files are fresh)',
    command: npm('generate', '--', '--check'),
  },
  { name: 'unit', title: '单元测试 (unit tests)', command: npm('unit') },
  {
    name: 'fuzz',
    title: '变异测试，两分钟 (fuzzing, two minutes)',
    command: npm('fuzz', '--', '--minutes', '2', '--seed', '20210926'),
  },
  { name: 'package', title: '打包 (package)', command: npm('package') },
  { name: 'page', title: '浏览器页面 (the page for browsers)', command: node('test/page/run.mjs'), on: LINUX },
  {
    name: 'editors',
    title: '其他编辑器 (other editors: Neovim, Emacs)',
    command: node('test/editors/run.mjs'),
    on: LINUX,
  },
  { name: 'shells', title: '补全 (completion in zsh, fish)', command: node('test/shells/run.mjs'), on: LINUX },
  { name: 'editor', title: '编辑器内测试，桌面版 (in the editor, desktop)', command: node('test/editor/run.mjs') },
  {
    name: 'editor-web',
    title: '编辑器内测试，网页版 (in the editor, web)',
    command: node('test/editor/run.mjs', 'web'),
    on: LINUX,
  },
  { name: 'window', title: '真实窗口 (a real window)', command: node('test/window/run.mjs'), on: LINUX },
];

process.exitCode = await main(process.argv.slice(2));

async function main(names) {
  const unknown = names.filter((name) => steps.every((step) => step.name !== name));
  if (unknown.length > 0) {
    console.error(
      `没有这些步骤 (no such steps): ${unknown.join(' ')}\n可选 (there are): ${steps.map(({ name }) => name).join(' ')}`,
    );
    return 2;
  }
  const wanted = names.length > 0 ? steps.filter(({ name }) => names.includes(name)) : steps;
  const chosen = wanted.filter(({ on = here }) => on === here);
  for (const { title, on } of wanted.filter((step) => !chosen.includes(step)))
    console.log(
      `略过：${title} 只能在 ${on} 上运行，此处为 ${here} (left out: it runs on ${on} alone, and this is ${here})`,
    );
  const interrupted = interruption().then(() => undefined);
  const results = await Promise.race([runAll(chosen), interrupted]);
  await endAll();
  return results ? report(results) : 130;
}

async function runAll(chosen) {
  const results = [];
  for (const [index, step] of chosen.entries()) {
    console.log(`\n━━ ${index + 1}/${chosen.length} ${step.title}`);
    const start = performance.now();
    const status = await attempt(step);
    const result = { ...step, status, duration: seconds(start) };
    console.log(line(result));
    results.push(result);
  }
  return results;
}

/** A step that cannot even start has failed like any other. */
async function attempt({ command: [program, args] }) {
  try {
    return await run(program, args, { cwd: root, limit });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

function line({ title, status, duration }) {
  return status === 0 ? `✔ ${title} ${duration}` : `✘ ${title} ${duration}，状态 (status) ${status}`;
}

function report(results) {
  const failed = results.filter(({ status }) => status !== 0).length;
  console.log(`\n━━ 小结 (summary)\n${results.map(line).join('\n')}\n`);
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
