// What is packed for npm, installed without network into a folder whose name has spaces and Chinese.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyEdits, read } from '../../server/src/library/index';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), '年报 包 '));
const packed = path.join(folder, 'node_modules/nianbao');
const windows = process.platform === 'win32';

/** Reports of one body, in the second of which a total is wrong. */
const LAST_YEAR = '望川县自然资源局2023年政府信息公开工作年度报告.txt';
const REPORT = '望川县自然资源局2024年政府信息公开工作年度报告.txt';

interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function run(command: string, args: readonly string[], input = ''): Outcome {
  const shell = windows && command !== process.execPath;
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', input, shell });
  return { status, out: stdout, err: stderr };
}

/** What a script prints that stands in the folder. */
function printed(name: string, text: string): string {
  writeFileSync(path.join(folder, name), text);
  const { status, out, err } = run(process.execPath, [name]);
  expect(status, err).toBe(0);
  return out;
}

const program = (name: string): string => path.join('node_modules/.bin', windows ? `${name}.cmd` : name);

beforeAll(() => {
  // What is to be released can be given; else it is packed of what was built last.
  const tarball = process.env['NIANBAO_TARBALL'] ?? pack();
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
  const { status, err } = run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball]);
  expect(status, err).toBe(0);
  copyFileSync(path.join(root, 'samples', LAST_YEAR), path.join(folder, LAST_YEAR));
  writeFileSync(path.join(folder, REPORT), withWrongTotal(readFileSync(path.join(root, 'samples', REPORT), 'utf8')));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function withWrongTotal(text: string): string {
  const [row] = read(text)[0]!.tables.find(({ id }) => id === 'requests')!.rows;
  const total = row!.cells.find(({ column }) => column === 'total')!;
  return applyEdits(text, [{ range: total.range, newText: String(total.value! + 1) }]);
}

function pack(): string {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['pack', '--ignore-scripts', '--offline', '--json', '--pack-destination', folder],
    { cwd: root, encoding: 'utf8', shell: windows },
  );
  expect(status, stderr).toBe(0);
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  return path.join(folder, filename);
}

const USE = `
const text = readFileSync('${REPORT}', 'utf8');
const [report] = check(text);
const [finding] = report.findings.filter(({ rule }) => rule.endsWith('total-mismatch') || rule === 'balance-mismatch');
const mended = applyEdits(text, finding.fixes[0].edits);
const values = read(text)[0].tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).length;
console.log(JSON.stringify({
  year: report.year, severity: finding.severity, message: finding.message,
  left: check(mended)[0].findings.some(({ message }) => message === finding.message),
  values, markdown: convert(text, 'markdown').refused.length,
  clean: fixAll(template({ body: '青禾县水务局', year: 2023 })).text.includes('青禾县水务局2023年'),
}));
`;
const FACE = 'applyEdits, check, convert, fixAll, read, template';

describe('the library', () => {
  it('finds a wrong total and mends it, imported and required', () => {
    const imported = printed(
      '导入.mjs',
      `import { readFileSync } from 'node:fs';\nimport { ${FACE} } from 'nianbao';${USE}`,
    );
    const required = printed(
      '引用.cjs',
      `const { readFileSync } = require('node:fs');\nconst { ${FACE} } = require('nianbao');${USE}`,
    );
    expect(JSON.parse(imported)).toEqual({
      year: 2024,
      severity: 'error',
      message: expect.stringContaining('应为') as string,
      left: false,
      values: expect.any(Number) as number,
      markdown: 0,
      clean: true,
    });
    expect(required).toBe(imported);
  });

  it('has no other names than those that are documented', () => {
    const names = printed('名称.mjs', `import * as face from 'nianbao';\nconsole.log(Object.keys(face).join(', '));`);
    expect(names.trim()).toBe(FACE);
    const types = readFileSync(path.join(packed, 'dist/library.d.ts'), 'utf8');
    const declared = [...types.matchAll(/(\/\*\*(?:(?!\*\/)[^])*\*\/\s*)?^export declare function (\w+)/gm)];
    expect(declared.map(([, , name]) => name).sort()).toEqual(FACE.split(', '));
    expect(declared.filter(([, comment]) => comment === undefined)).toEqual([]);
  });

  it('needs no host: the module imports nothing and is the same in browsers', () => {
    const text = readFileSync(path.join(packed, 'dist/library.mjs'), 'utf8');
    expect(/\bimport\s*[{*(]|\bimport"|\bfrom"|\brequire\(|\bprocess\./.exec(text)).toBeNull();
  });

  it('says what is wrong with what it is given', () => {
    const tries = [
      `template({ year: 2018 })`,
      `template({ year: 2023, layout: 'aligned' })`,
      `convert('', 'words')`,
      `check('', { config: { rules: { 'no-such-rule': 'off' } } })`,
      `check('', { config: '{' })`,
      `check('', { locale: 'fr' })`,
    ];
    const thrown = tries.map((one) => `try { ${one}; console.log('-') } catch (error) { console.log(error.name) }`);
    const names = printed('错误.mjs', `import { ${FACE} } from 'nianbao';\n${thrown.join('\n')}`);
    expect(names.trim().split('\n')).toEqual([
      'RangeError',
      'RangeError',
      'RangeError',
      'TypeError',
      'TypeError',
      'RangeError',
    ]);
  });

  it('gives last year’s places as such, and what is no report as none', () => {
    const out = printed(
      '上年.mjs',
      `import { readFileSync } from 'node:fs';
      import { check } from 'nianbao';
      const lastYear = readFileSync('${LAST_YEAR}', 'utf8');
      const text = readFileSync('${REPORT}', 'utf8');
      const places = check(text, { lastYear })[0].findings.flatMap(({ related }) => related);
      console.log(places.some(({ inLastYear }) => inLastYear), check('今天天气很好。')[0].reason);`,
    );
    expect(out.trim()).toBe('true nothing');
  });

  it('has types that hold under strict, however it is loaded', () => {
    const use = `
      const reports: readonly CheckedReport[] = check('', { locale: 'en', config: { rules: { 'thin-section': 'off' } } });
      const lines: readonly number[] = reports.flatMap(({ findings }) => findings.map(({ range }) => range.start.line));
      // @ts-expect-error Nothing is written in this layout.
      convert('', 'bars');
      const value: number | null | undefined = read('')[0]?.tables[0]?.rows[0]?.cells[0]?.value;
      export const all = [lines, value, template({ year: 2023 }), fixAll('').text, applyEdits('', [])];`;
    const imports = `import { ${FACE}, type CheckedReport } from 'nianbao';`;
    for (const name of ['用.mts', '用.cts']) writeFileSync(path.join(folder, name), imports + use);
    const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2022', '--lib', 'es2022'];
    for (const [module, resolution] of [
      ['nodenext', 'nodenext'],
      ['preserve', 'bundler'],
    ]) {
      const files = ['用.mts', '用.cts'];
      const args = [compiler, ...options, '--module', module!, '--moduleResolution', resolution!, ...files];
      const { status, out } = run(process.execPath, args);
      expect([status, out]).toEqual([0, '']);
    }
  }, 120_000);

  it('does what the README shows', () => {
    const readme = readFileSync(path.join(packed, 'README.md'), 'utf8');
    const [, example] = /```js\n(import [^]*?'nianbao'[^]*?)```/.exec(readme)!;
    copyFileSync(path.join(folder, LAST_YEAR), path.join(folder, '2023.txt'));
    copyFileSync(path.join(folder, REPORT), path.join(folder, '2024.txt'));
    expect(printed('示例.mjs', example!)).toMatch(/^\d+: .*应为/m);
  });
});

describe('the programs', () => {
  it('are the very bundles that were built', () => {
    for (const name of ['cli.js', 'server.js', 'exchange.js', 'THIRD-PARTY-NOTICES.txt'])
      expect(readFileSync(path.join(packed, 'dist', name)).equals(readFileSync(path.join(root, 'dist', name)))).toBe(
        true,
      );
    expect(readdirSync(path.join(packed, 'dist')).filter((name) => /client|preview|web/.test(name))).toEqual([]);
  });

  it('come with what other editors are told of them', () => {
    expect(readdirSync(path.join(packed, 'docs/editors')).sort()).toEqual(
      readdirSync(path.join(root, 'docs/editors')).sort(),
    );
  });

  it('check, import and explain', () => {
    const checked = run(program('nianbao'), ['check', REPORT]);
    expect(checked.status, checked.err).toBe(1);
    expect(checked.out).toContain('应为');
    const explained = run(program('nianbao'), ['explain', 'balance-mismatch']);
    expect([explained.status, explained.out.includes('勾稽')]).toEqual([0, true]);
    writeFileSync(path.join(folder, '网页.html'), '<p>望川县自然资源局2024年政府信息公开工作年度报告</p>');
    const imported = run(program('nianbao'), ['import', '--out', '导入的', '网页.html']);
    expect(imported.status, imported.err).toBe(0);
  });

  it('serve an editor', async () => {
    const server = spawn(program('nianbao-language-server'), ['--stdio'], { cwd: folder, shell: windows });
    const send = (message: object): void => {
      const content = JSON.stringify({ jsonrpc: '2.0', ...message });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
    };
    const closed = once(server, 'close');
    let out = '';
    server.stdout.setEncoding('utf8').on('data', (part: string) => {
      const before = out;
      out += part;
      const isNow = (words: string): boolean => out.includes(words) && !before.includes(words);
      if (isNow('"capabilities"')) send({ id: 2, method: 'shutdown' });
      if (isNow('"id":2')) send({ method: 'exit' });
    });
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    expect(await closed).toEqual([0, null]);
    expect(out).toContain('"hoverProvider"');
  });
});
