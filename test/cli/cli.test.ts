import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildReport } from '../support/report-builder';

const program = path.resolve(import.meta.dirname, '../../dist/cli.js');
const clean = buildReport({ edition: '2021' });
const wrong = buildReport({
  edition: '2021',
  values: { new: { 'natural-person': 3, total: 4 }, 'carried-out': { 'natural-person': 3, total: 3 } },
});

if (!existsSync(program)) throw new Error('The command line is tested as it is built: npm run build');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'nianbao-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: string | Uint8Array): void => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
};

interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line in the folder. */
const nianbao = (...args: readonly string[]): Promise<Run> =>
  new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { cwd: folder }, (error, out, err) =>
      resolve({ status: error === null ? 0 : Number(error.code), out, err }),
    );
  });

describe('nianbao check', () => {
  it('ends with 0 where nothing is found, with 1 where something is, and with 2 where something cannot be read', async () => {
    write('clean.txt', clean);
    write('wrong.txt', wrong);
    write('picture.txt', new Uint8Array([0, 1, 2, 0]));
    expect((await nianbao('check', 'clean.txt')).status).toBe(0);
    expect((await nianbao('check', 'wrong.txt')).status).toBe(1);
    expect((await nianbao('check', 'wrong.txt', '--fail-on', 'never')).status).toBe(0);
    const all = await nianbao('check', '.');
    expect(all.status).toBe(2);
    expect(all.err).toContain('picture.txt: 不是文本文件');
    expect(all.out).toContain('[row-total-mismatch]');
  });

  it('reads folders and patterns, each file once, however many ways lead to it', async () => {
    write('2023/水务局.txt', wrong);
    write('2023/说明.docx', 'PK');
    symlinkSync('..', path.join(folder, '2023/up'));
    for (const args of [[], ['2023'], ['2023/*.txt', '.']]) {
      const { out } = await nianbao('check', ...args);
      expect(out.match(/\[row-total-mismatch\]/g), args.join(' ')).toHaveLength(1);
    }
  });

  it.each(['gb18030', 'utf-16le', 'utf-16be', 'utf8'])('finds the same in %s as in UTF-8', async (encoding) => {
    write('plain.txt', wrong);
    write('other.txt', iconv.encode(wrong, encoding, { addBOM: encoding !== 'gb18030' }));
    const [plain, other] = await Promise.all([nianbao('check', 'plain.txt'), nianbao('check', 'other.txt')]);
    expect(other.out.replaceAll('other', 'plain')).toBe(plain.out);
    expect(plain.out).toContain('[row-total-mismatch]');
  });

  it('tells findings with places from 0 in JSON', async () => {
    write('wrong.txt', wrong);
    const { version, files, summary } = JSON.parse((await nianbao('check', 'wrong.txt', '--format', 'json')).out) as {
      readonly version: number;
      readonly files: readonly {
        readonly path: string;
        readonly year: number;
        readonly findings: readonly { rule: string; range: { start: { line: number } } }[];
      }[];
      readonly summary: { readonly files: number; readonly errors: number };
    };
    expect([version, files.length, files[0]!.path]).toEqual([1, 1, 'wrong.txt']);
    expect(summary).toMatchObject({ files: 1, errors: files[0]!.findings.length });
    const total = files[0]!.findings.find(({ rule }) => rule === 'row-total-mismatch')!;
    expect(wrong.split('\n')[total.range.start.line]).toContain('一、本年新收政府信息公开申请数量');
  });

  it('writes what code hosts read: SARIF, and lines for GitHub', async () => {
    write('年报.txt', wrong);
    const sarif = JSON.parse((await nianbao('check', '年报.txt', '--format', 'sarif')).out) as {
      readonly version: string;
      readonly runs: readonly { readonly results: readonly { readonly ruleId: string }[] }[];
    };
    expect(sarif.version).toBe('2.1.0');
    expect(sarif.runs[0]!.results.map(({ ruleId }) => ruleId)).toContain('row-total-mismatch');
    expect((await nianbao('check', '年报.txt', '--format', 'github')).out).toMatch(/^::error file=/m);
  });

  it('heeds the configuration of the folder', async () => {
    write('wrong.txt', wrong);
    write('nianbao.config.json', '{ "rules": { "row-total-mismatch": "off", "balance-mismatch": "off" } }');
    const { status, out } = await nianbao('check', 'wrong.txt');
    expect(out).not.toContain('[row-total-mismatch]');
    expect(status).toBe(0);
  });

  it('says that a text is no report', async () => {
    write('通知.txt', '请各科室于周五前报送材料。\n');
    const { status, out, err } = await nianbao('check', '通知.txt');
    expect(status).toBe(0);
    expect(out + err).toContain('未识别为年度报告');
  });
});

describe('nianbao read', () => {
  it('prints every value, as JSON or one a line', async () => {
    write('wrong.txt', wrong);
    const { files } = JSON.parse((await nianbao('read', 'wrong.txt')).out) as {
      readonly files: readonly {
        readonly tables: readonly {
          readonly id: string;
          readonly rows: readonly { readonly id: string; readonly cells: readonly { value: number }[] }[];
        }[];
      }[];
    };
    const row = files[0]!.tables.find(({ id }) => id === 'requests')!.rows.find(({ id }) => id === 'new')!;
    expect(row.cells.map(({ value }) => value)).toEqual([3, 0, 0, 0, 0, 0, 4]);
    expect((await nianbao('read', 'wrong.txt', '--format', 'csv')).out.split(/\r?\n/)).toContainEqual(
      expect.stringMatching(
        /^wrong\.txt,青禾县水务局,2024,2021,requests,new,total,4,4,[^,]+,一、本年新收政府信息公开申请数量,总计$/,
      ),
    );
  });
});

describe('nianbao convert', () => {
  it('prints the text in another layout, and back again as it was', async () => {
    write('tsv.txt', clean);
    const cells = (await nianbao('convert', 'tsv.txt', '--to', 'cells')).out;
    expect(cells).not.toBe(clean);
    write('cells.txt', cells);
    expect((await nianbao('convert', 'cells.txt', '--to', 'tsv')).out).toBe(clean);
  });

  it('writes a file back in its own encoding', async () => {
    write('gb.txt', iconv.encode(clean, 'gb18030'));
    expect((await nianbao('convert', 'gb.txt', '--to', 'markdown', '--write')).out).toBe('');
    const written = iconv.decode(readFileSync(path.join(folder, 'gb.txt')), 'gb18030');
    expect(written).toContain('| 一、本年新收政府信息公开申请数量 |');
  });
});

describe('nianbao explain', () => {
  it('tells what a rule is about', async () => {
    expect((await nianbao('explain', 'row-total-mismatch')).out).toContain('row-total-mismatch');
    expect((await nianbao('explain')).out).toContain('leftover-placeholder');
  });
});

describe('wrong use', () => {
  it.each([
    [['frobnicate'], 'frobnicate'],
    [['check', '--nope'], '--nope'],
    [['check', '--format', 'xml'], 'text, json, ndjson, sarif, github'],
    [['check', '不在.txt'], '不在.txt'],
    [['read'], 'path'],
    [['explain', 'nope'], 'nope'],
    [['convert', '--to', 'html', 'a.txt'], 'cells, tsv'],
  ])('ends with 2 and says what is wrong: %j', async (args, said) => {
    const { status, err } = await nianbao(...args);
    expect(status).toBe(2);
    expect(err).toMatch(/^nianbao: /);
    expect(err).toContain(said);
  });
});
