import { describe, expect, it } from 'vitest';
import { arrivalsOf } from '../../server/src/core/collection/expected-bodies';
import {
  areSurelyDifferent,
  canonicalBody,
  mayIssueRegulations,
  sameBody,
  shorterNames,
} from '../../server/src/core/collection/body-name';
import { BodyIndex } from '../../server/src/core/collection/body-index';
import { isJump } from '../../server/src/core/collection/jumps';
import { isCopy } from '../../server/src/core/collection/last-year';
import { NeededYears } from '../../server/src/core/collection/report-names';
import { yearInFileName } from '../../server/src/core/collection/file-year';
import { integer } from '../../server/src/core/text/decimal';

describe('names of bodies', () => {
  it('are one in any spelling, without what stands in brackets', () => {
    expect(canonicalBody('青禾县 水务局（河长办）')).toBe('青禾县水务局');
    expect(canonicalBody('青禾县·水务局：')).toBe('青禾县水务局');
  });

  it.each([
    ['临川市青禾县水务局', '青禾县水务局', true],
    ['青禾县水务局', '青禾县水务局', true],
    ['临川市青禾县水务局', '禾县水务局', true],
    ['青禾县水务局', '水务局', false],
    ['临川市水利水务局', '水利水务局', false],
    ['青禾县水务局', '白禾县水务局', false],
    ['青禾县水务局', '青禾县水务局办公室', false],
  ])('%s and %s mean one body: %s', (a, b, same) => {
    expect(sameBody(a, b)).toBe(same);
    expect(sameBody(b, a)).toBe(same);
    if (a !== b) expect(shorterNames(a).includes(b) || shorterNames(b).includes(a)).toBe(same);
  });

  it.each([
    ['青禾县发展和改革委员会', '县发改委', false],
    ['青禾县发展和改革委员会', '青禾县发改委', false],
    ['青禾县水务局', '白石县水务局', true],
    ['青禾县水务局', '青禾县民政局', true],
    ['青禾县水务局', '青禾县水利局', false],
    ['青禾县水务局', '水务局', false],
    ['青禾县人民政府', '白石县人民政府', true],
  ])('%s and %s are surely two bodies: %s', (a, b, different) => {
    expect(areSurelyDifferent(a, b)).toBe(different);
    expect(areSurelyDifferent(b, a)).toBe(different);
  });

  it.each([
    ['临川市人民政府', true],
    ['临川市城乡建设局', true],
    ['青禾县水务局', false],
    ['白石镇人民政府', false],
    ['白石乡政府', false],
    ['东门街道办事处', false],
    ['东门街道办', false],
    ['景德镇市水务局', true],
  ])('%s may issue rules, as far as its name tells: %s', (name, may) => {
    expect(mayIssueRegulations(name)).toBe(may);
  });
});

describe('what belongs to a body and a year', () => {
  const index = new BodyIndex<number>();
  index.add('青禾县水务局', 2023, 1);
  index.add('临川市青禾县水务局', 2023, 2);
  index.add('青禾县水务局', 2023, 3);
  index.add('青禾县水务局', 2022, 4);
  index.add('青禾县民政局', 2023, 5);

  it('is found under every name, in the order in which it was added', () => {
    expect(index.find('青禾县水务局', 2023)).toEqual([1, 2, 3]);
    expect(index.find('临川市青禾县水务局', 2023)).toEqual([1, 2, 3]);
    expect(index.first('临川市青禾县水务局', 2023)).toBe(1);
    expect(index.find('青禾县水务局', 2021)).toEqual([]);
    expect(index.first('青禾县教育局', 2023)).toBeUndefined();
  });

  it('is gone once it was taken away, and nothing else', () => {
    index.remove('青禾县水务局', 2023, (item) => item === 1);
    expect(index.find('青禾县水务局', 2023)).toEqual([2, 3]);
    index.remove('临川市青禾县水务局', 2023, () => true);
    expect(index.find('青禾县水务局', 2023)).toEqual([3]);
    index.remove('青禾县教育局', 2023, () => true);
    index.add('临川市青禾县水务局', 2023, 6);
    expect(index.find('青禾县水务局', 2023)).toEqual([3, 6]);
  });
});

describe('who has handed in', () => {
  const [water, civil, school] = ['青禾县水务局', '青禾县民政局', '青禾县教育局'];
  const of = (body: string | undefined, file = `${body}.txt`, year = 2023) => ({
    body,
    file,
    year,
  });
  const NONE = { year: 2023, missing: [], doubled: [], renamed: [], unexpected: [], listedTwice: [] };

  it('is all as the list has it', () => {
    expect(arrivalsOf([water, civil], [of(civil), of(water)])).toEqual(NONE);
  });

  it('lacks who is on the list, and has besides who is not', () => {
    expect(arrivalsOf([water, civil], [of(water), of(school)])).toEqual({
      ...NONE,
      missing: [civil],
      unexpected: [{ body: school, file: `${school}.txt` }],
    });
  });

  it('goes by the year that most reports are about, and by reports that name a body', () => {
    const received = [
      of(water),
      of(civil),
      of(school, 'old.txt', 2022),
      of(undefined, 'x.txt'),
      { ...of(school, 'y.txt'), year: undefined },
    ];
    expect(arrivalsOf([water, civil, school], received)).toEqual({ ...NONE, missing: [school] });
  });

  it('has one twice, also under a longer name', () => {
    expect(arrivalsOf([water], [of(water, 'a.txt'), of(water, 'b.txt')])).toEqual({
      ...NONE,
      doubled: [{ body: water, files: ['a.txt', 'b.txt'] }],
    });
  });

  it('has one under another name: places above it, or an abbreviation that only one has', () => {
    expect(arrivalsOf([water], [of(`临川市${water}`, 'a.txt')])).toEqual({
      ...NONE,
      renamed: [{ body: water, as: `临川市${water}`, file: 'a.txt' }],
    });
    const [long, short] = ['青禾县发展和改革委员会', '青禾县发改委'];
    expect(arrivalsOf([long], [of(short, 'a.txt')])).toEqual({
      ...NONE,
      renamed: [{ body: long, as: short, file: 'a.txt' }],
    });
    expect(
      arrivalsOf([long], [of(short, 'a.txt'), of('青禾县发改局', 'b.txt'), of('青禾县发展委', 'c.txt')]).missing,
    ).toEqual([long]);
    expect(arrivalsOf([long], [of('县发改委', 'a.txt')])).toEqual({
      ...NONE,
      missing: [long],
      unexpected: [{ body: '县发改委', file: 'a.txt' }],
    });
  });

  it('keeps a body apart from one whose name is longer', () => {
    const city = `临川市${water}`;
    expect(arrivalsOf([water, city], [of(city, 'a.txt'), of(water, 'b.txt')])).toEqual(NONE);
    expect(arrivalsOf([water, city], [of(city, 'a.txt')])).toEqual({ ...NONE, missing: [water] });
  });

  it('has names that stand on the list twice', () => {
    expect(arrivalsOf([water, `${water}（本级）`, civil], [of(water), of(civil)])).toEqual({
      ...NONE,
      listedTwice: [`${water}（本级）`],
    });
  });
});

describe('values of two years', () => {
  it.each([
    [100, 501, true],
    [100, 500, true],
    [100, 499, false],
    [0, 21, true],
    [0, 20, false],
    [1, 20, false],
    [4, 20, false],
    [4, 21, true],
    [5, 5, false],
    [-3, 30, false],
  ])('%i and %i are far apart: %s', (a, b, far) => {
    expect(isJump(integer(a), integer(b))).toBe(far);
    expect(isJump(integer(b), integer(a))).toBe(far);
  });

  it('are far apart by a factor of one’s own', () => {
    expect(isJump(integer(100), integer(200), 2)).toBe(true);
    expect(isJump(integer(100), integer(199), 2)).toBe(false);
  });
});

describe('the name of a file', () => {
  it.each([
    ['水务局2023年年报.txt', 2023],
    ['2023年.txt', 2023],
    ['2022年和2023年.txt', undefined],
    ['12023年.txt', undefined],
    ['1999年.txt', undefined],
    ['2023.txt', undefined],
  ])('%s states the year %s', (name, year) => {
    expect(yearInFileName(name)).toBe(year);
  });

  it.each([
    ['a - 副本.txt', true],
    ['a - 副本 (2).txt', true],
    ['a(1).txt', true],
    ['a（12）.txt', true],
    ['a(123).txt', false],
    ['a 备份.txt', true],
    ['a - Copy.txt', true],
    ['backup a.txt', false],
    ['copy of a.txt', true],
    ['副本_a.txt', true],
    ['a 副本说明.txt', false],
    ['copyright.txt', false],
    ['副本/a.txt', false],
    ['a.txt', false],
  ])('%s says that it is a copy: %s', (name, copy) => {
    expect(isCopy(name)).toBe(copy);
  });
});

describe('reports that are needed to judge others', () => {
  const needed = new NeededYears();
  needed.add({ body: '临川市青禾县水务局', year: 2023 });

  it('are those of the same body about the year before, by any of its names', () => {
    expect(needed.has({ body: '临川市青禾县水务局', year: 2022 })).toBe(true);
    expect(needed.has({ body: '青禾县水务局', year: 2022 })).toBe(true);
    expect(needed.has({ body: '南省临川市青禾县水务局', year: 2022 })).toBe(true);
  });

  it('are none of another body or year', () => {
    for (const year of [2021, 2023, 2024]) expect(needed.has({ body: '青禾县水务局', year })).toBe(false);
    for (let i = 0; i < 200; i++) expect(needed.has({ body: `青禾县第${i}局`, year: 2022 })).toBe(false);
  });
});
