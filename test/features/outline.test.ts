import { describe, expect, it } from 'vitest';
import { folds, outline, type OutlineNode } from '../../server/src/core/index';
import { readOne } from '../support/findings';
import { buildReport } from '../support/report-builder';

const TEXT = buildReport({ edition: '2021', values: { new: [3, 0, 0, 0, 0, 0, 3] } });

/** The names of a tree, a line each, indented by depth. */
const drawn = (nodes: readonly OutlineNode[], depth = 0): readonly string[] =>
  nodes.flatMap((node) => [`${'  '.repeat(depth)}${node.kind} ${node.name}`, ...drawn(node.children, depth + 1)]);

describe('the outline', () => {
  it('goes from the title over sections and tables to rows', () => {
    const lines = drawn(outline(readOne(TEXT)));
    expect(lines.slice(0, 2)).toEqual(['report 青禾县水务局2024年政府信息公开工作年度报告', '  section 一、总体情况']);
    expect(lines).toContain('    table 收到和处理政府信息公开申请情况表');
    expect(lines).toContain('      row 一、本年新收政府信息公开申请数量');
    expect(lines.filter((line) => /^ {2}section/.test(line))).toHaveLength(6);
  });

  it('shows the sub-headings of a section and not those within tables', () => {
    const text = buildReport({
      edition: '2021',
      replace: { 'section-1': '一、总体情况\n（一）主动公开\n如常。\n（二）监督保障。如常。\n' },
    });
    const [first, , requests] = outline(readOne(text))[0]!.children;
    expect(drawn(first!.children)).toEqual(['subheading （一）主动公开', 'subheading （二）监督保障']);
    expect(drawn(requests!.children).filter((line) => line.includes('subheading'))).toEqual([]);
  });

  it('shows a row’s values beside its name', () => {
    const rows = outline(readOne(TEXT))[0]!.children[2]!.children[0]!.children;
    expect(rows[0]).toMatchObject({ detail: '3 0 0 0 0 0 3' });
  });

  it('names the groups of table four, which share one line, as people do', () => {
    const rows = outline(readOne(TEXT))[0]!.children[3]!.children[0]!.children;
    expect(rows.map(({ name }) => name)).toEqual(['行政复议', '未经复议直接起诉', '复议后起诉']);
  });

  it('puts the rows of an item into a group, and speaks the language of the findings', () => {
    const rowsIn = (locale: 'zh-CN' | 'en') => outline(readOne(TEXT), locale)[0]!.children[2]!.children[0]!.children;
    expect(
      rowsIn('zh-CN')
        .filter(({ kind }) => kind === 'group')
        .map(({ name, children }) => [name, children.length]),
    ).toEqual([
      ['（三）不予公开', 8],
      ['（四）无法提供', 3],
      ['（五）不予处理', 5],
      ['（六）其他处理', 3],
    ]);
    expect(rowsIn('en')[0]!.name).toBe('received this year');
    expect(outline(readOne(TEXT), 'en')[0]!.children[2]!.children[0]!.name).not.toMatch(/\p{Script=Han}/u);
  });

  it('is there without a title, and not at all where nothing is recognised', () => {
    expect(drawn(outline(readOne(TEXT.slice(TEXT.indexOf('一、总体情况')))))[0]).toBe('section 一、总体情况');
    expect(outline(readOne('会议通知\n'))).toEqual([]);
  });

  it('gives a table that begins in the line of a sub-heading what is left behind it', () => {
    const heading = '（三）政府信息公开行政复议、行政诉讼情况';
    const text = TEXT.replace('四、政府信息公开行政复议、行政诉讼情况', heading);
    const requests = outline(readOne(text))[0]!.children[2]!;
    const [subheading, review] = requests.children.slice(-2);
    expect(drawn([subheading!, review!]).slice(0, 2)).toEqual([
      `subheading ${heading}`,
      'table 政府信息公开行政复议、行政诉讼情况表',
    ]);
    expect(subheading!.span).toEqual(subheading!.selection);
    expect(review!.span.start).toBe(subheading!.span.end);
  });
});

describe('folding', () => {
  it('folds each section up to the next', () => {
    const report = readOne(TEXT);
    const lines = TEXT.split('\n');
    for (const section of report.sections) {
      const first = report.lines.lineAt(section.heading.start);
      const fold = folds(report).find(({ firstLine }) => firstLine === first);
      expect(fold).toBeDefined();
      expect(lines.slice(fold!.lastLine + 1).find((line) => line !== '') ?? '').toMatch(/^(?:[一二三四五六]、|$)/);
    }
  });

  it('folds tables and, a cell a line, their rows', () => {
    const report = readOne(buildReport({ edition: '2021', layout: 'cells' }));
    const starts = new Set(folds(report).map(({ firstLine }) => firstLine));
    for (const table of report.tables.filter(({ id }) => id !== 'review'))
      for (const row of table.rows) expect(starts).toContain(report.lines.lineAt(row.label.start));
  });

  it('folds nothing that stands on one line, and no line twice', () => {
    const found = folds(readOne(TEXT));
    for (const { firstLine, lastLine } of found) expect(lastLine).toBeGreaterThan(firstLine);
    expect(new Set(found.map(({ firstLine }) => firstLine)).size).toBe(found.length);
  });
});
