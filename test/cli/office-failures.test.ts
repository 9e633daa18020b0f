import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
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
    if (whole.length === 0 && args[0] !== 'letter')
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

  it('mend the same reports, each once', async () => {
    const sound = Array.from({ length: 8 }, (_, i) => report(`青禾县第${i}局`));
    sound.forEach((text, i) => write(`a/${i}.txt`, text.replace('五、', '5、')));
    const runs = await Promise.all([1, 2, 3].map(() => started(['fix', at('a')])));
    for (const { status, err } of runs) expect([0, 2], err).toContain(status);
    expect(readdirSync(at('a')).sort()).toEqual(sound.map((_, i) => `${i}.txt`));
    sound.forEach((text, i) => expect(readFileSync(at(`a/${i}.txt`), 'utf8')).toBe(text));
  });

  it('write one whole baseline', async () => {
    for (let i = 0; i < 8; i++) write(`a/${i}.txt`, report(`青禾县第${i}局`).replace('五、', '5、'));
    const arguments_ = ['check', '--fail-on', 'never', '--write-baseline', at('known.json'), at('a')];
    const runs = await Promise.all([1, 2, 3].map(() => started(arguments_)));
    expect(runs.map(({ status }) => status)).toEqual([0, 0, 0]);
    const again = await started(['check', '--fail-on', 'hint', '--baseline', at('known.json'), at('a')]);
    expect(again.status).toBe(0);
    expect(readdirSync(at('.')).sort()).toEqual(['a', 'known.json']);
  });
});

describe('a report that changes while others are read', () => {
  /** Does something to the files as soon as the first report is judged. */
  function meanwhile(change: () => void): void {
    const { check } = ruleById('missing-title')!;
    let isDone = false;
    vi.spyOn(ruleById('missing-title')!, 'check').mockImplementation((context) => {
      if (!isDone) change();
      isDone = true;
      return check(context);
    });
  }
  const stated = (body: string, year: number, row: 'carried-in' | 'carried-out', value: number): string =>
    buildReport({ edition: '2021', year, body, values: { [row]: [value, 0, 0, 0, 0, 0, value] } });

  it('is judged as it is in its turn, and never by the last year of whom it was about before', async () => {
    write('a/1.txt', report('青禾县水务局'));
    write('a/2.txt', stated('青禾县司法局', 2022, 'carried-out', 5));
    write('a/3.txt', stated('青禾县司法局', 2023, 'carried-in', 5));
    meanwhile(() => write('a/3.txt', stated('青禾县民政局', 2023, 'carried-in', 7)));
    const { out } = await nianbao('check', '--jobs', '1', '--format', 'json', 'a');
    const { files } = JSON.parse(out) as { files: { path: string; body: string; findings: { rule: string }[] }[] };
    const changed = files.find(({ path }) => path.endsWith('3.txt'))!;
    expect(changed.body).toBe('青禾县民政局');
    expect(changed.findings.map(({ rule }) => rule)).not.toContain('carry-over-mismatch');
  });

  it('is told where it is gone, cut off or no text any more, and the others are checked', async () => {
    for (const name of ['1', '2', '3', '4', '5']) write(`a/${name}.txt`, report(`青禾县第${name}局`));
    meanwhile(() => {
      rmSync(at('a/2.txt'));
      write('a/3.txt', report('青禾县第3局').split('五、')[0]!);
      write('a/4.txt', new Uint8Array([0, 1, 2, 3, 0, 0]));
    });
    const { status, out, err } = await nianbao('check', '--jobs', '1', '--format', 'json', 'a');
    const { files, summary } = JSON.parse(out) as {
      files: { path: string; findings: { rule: string }[] }[];
      summary: { failures: number };
    };
    const namesOf = files.map(({ path }) => path.slice(-5));
    expect([status, summary.failures, namesOf]).toEqual([2, 2, ['1.txt', '3.txt', '5.txt']]);
    expect(err).toMatch(/2\.txt: [^]*4\.txt: /);
    expect(files[1]!.findings.map(({ rule }) => rule)).toContain('missing-section');
  });

  it('is left as somebody else wrote it where fix would write it, and that is told', async () => {
    write('a/1.txt', report('青禾县水务局').replace('五、', '5、'));
    const theirs = report('青禾县水务局', 2).replace('五、', '5、');
    meanwhile(() => write('a/1.txt', `${theirs}\n`));
    const { status, err } = await nianbao('fix', 'a');
    expect([status, err]).toEqual([2, expect.stringMatching(/1\.txt: /)]);
    expect(readFileSync(at('a/1.txt'), 'utf8')).toBe(`${theirs}\n`);
    expect(readdirSync(at('a'))).toEqual(['1.txt']);
  });

  it('is whole whenever it is read, as long as it is replaced as this program replaces files', async () => {
    for (let i = 0; i < 20; i++) write(`a/${i}.txt`, report(`青禾县第${i}局`).replace('五、', '5、'));
    const [fixed, checked] = await Promise.all([
      started(['fix', at('a')]),
      started(['check', '--format', 'json', '--fail-on', 'never', at('a')]),
    ]);
    expect([fixed.status, checked.status]).toEqual([0, 0]);
    const { files } = JSON.parse(checked.out) as { files: { findings: { rule: string }[] }[] };
    const found = new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
    expect([files.length, [...found].filter((rule) => rule !== 'misnumbered-section')]).toEqual([20, []]);
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
