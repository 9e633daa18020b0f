import { describe, expect, it } from 'vitest';
import { EDITIONS, rowsOf } from '../../server/src/core/index';
import { rowsText } from '../../server/src/core/writing/row-skeleton';
import { offerAt } from '../support/caret';
import { buildReport } from '../support/report-builder';

describe('a label', () => {
  const text = buildReport({ edition: '2021', layout: 'tsv' });

  it('of a column is offered in its cell, and what follows stays', () => {
    const offer = offerAt(text.replace('科研机构\t社会公益组织', '科研‸\t社会公益组织'));
    expect(offer.labels).toEqual(['科研机构']);
    expect(offer.take('科研机构')).toBe(text);
  });

  it('is found by its words without their number, in any spelling', () => {
    const offer = offerAt(text.replace('\t（一）予以公开\t', '\t予以‸\t'));
    expect(offer.take('（一）予以公开')).toBe(text.replace('\t（一）予以公开\t', '\t（一）予以公开\t'));
    expect(offerAt(text.replace('\t（一）予以公开\t', '\t(一)予‸\t')).labels).toEqual(['（一）予以公开']);
  });

  it('is not offered where it goes on in the next line', () => {
    const cells = buildReport({ edition: '2021', layout: 'cells' });
    expect(offerAt(cells.replace('本年制发件数', '本年制‸\n发件数')).labels).toEqual([]);
  });

  it('is offered in a table that is still without rows', () => {
    const started = buildReport({
      edition: '2021',
      replace: { 'section-2': '二、主动公开政府信息情况\n\n\t第二十条第（一）项\n\n\t信息内容\n\t本年制‸\n' },
    });
    expect(offerAt(started).labels).toEqual(['本年制发件数']);
  });

  it.each(['规‸章', '规章‸', '‸', '公开‸'])('is not offered at “%s”', (cell) => {
    expect(offerAt(text.replace('规章\t0', `${cell}\t0`)).labels).toEqual([]);
  });
});

describe('a row', () => {
  it('is not offered below one whose values are still being typed', () => {
    const text = buildReport({ edition: '2021', layout: 'cells' });
    const values = '\t二、上年结转政府信息公开申请数量\n\t0\n\t0';
    const at = text.indexOf(values) + values.length;
    const rest = text.indexOf('\n\n\t三、本年度办理结果', at);
    expect(offerAt(`${text.slice(0, at)}\n\t‸${text.slice(rest)}`).labels).toEqual([]);
  });

  it('is not begun by a value, though its own line of values begins so', () => {
    const whole = buildReport({ edition: '2021', layout: 'cells' }).replace('\t行政许可\n\t0\n\n', '');
    const item = '\t第二十条第（五）项\n';
    expect(whole).toContain(item);
    expect(offerAt(whole.replace(item, `${item}\t0 ‸\n`)).labels).toEqual([]);
  });

  it('takes the place of the tab that the editor put there', () => {
    const text = buildReport({ edition: '2021', layout: 'cells' });
    const row = rowsText(EDITIONS[1]!.tables.requests, [rowsOf(EDITIONS[1]!.tables.requests)[1]!], 'cells');
    const offer = offerAt(text.replace(`\n\n${row}`, '\n\t‸'));
    expect(offer.take('二、上年结转政府信息公开申请数量')).toBe(text);
  });

  it('goes on below a group’s label that stands there already', () => {
    const text = buildReport({ edition: '2021', layout: 'cells' });
    const group = '\t三、本年度办理结果\n\t（一）予';
    const row = rowsText(EDITIONS[1]!.tables.requests, [rowsOf(EDITIONS[1]!.tables.requests)[2]!], 'cells');
    expect(offerAt(text.replace(row, `${group}‸`)).proposals[0]).toMatchObject({ kind: 'row' });
    expect(offerAt(text.replace(row, `${group}‸`)).take('（一）予以公开')).toBe(text);
  });
});
