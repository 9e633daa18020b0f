import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LARGEST_IN_FOLDER } from '../../server/src/folder/report-files';
import { nianbao, started, temporaryFolder } from '../support/command-line';
import { buildReport } from '../support/report-builder';

const { at, write, pipe } = temporaryFolder();
const clean = buildReport({ edition: '2021' });
const wrong = buildReport({ edition: '2021', values: { new: { 'natural-person': 3, total: 4 } } });

interface Summary {
  readonly files: number;
  readonly unrecognised: number;
  readonly failures: number;
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}
const summaryOf = (out: string): Summary => (JSON.parse(out) as { summary: Summary }).summary;

describe('what is not looked at', () => {
  it('is counted in the summary, by reason and with an example; the rest is checked', async () => {
    write('a.txt', clean);
    write('通知.txt', '请各科室于周五前报送材料。\n');
    write('大.txt', `${wrong}${' '.repeat(LARGEST_IN_FOLDER)}`);
    write('.old/b.txt', wrong);
    write('.git/c.txt', wrong);
    symlinkSync('/dev/zero', at('z.txt'));
    pipe('p.txt');
    const text = await nianbao('check', '.');
    expect([text.status, text.err]).toEqual([0, '']);
    expect(text.out.split('\n').slice(-3)).toEqual([
      '共 2 个文件，1 份未识别为年报：错误 0，警告 0，提示 0，建议 0',
      '未查看：过大 1（大.txt），不是普通文件 2（p.txt 等），隐藏 2（.git 等）',
      '',
    ]);
    const { files, unrecognised, failures, skipped } = summaryOf(
      (await nianbao('check', '--format', 'json', '.', './*.txt')).out,
    );
    expect([files, unrecognised, failures]).toEqual([2, 1, 0]);
    expect(skipped.map(({ path, reason }) => `${path} ${reason}`).sort()).toEqual([
      '.git hidden',
      '.old hidden',
      'p.txt not-regular',
      'z.txt not-regular',
      '大.txt too-large',
    ]);
    for (const args of [
      ['check', '--format', 'sarif'],
      ['check', '--format', 'github'],
      ['read'],
      ['convert', '--to', 'cells', '--write'],
    ])
      expect((await nianbao(...args, '.')).err, args.join(' ')).toMatch(/^nianbao: 未查看：过大 1/);
  });

  it('is read where it is named, if it is a file', async () => {
    write('大.txt', `${wrong}${'\n'.repeat(LARGEST_IN_FOLDER)}`);
    write('.b.txt', wrong);
    symlinkSync('.b.txt', at('link.txt'));
    for (const name of ['大.txt', '.b.txt', 'link.txt']) expect((await nianbao('check', name)).status, name).toBe(1);
  });

  it('of another program is told how to bring in, named or found', async () => {
    const name = '青禾县水务局2024年政府信息公开工作年度报告.docx';
    write(`送/${name}`, new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]));
    expect(await nianbao('check', `送/${name}`)).toMatchObject({
      status: 2,
      err: `nianbao: 送/${name}: 不是文本文件，请先用 nianbao import 转为文本 (not a text file; bring it in with nianbao import first)\n`,
    });
    expect((await nianbao('check', '送')).out).toContain(
      `未查看：须先导入的 Word、Excel、网页、PDF 年报 1（送/${name}）`,
    );
  });

  it('is refused in one line where it is named and no file, and the others are checked', async () => {
    write('a.txt', wrong);
    pipe('p.txt');
    symlinkSync('p.txt', at('to-pipe.txt'));
    symlinkSync('/dev/zero', at('z.txt'));
    for (const name of ['p.txt', 'to-pipe.txt', 'z.txt']) {
      const { status, out, err } = await nianbao('check', name, 'a.txt');
      expect([status, err]).toEqual([
        2,
        `nianbao: ${name}: 不是普通文件（而是管道、设备等） (not a regular file but a pipe, a device or the like)\n`,
      ]);
      expect(out).toContain('[row-total-mismatch]');
      expect(out).toContain('，1 处未能检查');
    }
  });

  it('is told by its name where it is a folder that cannot be read', async () => {
    write('a.txt', clean);
    mkdirSync(at('x/closed'), { recursive: true });
    chmodSync(at('.'), 0o755);
    chmodSync(at('x/closed'), 0);
    for (const args of [['.'], ['x/closed'], ['x/**/*.txt', 'a.txt']]) {
      const { status, err } = await started(['check', ...args], { asNobody: true });
      expect([status, err]).toEqual([2, 'nianbao: x/closed: 没有权限 (permission denied)\n']);
    }
    chmodSync(at('x/closed'), 0o755);
  });
});

describe('a pattern', () => {
  it('takes what is there for what it is, whatever characters it has', async () => {
    write('报告(2024)/[归档]/a.txt', wrong);
    write('报告(2024)/归/b.txt', wrong);
    for (const [pattern, names] of [
      ['报告(2024)/[归档]/*.txt', ['a']],
      ['报告(2024)/**/*.txt', ['a', 'b']],
      ['*/[归档]/?.txt', ['a', 'b']],
      [at('报告(2024)/{归,x}/*'), ['b']],
    ] as const) {
      const { status, out } = await nianbao('check', '--format', 'json', pattern);
      const { files } = JSON.parse(out) as { files: { path: string }[] };
      expect([status, files.map(({ path }) => /(\w)\.txt$/.exec(path)![1])], pattern).toEqual([1, names]);
    }
    expect(await nianbao('check', '报告*/*.md')).toMatchObject({
      status: 2,
      err: 'nianbao: 报告*/*.md: 没有匹配的文件 (no file matches)\n',
    });
  });

  it('reaches what is hidden where it names it, and may match what is there already', async () => {
    write('a.txt', wrong);
    write('x/.归档/b.txt', wrong);
    write('x/.git/c.txt', wrong);
    for (const [patterns, names] of [
      [['**/.归档/*.txt'], ['b']],
      [
        ['*/.归*/b.txt', 'x/.git/*.txt'],
        ['b', 'c'],
      ],
      [['a.txt', '*.txt'], ['a']],
      [['*', 'a.txt', '.'], ['a']],
    ] as const) {
      const { status, out } = await nianbao('check', '--format', 'json', ...patterns);
      const { files } = JSON.parse(out) as { files: { path: string }[] };
      expect([status, files.map(({ path }) => /(\w)\.txt$/.exec(path)![1])], patterns.join(' ')).toEqual([1, names]);
    }
  });
});
