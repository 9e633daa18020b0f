import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  check,
  DEFAULT_SETTINGS,
  readDocument,
  rowOf,
  tableOf,
  toNumber,
  type Cell,
  type Judged,
  type Report,
} from '../../server/src/core/index';

/**
 * Published reports that lie beside the project where it is developed; a clone of the project has none and needs none.
 */
const REPORTS = path.resolve(import.meta.dirname, '../../../shared/reports');

/** Errors and warnings of the five main reports, by line (from 1) and, where it is short, the text under the range. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  '000': [],
  '001': ['1 title-without-year', '344 balance-mismatch 0', '349 balance-mismatch 0', '401 misnumbered-section'],
  '002': [
    '120 row-total-mismatch 33',
    '348 balance-mismatch 0',
    '354 balance-mismatch 0',
    '390 review-total-mismatch 0',
    '403 misnumbered-section',
  ],
  '003': [],
  '004': ['42 misnumbered-section', '71 misnumbered-section', '82 misnumbered-section', '82 missing-section'],
};
const INFORMATION: Readonly<Record<string, readonly string[]>> = {
  '002': ['16 prose-mismatch 3'],
  '003': ['nonstandard-title'],
  '004': ['82 renamed-section', '45 renamed-label'],
};
const HINTS: Readonly<Record<string, readonly string[]>> = { '003': ['129 dash-for-zero -'] };

/** Reports whose sums really are wrong, and how often. */
const WRONG_SUMS: Readonly<Record<string, number>> = { '001': 2, '002': 4, c09_shanghai_office_2019: 11 };
const SUMS = ['row-total-mismatch', 'results-total-mismatch', 'balance-mismatch', 'review-total-mismatch'];
/** A dump whose labels and numbers are torn apart: there nothing has to be read. */
const TORN = 'c07_kewei_2024';
const WITHOUT_FAULT = [
  'c01_huaian_2024',
  'c01_huaian_2024.tsv-rows',
  'c04_suqian_2023.kangxi-radicals',
  'c10_shuyang_fgj_2023',
];

const filesIn = (folder: string): readonly string[] =>
  existsSync(path.join(REPORTS, folder))
    ? readdirSync(path.join(REPORTS, folder))
        .toSorted()
        .map((file) => path.join(REPORTS, folder, file))
    : [];
const nameOf = (file: string): string => path.basename(file).replace(/\.(?:txt|json)$/, '');
const read = (file: string): Report => readDocument(readFileSync(file, 'utf8')).segments[0]!.report;

const seeds = filesIn('seeds');
const texts = [...seeds, ...filesIn('other')].filter((file) => file.endsWith('.txt'));

if (texts.length === 0) {
  it('has no published reports at hand: ../shared/reports is not there', () => {
    expect(texts).toEqual([]);
  });
} else {
  const inGroups = (severities: readonly Judged['severity'][], report: Report): readonly string[] =>
    check(report, DEFAULT_SETTINGS)
      .filter(({ severity }) => severities.includes(severity))
      .map(({ rule, span }) => {
        const printed = report.text.slice(span.start, span.end);
        return `${report.lines.lineAt(span.start) + 1} ${rule.id}${printed.length <= 4 ? ` ${printed}` : ''}`;
      });

  describe.each(seeds.map((file) => [nameOf(file).slice(0, 3), file] as const))('seed %s', (id, file) => {
    it('has these errors and warnings and no others', () => {
      expect(inGroups(['error', 'warning'], read(file)).toSorted()).toEqual((EXPECTED[id] ?? []).toSorted());
    });

    it('has these remarks', () => {
      const found = inGroups(['information'], read(file));
      for (const remark of INFORMATION[id] ?? [])
        expect(
          found.some((one) => one.includes(remark)),
          remark,
        ).toBe(true);
      expect(found.filter((one) => one.includes('prose'))).toEqual(
        (INFORMATION[id] ?? []).filter((one) => one.includes('prose')),
      );
      expect(inGroups(['hint'], read(file))).toEqual(HINTS[id] ?? []);
    });
  });

  describe.each(texts.map((file) => [nameOf(file), file] as const))('%s', (name, file) => {
    it('has no right sum that is called wrong', () => {
      const sums = check(read(file), DEFAULT_SETTINGS).filter(({ rule }) => SUMS.includes(rule.id));
      if (name === TORN) expect(sums.length).toBeLessThanOrEqual(1);
      else expect(sums).toHaveLength(WRONG_SUMS[name] ?? WRONG_SUMS[name.slice(0, 3)] ?? 0);
    });
  });

  it.each(texts.filter((file) => WITHOUT_FAULT.includes(nameOf(file))).map((file) => [nameOf(file), file]))(
    '%s has neither error nor warning',
    (_, file) => {
      expect(inGroups(['error', 'warning'], read(file))).toEqual([]);
    },
  );

  it.each(filesIn('cells').map((file) => [nameOf(file), file]))('%s is read cell by cell', (name, file) => {
    const expected = JSON.parse(readFileSync(file, 'utf8')) as { edition: string } & Record<
      'requests' | 'review',
      Record<string, readonly number[]> | undefined
    >;
    const report = read(texts.find((text) => nameOf(text) === name)!);
    expect(report.edition.id).toBe(expected.edition);
    const amount = ({ value }: Cell): number | null => (value.kind === 'unreadable' ? null : toNumber(value.amount));
    for (const id of ['requests', 'review'] as const) {
      const rows = Object.entries(expected[id] ?? {});
      const table = tableOf(report, id);
      expect(
        Object.fromEntries(
          rows.map(([row]) => [row, table === undefined ? [] : (rowOf(table, row)?.cells ?? []).map(amount)]),
        ),
      ).toEqual(Object.fromEntries(rows));
    }
  });
}
