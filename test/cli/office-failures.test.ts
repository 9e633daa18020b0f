import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readDocument, ruleById } from '../../server/src/core/index';
import { nianbao, PROGRAM, started, temporaryFolder } from '../support/command-line';
import { buildReport } from '../support/report-builder';

const { at, write } = temporaryFolder();
const report = (body: string, licensing = 1): string =>
  buildReport({ edition: '2021', year: 2023, body, values: { licensing: [licensing] } });

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a disk that is full while results are written', () => {
  const COMMANDS: readonly (readonly string[])[] = [
    ['total', '--out', 'o.txt', 'a'],
    ['total', '--out', 'o.xlsx', 'a'],
    ['index', '--out', 'o.ndjson', 'a'],
    ['check', '--format', 'html', '--out', 'o.html', 'a'],
    ['check', '--format', 'xlsx', '--out', 'o.xlsx', 'a'],
    ['check', '--write-baseline', 'o.json', 'a'],
    ['letter', '--out', 'o', 'a'],
    ['fix', 'a'],
    ['convert', '--to', 'markdown', '--write', 'a'],
    ['export', '--to', 'docx', '--out', 'o', 'a'],
    ['export', '--to', 'html', '--out', 'o', 'a'],
    ['import', '--out', 'o', 'a/0.txt'],
    ['new', '--body', '青禾县水务局', '--year', '2024', '--out', 'o.txt'],
  ];
  const WRITES_NOTHING_ELSE = ['letter', 'export', 'import'];
  it.each(COMMANDS)('leaves nothing half-written: %s %s %s', (...args) => {
    for (let i = 0; i < 12; i++) write(`a/${i}.txt`, report(`青禾县第${i}局`).replace('五、', '5、'));
    const before = readdirSync(at('a')).map((name) => [name, readFileSync(at('a', name), 'utf8')]);
    // A shell’s limit on the size of files fails as a full disk does, in the middle of a file.
    const words = [process.execPath, PROGRAM, ...args].map((word) => `'${word}'`).join(' ');
    const { status, stderr } = spawnSync('bash', ['-c', `trap '' XFSZ; ulimit -f 1; ${words}`], {
      cwd: at('.'),
      encoding: 'utf8',
    });
    const left = readdirSync(at('.'), { recursive: true })
      .map(String)
      .filter((name) => !/^(?:a(?:[\\/]|$)|o$)/.test(name));
    const whole = left.filter((name) => readFileSync(at(name)).length <= 1024);
    expect([left, whole]).toEqual([whole, whole]);
    expect(readdirSync(at('a')).map((name) => [name, readFileSync(at('a', name), 'utf8')])).toEqual(before);
    if (whole.length === 0 && !WRITES_NOTHING_ELSE.includes(args[0]!))
      expect([status, stderr]).toEqual([2, expect.stringMatching(/^nianbao: /m)]);
  });
});

describe('two runs at once', () => {
  it('write one whole file, the one or the other', async () => {
    for (const [folder, licensing] of [
      ['a', 1],
      ['b', 2],
    ] as const)
      for (let i = 0; i < 5; i++) write(`${folder}/${i}.txt`, report(`青禾县第${i}局`, licensing));
    const runs = await Promise.all(
      ['a', 'b', 'a', 'b'].map((folder) => started(['total', '--force', '--out', at('sum.txt'), at(folder)])),
    );
    expect(runs.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
    const { tables } = readDocument(readFileSync(at('sum.txt'), 'utf8')).segments[0]!.report;
    expect(tables).toHaveLength(3);
    expect(readdirSync(at('.')).sort()).toEqual(['a', 'b', 'sum.txt']);
  });
});

describe('a total', () => {
  it('does not count a report of which a rule could not be judged', async () => {
    write('a/甲.txt', report('青禾县水务局', 3));
    write('a/乙.txt', report('青禾县司法局', 4));
    const { check } = ruleById('missing-row')!;
    let calls = 0;
    vi.spyOn(ruleById('missing-row')!, 'check').mockImplementation((context) => {
      if (calls++ === 0) throw new Error('reason');
      return check(context);
    });
    const { status, err } = await nianbao('total', '--out', 'sum.txt', 'a');
    expect([status, err]).toEqual([2, expect.stringMatching(/乙\.txt: 规则 missing-row 出错[^]*计入 1 份/)]);
  });

  it('finds the reports among many other files', async () => {
    for (let i = 0; i < 3_000; i++) write(`a/附件/${i}.jpg`, '');
    for (let i = 0; i < 20; i++) write(`a/说明${i}.txt`, '请按时报送。\n');
    write('a/甲.txt', report('青禾县水务局', 3));
    const { status, err } = await nianbao('total', '--out', 'sum.txt', 'a');
    expect([status, err]).toEqual([0, expect.stringContaining('计入 1 份，未计入 20 份')]);
  });

  it('tells a report that is gone when it is to be read', async () => {
    write('a/甲.txt', report('青禾县水务局', 3));
    expect(await nianbao('total', '--out', 'sum.txt', 'a/甲.txt', 'a/乙.txt')).toMatchObject({
      status: 2,
      err: expect.stringMatching(/乙\.txt: .*\n.*计入 1 份/) as string,
    });
  });
});
