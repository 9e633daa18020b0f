import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../server/src/exchange/index';
import { nianbao, temporaryFolder } from '../support/command-line';
import { buildReport } from '../support/report-builder';

const { at, write } = temporaryFolder();
const row = (value: number): readonly number[] => [value, 0, 0, 0, 0, 0, value];

function folder(): void {
  const body = '青禾县<b>水务局';
  write(
    'a/2022.txt',
    buildReport({ edition: '2021', year: 2022, body, values: { new: row(3), 'carried-out': row(3) } }),
  );
  const wrong = { new: [1, 0, 0, 0, 0, 0, 2], granted: row(1), 'results-total': row(1) };
  write('a/2023.txt', buildReport({ edition: '2021', year: 2023, body, values: wrong }));
  write('a/说明.txt', '请各单位按时报送。\n');
  write('a/nianbao.config.json', JSON.stringify({ bodies: ['青禾县司法局'] }));
}

describe('an overview', () => {
  it('is a workbook: reports by rules with a verdict, and every finding with its value, what it should be and last year’s', async () => {
    folder();
    expect((await nianbao('check', '--format', 'xlsx', '--out', 'o.xlsx', 'a')).status).toBe(1);
    const imported = await importFile(readFileSync(at('o.xlsx')));
    const sheets =
      'blocks' in imported ? imported.blocks.map((block) => (block.kind === 'grid' ? block.rows : [])) : [];
    const [matrix, findings, besides] = sheets;
    expect(matrix!.map((cells) => cells[4])).toEqual([
      '结论',
      '未发现问题',
      expect.stringMatching(/^错误 \d，警告 2/),
      '未识别为年报',
    ]);
    const header = findings![0]!;
    const told = findings!.slice(1).map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i]])));
    expect(told).toContainEqual(
      expect.objectContaining({ 问题: '行总计不等于各列之和', 位置: '一、本年新收·总计', 现为: '2', 应为: '1' }),
    );
    expect(told).toContainEqual(
      expect.objectContaining({ 位置: expect.stringContaining('上年结转') as string, 现为: '0', 应为: '3' }),
    );
    expect(JSON.stringify(besides)).toContain('缺少年报 (1)：青禾县司法局');
  });

  it('names what is written of findings that are no longer there', async () => {
    folder();
    const of = (more: object): object => ({
      rule: 'row-total-mismatch',
      body: '青禾县<b>水务局',
      reason: '已核',
      ...more,
    });
    const ignores = [
      of({ year: 2023, states: ['另一数值'] }),
      of({ year: 2022 }),
      { rule: 'results-total-mismatch', reason: '惯例' },
      of({ year: 2020 }),
    ];
    write('a/nianbao.config.json', JSON.stringify({ ignores }));
    const notesOf = async (...paths: readonly string[]): Promise<readonly string[]> => {
      await nianbao('check', '--format', 'xlsx', '--out', 'o.xlsx', ...paths);
      const imported = await importFile(readFileSync(at('o.xlsx')));
      const sheets =
        'blocks' in imported ? imported.blocks.flatMap((one) => (one.kind === 'grid' ? [one.rows] : [])) : [];
      return sheets.flatMap((rows) => (rows[0]![0] === '其他' ? rows.slice(1).map(([first]) => first!) : []));
    };
    const lapsed = [
      expect.stringMatching(/^不适用，已失效：数值已变：.*2023/),
      expect.stringMatching(/^不适用，已失效：问题已不存在：.*2022/),
    ];
    expect(await notesOf('.')).toEqual([...lapsed, expect.stringMatching(/问题已不存在：（七）总计不等于各项之和/)]);
    expect(await notesOf('a/2023.txt', 'a/2022.txt')).toEqual(lapsed);
  });

  it('is one page that stands alone, and takes nothing of a report for a mark', async () => {
    folder();
    await nianbao('check', '--format', 'html', '--out', 'o.html', 'a');
    const page = readFileSync(at('o.html'), 'utf8');
    expect(page).toContain('青禾县&#60;b&#62;水务局');
    expect(page).not.toMatch(/<b>|<script|https?:|src=|@import|url\(/);
    expect(page).toContain("default-src 'none'");
    expect(page).toMatch(/prefers-color-scheme:dark[^]*@media print/);
    const opened = page.match(/<(?:table|tr|td|th|tbody|thead|div|section)\b/g)!.length;
    expect(page.match(/<\/(?:table|tr|td|th|tbody|thead|div|section)>/g)).toHaveLength(opened);
  });

  it('is lines for a spreadsheet, in which nothing is a formula', async () => {
    folder();
    write(
      'a/2023.txt',
      buildReport({ edition: '2021', year: 2023, body: '青禾县水务局', values: { licensing: ['=1+1'] } }),
    );
    const { out } = await nianbao('check', '--format', 'csv', 'a');
    expect(out).toMatch(
      /^\ufeffpath,body,year,edition,severity,rule,name,line,column,place,value,expected,lastYear,message,kind,reason,by,date\r\n/,
    );
    expect(out).toContain(",'=1+1,");
  });

  it('has what was set aside, and what was said of it, and not among what was found', async () => {
    folder();
    const ignores = [{ rule: 'row-total-mismatch', reason: '与台账一致', by: '李明', date: '2024-01-20' }];
    write('a/nianbao.config.json', JSON.stringify({ ignores }));
    for (const format of ['html', 'xlsx']) await nianbao('check', '--format', format, '--out', `o.${format}`, 'a');
    expect(readFileSync(at('o.html'), 'utf8')).toMatch(
      /已认定的问题[^]*不适用[^]*与台账一致<.td><td>李明<.td><td>2024-01-20/,
    );
    const imported = await importFile(readFileSync(at('o.xlsx')));
    const sheets = 'blocks' in imported ? imported.blocks.map((block) => JSON.stringify(block)) : [];
    expect(sheets.filter((sheet) => sheet.includes('与台账一致'))).toEqual([
      expect.stringContaining('行总计不等于各列之和'),
    ]);
    expect(sheets[1]).not.toContain('行总计不等于各列之和');
    const { out } = await nianbao('check', '--format', 'csv', 'a');
    expect(out).toMatch(/row-total-mismatch,.*,not-applicable,与台账一致,李明,2024-01-20\r\n/);
  });

  it('speaks English too', async () => {
    folder();
    await nianbao('check', '--format', 'html', '--locale', 'en', '--out', 'o.html', 'a');
    expect(readFileSync(at('o.html'), 'utf8')).toMatch(/<html lang="en">[^]*Should be/);
  });

  it('needs a file to go to, and is not left half-written', async () => {
    folder();
    expect((await nianbao('check', '--format', 'xlsx', 'a')).status).toBe(2);
    expect((await nianbao('check', '--format', 'html', '--out', 'none/o.html', 'a')).status).toBe(2);
    expect(readdirSync(at('.'))).toEqual(['a']);
  });
});
