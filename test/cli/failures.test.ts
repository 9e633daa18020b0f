import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Lines, ruleById } from '../../server/src/core/index';
import { ProseText } from '../../server/src/core/prose/prose-text';
import { nianbao, PROGRAM, started, temporaryFolder } from '../support/command-line';
import { buildReport } from '../support/report-builder';

const { write } = temporaryFolder();
const wrong = buildReport({
  edition: '2021',
  values: { new: { 'natural-person': 3, total: 4 }, 'carried-out': { 'natural-person': 3, total: 3 } },
});
const fail = (): never => {
  throw new Error('no\nreason');
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe('what fails in the program', () => {
  it('costs a rule its findings and no other rule its own, and is told', async () => {
    write('a.txt', wrong);
    vi.spyOn(ruleById('row-total-mismatch')!, 'check').mockImplementation(fail);
    const { status, out, err } = await nianbao('check', 'a.txt');
    expect(status).toBe(2);
    expect(err).toBe(
      'nianbao: a.txt: 规则 row-total-mismatch 出错，其余照常检查 (the rule failed, the others were checked): Error: no\\u000areason\n',
    );
    expect(out).toContain('[balance-mismatch]');
    expect(out).not.toContain('[row-total-mismatch]');
    expect(out).toContain('共 1 个文件，1 处未能检查：');
  });

  it('costs a finding its repairs alone, and is told', async () => {
    write('a.txt', wrong);
    vi.spyOn(ruleById('row-total-mismatch')!, 'repairs').mockImplementation(fail);
    const { status, out, err } = await nianbao('check', '--format', 'json', 'a.txt');
    const { files, summary } = JSON.parse(out) as {
      files: [{ findings: { rule: string; fixes: unknown[] }[] }];
      summary: object;
    };
    expect(status).toBe(2);
    expect(err).toContain('row-total-mismatch');
    expect(files[0].findings.find(({ rule }) => rule === 'row-total-mismatch')!.fixes).toEqual([]);
    expect(files[0].findings.find(({ rule }) => rule === 'balance-mismatch')!.fixes).not.toEqual([]);
    expect(summary).toMatchObject({ failures: 1 });
  });

  it.each([
    ['what rules look at', () => vi.spyOn(ProseText, 'of').mockImplementationOnce(fail)],
    ['reading', () => vi.spyOn(Lines, 'of').mockImplementationOnce(fail)],
  ])('costs a report where it is in %s: it does not look clean, the others are checked', async (_, breakOnce) => {
    write('a.txt', wrong);
    write('b.txt', wrong);
    breakOnce();
    const { status, out, err } = await nianbao('check', '--format', 'json', '.');
    const { files, summary } = JSON.parse(out) as { files: { path: string }[]; summary: object };
    expect(status).toBe(2);
    expect(err).toMatch(/^nianbao: a\.txt: 未能处理.*no\\u000areason\n$/);
    expect(files.map(({ path }) => path)).toEqual(['b.txt']);
    expect(summary).toMatchObject({ failures: 1 });
  });

  it('is told by read and convert, which write nothing then', async () => {
    write('a.txt', wrong);
    for (const args of [['read'], ['convert', '--to', 'cells', '--write']]) {
      vi.spyOn(Lines, 'of').mockImplementationOnce(fail);
      const { status, err } = await nianbao(...args, 'a.txt');
      expect([status, err]).toEqual([2, expect.stringMatching(/^nianbao: a\.txt: 未能处理/)]);
    }
  });

  it('ends with 3 and one line where nothing was prepared for it; where it was is told when asked for', async () => {
    const broken = "data:text/javascript,String.prototype.padEnd=()=>{throw new Error('no')}";
    const { status, out, err } = await started(['explain'], { env: { NODE_OPTIONS: `--import "${broken}"` } });
    expect([status, out, err]).toEqual([3, '', 'nianbao: 程序出错 (an error of the program): no\n']);
    const asked = await started(['explain'], { env: { NODE_OPTIONS: `--import "${broken}"`, NIANBAO_STACK: '1' } });
    expect([asked.status, asked.err.split('\n').length > 2]).toEqual([3, true]);
  });
});

describe('output that cannot be written', () => {
  it('is told, and ends with 2', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${PROGRAM}" explain > /dev/full`], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^nianbao: 输出未能写完.*\n$/)]);
  });

  it('is no error where nobody reads on', () => {
    write('a.txt', wrong);
    const { stdout, stderr } = spawnSync(
      'sh',
      [
        '-c',
        `"${process.execPath}" "${PROGRAM}" check --fail-on never a.txt | head -1; "${process.execPath}" "${PROGRAM}" check nowhere 2>&- | cat`,
      ],
      { encoding: 'utf8' },
    );
    expect(stdout).toMatch(/^a\.txt:/);
    expect(stderr).toBe('');
  });
});
