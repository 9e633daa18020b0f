import { describe, expect, it } from 'vitest';
import {
  columnsOf,
  editionById,
  editionOfYear,
  EDITIONS,
  rowsOf,
  TABLE_FORMS,
  type TableForm,
} from '../../server/src/core/index';
import { gridOf } from '../../server/src/core/formats/grid';
import { fold } from '../../server/src/core/text/fold';

const tables = EDITIONS.flatMap((edition) =>
  Object.values(edition.tables).map((table): [string, TableForm] => [`${table.id} of ${edition.id}`, table]),
);
const repeated = <T>(items: readonly T[]): readonly T[] => items.filter((item, i) => items.indexOf(item) !== i);

describe('the editions', () => {
  it('follow one another without gap or overlap, the last one open', () => {
    EDITIONS.forEach((edition, i) => {
      const next = EDITIONS[i + 1];
      expect(edition.lastYear).toBe(next === undefined ? undefined : next.firstYear - 1);
      expect(edition.lastYear ?? edition.firstYear).toBeGreaterThanOrEqual(edition.firstYear);
    });
  });

  it.each([
    [2008, '2019'],
    [2019, '2019'],
    [2020, '2019'],
    [2021, '2021'],
    [2035, '2021'],
  ])('are in force by year: %i', (year, id) => {
    expect(editionOfYear(year).id).toBe(id);
  });

  it('are found by their ids, which differ, and cite different notices', () => {
    for (const edition of EDITIONS) expect(editionById(edition.id)).toBe(edition);
    expect(repeated(EDITIONS.map(({ source }) => source))).toEqual([]);
    for (const { source } of EDITIONS) expect(source).toMatch(/^国办公开办函〔20\d\d〕\d+号$/);
  });

  it('have six sections, of which two, three and four hold the tables', () => {
    for (const { sections, tables: own } of EDITIONS) {
      expect(sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(sections.map(({ table }) => table)).toEqual([
        undefined,
        'disclosure',
        'requests',
        'review',
        undefined,
        undefined,
      ]);
      for (const [id, table] of Object.entries(own)) {
        expect(table.id).toBe(id);
        expect(sections.find((section) => section.table === id)!.number).toBe(table.section);
      }
    }
  });

  it('name and explain everything in both languages', () => {
    const words = EDITIONS.flatMap(({ name, sections, tables: own }) => [
      name,
      ...sections.map(({ contents }) => contents),
      ...Object.values(own).flatMap((table) => [
        table.name,
        ...table.identities.map(({ basis }) => basis),
        ...table.blocks.flatMap(({ rows, columns }) => [...rows, ...columns].map((entry) => entry.name)),
      ]),
    ]);
    for (const { zh, en } of words) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/^[\x20-\x7e]+$/);
    }
  });
});

describe('the forms of tables', () => {
  it('that are the same in several editions are one', () => {
    const written = TABLE_FORMS.map((form) => JSON.stringify(form));
    expect(repeated(written)).toEqual([]);
  });
});

describe('section titles', () => {
  it('and their accepted wordings belong to one section each', () => {
    for (const { sections } of EDITIONS)
      expect(repeated(sections.flatMap(({ title, accepted }) => [title, ...accepted].map(fold)))).toEqual([]);
  });

  it('hold a word of every group of their keywords, and not one of every group of another’s before it', () => {
    for (const { sections } of EDITIONS) {
      for (const { number, title } of sections) {
        const first = sections.find(({ keywords }) =>
          keywords.every((group) => group.some((word) => title.includes(word))),
        );
        expect(first?.number).toBe(number);
      }
    }
  });
});

describe.each(tables)('table %s', (_, table) => {
  const rows = rowsOf(table);

  it('has rows and columns with ids of their own', () => {
    expect(repeated(rows.map(({ id }) => id))).toEqual([]);
    for (const { columns } of table.blocks) expect(repeated(columns.map(({ id }) => id))).toEqual([]);
    for (const id of [...rows, ...table.blocks.flatMap(({ columns }) => columns)].map((entry) => entry.id))
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*(?:\.[1-9])?$/);
  });

  it('has row labels, accepted ones too, that name one row only', () => {
    expect(repeated(rows.flatMap(({ label, accepted }) => [label, ...accepted].map(fold)))).toEqual([]);
  });

  it('has column labels that name one column of their block only', () => {
    for (const { columns } of table.blocks)
      expect(repeated(columns.flatMap(({ label, accepted }) => [label, ...accepted].map(fold)))).toEqual([]);
  });

  it('has lines that are all as wide as its labels and values', () => {
    for (const line of gridOf(table))
      expect(line.reduce((width, { span }) => width + span, 0)).toBe(table.labelWidth + table.valueWidth);
  });

  it('has each value once on its grid', () => {
    const printed = gridOf(table).flatMap((line) =>
      line.flatMap(({ value }) => (value === undefined ? [] : [`${value.row}/${value.column}`])),
    );
    expect(printed.toSorted()).toEqual(
      rows.flatMap((row) => columnsOf(table, row.id).map((column) => `${row.id}/${column.id}`)).toSorted(),
    );
  });

  it('prints each label once, each group’s above its first row', () => {
    const words = gridOf(table).flatMap((line) => line.map(({ text }) => text));
    if (table.direction === 'down')
      for (const { label, groups } of rows)
        for (const word of [label, ...groups]) expect(words.filter((text) => text === word)).toHaveLength(1);
    else for (const { label } of rows) expect(words.filter((text) => text === label)).toHaveLength(1);
  });

  it('has identities whose ids are there, on one side each, the target among them', () => {
    for (const { direction, left, right, target } of table.identities) {
      const known =
        direction === 'across'
          ? table.blocks.flatMap(({ columns }) => columns.map(({ id }) => id))
          : rows.map(({ id }) => id);
      expect([...left, ...right].filter((id) => !known.includes(id))).toEqual([]);
      expect(repeated([...left, ...right])).toEqual([]);
      expect([...left, ...right]).toContain(target);
    }
  });

  it('has identities that add up columns or rows of the same unit', () => {
    if (table.identities.length > 0)
      expect(new Set(table.blocks.flatMap(({ columns }) => columns.map(({ unit }) => unit)))).toEqual(
        new Set(['count']),
      );
  });
});

describe('the tables of both editions', () => {
  it('have the rows and columns that outside programs know', () => {
    const shape = (id: '2019' | '2021'): unknown =>
      Object.values(editionById(id).tables).map((table) =>
        table.blocks.map(
          ({ rows, columns }) =>
            `${rows.map((row) => row.id).join(' ')} | ${columns.map((column) => column.id).join(' ')}`,
        ),
      );
    const applicants =
      'natural-person enterprise research-institute public-interest legal-service other-organisation total';
    const outcomes =
      'new carried-in granted partly-granted refused.1 refused.2 refused.3 refused.4 refused.5 refused.6 refused.7 refused.8 unavailable.1 unavailable.2 unavailable.3 ' +
      'not-processed.1 not-processed.2 not-processed.3 not-processed.4 not-processed.5';
    const review = [
      'reconsideration litigation-direct litigation-after-reconsideration | upheld corrected other pending total',
    ];
    expect(shape('2019')).toEqual([
      [
        'regulations normative-documents | made disclosed disclosed-total',
        'licensing other-services | items-last-year items-change decisions',
        'penalties coercion | items-last-year items-change decisions',
        'fees | items-last-year items-change',
        'procurement | procurement-items procurement-amount',
      ],
      [`${outcomes} other results-total carried-out | ${applicants}`],
      review,
    ]);
    expect(shape('2021')).toEqual([
      [
        'regulations normative-documents | issued repealed in-force',
        'licensing | decisions',
        'penalties coercion | decisions',
        'fees | fee-amount',
      ],
      [`${outcomes} other.1 other.2 other.3 results-total carried-out | ${applicants}`],
      review,
    ]);
  });

  it('give each column of table three its sums: each row, each column’s results, each column’s balance', () => {
    for (const { tables: own } of EDITIONS) {
      const { requests } = own;
      const [across, results, balance] = requests.identities;
      expect(across!.right).toEqual(
        columnsOf(requests, 'new')
          .map(({ id }) => id)
          .filter((id) => id !== 'total'),
      );
      expect([...results!.right, ...balance!.left, ...balance!.right].toSorted()).toEqual(
        rowsOf(requests)
          .map(({ id }) => id)
          .toSorted(),
      );
    }
  });
});
