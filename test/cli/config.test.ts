import { mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encode } from '../../server/src/files/decode';
import { nianbao, temporaryFolder } from '../support/command-line';
import { buildReport } from '../support/report-builder';

const { at, write, pipe } = temporaryFolder();
const wrong = buildReport({ edition: '2021', values: { new: { 'natural-person': 3, total: 4 } } });
const CONFIG = 'nianbao.config.json';
/** What is found with the defaults. */
const FOUND = ['row-total-mismatch', 'balance-mismatch'];

async function checked(...args: readonly string[]) {
  const { status, out, err } = await nianbao('check', '--format', 'json', ...args);
  const { files } = JSON.parse(out) as { files: { findings: { rule: string }[] }[] };
  return { status, err, rules: [...new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)))] };
}

describe('a configuration that cannot be used', () => {
  it.each<[string, () => void, string]>([
    ['a folder', () => mkdirSync(at(CONFIG)), '是文件夹'],
    ['a pipe', () => pipe(CONFIG), '不是普通文件'],
    ['a link to a device', () => symlinkSync('/dev/zero', at(CONFIG)), '不是普通文件'],
    [
      'too large',
      () => void write(CONFIG, `{"rules":{"row-total-mismatch":"off"}}${' '.repeat(1_000_000)}`),
      '超过 1 MB',
    ],
    ['no text', () => void write(CONFIG, new Uint8Array([0, 1])), '不是文本文件'],
    ['deep', () => void write(CONFIG, '['.repeat(20_000)), '嵌套超过 64 层'],
    ['no JSON', () => void write(CONFIG, '{"rules":{"row-total-mismatch":"off"}'), '不是有效的 JSON'],
  ])('is told once and the defaults are used: %s', async (_, make, said) => {
    write('a.txt', wrong);
    write('b/c.txt', wrong);
    make();
    const { status, err, rules } = await checked('a.txt', 'b');
    const lines = err
      .trimEnd()
      .split('\n')
      .filter((line) => !line.includes('按上级文件夹的配置'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(said);
    expect(lines[0]!.startsWith(`nianbao: ${at(CONFIG)}`)).toBe(true);
    expect([status, rules]).toEqual([1, FOUND]);
  });

  it('is a wrong use where it was asked for', async () => {
    write('a.txt', wrong);
    mkdirSync(at('folder'));
    for (const name of ['folder', 'nowhere', '/dev/zero']) {
      const { status, out, err } = await nianbao('check', '--config', name, 'a.txt');
      expect([status, out, err.split('\n').length]).toEqual([2, '', 2]);
      expect(err).toMatch(/^nianbao: --config: /);
    }
  });

  it('is no reason to end otherwise: what is found decides', async () => {
    write('a.txt', buildReport({ edition: '2021' }));
    write(CONFIG, '{"ignores":[7]}');
    expect(await checked('.')).toEqual({
      status: 0,
      err: expect.stringMatching(/:1:13: .*（?.*not used\)\n$/),
      rules: [],
    });
  });
});

describe('a faulty entry', () => {
  it('silences nothing, and is told with its line and column', async () => {
    write('a.txt', wrong);
    write(
      CONFIG,
      '{"ignores":[\n  {"rule":"row-total-mismatch","body":["甲","乙"],"reason":"x"},\n  {"rule":"balance-mismatch","reason":"x"}\n]}',
    );
    const { status, err, rules } = await checked('.');
    expect([status, rules]).toEqual([1, ['row-total-mismatch']]);
    expect(err).toMatch(new RegExp(`^nianbao: ${at(CONFIG)}:2:39: “body”应为：文字；这一条未采用 \\(.*\\)\\n$`));
  });
});

describe('a configuration', () => {
  it.each(['utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'] as const)('is read in %s', async (encoding) => {
    write('a.txt', wrong);
    const text = '{"ignores":[{"rule":"row-total-mismatch","body":"青禾县水务局","reason":"已核实"}]}';
    write(
      CONFIG,
      encode(encoding === 'gb18030' ? text : `\ufeff${text}`, encoding === 'utf-8-bom' ? 'utf-8' : encoding)!,
    );
    expect(await checked('a.txt')).toEqual({ status: 1, err: '', rules: ['balance-mismatch'] });
  });

  it('is named where it lies outside of what is checked, and only there', async () => {
    write('2023/a.txt', wrong);
    write('2023/b.txt', wrong);
    write(CONFIG, '{"rules":{"row-total-mismatch":"off"}}');
    expect((await checked('.')).err).toBe('');
    expect((await checked('--config', CONFIG, '2023')).err).toBe('');
    for (const args of [['2023'], ['2023/a.txt', '2023/b.txt'], ['2023/*.txt']]) {
      const { err, rules } = await checked(...args);
      expect([err, rules]).toEqual([
        `nianbao: 按上级文件夹的配置检查 (checked by a configuration above): ${at(CONFIG)}\n`,
        ['balance-mismatch'],
      ]);
    }
  });
});
