import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { contextOf, DEFAULT_SETTINGS, readDocument, toNumber, type Report } from '../../server/src/core/index';
import { readingsOf } from '../../server/src/core/prose/quantities';
import { findingsIn } from '../support/findings';

/**
 * Published reports that lie beside the project where it is developed; a clone of the project has none and needs none.
 */
const REPORTS = path.resolve(import.meta.dirname, '../../../shared/reports');

/**
 * Every number of their prose that is taken to count what the tables count: line, what it counts, value, and whether
 * the tables agree, differ, or do not tell. Each was compared with its sentence by hand.
 */
const FIGURES: Readonly<Record<string, readonly string[]>> = {
  'seeds/000_f78680f34fe2dbef': ['9 received 8 agrees'],
  'seeds/001_526db18711852ecf': [],
  'seeds/002_09ff580123adc937': ['16 received 3 differs'],
  'seeds/003_86277a39905e64d9': [
    '31 received 29 agrees',
    '31 granted 10 agrees',
    '31 refused 1 agrees',
    '31 carried-out 3 agrees',
  ],
  'seeds/004_dd9998f79a293950': [],
  'other/c01_huaian_2024.tsv-rows': [
    '30 received 3119 agrees',
    '31 handled 3050 agrees',
    '31 carried-in 34 agrees',
    '31 carried-out 103 agrees',
    '32 reconsideration 351 agrees',
    '33 review:reconsideration:upheld 72 agrees',
    '33 review:reconsideration:corrected 64 agrees',
    '33 review:reconsideration:other 178 agrees',
    '34 review:reconsideration:pending 37 agrees',
    '34 litigation 46 agrees',
    '34 review:litigation:upheld 25 agrees',
    '35 review:litigation:corrected 5 agrees',
    '35 review:litigation:other 9 agrees',
    '35 review:litigation:pending 7 agrees',
  ],
  'other/c01_huaian_2024': [
    '29 received 3119 agrees',
    '30 handled 3050 agrees',
    '30 carried-in 34 agrees',
    '30 carried-out 103 agrees',
    '31 reconsideration 351 agrees',
    '32 review:reconsideration:upheld 72 agrees',
    '32 review:reconsideration:corrected 64 agrees',
    '32 review:reconsideration:other 178 agrees',
    '33 review:reconsideration:pending 37 agrees',
    '33 litigation 46 agrees',
    '33 review:litigation:upheld 25 agrees',
    '34 review:litigation:corrected 5 agrees',
    '34 review:litigation:other 9 agrees',
    '34 review:litigation:pending 7 agrees',
  ],
  'other/c04_suqian_2023.kangxi-radicals': [
    '34 received 3607 agrees',
    '37 applicant:natural-person 3493 agrees',
    '37 applicant:organisations 114 agrees',
    '37 granted 1191 agrees',
    '37 partly-granted 328 agrees',
    '38 refused 142 agrees',
    '38 unavailable 1078 agrees',
    '38 not-processed 406 agrees',
    '39 other 341 agrees',
    '39 carried-out 121 agrees',
  ],
  'other/c07_kewei_2024': [
    '38 received 34 agrees',
    '39 carried-in 2 agrees',
    '40 granted 9 untold',
    '40 partly-granted 0 untold',
    '40 refused 2 untold',
    '41 unavailable 10 untold',
    '41 not-processed 0 untold',
    '41 other 14 untold',
    '42 carried-out 1 agrees',
  ],
  'other/c09_shanghai_office_2019': [
    '8 received 859 agrees',
    '8 handled 805 agrees',
    '8 carried-in 18 agrees',
    '8 carried-out 72 agrees',
    '8 granted+partly-granted 258 differs',
    '8 refused 35 agrees',
    '8 unavailable 265 agrees',
    '8 not-processed 158 agrees',
    '8 other 0 agrees',
    '8 reconsideration 7 agrees',
    '8 litigation 9 agrees',
  ],
  'other/c10_shuyang_fgj_2023': ['8 received 26 agrees'],
  'other/p01_changchun_tyjr_2023': [],
  'other/p03_qu_tongjiju_2023': [],
  'other/p05_taipingzhen_2022': [],
  'other/p07_yuzhen_2022_empty_old': [],
  'other/p11_ankang_2019': [],
  'other/p13_bhtsg_2019': [],
  'other/p15_sjzca_tjj_2023': [],
  'other/p17_yiyang_scjg_2020': [],
};

/** Every finding of the rules about prose, with the judgement of someone who read the sentence. */
const FINDINGS: readonly {
  readonly report: string;
  readonly found: string;
  readonly right: boolean;
  readonly why: string;
}[] = [
  {
    report: 'seeds/002_09ff580123adc937',
    found: '16 prose-mismatch 3',
    right: true,
    why: 'table three has 333 and 33 by a slip; the prose has what was meant',
  },
  {
    report: 'other/c07_kewei_2024',
    found: '39 prose-contradiction 均已按要求办理完成',
    right: true,
    why: 'all is said to be settled, and one request is carried over',
  },
  {
    report: 'other/c09_shanghai_office_2019',
    found: '8 prose-mismatch 258',
    right: true,
    why: 'granted and partly granted are 272 + 3 in the table',
  },
  {
    report: 'other/c09_shanghai_office_2019',
    found: '8 prose-mismatch 33.9',
    right: true,
    why: 'neither 258 nor 275 is 33.9 % of anything that is stated; the other shares are of 805',
  },
];

const PROSE_RULES: readonly string[] = [
  'prose-mismatch',
  'prose-contradiction',
  'year-mismatch',
  'missing-fee-statement',
];

const read = (name: string): string => readFileSync(path.join(REPORTS, `${name}.txt`), 'utf8');

function figuresIn(report: Report): readonly string[] {
  const { facts, sums } = contextOf(report, DEFAULT_SETTINGS);
  return facts.map(({ span, value, quantities }) => {
    const readings = readingsOf(report, quantities).map((cells) => toNumber(sums.amounts.sum(cells)));
    const verdict = readings.length === 0 ? 'untold' : readings.includes(value) ? 'agrees' : 'differs';
    return `${report.lines.lineAt(span.start) + 1} ${quantities.join('+')} ${value} ${verdict}`;
  });
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

if (existsSync(REPORTS)) {
  const names = ['seeds', 'other'].flatMap((folder) =>
    readdirSync(path.join(REPORTS, folder)).map((file) => `${folder}/${path.parse(file).name}`),
  );

  describe('the prose of published reports', () => {
    it.each(names)('%s', (name) => {
      const found = findingsIn(read(name), undefined, `${path.basename(name)}.txt`)
        .filter(({ rule }) => PROSE_RULES.includes(rule))
        .map(({ rule, start, end }) => `${lineAt(read(name), start)} ${rule} ${read(name).slice(start, end)}`);
      expect(readDocument(read(name)).segments.flatMap(({ report }) => figuresIn(report))).toEqual(FIGURES[name]);
      expect(found).toEqual(FINDINGS.filter(({ report }) => report === name).map((finding) => finding.found));
    });

    it('is judged right in at least 95 of 100 findings', () => {
      expect(FINDINGS.filter(({ right }) => right).length / FINDINGS.length).toBeGreaterThanOrEqual(0.95);
    });
  });
} else {
  it('has no published reports at hand: ../shared/reports is not there', () => {
    expect(existsSync(REPORTS)).toBe(false);
  });
}
