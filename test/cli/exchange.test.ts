import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { encode } from '../../server/src/files/decode';
import { nianbao, started, temporaryFolder } from '../support/command-line';
import { buildReport } from '../support/report-builder';

const { at, write } = temporaryFolder();
const report = buildReport({ edition: '2021' });
const inFolder = (name: string): readonly string[] => {
  try {
    return readdirSync(at(name));
  } catch {
    return [];
  }
};

/** The report with a total that its parts do not add up to. */
const wrong = (): string =>
  report.replace(/^(一、本年新收政府信息公开申请数量.*?)(\d+)$/m, (_, row: string) => `${row}99`);

describe('export', () => {
  it('names files by body and year, and leaves those that are there alone', async () => {
    write('a.txt', report);
    expect((await nianbao('export', '--to', 'html', '--out', 'out', 'a.txt')).status).toBe(0);
    const [name] = inFolder('out');
    expect(name).toMatch(/^.+\d{4}年政府信息公开工作年度报告\.html$/);
    writeFileSync(at('out', name!), 'mine');
    const again = await nianbao('export', '--to', 'html', '--out', 'out', 'a.txt');
    expect([again.status, readFileSync(at('out', name!), 'utf8')]).toEqual([2, 'mine']);
    expect(again.err).toContain('--force');
    expect((await nianbao('export', '--to', 'html', '--out', 'out', '--force', 'a.txt')).status).toBe(0);
    expect(readFileSync(at('out', name!), 'utf8')).toContain('<caption');
  });

  it('writes a file for each report of a volume', async () => {
    const year = (of: number): string => buildReport({ edition: '2021', year: of });
    write('汇编.txt', [year(2022), year(2023), year(2023)].join('\n'));
    const { status, err } = await nianbao('export', '--to', 'html', '--out', 'out', '汇编.txt');
    expect([status, err]).toEqual([0, '']);
    const name = (of: string): string => `青禾县水务局${of}年政府信息公开工作年度报告`;
    expect(inFolder('out').toSorted()).toEqual(
      [`${name('2022')}.html`, `${name('2023')}.html`, `${name('2023')} (2).html`].toSorted(),
    );
    for (const file of inFolder('out'))
      expect(readFileSync(at('out', file), 'utf8')).toContain(`<h1>${file.replace(/(?: \(2\))?\.html$/, '')}</h1>`);
  });

  it('marks what is wrong where it is asked to, and nothing else', async () => {
    write('a.txt', wrong());
    await nianbao('export', '--to', 'html', '--out', 'plain', 'a.txt');
    await nianbao('export', '--to', 'html', '--out', 'marked', '--marks', 'a.txt');
    const pageIn = (folder: string): string => readFileSync(at(folder, inFolder(folder)[0]!), 'utf8');
    expect(pageIn('plain')).not.toMatch(/data-added role|class="wrong"/);
    expect(pageIn('marked')).toMatch(/<td class="wrong">99<small class="remark" data-added>⚠ [^<]*总计/);
    expect(pageIn('marked')).toMatch(/处错误/);
  });

  it('keeps a stated total that is wrong a number, and a right one a sum with its value', async () => {
    write('a.txt', wrong());
    await nianbao('export', '--to', 'xlsx', '--out', 'out', 'a.txt');
    const parts = unzipSync(readFileSync(at('out', inFolder('out')[0]!)));
    const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/'));
    const cells = sheets.map(([, part]) => strFromU8(part)).join('');
    expect(cells).toMatch(/<c [^>]*><v>99<\/v>/);
    expect(cells).toMatch(/<f>SUM\([A-Z]+\d+:[A-Z]+\d+\)<\/f><v>\d+<\/v>/);
    expect(cells).not.toMatch(/<\/f><\/c>|<f>[^<]*<\/f><v>99/);
  });

  it('puts last year’s values beside where they are known and marks are wanted, and reads them as none of the report', async () => {
    const last = buildReport({ edition: '2021', year: 2023, values: { licensing: { decisions: 4321 } } });
    const own = buildReport({ edition: '2021', year: 2024, values: { licensing: { decisions: 40 } } });
    const name = (year: number): string => `青禾县水务局${year}年政府信息公开工作年度报告`;
    write(`${name(2023)}.txt`, last);
    write(`${name(2024)}.txt`, own);
    const sheetsIn = (folder: string): string =>
      Object.entries(unzipSync(readFileSync(at(folder, `${name(2024)}.xlsx`))))
        .filter(([part]) => /worksheets|sharedStrings/.test(part))
        .map(([, part]) => strFromU8(part))
        .join('');
    await nianbao('export', '--to', 'xlsx', '--out', 'plain', `${name(2024)}.txt`);
    await nianbao('export', '--to', 'xlsx', '--out', 'marked', '--marks', `${name(2024)}.txt`);
    expect(sheetsIn('plain')).not.toMatch(/4321|上年（供对照）/);
    expect(sheetsIn('marked')).toMatch(/<v>4321<\/v>/);
    await nianbao('import', '--out', 'back', at('marked', `${name(2024)}.xlsx`));
    const back = readFileSync(at('back', `${name(2024)}.txt`), 'utf8');
    expect(back).toContain('行政许可\t40');
    expect(back).not.toMatch(/4321|供对照/);
  });

  it('exports nothing of what is no report', async () => {
    write('a.txt', '停水通知\n明日停水。\n');
    const { status, err } = await nianbao('export', '--to', 'docx', '--out', 'out', 'a.txt');
    expect([status, inFolder('out')]).toEqual([2, []]);
    expect(err).toContain('没有认出年报');
  });
});

describe('import', () => {
  it('writes text in the layout that is wanted', async () => {
    write('旧稿.txt', encode(report, 'gb18030')!);
    expect((await nianbao('import', '--layout', 'markdown', '--out', 'out', '旧稿.txt')).status).toBe(0);
    expect(readFileSync(at('out', '旧稿.txt'), 'utf8')).toContain('| --- |');
  });

  it('goes on after a file that cannot be read, and says what is not there', async () => {
    write('坏.docx', 'PK\u0003\u0004broken');
    write('无表.html', '<p>一、总体情况</p><p>无</p><p>二、主动公开政府信息情况</p>');
    const { status, err } = await nianbao('import', '--out', 'out', '坏.docx', '无表.html');
    expect([status, inFolder('out')]).toEqual([2, ['无表.txt']]);
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/坏\.docx: .*已损坏/),
      expect.stringMatching(/无表\.html: 没有找到年报的表格/),
    ]);
  });
});

describe('a file with a password', () => {
  const locked = (name: string): string => path.resolve(import.meta.dirname, '../exchange/fixtures', name);

  it.each(['locked.docx', 'locked-standard.docx', 'locked.xlsx'])(
    'is told of in one sentence that says what to do: %s',
    async (name) => {
      const { status, err } = await nianbao('import', '--out', 'out', locked(name));
      expect([status, existsSync(at('out'))]).toEqual([2, false]);
      expect(err.trim()).toMatch(/^nianbao: .*文件有密码保护，无法读取；请打开后取消密码，另存再导入 \(.*\)$/);
    },
  );

  it('is no list of bodies', async () => {
    write('名单.xlsx', readFileSync(locked('locked.xlsx')));
    write('nianbao.config.json', '{"bodies":"名单.xlsx"}');
    write('a.txt', report);
    const { out, err } = await nianbao('check', '.');
    expect(out + err).toMatch(/名单\.xlsx.*文件有密码保护/);
    expect(out).not.toContain('缺少年报');
  });
});

describe('the built command line', () => {
  it('loads what reads and writes other files from its own bundle', async () => {
    write('a.txt', report);
    const run = await started(['export', '--to', 'docx', '--out', at('out'), at('a.txt')]);
    expect([run.status, run.err]).toEqual([0, '']);
    const back = await started(['import', '--out', at('back'), at('out', inFolder('out')[0]!)]);
    expect([back.status, inFolder('back').length]).toEqual([0, 1]);
  });
});
