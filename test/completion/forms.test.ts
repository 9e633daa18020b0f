import { describe, expect, it } from 'vitest';
import { EDITIONS, rowsOf, sectionTemplate } from '../../server/src/core/index';
import { rowsText } from '../../server/src/core/writing/row-skeleton';
import { LAYOUTS, offerAt, rulesIn } from '../support/caret';
import { buildReport } from '../support/report-builder';

const editionsAndLayouts = EDITIONS.flatMap((edition) =>
  LAYOUTS.map((layout) => [edition.id, layout, edition] as const),
);

describe.each(editionsAndLayouts)('in a report of %s as %s', (id, layout, edition) => {
  const whole = buildReport({ edition: id, layout });

  it.each(edition.sections)('the section “$title” is offered first where it is missing', ({ number, title }) => {
    const numeral = '一二三四五六'[number - 1]!;
    const from = whole.indexOf(`${numeral}、${title}`);
    const next = edition.sections.find((section) => section.number === number + 1);
    const to = next === undefined ? whole.length : whole.indexOf(`${'一二三四五六'[number]!}、${next.title}`);
    const offer = offerAt(`${whole.slice(0, from)}‸\n${whole.slice(to)}`);
    const [first] = offer.proposals.filter(({ kind }) => kind !== 'period');
    expect(first).toMatchObject({ kind: 'section', label: { zh: `${numeral}、${title}` } });
    const completed = offer.take(`${numeral}、${title}`);
    expect(completed).toContain(sectionTemplate(edition, number, layout));
    expect(rulesIn(completed)).toEqual([]);
  });

  it('a row is offered first where it is missing, in the layout of its table', () => {
    for (const form of [edition.tables.disclosure, edition.tables.requests]) {
      for (const row of rowsOf(form)) {
        const [, requests] = whole.split(/(?=^三、收到)/m);
        const written = rowsText(form, [row], layout);
        const at =
          form.id === 'requests' ? whole.indexOf(written, whole.length - requests!.length) : whole.indexOf(written);
        const offer = offerAt(`${whole.slice(0, at)}‸${whole.slice(at + written.length)}`);
        expect(offer.proposals[0], row.label).toMatchObject({ kind: 'row', label: { zh: row.label } });
        expect(offer.take(row.label)).toBe(whole);
      }
    }
  });

  it('several missing rows are offered one by one and all together', () => {
    const { requests } = edition.tables;
    const missing = rowsOf(requests).filter(({ id: row }) => /^unavailable/.test(row));
    const written = rowsText(requests, missing, layout);
    const offer = offerAt(whole.replace(written, '‸'));
    expect(offer.labels).toEqual([missing[0]!.label, '全部缺少的 3 行', missing[1]!.label, missing[2]!.label]);
    expect(offer.take('全部缺少的 3 行')).toBe(whole);
  });

  it('the rest of a label is offered while it is typed, alone and with its row', () => {
    const { requests } = edition.tables;
    const row = rowsOf(requests).find((one) => one.id === 'carried-out')!;
    const [cells] = rowsText(requests, [row], layout).split('结转下年度');
    const typed = `${cells!}结转`;
    const without = whole.replace(rowsText(requests, [row], layout), `${typed}‸`);
    const offer = offerAt(without);
    expect(offer.proposals.map(({ kind, label }) => `${kind} ${label.zh}`)).toEqual([
      `row ${row.label}`,
      `label ${row.label}`,
    ]);
    expect(offer.take(row.label)).toBe(whole);
  });

  it('nothing is offered within values, headings and whole rows', () => {
    for (const place of [
      '二、主动公开政府信息情况',
      layout === 'markdown' ? '| 0' : '\t0',
      '（一）予以公开',
      '本年新收政府信息公开申请数量',
      '尚未审结',
    ]) {
      const at = whole.indexOf(place, whole.indexOf('\n二、主动公开')) + place.length;
      expect(offerAt(`${whole.slice(0, at)}‸${whole.slice(at)}`).labels, place).toEqual([]);
    }
  });
});
