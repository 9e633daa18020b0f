import { describe, expect, it } from 'vitest';
import {
  contextOf,
  DEFAULT_SETTINGS,
  inlayHints,
  lenses,
  semanticTokens,
  type Ignore,
  type InlayMode,
  type TemplateLayout,
} from '../../server/src/core/index';
import { readOne } from '../support/findings';
import { buildReport, type Values } from '../support/report-builder';

/** Hints of a report by their words. */
function hints(values: Values, mode: InlayMode, at?: string, layout: TemplateLayout = 'cells'): readonly string[] {
  const report = readOne(buildReport({ edition: '2021', layout, values }));
  const context = contextOf(report, DEFAULT_SETTINGS);
  const caret = at === undefined ? undefined : report.text.indexOf(at) + at.length;
  return inlayHints(context, mode, { start: 0, end: report.text.length }, caret).map(({ label }) => label.zh);
}

const THREE = { 'natural-person': 3, total: 3 };

describe('number hints', () => {
  it('name the value that is likely wrong, and what was probably meant', () => {
    expect(
      hints({ new: { 'natural-person': 33, total: 3 }, granted: THREE, 'results-total': THREE }, 'problems'),
    ).toEqual(['应为 3，自然人·本年新收', '不符，总计·本年新收', '不符，自然人·结转下年度']);
  });

  it('say of a total what its parts add up to where nothing is clear', () => {
    expect(hints({ reconsideration: [1, 0, 1, 0, 3] }, 'problems')).toEqual(['应为 2，总计·行政复议']);
  });

  it('say by how much a column does not balance where nothing is clear, and not which value to change', () => {
    expect(hints({ 'carried-in': { enterprise: 1, total: 1 } }, 'problems')).toEqual([
      '相差 1，商业企业·结转下年度',
      '相差 1，总计·结转下年度',
    ]);
  });

  it('say nothing of a blank total that its row and its column give differently', () => {
    const of = (count: number) => ({ 'natural-person': count, total: count });
    const doubtful = { new: of(8), granted: of(4), 'partly-granted': of(5), 'results-total': { ...of(8), total: '' } };
    expect(hints(doubtful, 'problems')).toEqual(['应为 9，自然人·总计']);
  });

  it('say of a total that was left out what it stands for', () => {
    expect(
      hints({ new: { 'natural-person': 3, total: '' }, granted: THREE, 'results-total': THREE }, 'problems'),
    ).toEqual(['应为 3，总计·本年新收']);
  });

  describe.each(['tsv', 'markdown'] as const)('in a row of several values, in %s', (layout) => {
    const gap = layout === 'tsv' ? '\t' : ' | ';

    it('name the columns alone', () => {
      expect(hints({}, 'current-row', '\n' + (layout === 'tsv' ? '规章' : '| 规章'), layout)).toEqual([
        '本年制发件数',
        '本年废止件数',
        '现行有效件数',
      ]);
    });

    it('name that of the value at the caret alone where the line might wrap', () => {
      const values = { 'carried-in': { enterprise: 7, total: 7 } };
      expect(hints(values, 'current-row', '二、上年结转', layout)).not.toContain('商业企业');
      expect(hints(values, 'current-row', `${gap}7`, layout)).toContain('商业企业');
      expect(hints(values, 'current-row', `${gap}7`, layout)).not.toContain('科研机构');
      expect(hints(values, 'current-row', `${gap}7${gap}0`, layout)).toContain('科研机构');
    });

    it('say what a wrong total should be, where the line has no room for columns too', () => {
      const wrong = { new: { 'natural-person': 3, total: 3 }, 'partly-granted': { 'natural-person': 3, total: 4 } };
      const rest = { 'results-total': { 'natural-person': 3, total: 3 } };
      expect(hints({ ...wrong, ...rest }, 'current-row', '（二）部分公开', layout)).toEqual(['应为 3', '不符']);
      expect(hints({ ...wrong, ...rest }, 'problems', undefined, layout)).toEqual(['应为 3', '不符']);
    });
  });

  it('are gone where what they speak of is ignored, and so are its colours and its mark above the table', () => {
    const report = readOne(buildReport({ edition: '2021', values: { reconsideration: [1, 0, 1, 0, 3] } }));
    const seen = (ignores: readonly Ignore[]) => {
      const context = contextOf(report, DEFAULT_SETTINGS, { ignores });
      return [
        inlayHints(context, 'problems', { start: 0, end: report.text.length }, undefined).length,
        semanticTokens(context).filter(({ type }) => type === 'nianbaoWrong').length,
        lenses(context)
          .map(({ title }) => title.zh[0])
          .join(''),
      ];
    };
    expect(seen([])).toEqual([1, 1, '✓✓✗']);
    expect(seen([{ rule: 'review-total-mismatch', row: 'reconsideration', reason: '已核对' }])).toEqual([0, 0, '✓✓✓']);
  });

  it('are none where they are off', () => {
    expect(hints({ reconsideration: [1, 0, 1, 0, 3] }, 'off')).toEqual([]);
  });

  it('name every value of a report, or those of the row under the cursor', () => {
    const row = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'].map(
      (column) => `${column}·本年新收`,
    );
    expect(hints({}, 'current-row', '一、本年新收')).toEqual(row);
    expect(hints({}, 'all')).toEqual(expect.arrayContaining(row));
    expect(hints({}, 'all')).toHaveLength(200);
  });
});
