import type { Words } from '../formats/types';
import type { Title } from '../model/report';
import type { Context } from '../context/context';
import { fill, PREAMBLE, TITLE } from '../writing/template';
import { fold } from '../text/fold';
import { span } from '../text/span';
import { headingLine, type Caret } from './caret';
import { namesOf, yearOf, type Neighbour } from './names';
import { wordsProposed, type Proposal } from './proposal';

/** On the first line with words: the title; in one that lacks its year: the year. */
export function titlesAt(context: Context, caret: Caret, neighbours: () => readonly Neighbour[]): readonly Proposal[] {
  const { report } = context;
  if (report.title !== undefined) return yearsInTitle(context, report.title, caret, neighbours);
  if (caret.after.trim() !== '' || report.text.slice(0, caret.line.start).trim() !== '') return [];
  const titles = new Map<string, Words>();
  for (const name of namesOf(context, neighbours(), caret.typed)) {
    const title = fill(TITLE, name);
    if (!titles.has(title)) titles.set(title, name.source);
  }
  const start = caret.offset - caret.before.trimStart().length;
  return [...titles]
    .filter(([title]) => fold(title).startsWith(caret.typed))
    .map(([title, source]) => wordsProposed('title', title, source, span(start, caret.offset), () => ABOUT_TITLE));
}

function yearsInTitle(
  context: Context,
  { body, year }: Title,
  caret: Caret,
  neighbours: () => readonly Neighbour[],
): readonly Proposal[] {
  if (year !== undefined || body === undefined || caret.offset !== body.span.end) return [];
  const known = namesOf(context, neighbours(), fold(body.text)).find((name) => name.year !== undefined);
  return known === undefined
    ? []
    : [wordsProposed('title', `${known.year}年`, known.source, span(caret.offset, caret.offset), () => ABOUT_TITLE)];
}

/**
 * Between title and first section: the customary preamble and the period; everywhere below the title: names that were
 * begun.
 */
export function openingAt(context: Context, caret: Caret): readonly Proposal[] {
  const { report } = context;
  const { title } = report;
  if (title === undefined || caret.line.start < title.span.end) return [];
  const year = yearOf(context);
  const end = headingLine(report, report.sections[0]);
  const inPreamble = caret.offset <= end;
  const inOpening = inPreamble || caret.offset <= (report.sections.find(({ number }) => number === 1)?.span.end ?? 0);
  if (!inOpening) return [];
  const others = fold(report.text.slice(title.span.end, caret.line.start) + report.text.slice(caret.line.end, end));
  return [
    ...(inPreamble && year !== undefined ? sentencesAt(year, others, caret) : []),
    ...(year === undefined ? [] : periodsAt(year, caret)),
    ...namesBegun(title, caret),
  ];
}

/** Whole sentences where a line begins, as long as nothing else says the same. */
function sentencesAt(year: number, others: string, caret: Caret): readonly Proposal[] {
  if (!caret.beginsLine) return [];
  const start = caret.offset - caret.before.trimStart().length;
  const said = [
    { words: fill(PREAMBLE, { year }), detail: { zh: '导语', en: 'preamble' }, fits: others === '' },
    {
      words: `本报告统计期限为${periodOf(year)}。`,
      detail: { zh: '统计期限', en: 'reporting period' },
      fits: !/1月1日/.test(others),
    },
  ];
  return said
    .filter(({ words, fits }) => fits && fold(words).startsWith(caret.typed))
    .map(({ words, detail }) => wordsProposed('period', words, detail, span(start, caret.offset), () => ABOUT_PERIOD));
}

const periodOf = (year: number): string => `${year}年1月1日至${year}年12月31日`;

/** Behind 统计期限为, 统计期限自: the period itself. */
function periodsAt(year: number, caret: Caret): readonly Proposal[] {
  if (
    !/(?:统计|报告|数据)(?:的)?(?:期限|时限|时间|区间|周期)(?:均|都)?(?:为|是|自|从|起)?$/.test(fold(caret.before)) ||
    /^\s*[\d自从为是]/.test(caret.after)
  )
    return [];
  const detail = { zh: '统计期限', en: 'reporting period' };
  return [wordsProposed('period', periodOf(year), detail, span(caret.offset, caret.offset), () => ABOUT_PERIOD)];
}

/**
 * The body's name and the title, where their beginning stands before the caret or a bracket opens that a title stands
 * in.
 */
function namesBegun(title: Title, { before, after, offset }: Caret): readonly Proposal[] {
  const detail = { zh: '标题', en: 'title' };
  if (before.endsWith('《'))
    return /^[^\s》]/.test(after)
      ? []
      : [wordsProposed('title', title.text, detail, span(offset, offset), () => ABOUT_TITLE)];
  const body = title.body?.text ?? '';
  for (let length = Math.min(body.length - 1, before.length); length >= SHORTEST_BEGINNING; length--) {
    if (
      !before.endsWith(body.slice(0, length)) ||
      OTHER_NAME.test(after) ||
      body.slice(length).includes(after[0] ?? '\n')
    )
      continue;
    const replaced = span(offset - length, offset);
    return [
      wordsProposed('title', body, { zh: '机关名称', en: 'the body' }, replaced, () => ABOUT_TITLE),
      wordsProposed('title', title.text, detail, replaced, () => ABOUT_TITLE),
    ];
  }
  return [];
}

const SHORTEST_BEGINNING = 2;
/** The name goes on otherwise: 青禾县|人民政府. */
const OTHER_NAME = /^[人政县区市州旗镇乡街局委办厅]/;

const ABOUT_TITLE: readonly Words[] = [
  {
    zh: '标题的通行写法：机关全称、年份，再加“政府信息公开工作年度报告”。',
    en: 'Titles customarily name the body and the year, then read 政府信息公开工作年度报告.',
  },
];
const ABOUT_PERIOD: readonly Words[] = [
  {
    zh: '统计期限为标题所写年份的 1 月 1 日至 12 月 31 日。通行做法：全文年份应一致。',
    en: 'The whole year that the title names; customarily the report names one year throughout.',
  },
];
