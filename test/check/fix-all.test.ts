import { describe, expect, it } from 'vitest';
import { check, DEFAULT_SETTINGS, safeEdits, type Settings } from '../../server/src/core/index';
import { buildReport, type Values } from '../support/report-builder';
import { readOne, safelyRepaired } from '../support/findings';

const text = (values: Values): string => buildReport({ edition: '2021', year: 2023, values });
const HELD: Values = { granted: [3, 0, 0, 0, 0, 0, 3], 'results-total': [3, 0, 0, 0, 0, 0, 3] };

describe('what is mended unseen', () => {
  it('makes full-width digits of cells plain, and nothing else in the text', () => {
    const wide = text({ ...HELD, new: ['３', 0, 0, 0, 0, 0, '＋３'] }).replace('逐条核对', '逐条核对３件文件的');
    expect(safelyRepaired(wide)).toBe(wide.replace('\t３\t', '\t3\t').replace('\t＋３', '\t+3'));
  });

  it('leaves what is no number as it was typed', () => {
    const wide = text({ ...HELD, new: ['３？？', 0, 0, 0, 0, 0, 3] });
    expect(safelyRepaired(wide)).toBe(wide);
  });

  it('is told in the order of the text, each place once, whatever found it', () => {
    const report = readOne(
      text({
        new: ['３', 0, 0, 0, 0, 0, '３'],
        granted: ['３', '-', 0, 0, 0, 0, 3],
        'results-total': [3, 0, 0, 0, 0, '-', '３'],
      }).replace('六、', '6、'),
    );
    const edits = safeEdits(report, check(report, DEFAULT_SETTINGS));
    const { length } = edits;
    expect(edits.map(({ newText }) => newText)).toEqual(['3', '3', '3', '0', '0', '3', '六、']);
    for (let i = 1; i < length; i++) expect(edits[i - 1]!.span.end).toBeLessThan(edits[i]!.span.start);
  });

  it('is nothing of a rule that is off, and nothing that is a choice', () => {
    const report = readOne(text({ ...HELD, new: [3, '-', 0, 0, 0, 0, 4] }));
    const off: Settings = { ...DEFAULT_SETTINGS, rules: { 'dash-for-zero': 'off' } };
    expect(safeEdits(report, check(report, DEFAULT_SETTINGS)).map(({ newText }) => newText)).toEqual(['0']);
    expect(safeEdits(report, check(report, off))).toEqual([]);
  });

  it('fills in a total that all its relations agree on', () => {
    const blank = text({ ...HELD, new: [3, 0, 0, 0, 0, 0, ''] });
    expect(safelyRepaired(blank)).toBe(text({ ...HELD, new: [3, 0, 0, 0, 0, 0, 3] }));
  });
});
