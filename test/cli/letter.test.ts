import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nianbao, temporaryFolder } from '../support/command-line';
import { buildReport } from '../support/report-builder';

const { at, write } = temporaryFolder();
const wrong = (body: string): string =>
  buildReport({ edition: '2021', year: 2023, body, values: { new: [1, 0, 0, 0, 0, 0, 2] } }).replace('五、', '5、');

describe('letter', () => {
  it('says to whom it goes, what to correct, where, to what and why, each reason once', async () => {
    write('a.txt', wrong('青禾县水务局'));
    const { out, status, err } = await nianbao('letter', '.');
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^关于青禾县水务局2023年政府信息公开工作年度报告的退回意见\n\n青禾县水务局：\n/);
    expect(out).toMatch(/一、数字勾稽\n1\. 第 \d+ 行：.*（须更正）\n/);
    expect(out).toMatch(/二、标题和各部分\n\d\. 第 \d+ 行：.*5、.*五、/);
    expect(out.match(/依据：《?.*表三的列标题/g)?.length).toBe(1);
  });

  it('leaves out what is only a hint unless that is asked for', async () => {
    write('a.txt', buildReport({ edition: '2021', year: 2023, values: { licensing: ['-'] } }));
    expect(await nianbao('letter', 'a.txt')).toMatchObject({
      out: '',
      err: expect.stringContaining('1 份没有要退回更正的') as string,
    });
    expect((await nianbao('letter', '--hints', 'a.txt')).out).toContain('（供参考）');
  });

  it('writes one file a report, as Markdown and as Word too', async () => {
    write('甲.txt', wrong('青禾县水务局'));
    write('乙.txt', wrong('青禾县司*法局'));
    await nianbao('letter', '--format', 'markdown', '--out', 'md', '.');
    expect(readdirSync(at('md')).sort()).toEqual([
      '青禾县司法局2023年年报退回意见.md',
      '青禾县水务局2023年年报退回意见.md',
    ]);
    const text = readFileSync(at('md/青禾县司法局2023年年报退回意见.md'), 'utf8');
    expect(text).toMatch(/^# 关于青禾县司\\\*法局/);
    expect((await nianbao('letter', '--format', 'docx', '--out', 'docx', '.')).status).toBe(0);
    expect(readFileSync(at('docx/青禾县水务局2023年年报退回意见.docx')).subarray(0, 2).toString()).toBe('PK');
    expect((await nianbao('letter', '--format', 'docx', '.')).status).toBe(2);
    expect((await nianbao('letter', '--format', 'docx', '--out', 'docx', '.')).status).toBe(2);
    expect(existsSync(at('out'))).toBe(false);
  });

  it('speaks English too', async () => {
    write('a.txt', wrong('青禾县水务局'));
    const { out } = await nianbao('letter', '--locale', 'en', '.');
    expect(out).toMatch(/^Review of the disclosure report of 青禾县水务局, 2023\n\nTo: 青禾县水务局/);
  });
});
