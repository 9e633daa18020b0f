import { buildReport } from '../support/report-builder';

/** A text that grows: of about so many UTF-16 units. */
export interface Pattern {
  readonly name: string;
  readonly text: (units: number) => string;
}

/** A report whose tables have figures for what its prose may deny. */
const REPORT = buildReport({
  edition: '2021',
  values: {
    new: [12, 0, 0, 0, 0, 0, 12],
    granted: [10, 0, 0, 0, 0, 0, 10],
    'results-total': [10, 0, 0, 0, 0, 0, 10],
    'carried-out': [2, 0, 0, 0, 0, 0, 2],
  },
});

/**
 * What grows stands below the title, in the prose of section one, between two rows of table three, in one of its cells,
 * or behind all.
 */
const PLACES = {
  below: REPORT.indexOf('\n') + 1,
  prose: REPORT.indexOf('\n', REPORT.indexOf('一、总体情况')) + 1,
  table: REPORT.indexOf('（二）部分公开'),
  cell: REPORT.indexOf('\t', REPORT.indexOf('（二）部分公开')),
  behind: REPORT.length,
} as const;

type Place = keyof typeof PLACES | 'alone' | 'below a title';

const TITLE = '青禾县水务局2023年政府信息公开工作年度报告\n';

function put(place: Place, grown: string): string {
  if (place === 'alone') return grown;
  if (place === 'below a title') return TITLE + grown;
  return REPORT.slice(0, PLACES[place]) + grown + REPORT.slice(PLACES[place]);
}

const times = (unit: string, units: number): string => unit.repeat(Math.ceil(units / unit.length));

/** Something written again and again. */
const many = (unit: string, place: Place, name = JSON.stringify(unit).slice(1, -1)): Pattern => ({
  name: `${name}, ${place}`,
  text: (units) => put(place, times(unit, units)),
});

/** Something written again and again, each time with another number. */
const numbered = (name: string, place: Place, unit: (i: number) => string): Pattern => ({
  name: `${name}, ${place}`,
  text(units) {
    let grown = '';
    for (let i = 0; grown.length < units; i++) grown += unit(i);
    return put(place, grown);
  },
});

/** Two things, half of the text each. */
const halves = (name: string, place: Place, first: string, second: string): Pattern => ({
  name: `${name}, ${place}`,
  text: (units) => put(place, times(first, units / 2) + times(second, units / 2)),
});

/** Short reports, as a volume may hold thousands. */
const volume = (
  name: string,
  title: (i: number) => string,
  sections = '一、总体情况\n无\n二、主动公开政府信息情况\n无\n',
): Pattern => numbered(`a volume ${name}`, 'alone', (i) => `${title(i)}政府信息公开工作年度报告\n${sections}`);

const LINES: readonly Pattern[] = [
  { name: 'a carriage return behind line feeds', text: (units) => `${times('\n', 5 * units)}\r` },
  many('\r', 'below a title'),
  many('\r\n', 'below a title'),
  many('\n', 'below a title'),
  many(' \n', 'below a title'),
  many('# \n', 'below a title'),
  many('\u2028', 'below a title'),
  many('\n', 'prose'),
  many('\n', 'table'),
  many(' ', 'below a title'),
  many('#', 'below a title'),
  many('一、\n\n\n', 'below a title'),
  many('第 \n', 'below a title'),
];

const TITLES: readonly Pattern[] = [
  many(TITLE, 'alone', 'titles'),
  many(TITLE, 'below', 'titles'),
  many(TITLE.replace('\n', ' '), 'below', 'titles in a line'),
  many(`${TITLE}尚未审结\n`, 'behind', 'titles above signs of a table'),
  many('报告\n', 'below'),
  many('公开 报告\n', 'below'),
  numbered(
    'titles of many bodies, each again',
    'alone',
    (i) => `第${i}局2023年政府信息公开工作年度报告\n第${i}局2023年政府信息公开工作年度报告\n尚未审结\n`,
  ),
  {
    name: 'a list of titles above pages that bear the last',
    text: (units) =>
      numbered('', 'alone', (i) => `第${i}局${TITLE}`).text(units / 2) + times(`${TITLE}尚未审结\n`, units / 2),
  },
  {
    name: 'a title again in a long line of spaces',
    text: (units) => put('below', times(' ', units / 2) + times(TITLE.trim(), units / 2)),
  },
];

const SECTIONS: readonly Pattern[] = [
  many('一、总体情况\n', 'behind'),
  many('一、总体情况\n无\n', 'behind'),
  many('三、总体情况\n无\n', 'behind'),
  many('总体情况\n', 'behind'),
  many('1、总体情况\n', 'table'),
  many('第一部分 总体情况\n', 'behind'),
  many('（一）总体情况\n', 'alone'),
  many('三、收到和处理政府信息公开申请情况\n', 'alone'),
  many('六、其他需要报告的事项\n二、主动公开政府信息情况\n', 'prose'),
  many('五、问题和不足\n', 'behind'),
  many('（一）主要\n', 'prose'),
  many('一、总体情况\n（一）主要\n', 'behind'),
  many('七、某事\n', 'prose'),
];

const PROSE: readonly Pattern[] = [
  many('未收到申请', 'prose'),
  many('未收到申请。', 'prose'),
  many('均已办结', 'prose'),
  many('本年收到的申请均已办结。', 'prose'),
  many('去年结转', 'prose'),
  halves('carried in, then settled', 'prose', '去年结转的申请', '均已办结'),
  many('没有发生因政府信息公开', 'prose'),
  { name: 'a denial that goes on and on', text: (units) => put('prose', `没有发生${times('公开', units)}`) },
  { name: 'settled within and within', text: (units) => put('prose', times(`均${'在内'.repeat(200)}`, units)) },
  many('收到申请12件', 'prose'),
  many('收到申请12件，', 'prose'),
  many('收到申请12件，办结11件。', 'prose'),
  many('收到申请12件，其中自然人3件，法人或其他组织3件。', 'prose'),
  many('收到申请12件，其中自然人3件，', 'prose'),
  numbered('lists of many parts', 'prose', (i) => (i % 1000 === 0 ? '。收到申请12件，其中' : `甲${i}件，`)),
  many('收到申请12件，占1%，', 'prose'),
  numbered('shares of ever more', 'prose', (i) => `收到申请${i}件，占1%，`),
  many('收到申请12件，较去年增加3件，', 'prose'),
  many('予以公开及部分公开、', 'prose'),
  many('予以公开1件', 'prose'),
  many('1,000', 'prose'),
  many(',000', 'prose'),
  many('12', 'prose'),
  many('一二三', 'prose'),
  many('上半年', 'prose'),
  many('水务局', 'prose'),
  many('2022年1月1日至', 'below'),
  many('2022年1月1日至2022年12月31日。', 'below'),
  many('2022年度政府信息公开工作年度报告，', 'below'),
  many('×年', 'prose'),
  many('X', 'prose'),
  many('_', 'prose'),
  many('${1:', 'prose'),
  many('〔填写甲〕', 'prose'),
  many('（', 'prose'),
];

const TABLES: readonly Pattern[] = [
  many('0\t0\n', 'table'),
  many('1\n', 'table'),
  many('某事\t1\t2\t3\n', 'table'),
  many('某事 1 2 3 4 5 6 7\n', 'table'),
  many('\t某', 'cell'),
  many('\t\t某', 'cell'),
  many('\t', 'cell'),
  many('\t ', 'cell'),
  many(' ', 'cell'),
  many('1', 'cell'),
  many('规章', 'cell'),
  many('规章\t', 'cell'),
  many('本年新收政府信息公开申请数量', 'cell'),
  many('信息内容\n', 'table'),
  many('结果维持\t', 'table'),
  many('结果维持\n', 'behind'),
  many('（二）部分公开\n', 'table'),
  many('本年制发件数\n', 'below'),
  many('|', 'table'),
  many('| ', 'table'),
  many(`|${'-'.repeat(390)}x\n`, 'table', 'dashes behind a bar'),
  many('| --- | 1 |\n', 'table'),
  many('- 1 -\n', 'table'),
  many('2.重复申请 1 0\n', 'table'),
  many('> ', 'table'),
  many('\n>', 'below'),
  many('\u0007\n', 'table', 'bells'),
  many('│ 0 ', 'table'),
  many('规章,0,0,0,0,0,0,0\n', 'alone'),
  many('"', 'alone'),
  many('1 ', 'alone'),
  many('a\t\n', 'alone'),
  numbered('numbered lines', 'alone', (i) => `${i + 1} ${i + 1} 1\n`),
  {
    name: 'a label over many spaces',
    text: (units) => REPORT.replace('（二）部分公开', `（二）部分${times(' ', units)}公开`),
  },
  { name: 'tabs behind a row', text: (units) => REPORT.replace(/(?<=行政许可\t0)/, times('\t', units)) },
  { name: 'spaces behind a row', text: (units) => REPORT.replace(/(?<=行政许可\t0)/, times(' ', units)) },
];

const VOLUMES: readonly Pattern[] = [
  {
    name: 'a volume of whole reports',
    text: (units) => numbered('', 'alone', (i) => REPORT.replace('青禾县水务局', `青禾县第${i}局`)).text(units),
  },
  {
    name: 'a volume of whole reports over the years',
    text: (units) => numbered('', 'alone', (i) => REPORT.replace('2024', String(2000 + (i % 90)))).text(units),
  },
  volume('of one body about one year', () => '青禾县水务局2023年'),
  volume('of one body over the years', (i) => `青禾县水务局${2000 + (i % 90)}年`),
  volume('of many bodies about two years', (i) => `第${i >> 1}县水务局${2022 + (i % 2)}年`),
  volume(
    'of bodies that share their end',
    (i) => `${i % 2 === 0 ? '' : '某市'}青禾县第${i >> 1}水务局${2022 + (i % 2)}年`,
  ),
  volume('without years', () => '青禾县水务局'),
];

/**
 * The texts on which time once grew faster than their length, and their relatives; a rule or feature that looks at text
 * in a new way adds its own.
 */
export const PATTERNS: readonly Pattern[] = [...LINES, ...TITLES, ...SECTIONS, ...PROSE, ...TABLES, ...VOLUMES];
