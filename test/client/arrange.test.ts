import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf, GROUPINGS, matching, narrowed, worse } from '../../client/src/common/reviewing/arrange';
import { Overview } from '../../client/src/common/reviewing/overview';
import type { FileOverview, FindingOverview } from '../../server/src/lsp/protocol';
import { pageAfter } from '../../server/src/lsp/requests/overview';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const finding = (rule: string, severity: FindingOverview['severity']): FindingOverview => ({
  rule,
  name: `规则 ${rule}`,
  severity,
  message: '…',
  range,
});
const file = (
  name: string,
  body: string | null,
  findings: readonly FindingOverview[],
  failed = false,
): FileOverview => ({
  uri: `file:///reports/${name}`,
  state: '1',
  failed,
  reports: failed
    ? []
    : [
        {
          body,
          year: 2023,
          edition: '2021',
          layout: 'tsv',
          range,
          lastYear: null,
          findings,
          setAside: [],
          entries: NO_ENTRIES,
        },
      ],
});
const NO_ENTRIES = { standing: [], changed: [] };
const names = {
  withoutBody: '未知',
  clean: '无误',
  failed: '失败',
  severity: { error: '错误', warning: '警告', information: '提示', hint: '建议' },
};

const listed = (...files: readonly FileOverview[]) => {
  const overview = new Overview();
  overview.apply({ files, gone: [] });
  return overview.reports();
};
const WRONG = finding('row-total-mismatch', 'error');
const ODD = finding('year-mismatch', 'warning');

describe('the reports of a folder', () => {
  it('are listed worst first, what could not be checked before all', () => {
    const reports = listed(
      file('a.txt', '甲局', []),
      file('b.txt', '乙局', [ODD]),
      file('c.txt', '丙局', [WRONG, ODD]),
      file('d.txt', null, [], true),
    );
    const [group] = groupsOf(reports, 'none', names);
    expect(group!.reports.map(({ listed: { file: name } }) => name)).toEqual(['d.txt', 'c.txt', 'b.txt', 'a.txt']);
  });

  it('stand under each rule that found something, with its findings alone', () => {
    const groups = groupsOf(listed(file('b.txt', '乙局', [ODD]), file('c.txt', '丙局', [WRONG, ODD])), 'rule', names);
    expect(groups.map(({ label, reports }) => [label, reports.map(({ findings }) => findings)])).toEqual([
      ['规则 row-total-mismatch', [[WRONG]]],
      ['规则 year-mismatch', [[ODD], [ODD]]],
    ]);
  });

  it('are found by all words of a filter, whatever they are about', () => {
    const reports = listed(file('a.txt', '甲局', [WRONG]), file('b.txt', '乙局', [ODD]), file('c.txt', '甲局', []));
    const found = (filter: string) => matching(reports, { filter, within: '' }).map(({ file: name }) => name);
    expect(found('')).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(found('甲局')).toEqual(['a.txt', 'c.txt']);
    expect(found('甲局 错误 2023')).toEqual(['a.txt']);
    expect(found('YEAR-mismatch')).toEqual(['b.txt']);
    expect(found('无误')).toEqual(['c.txt']);
  });

  it('are those below the chosen folder, and not those of one whose name begins likewise', () => {
    const reports = listed(file('甲/a.txt', '甲局', []), file('甲乙/b.txt', '乙局', []));
    expect(matching(reports, { filter: '', within: 'file:///reports/甲' }).map(({ file: name }) => name)).toEqual([
      'a.txt',
    ]);
  });

  it('are none of those that are gone', () => {
    const overview = new Overview();
    overview.apply({ files: [file('a.txt', '甲局', [])], gone: [] });
    overview.apply({ files: [], gone: ['file:///reports/a.txt'] });
    expect(overview.reports()).toEqual([]);
  });

  it('are narrowed to those that match as if these alone were arranged', () => {
    const some = fc.tuple(
      fc.constantFrom('甲局', '乙局', '丙局', null),
      fc.subarray([WRONG, ODD, finding('dash-for-zero', 'hint')]),
      fc.boolean(),
    );
    fc.assert(
      fc.property(
        fc.array(some, { maxLength: 12 }),
        fc.constantFrom(...GROUPINGS),
        fc.constantFrom('', '甲', '错误', 'year', '乙局 警告', '没有'),
        (all, grouping, filter) => {
          const reports = listed(...all.map(([body, found, failed], i) => file(`${i}.txt`, body, found, failed)));
          const kept = matching(reports, { filter, within: '' });
          const shown = (groups: ReturnType<typeof groupsOf>) =>
            groups.map(({ key, label, reports: inside, counts }) => ({ key, label, inside, counts }));
          expect(shown(narrowed(groupsOf(reports, grouping, names), new Set(kept)))).toEqual(
            shown(groupsOf(kept, grouping, names)),
          );
        },
      ),
    );
  });

  it('are looked into once for all filters, however many there are', () => {
    let looks = 0;
    const reports = listed(
      ...Array.from({ length: 300 }, (_, i): FileOverview => {
        const { reports: inside, ...rest } = file(`${i}.txt`, `第${i % 50}局`, []);
        const counted = { ...inside[0]! };
        Object.defineProperty(counted, 'findings', { get: () => (looks++, [WRONG, ODD]) });
        return { ...rest, reports: [counted] };
      }),
    );
    for (const grouping of GROUPINGS) {
      const groups = groupsOf(reports, grouping, names);
      looks = 0;
      for (const filter of ['', '第1', '第12局', '错误', '没有'])
        narrowed(groups, new Set(matching(reports, { filter, within: '' })));
      expect(looks).toBe(0);
    }
  });

  it('are all there once under every grouping but those that split them by their findings', () => {
    const files = fc.array(
      fc
        .tuple(
          fc.constantFrom('甲局', '乙局', null),
          fc.subarray([WRONG, ODD, finding('dash-for-zero', 'hint')]),
          fc.boolean(),
        )
        .map(([body, findings, failed]) => ({ body, findings, failed })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(files, fc.constantFrom(...GROUPINGS), (all, grouping) => {
        const reports = listed(...all.map(({ body, findings, failed }, i) => file(`${i}.txt`, body, findings, failed)));
        const groups = groupsOf(reports, grouping, names);
        const shown = groups.flatMap((group) => group.reports.map(({ listed: one }) => one));
        expect(new Set(shown)).toEqual(new Set(reports));
        if (grouping === 'none' || grouping === 'body' || grouping === 'folder')
          expect(shown.length).toBe(reports.length);
        for (const { reports: inside } of groups) {
          const counts = inside
            .filter(({ listed: one }) => one.report !== undefined)
            .map(({ listed: one }) => one.counts);
          expect(counts).toEqual(counts.toSorted(worse));
        }
      }),
    );
  });
});

describe('the check of a folder', () => {
  it('of many files takes pages that grow, so that all of them together cost no more than some of them', () => {
    const costOf = (files: number): number => {
      let gone = 0;
      for (let known = 0; known < files; known += pageAfter(known)) gone += known;
      return gone / files;
    };
    expect(costOf(3_000)).toBeLessThan(10);
    expect(costOf(100_000)).toBeLessThan(10);
  });
});
