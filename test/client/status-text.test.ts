import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkingText, statusText, unavailableText } from '../../client/src/common/status/status-text';
import type { ReportStatus } from '../../server/src/lsp/protocol';

const chinese = JSON.parse(
  readFileSync(new URL('../../l10n/bundle.l10n.zh-cn.json', import.meta.url), 'utf8'),
) as Record<string, string>;
const t = (message: string, ...args: (string | number)[]): string =>
  (chinese[message] ?? message).replace(/\{(\d+)\}/g, (_, index: string) => String(args[Number(index)]));

const report: ReportStatus = {
  body: '青禾县水务局',
  year: 2020,
  edition: '2019',
  layout: 'cells',
  evidence: [],
  rowsRead: 30,
  rowsOfForm: 35,
};
const clean = { errors: 0, warnings: 0, others: 0 };

describe('the status bar', () => {
  it('counts errors and warnings, and names year and edition', () => {
    const { text, tooltip, summary, detail, spoken } = statusText(
      { recognised: true, reason: null, garbled: false, failed: false, reports: [report] },
      { errors: 2, warnings: 1, others: 3 },
      t,
    );
    expect(text).toBe('年报 ✗2 ⚠1 · 2020（2019 版）');
    expect(tooltip.split('\n')).toEqual([
      '青禾县水务局',
      '2020（2019 版）',
      '版式：一格一行',
      '已读出 30 行，格式共 35 行',
      '错误 2，警告 1，提示 3',
      '点击查看可用操作',
    ]);
    expect(summary).toBe('✗2 ⚠1 · 2020（2019 版）');
    expect(detail).toBe('版式：一格一行 · 已读出 30 行，格式共 35 行');
    expect(spoken).toBe('年报, 错误 2，警告 1，提示 3, 2020（2019 版）');
  });

  it.each([
    [clean, '✓'],
    [{ errors: 0, warnings: 0, others: 4 }, '✓'],
    [{ errors: 0, warnings: 2, others: 0 }, '⚠2'],
    [{ errors: 12, warnings: 0, others: 0 }, '✗12'],
  ])('sums up %j as %s', (counts, verdict) => {
    expect(
      statusText({ recognised: true, reason: null, garbled: false, failed: false, reports: [report] }, counts, t).text,
    ).toBe(`年报 ${verdict} · 2020（2019 版）`);
  });

  it('tells by which words it knows the edition', () => {
    const { tooltip } = statusText(
      {
        recognised: true,
        reason: null,
        garbled: false,
        failed: false,
        reports: [{ ...report, evidence: ['本年新\n制作数量', '其他对外管理服务事项'] }],
      },
      clean,
      t,
    );
    expect(tooltip).toContain('\n版本依据：“本年新制作数量” “其他对外管理服务事项”\n');
  });

  it('does without a year and a body', () => {
    const { text, tooltip } = statusText(
      {
        recognised: true,
        reason: null,
        garbled: false,
        failed: false,
        reports: [{ ...report, year: null, body: null }],
      },
      clean,
      t,
    );
    expect(text).toBe('年报 ✓ · 2019 版');
    expect(tooltip).toMatch(/^未识别出单位名称\n/);
  });

  it('counts the reports of a volume, and lists the first ones', () => {
    const { text, tooltip } = statusText(
      { recognised: true, reason: null, garbled: false, failed: false, reports: Array(20).fill(report) },
      clean,
      t,
    );
    expect(text).toBe('年报 ✓ · 20 份年报');
    expect(
      tooltip.split('\n').filter((line) => line.startsWith('青禾县水务局 · 2020（2019 版） · 已读出')),
    ).toHaveLength(8);
    expect(tooltip).toContain('\n…\n');
  });

  it('says that a file is no report, and why', () => {
    const reason = '这是关于格式的文件，不核对';
    const status = { recognised: false, reason, garbled: false, failed: false, reports: [] };
    expect(statusText(status, clean, t)).toMatchObject({ text: '年报 未识别', summary: '年报 未识别' });
    expect(statusText(status, clean, t).tooltip).toContain(reason);
  });

  it('says that a file is in another encoding', () => {
    expect(
      statusText({ recognised: false, reason: null, garbled: true, failed: false, reports: [] }, clean, t),
    ).toMatchObject({
      text: '年报 乱码',
      summary: '年报 乱码',
      detail: expect.stringContaining('错误的编码') as string,
    });
  });

  it('says that the check failed, and gives no verdict', () => {
    const { text, tooltip } = statusText(
      { recognised: true, reason: null, garbled: false, failed: true, reports: [report] },
      clean,
      t,
    );
    expect(text).toBe('年报 未查完');
    expect(tooltip).toContain('日志');
  });

  it('says that nothing is known yet, or will be', () => {
    expect(checkingText(t).text).toBe('年报 …');
    expect(unavailableText(t).text).toBe('年报 未核对');
  });
});
