import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  contextOf,
  convertTable,
  convertTables,
  DEFAULT_SETTINGS,
  insertMissingSections,
  isRefusal,
  rowsOf,
  tableOf,
  type TableId,
  type TableLayout,
  type TextEdit,
} from '../../server/src/core/index';
import { blankLineAbove } from '../../server/src/core/writing/blank-line';
import { printed } from '../../server/src/core/writing/convert-table';
import { inherit } from '../../server/src/core/writing/from-last-year';
import { rowSkeleton } from '../../server/src/core/writing/row-skeleton';
import { buildReport, type ReportPlan } from '../support/report-builder';
import { readOne } from '../support/findings';

const build = (plan: Partial<ReportPlan> = {}): string => buildReport({ edition: '2021', ...plan });
const converted = (text: string, id: TableId, layout: TableLayout): string => {
  const report = readOne(text);
  const result = convertTable(report, tableOf(report, id)!, layout, '\n');
  return isRefusal(result) ? result.reason.en : applyEdits(text, [result]);
};

describe('a table in another layout', () => {
  it.each(['markdown', 'tsv', 'aligned'] as const)('is what the form would be in %s', (layout) => {
    const values = { new: [3, 1, 0, 0, 0, 0, 4] };
    const target = build({ layout: layout === 'aligned' ? 'tsv' : layout, values });
    const text = converted(build({ layout: layout === 'tsv' ? 'markdown' : 'tsv', values }), 'requests', layout);
    const tableIn = (one: string): string => {
      const { span } = tableOf(readOne(one), 'requests')!;
      return one.slice(span.start, span.end);
    };
    if (layout !== 'aligned') expect(tableIn(text)).toBe(tableIn(target));
    expect(tableOf(readOne(text), 'requests')!.rows[0]!.cells.map(({ value }) => value)).toEqual(
      tableOf(readOne(target), 'requests')!.rows[0]!.cells.map(({ value }) => value),
    );
  });

  it('keeps every label as it is printed', () => {
    const { form } = tableOf(readOne(build()), 'requests')!;
    const spelt = rowsOf(form).filter(({ accepted }) => accepted.length > 0);
    expect(spelt.length).toBeGreaterThan(0);
    for (const { label, accepted } of spelt)
      for (const other of accepted) {
        const text = build().replace(label, other);
        if (readOne(text).tables[1]!.altered.length > 0) continue;
        expect(converted(text, 'requests', 'markdown')).toContain(`| ${other} |`);
      }
    expect(converted(build().replace('1.属于国家秘密', '1、属于国家秘密'), 'requests', 'markdown')).toContain(
      '| 1、属于国家秘密 |',
    );
  });

  it('is refused where something in it would be lost', () => {
    const strange = build().replace(/(二、上年结转.*\n)/, '$1其中网上提交的另行列出\n');
    expect(converted(strange, 'requests', 'markdown')).toContain('words that are not the form’s');
    const short = build().replace(/(一、本年新收政府信息公开申请数量).*/, '$1\t\t\t1\t2\t3');
    expect(converted(short, 'requests', 'markdown')).toContain('rows that cannot be read');
    const { edits, refused } = convertTables(readOne(strange), 'markdown', '\n');
    expect(edits).toHaveLength(2);
    expect(refused.map(({ id }) => id)).toEqual(['requests']);
  });

  it('has the line ends that are asked for', () => {
    const report = readOne(build());
    const edit = convertTable(report, report.tables[0]!, 'markdown', '\r\n') as TextEdit;
    expect(edit.newText).toMatch(/\r\n/);
    expect(edit.newText).not.toMatch(/[^\r]\n|\r\n$/);
  });

  it('has cells on one line, broken words joined', () => {
    const of = (text: string): string => printed({ text } as never, { start: 0, end: text.length });
    expect(of('本年新收\n| 政府信息 ')).toBe('本年新收政府信息');
    expect(of('1 \r\n 024')).toBe('1024');
    expect(of('甲 \t 乙')).toBe('甲 乙');
  });
});

describe('rows of zeros', () => {
  const inserted = (text: string, ids: readonly string[], above: string, id: TableId = 'requests', lineEnd = '\n') => {
    const report = readOne(text);
    const table = tableOf(report, id)!;
    const rows = rowsOf(table.form).filter((row) => ids.includes(row.id));
    const edit = rowSkeleton(
      report,
      table,
      rows,
      table.rows.find(({ form }) => form.id === above)!,
      lineEnd,
    );
    return edit && applyEdits(text, [edit]);
  };

  it.each(['tsv', 'markdown', 'cells'] as const)('are written where they belong, in %s', (layout) => {
    const text = build({ layout });
    const { lines } = readOne(text);
    const [start, end] = ['二、上年结转', '三、本年度办理结果'].map((label) =>
      lines.start(lines.lineAt(text.indexOf(label))),
    );
    const without = text.slice(0, start) + text.slice(end);
    expect(inserted(without, ['carried-in'], 'new')).toBe(text);
  });

  it('have the line ends of the report', () => {
    const text = build().replaceAll('\n', '\r\n');
    expect(inserted(text, ['carried-in'], 'new', 'requests', '\n')).not.toMatch(/[^\r]\n/);
    expect(inserted(build(), ['carried-in'], 'new')).not.toContain('\r');
  });

  it('are written into no table that goes across, and into no layout that is not written', () => {
    expect(inserted(build(), ['reconsideration'], 'reconsideration', 'review')).toBeUndefined();
    const aligned = converted(build(), 'requests', 'aligned');
    expect(readOne(converted(converted(aligned, 'disclosure', 'aligned'), 'review', 'aligned')).layout).not.toBe('tsv');
    expect(
      inserted(converted(converted(aligned, 'disclosure', 'aligned'), 'review', 'aligned'), ['carried-in'], 'new'),
    ).toBeUndefined();
  });
});

describe('the blank line above what is inserted', () => {
  it.each([
    ['', ''],
    ['甲', '\n\n'],
    ['甲\n', '\n'],
    ['甲\r\n', '\n'],
    ['甲\r', '\n'],
    ['甲\n\n', ''],
    ['甲\r\n\r\n', ''],
    ['甲\n \t\n', ''],
    ['甲\r\r', ''],
    ['甲\n  ', '\n\n'],
  ])('is what is lacking behind %j', (text, lead) => {
    expect(blankLineAbove(text, text.length)).toBe(lead);
    expect(blankLineAbove(`${text}乙`, text.length)).toBe(lead);
  });
});

describe('missing sections', () => {
  const headings = (text: string): readonly number[] => readOne(text).sections.map(({ number }) => number);
  const mended = (text: string): string =>
    applyEdits(text, insertMissingSections(contextOf(readOne(text), DEFAULT_SETTINGS)));
  const without = (...numbers: readonly number[]): string =>
    build({ replace: Object.fromEntries(numbers.map((number) => [`section-${number}`, ''])) }).replace(
      /\n{3,}/g,
      '\n\n',
    );

  it.each([[1], [2], [3], [4], [5], [6], [1, 2], [3, 5], [5, 6], [2, 3, 4, 5]].map((numbers) => [numbers]))(
    '%j are put in their places',
    (numbers) => {
      const text = without(...numbers);
      expect(headings(text)).not.toEqual([1, 2, 3, 4, 5, 6]);
      const after = mended(text);
      expect(headings(after)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(after).not.toMatch(/\n{4}/);
      for (const { heading } of readOne(after).sections) expect(after.slice(0, heading.start)).toMatch(/\n\n$/);
    },
  );

  it('whose table is printed get their heading alone, above it', () => {
    const text = build().replace(/三、收到和处理政府信息公开申请情况\n\n/, '');
    const after = mended(text);
    expect(after).toBe(build());
  });

  it('are nothing where all are there', () => {
    expect(insertMissingSections(contextOf(readOne(build()), DEFAULT_SETTINGS))).toEqual([]);
  });
});

describe('a report that goes on from last year’s', () => {
  const fresh = readOne(build({ year: 2024 }));
  const cells = new Map(
    [
      ['requests/carried-out/total', 7],
      ['requests/carried-in/total', 3],
      ['disclosure/regulations/in-force', 5],
      ['requests/new/total', 9],
    ].map(([key, digits]) => [key as string, { amount: { digits: digits as number, scale: 0 } }]),
  );
  const valueOf = (text: string, table: TableId, row: string, column: string): string => {
    const report = readOne(text);
    const { span } = tableOf(report, table)!
      .rows.find(({ form }) => form.id === row)!
      .cells.find((cell) => cell.column.id === column)!;
    return text.slice(span.start, span.end);
  };

  it('carries in what was carried out, keeps what is in force, and nothing else', () => {
    const text = inherit(fresh, { cells: cells as never, report: undefined });
    expect(valueOf(text, 'requests', 'carried-in', 'total')).toBe('7');
    expect(valueOf(text, 'disclosure', 'regulations', 'in-force')).toBe('5');
    expect(valueOf(text, 'requests', 'new', 'total')).toBe('0');
    expect(valueOf(text, 'requests', 'carried-out', 'total')).toBe('0');
  });

  it('has the body’s own preamble a year later, laws of that year as they were', () => {
    const preamble = (words: string): string => {
      const last = readOne(build({ year: 2023, replace: { preamble: words } }));
      const text = inherit(fresh, { cells: new Map(), report: last });
      return text.slice(text.indexOf('\n\n') + 2, text.indexOf('\n\n一、'));
    };
    expect(preamble('依据条例编制2023年信息公开报告，统计期限为2023 年1月1日起。')).toBe(
      '依据条例编制2024年信息公开报告，统计期限为2024 年1月1日起。',
    );
    expect(preamble('依据2023年修订的办法，公布2023年信息公开情况，编号12023年。')).toBe(
      '依据2023年修订的办法，公布2024年信息公开情况，编号12023年。',
    );
    const usual = build({ year: 2024 }).split('\n\n')[1]!;
    expect(preamble('本年度工作如下2023年。')).toBe(usual);
    expect(preamble(`信息公开2023年${'工作扎实推进，'.repeat(200)}`)).toBe(usual);
  });
});
