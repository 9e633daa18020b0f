import { describe, expect, it } from 'vitest';
import { check, DEFAULT_SETTINGS, format, safeEdits, say, type Cell, type Report } from '../../server/src/core/index';
import { readOne } from '../support/findings';

const text = (...lines: readonly string[]): Report => readOne(lines.map((line) => `${line}\n`).join(''));
const valueOf = ({ value }: Cell): string => (value.kind === 'number' ? format(value.amount) : value.kind);

/** The rows that were read, by table. */
const rowsIn = ({ tables }: Report): readonly string[] =>
  tables.flatMap(({ id, rows }) =>
    rows
      .filter(({ cells }) => cells.length > 0)
      .map(({ form, cells }) => `${id}/${form.id} ${cells.map(valueOf).join(' ')}`),
  );

const HEADER = '\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计';

describe('a value that two tables claim', () => {
  it('is that of the nearest label above', () => {
    const report = text(
      '四、结转下年度继续办理 |',
      '0 |',
      '上一年项目数量 |',
      '本年增/减 |',
      '|',
      '行政事业性收费 |',
      '3件 |',
      '-4 |',
    );
    expect(rowsIn(report)).toEqual(['disclosure/fees 3 -4']);
    const said = check(report, DEFAULT_SETTINGS).flatMap(({ rule, message, related }) =>
      rule.id === 'row-width' ? [message, ...related.map((one) => one.message)].map((one) => say(one, 'zh-CN')) : [],
    );
    // As many as there should be: what is wrong is that they are another row's.
    expect(said).toEqual([
      expect.stringContaining('1 行的标签与数值对不上'),
      '「四、结转下年度」：读到 7 个数，格式有 7 列',
    ]);
  });

  it('is never one of rows side by side, which are not read then', () => {
    const report = text(
      '总计',
      '\t（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
      ...[
        '0',
        '8',
        '8',
        '0',
        '0',
        '24',
        '40',
        '结果维持',
        '结果纠正',
        '其他结果',
        '尚未审结',
        '总计',
        '7',
        '0',
        '0',
      ].map((cell) => `\t${cell}`),
    );
    expect(rowsIn(report)).toEqual(['requests/partly-granted 0 8 8 0 0 24 40']);
    expect(check(report, DEFAULT_SETTINGS).map(({ rule }) => rule.id)).toContain('row-width');
  });

  it('is none where it is another table’s label', () => {
    const row = '\t\t（三）不予公开\t1.属于国家秘密\t\t\t7\t0\t0\t2\t8\t0\t17\t\t';
    const report = text(
      '\t一、本年新收政府信息公开申请数量\t\t\t11\t4\t7\t4\t1\t6\t33',
      row,
      '\t\t2.其他法律行政法规禁止公开\t\t0\t4\t2\t0\t7\t2\t15',
      '3.危及“三安全一稳定”\t3\t0\t7\t9\t2\t10\t31\t',
      '\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计',
      '\t一、本年新收政府信息公开申请数量\t\t\t11\t4\t7\t4\t1\t6\t33',
      row,
      HEADER,
    );
    expect(rowsIn(report).filter((own) => own.startsWith('review'))).toEqual([]);
    expect(safeEdits(report, check(report, DEFAULT_SETTINGS))).toEqual([]);
  });
});
