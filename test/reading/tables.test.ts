import { describe, expect, it } from 'vitest';
import { cellOf, readDocument, rowOf, tableOf, toNumber, type Report, type TableId } from '../../server/src/core/index';
import { buildReport } from '../support/report-builder';

const read = (text: string): Report => readDocument(text).segments[0]!.report;

/** The values of a row as they count; `?` for one that cannot be read. */
function values(report: Report, table: TableId, row: string): readonly (number | string)[] {
  const found = tableOf(report, table);
  return (found === undefined ? [] : (rowOf(found, row)?.cells ?? [])).map(({ value }) =>
    value.kind === 'unreadable' ? '?' : toNumber(value.amount),
  );
}

const ROWS = '一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3\n二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n';

describe('a row', () => {
  it.each([
    ['on one line', '（一）予以公开 1 2 3 4 5 6 21'],
    ['whose label is wrapped before its values', '（一）\n予以公开\n1 2 3 4 5 6 21'],
    ['whose values stand a line each', '（一）予以公开\n1\n2\n3\n4\n5\n6\n21'],
    [
      'whose label goes on behind its values',
      '（二）部分公开（区分处理的，只计这一情 1 2 3 4 5 6 21\n形，不计其他情形）',
    ],
    [
      'whose values stand in the midst of its label',
      '（二）部分公开（区分处理的，只计这一情\n1 2 3 4 5 6 21\n形，不计其他情形）',
    ],
    ['whose label begins with less than its half', '5.要求行政 1 2 3 4 5 6 21\n机关确认或重新出具已获取信息'],
    ['behind its group', '（三）不予公开 1.属于国家秘密 1 2 3 4 5 6 21'],
    ['behind the rest of its group', '- 5 -\n法提供 2.没有现成信息需要另行制作 1 2 3 4 5 6 21'],
    ['without its number', '危及“三安全一稳定” 1 2 3 4 5 6 21'],
    ['between bars', '| （一）予以公开 | 1 | 2 | 3 | 4 | 5 | 6 | 21 |'],
    ['between bars with a broken label', '| （五）不予处理 | 1.信访举报投诉类\n申请 | 1 | 2 | 3 | 4 | 5 | 6 | 21 ||'],
    ['of tab-separated cells', '\t（一）予以公开\t\t1\t2\t3\t4\t5\t6\t21\t'],
    ['in radicals', '3.危及“三安全⼀稳定” 1 2 3 4 5 6 21'],
    ['in Traditional characters', '2.沒有現成信息需要另行製作 1 2 3 4 5 6 21'],
  ])('is read %s', (_, row) => {
    const report = read(`${ROWS}${row}\n`);
    const found = tableOf(report, 'requests')!.rows.filter(({ cells }) => cells.length > 0);
    expect(found).toHaveLength(3);
    expect(values(report, 'requests', found[2]!.form.id)).toEqual([1, 2, 3, 4, 5, 6, 21]);
    expect(tableOf(report, 'requests')!.altered).toEqual([]);
  });

  it.each([
    ['too few', '（一）予以公开 1 2 3', 3],
    ['too many', '（一）予以公开 1 2 3 4 5 6 7 8', 8],
  ])('with %s values is not guessed', (_, row, found) => {
    const granted = rowOf(tableOf(read(`${ROWS}${row}\n`), 'requests')!, 'granted')!;
    expect(granted).toMatchObject({ cells: [], found });
  });

  const PADDED = (at: number, row: string): string => {
    const text = buildReport({
      edition: '2021',
      values: { new: [1, 2, 3, 4, 5, 6, 21], granted: [1, 2, 3, 4, 5, 6, 21], 'results-total': [1, 2, 3, 4, 5, 6, 21] },
    });
    const rows = text.split('\n').map((line) => line.replace(/\t*((?:\t\d+){7})$/, '\t\t$1\t'));
    const found = rows.findIndex((line) => line.includes('（一）予以公开'));
    return rows.with(found + at, row).join('\n');
  };

  it.each([
    ['the last', '三、本年度办理结果\t（一）予以公开\t\t\t1\t2\t3\t4\t5\t6\t\t', [1, 2, 3, 4, 5, 6, 0]],
    ['the first', '三、本年度办理结果\t（一）予以公开\t\t\t\t2\t3\t4\t5\t6\t21\t', [0, 2, 3, 4, 5, 6, 21]],
    ['the first two and the last', '三、本年度办理结果\t（一）予以公开\t\t\t\t\t3\t4\t5\t6\t\t', [0, 0, 3, 4, 5, 6, 0]],
  ])('with padding around it keeps its columns where %s of its cells is blank', (_, row, expected) => {
    expect(values(read(PADDED(0, row)), 'requests', 'granted')).toEqual(expected);
  });

  it('that lost a cell with its tab is not read shifted', () => {
    const text = buildReport({ edition: '2021' }).replace(
      /^(二、上年结转[^\t]*\t+)0(?:\t0){6}/m,
      '$11\t2\t3\t4\t5\t15',
    );
    const { cells, found } = rowOf(tableOf(read(text), 'requests')!, 'carried-in')!;
    expect({ cells, found }).toEqual({ cells: [], found: 6 });
  });

  it('that no other row and no sum tells apart is unread', () => {
    const text = '规章\t\t4\t32\t\n行政规范性文件\t1\t2\t3\n行政许可\t\t\t5\n';
    expect(rowOf(tableOf(read(text), 'disclosure')!, 'regulations')!.cells).toEqual([]);
    expect(values(read(text), 'disclosure', 'normative-documents')).toEqual([1, 2, 3]);
  });

  it('is told by the sums where padding stands anyhow', () => {
    const row = (label: string, padding: number, cells: readonly (number | string)[]): string =>
      `${label}${'\t'.repeat(1 + padding)}${cells.join('\t')}${'\t'.repeat(2 - padding)}\n`;
    const text = [
      row('一、本年新收政府信息公开申请数量', 1, ['', 2, 0, 0, 0, 0, 2]),
      row('二、上年结转政府信息公开申请数量', 2, [0, 1, 0, 0, 0, 0, 1]),
      row('（七）总计', 0, [0, 2, 0, 0, 0, 0, 2]),
      row('四、结转下年度继续办理', 2, [0, 1, 0, 0, 0, 0, 1]),
    ];
    expect(values(read(text.join('')), 'requests', 'new')).toEqual([0, 2, 0, 0, 0, 0, 2]);
    // Its own sum leaves open which cell is blank.
    expect(values(read(text.slice(0, 2).join('')), 'requests', 'new')).toEqual([]);
  });

  it('between whose cells empty ones stand is read by its columns, as those around it are', () => {
    const spread = (label: string, cells: readonly (number | string)[]): string =>
      `${label}\t${cells.join('\t\t')}\t\n`;
    const full = [0, 2, 0, 0, 0, 0, 2];
    const text = `${spread('一、本年新收政府信息公开申请数量', full)}${spread('（七）总计', full)}${spread('二、上年结转政府信息公开申请数量', [3, '', 1, '', '', '', ''])}`;
    expect(values(read(text), 'requests', 'carried-in')).toEqual([3, 0, 1, 0, 0, 0, 0]);
  });

  it('that holds something unreadable keeps its other values', () => {
    expect(values(read(`${ROWS}（一）予以公开\t1\t3O\t0\t0\t0\t0\t1\n`), 'requests', 'granted')).toEqual([
      1,
      '?',
      0,
      0,
      0,
      0,
      1,
    ]);
  });

  it('has each value where it is printed', () => {
    const text = `${ROWS}（一）予以公开\t 1 \t12\t\t０\t-\t0\t13\n`;
    const { cells } = rowOf(tableOf(read(text), 'requests')!, 'granted')!;
    expect(cells.map(({ span }) => text.slice(span.start, span.end))).toEqual(['1', '12', '', '０', '-', '0', '13']);
  });

  it('that the form does not have is no row of another', () => {
    const text = `${ROWS}（一）予以公开 1 0 0 0 0 0 1\n其他情形说明 9 9 9 9 9 9 9\n`;
    const table = tableOf(read(text), 'requests')!;
    expect(table.added.map(({ start, end }) => text.slice(start, end))).toEqual(['其他情形说明']);
    expect(values(read(text), 'requests', 'granted')).toEqual([1, 0, 0, 0, 0, 0, 1]);
  });

  it('whose label was reworded is told by its place and likeness', () => {
    const text = buildReport({ edition: '2021' }).replace('6.属于四类过程性信息', '6.属于四类过程信息类');
    const table = tableOf(read(text), 'requests')!;
    expect(rowOf(table, 'refused.6')?.cells).toHaveLength(7);
    expect(table.altered.map(({ official }) => official)).toEqual(['6.属于四类过程性信息']);
  });

  it("in the form's own words is not reworded, though it stands below another table", () => {
    const text = `| 规章 | 0 | 0 | 0 |\n${ROWS}| 行政许可 | 0 |\n`;
    const report = read(text);
    expect(values(report, 'disclosure', 'licensing')).toEqual([0]);
    expect(report.tables.flatMap(({ altered }) => altered)).toEqual([]);
  });
});

describe('a table', () => {
  it('is not begun by a sentence that names its rows', () => {
    const sentence = '本机关明确专人受理申请，对重复申请和信访举报投诉类申请依法作出处理。\n';
    const text = buildReport({ edition: '2021' });
    const withoutRow = text
      .replace(/.*1\.信访举报投诉类申请.*\n/, '')
      .replace('一、总体情况\n', `一、总体情况\n\n${sentence}`);
    const report = read(withoutRow);
    expect(report.tables.map(({ id }) => id)).toEqual(['disclosure', 'requests', 'review']);
    expect(tableOf(report, 'requests')!.missing.map(({ id }) => id)).toEqual(['not-processed.1']);
    expect(tableOf(report, 'requests')!.span.start).toBeGreaterThan(withoutRow.indexOf('三、收到和处理'));
  });

  it('four is read from the one line of values below its headers', () => {
    const header =
      '行政复议 行政诉讼\n结果\n维持\n结 果\n纠正\n其他结\n果\n尚 未\n审结\n总计\n未经复议直接起诉 复议后起诉\n';
    const report = read(
      `四、政府信息公开行政复议、行政诉讼情况\n${header}1 2 3 4 10 0 0 0 0 0 1 0 0 0 1\n五、存在的主要问题及改进情况\n无\n`,
    );
    expect(values(report, 'review', 'reconsideration')).toEqual([1, 2, 3, 4, 10]);
    expect(values(report, 'review', 'litigation-after-reconsideration')).toEqual([1, 0, 0, 0, 1]);
  });

  it.each([
    ['tabs', `${'\t'.repeat(14)}\n`],
    ['lines', `${'\t\n'.repeat(15)}`],
    ['bars with spaces between them', `|${'  |'.repeat(15)}\n`],
  ])('four with every value blank is read where cells are marked by %s', (_, blanks) => {
    const text = buildReport({ edition: '2021' }).replace(/^(?:0\t){14}0\n/m, blanks);
    expect(values(read(text), 'review', 'reconsideration')).toEqual([0, 0, 0, 0, 0]);
  });

  it('four keeps its columns below a header whose merged cells leave bars', () => {
    const header =
      '| 行政复议 | 行政诉讼 |||||||||||||\n| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 |||||\n';
    const report = read(
      `四、政府信息公开行政复议、行政诉讼情况\n${header}| 1 | 2 | 3 | 4 | 10 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 |  |\n五、存在的主要问题及改进情况\n无\n`,
    );
    expect(values(report, 'review', 'reconsideration')).toEqual([1, 2, 3, 4, 10]);
    expect(values(report, 'review', 'litigation-after-reconsideration')).toEqual([1, 0, 0, 0, 0]);
  });

  it('tells its edition by its own words', () => {
    for (const edition of ['2019', '2021'] as const) {
      const report = read(buildReport({ edition, year: 2023 }));
      expect(report.tables.filter(({ id }) => id !== 'review').map((table) => table.edition)).toEqual([
        edition,
        edition,
      ]);
      expect(report.tables.filter(({ evidence }) => evidence.length > 0)).toHaveLength(2);
    }
  });

  it('keeps its amounts in their units', () => {
    const text = buildReport({ edition: '2019', values: { licensing: [3, '增27', 5], procurement: ['5个', '210万'] } });
    const table = tableOf(read(text), 'disclosure')!;
    expect(values(read(text), 'disclosure', 'licensing')).toEqual([3, 27, 5]);
    expect(values(read(text), 'disclosure', 'procurement')).toEqual([5, 2_100_000]);
    expect(cellOf(rowOf(table, 'procurement')!, 'procurement-amount')!.column.unit).toBe('yuan');
  });
});
