import { describe, expect, it } from 'vitest';
import {
  EDITIONS,
  fill,
  reportTemplate,
  sectionTemplate,
  snippets,
  tableSkeleton,
  TEMPLATE_LAYOUTS,
  toSnippet,
} from '../../server/src/core/index';
import { findingsIn, readOne } from '../support/findings';

/** A snippet as it stands when every tab stop was left as it is. */
const expanded = (body: string): string =>
  body.replace(
    /\\([\\$}])|\$\{\d+:([^}]*)\}|\$\{?\d+\}?/g,
    (_, escaped?: string, placeholder?: string) => escaped ?? placeholder ?? '',
  );

const editionsAndLayouts = EDITIONS.flatMap((edition) =>
  TEMPLATE_LAYOUTS.map((layout) => [edition.id, layout, edition] as const),
);

describe.each(editionsAndLayouts)('the template of %s as %s', (id, layout, edition) => {
  const text = reportTemplate(edition, layout, { body: '青禾市水务局', year: edition.firstYear });

  it('is a whole report in which only the slots are left to fill', () => {
    const report = readOne(text);
    expect(report).toMatchObject({
      layout,
      edition: { id },
      title: { body: { text: '青禾市水务局' }, year: { value: edition.firstYear } },
    });
    expect(report.sections.map(({ number, wording }) => `${number} ${wording}`)).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `${number} official`),
    );
    expect(report.tables.map(({ missing }) => missing)).toEqual([[], [], []]);
    expect(new Set(findingsIn(text).map(({ rule }) => rule))).toEqual(new Set(['leftover-placeholder']));
  });

  it('ends its lines with LF and has none of other kinds', () => {
    expect(text).not.toContain('\r');
    expect(text.endsWith('\n')).toBe(true);
  });
});

describe('a template', () => {
  it('is filled with what is given and keeps the slots of the rest', () => {
    const [edition] = EDITIONS;
    const text = reportTemplate(edition!, 'tsv');
    expect(fill(text, { year: 2020 })).toContain('〔填写机关名称〕2020年政府信息公开工作年度报告');
    expect(fill(text, { body: '$1 & $&' })).toContain('$1 & $&〔填写年份〕年');
    expect(fill(text, {})).toBe(text);
  });

  it('of a section stands in the template of the report', () => {
    for (const edition of EDITIONS) {
      for (const { number } of edition.sections)
        expect(reportTemplate(edition, 'cells')).toContain(sectionTemplate(edition, number, 'cells'));
      for (const table of Object.values(edition.tables))
        expect(reportTemplate(edition, 'markdown')).toContain(tableSkeleton(table, 'markdown'));
    }
  });
});

describe('snippet syntax', () => {
  it('numbers the slots, links what is the same wherever it stands, and ends behind the text', () => {
    expect(toSnippet('〔填写机关名称〕〔填写年份〕年：〔填写主动公开情况〕，〔填写年份〕')).toBe(
      '${1:〔填写机关名称〕}${2:〔填写年份〕}年：${3:〔填写主动公开情况〕}，${2}$0',
    );
  });

  it('keeps what would mean something in it', () => {
    expect(toSnippet('$1 } \\')).toBe('\\$1 \\} \\\\$0');
    expect(expanded(toSnippet('$1 } \\'))).toBe('$1 } \\');
  });
});

describe('snippets', () => {
  const all = snippets(TEMPLATE_LAYOUTS);

  it('have ids, names and prefixes, each id and name once', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ name }) => name.zh)).size).toBe(all.length);
    expect(all.filter(({ prefixes }) => prefixes.length === 0)).toEqual([]);
  });

  it('offer reports, sections and tables of both editions, the newest first', () => {
    for (const { id } of EDITIONS) {
      const kinds = all.filter(({ edition }) => edition.id === id).map(({ kind }) => kind);
      expect(new Set(kinds)).toEqual(new Set(['report', 'section', 'table']));
      expect(kinds.filter((kind) => kind === 'section')).toHaveLength(6);
    }
    expect(all[0]!.edition).toBe(EDITIONS.at(-1));
  });

  it('expand to what they promise', () => {
    for (const { kind, write, section } of all) {
      const report = readOne(`${expanded(toSnippet(write()))}\n`);
      if (kind === 'report') expect(report.sections).toHaveLength(6);
      if (kind === 'section') expect(report.sections.map(({ number }) => number)).toEqual([section]);
      if (kind === 'table') expect(report.tables.map(({ form }) => form.section)).toEqual([section]);
    }
  });
});
