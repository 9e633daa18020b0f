import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  check,
  contextOf,
  DEFAULT_SETTINGS,
  say,
  type EditionId,
  type Judged,
  type Report,
  type Surroundings,
} from '../../server/src/core/index';
import { diagnose } from '../../server/src/core/sums/diagnosis';
import { Evidence } from '../../server/src/core/sums/evidence';
import { MOST_SOLUTIONS } from '../../server/src/core/sums/localise';
import { Amounts } from '../../server/src/core/sums/amounts';
import { identitiesOf, type Identity } from '../../server/src/core/sums/identities';
import { choicesOf, validReports } from '../generator/arbitraries';
import { seeded } from '../generator/choices';
import { layoutById } from '../generator/layouts/index';
import { printReport } from '../generator/print-report';
import type { ValidReport } from '../generator/valid-report';
import { holds } from '../property/property';
import { readOne } from '../support/findings';
import { buildReport, type Values } from '../support/report-builder';
import { SINGLE_KINDS } from './evaluation';
import { seedSlip, SLIP_KINDS, withMistakes } from './seeded-slips';

const textOf = (report: ValidReport): string => printReport(report, layoutById('B'), [], seeded(1));
const wrongSums = (report: Report): readonly Judged[] =>
  check(report, DEFAULT_SETTINGS).filter(({ rule }) => rule.category === 'arithmetic');
const slip = fc.tuple(validReports, choicesOf(200), fc.constantFrom(...SINGLE_KINDS));
const anySlip = fc.tuple(validReports, choicesOf(200), fc.constantFrom(...SLIP_KINDS));

describe('one wrong number in table three', () => {
  holds(
    'is what the first repair of every finding restores, and the only smallest one',
    60,
    fc.property(slip, ([report, choices, kind]) => {
      const mistakes = seedSlip(kind, report, choices);
      fc.pre(mistakes !== undefined);
      const text = textOf(withMistakes(report, mistakes!));
      const findings = wrongSums(readOne(text));
      expect(findings).not.toEqual([]);
      for (const finding of findings) {
        const [first, ...others] = finding.repairs();
        expect(applyEdits(text, first!.edits)).toBe(textOf(report));
        expect(first!.preferred).toBe(true);
        expect(others.some(({ preferred }) => preferred)).toBe(false);
      }
    }),
  );

  holds(
    'gives findings that point to each other and share one repair, which names them all',
    40,
    fc.property(slip, ([report, choices, kind]) => {
      const mistakes = seedSlip(kind, report, choices);
      fc.pre(mistakes !== undefined);
      const findings = wrongSums(readOne(textOf(withMistakes(report, mistakes!))));
      const subjects = findings.map(({ subject }) => keyOf(subject as Identity)).sort();
      for (const finding of findings) {
        expect((finding.repairs()[0]!.resolves as readonly Identity[]).map(keyOf).sort()).toEqual(subjects);
        const said = finding.related.filter(({ message }) => say(message, 'zh-CN').startsWith('同一原因'));
        const others = findings.filter((other) => other !== finding);
        expect(said.map(({ span }) => span.start).sort()).toEqual(others.map(({ span }) => span.start).sort());
        expect(say(finding.message, 'zh-CN')).toContain('疑为');
      }
    }),
  );
});

describe('any slip', () => {
  holds(
    'is told by repairs after which every relation holds that they claim to mend',
    40,
    fc.property(anySlip, ([report, choices, kind]) => {
      const mistakes = seedSlip(kind, report, choices);
      fc.pre(mistakes !== undefined);
      const text = textOf(withMistakes(report, mistakes!));
      for (const finding of wrongSums(readOne(text)))
        for (const { edits, resolves } of finding.repairs()) {
          const left = broken(readOne(applyEdits(text, edits)));
          for (const identity of resolves as readonly Identity[]) expect(left).not.toContain(keyOf(identity));
        }
    }),
  );

  holds(
    'has at most one preferred repair at each finding, the first',
    40,
    fc.property(anySlip, ([report, choices, kind]) => {
      const mistakes = seedSlip(kind, report, choices);
      fc.pre(mistakes !== undefined);
      for (const finding of wrongSums(readOne(textOf(withMistakes(report, mistakes!)))))
        expect(
          finding
            .repairs()
            .slice(1)
            .some(({ preferred }) => preferred),
        ).toBe(false);
    }),
  );

  holds(
    'is told the same every time',
    20,
    fc.property(anySlip, ([report, choices, kind]) => {
      const mistakes = seedSlip(kind, report, choices);
      fc.pre(mistakes !== undefined);
      const text = textOf(withMistakes(report, mistakes!));
      const titles = (): readonly string[] =>
        wrongSums(readOne(text)).flatMap((finding) => finding.repairs().map(({ title }) => say(title, 'en')));
      expect(titles()).toEqual(titles());
    }),
  );
});

const keyOf = ({ form, target }: Identity): string => `${form.rule} ${target.row.form.id}/${target.cell.column.id}`;

function broken(report: Report): readonly string[] {
  const { identities, amounts } = contextOf(report, DEFAULT_SETTINGS).sums;
  return identities.filter((identity) => !amounts.holds(identity)).map(keyOf);
}

describe('numbers without any sense', () => {
  holds(
    'end the search within its bound, and every broken relation is a finding all the same',
    10,
    fc.property(validReports, fc.integer({ min: 1, max: 40 }), choicesOf(1000), (report, wrong, choices) => {
      const cells = new Map(report.cells);
      const keys = [...cells.keys()].filter((key) => key.startsWith('requests/'));
      for (let i = 0; i < wrong; i++) {
        const amount = choices.below(900);
        cells.set(keys[choices.below(keys.length)]!, { printed: String(amount), amount });
      }
      const read = readOne(textOf({ ...report, cells }));
      const identities = identitiesOf(read);
      expect(
        diagnose(identities, new Amounts(identities), new Evidence([])).every(
          ({ repairs }) => repairs.length <= MOST_SOLUTIONS,
        ),
      ).toBe(true);
      expect(wrongSums(read)).toHaveLength(broken(read).length);
    }),
  );
});

const NEW = { 'natural-person': 3, total: 3 };
const NOWHERE = { line: 0, character: 0 };

describe.each<EditionId>(['2019', '2021'])('a report of %s', (edition) => {
  const diagnoseOne = (values: Values, prose = ''): readonly Judged[] =>
    wrongSums(
      readOne(
        buildReport({ edition, values, replace: prose === '' ? {} : { 'section-1': `一、总体情况\n\n${prose}` } }),
      ),
    );
  const firstTitles = (findings: readonly Judged[]): ReadonlySet<string> =>
    new Set(findings.map((finding) => say(finding.repairs()[0]!.title, 'zh-CN')));

  it('has a blank total filled in, and nothing else wrong with it', () => {
    const [only, ...others] = diagnoseOne({ new: { ...NEW, total: '' }, granted: NEW, 'results-total': NEW });
    expect(others).toEqual([]);
    expect(only!.repairs().map(({ title, safe, preferred }) => [say(title, 'zh-CN'), safe, preferred])).toEqual([
      ['填入总计 3（各列之和）', true, true],
    ]);
  });

  it('is diagnosed around a blank total', () => {
    const findings = diagnoseOne({
      new: { ...NEW, total: '' },
      granted: { ...NEW, 'natural-person': 33 },
      'results-total': NEW,
    });
    const others = findings.filter(({ repairs }) => !repairs()[0]!.safe);
    expect(others).toHaveLength(2);
    expect(firstTitles(others)).toEqual(new Set(['将「（一）予以公开·自然人」改为 3（改后各项勾稽全部成立）']));
  });

  it('has a number and its total mistyped in the same way mended together', () => {
    const findings = diagnoseOne({ new: { 'natural-person': 333, total: 33 }, granted: NEW, 'results-total': NEW });
    expect(findings).toHaveLength(3);
    expect(firstTitles(findings)).toEqual(
      new Set(['将「一、本年新收·自然人」改为 3、「一、本年新收·总计」改为 3（改后各项勾稽全部成立）']),
    );
    expect(findings.every((finding) => finding.repairs()[0]!.preferred)).toBe(true);
  });

  it('names no culprit where a request is carried in and never heard of again', () => {
    const findings = diagnoseOne({ 'carried-in': { enterprise: 1, total: 1 } });
    expect(findings).toHaveLength(2);
    for (const finding of findings) {
      expect(say(finding.message, 'zh-CN')).not.toContain('疑为');
      expect(finding.repairs().some(({ preferred }) => preferred)).toBe(false);
    }
  });

  it('has two independent slips told apart', () => {
    const findings = diagnoseOne({
      new: { 'natural-person': 3, total: 4 },
      granted: { 'natural-person': 3, enterprise: 2, total: 3 },
      'results-total': NEW,
    });
    expect(firstTitles(findings)).toEqual(
      new Set([
        '将总计改为 3（各列之和）',
        '将「一、本年新收·总计」改为 3（改后各项勾稽全部成立）',
        '将「（一）予以公开·商业企业」改为 0（改后各项勾稽全部成立）',
      ]),
    );
    expect(findings.every((finding) => finding.repairs()[0]!.preferred)).toBe(true);
  });

  it('has the total of table four mended first, every other number offered, none of them named', () => {
    const [only] = diagnoseOne({ reconsideration: [1, 0, 1, 0, 3] });
    expect(only!.repairs().map(({ title }) => say(title, 'zh-CN'))[0]).toBe('将总计改为 2（各列之和）');
    expect(only!.repairs()).toHaveLength(5);
    expect(say(only!.message, 'zh-CN')).not.toContain('疑为');
  });

  it('is mended as its prose says', () => {
    const [only] = diagnoseOne(
      { reconsideration: [1, 0, 1, 0, 3] },
      '政府信息公开行政复议3件，其中结果维持2件、其他结果1件。',
    );
    expect(firstTitles([only!])).toEqual(new Set(['将「行政复议·结果维持」改为 2（改后各项勾稽全部成立）']));
    expect(say(only!.message, 'zh-CN')).toContain(
      '疑为「行政复议·结果维持」1 应为 2，改后各项勾稽全部成立，正文也写 2 件',
    );
    expect(say(only!.message, 'en')).toMatch(/^probably .*every relation holds then, and the prose says 2\. /);
  });

  /**
   * One of two rows has too much, by itself and in its total, as its column and the totals show; the prose states what
   * is right for the second.
   */
  const firstOfTwo = (granted: number, partly: number, tooMuch: number, prose: string): readonly string[] => {
    const both = (count: number) => ({ 'natural-person': count, total: count });
    const right = both(granted + partly - tooMuch);
    return [
      ...firstTitles(
        diagnoseOne(
          { new: right, granted: both(granted), 'partly-granted': both(partly), 'results-total': right },
          prose,
        ),
      ),
    ];
  };

  it('is mended as its prose says where another slip is somewhat likelier, not where it is far likelier', () => {
    const mended = (row: string, count: number): string =>
      `将「${row}·自然人」改为 ${count}、「${row}·总计」改为 ${count}（改后各项勾稽全部成立）`;
    const prose = (count: number): string => `对政府信息公开申请，部分公开${count}件。`;
    // Two digits that changed places, or a count that is off by nine.
    expect(firstOfTwo(21, 20, 9, '')).toEqual([mended('（一）予以公开', 12)]);
    expect(firstOfTwo(21, 20, 9, prose(11))).toEqual([mended('（二）部分公开', 11)]);
    // A digit typed twice, or one digit for another.
    expect(firstOfTwo(11, 35, 10, prose(25))).toEqual([mended('（一）予以公开', 1)]);
  });

  it('is mended as last year’s report has it, where it confirms that', () => {
    const carriedIn = { enterprise: 1, total: 2 };
    const text = buildReport({
      edition,
      values: {
        'carried-in': carriedIn,
        granted: { enterprise: 1, total: 1 },
        'results-total': { enterprise: 1, total: 1 },
      },
    });
    const cells = new Map([
      ['requests/carried-out/total', { amount: { digits: 1, scale: 0 }, start: NOWHERE, end: NOWHERE }],
    ]);
    const lastYear = { file: 'last year', summary: { body: '青禾县水务局', year: 2019, cells, prose: '' } };
    const said = (surroundings: Surroundings): readonly string[] =>
      check(readOne(text), DEFAULT_SETTINGS, surroundings)
        .filter(({ rule }) => rule.id === 'row-total-mismatch')
        .map(({ message }) => say(message, 'zh-CN'));
    expect(said({ lastYear })[0]).toContain(
      '疑为「二、上年结转·总计」2 应为 1，改后各项勾稽全部成立，上年报告结转的也是 1 件',
    );
    expect(said({})[0]).not.toContain('上年报告');
  });
});
