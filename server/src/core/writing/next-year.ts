import { summarise } from '../collection/summary';
import { editionOfYear, rowsOf } from '../formats/editions';
import { isTemplateLayout, type TemplateLayout } from '../formats/layouts';
import type { SectionNumber, Words } from '../formats/types';
import type { Report, Section } from '../model/report';
import { tableOf } from '../model/report';
import { readDocument, type Segment } from '../reading/document';
import { applyEdits, type Span, type TextEdit } from '../text/span';
import { inherit } from './from-last-year';
import { closingWords, reportTemplate } from './template';

/** What becomes of last year's prose: it stands there to be rewritten, or leaves its place to be filled in. */
export const PROSE_CHOICES = ['empty', 'marked'] as const;
export type ProseChoice = (typeof PROSE_CHOICES)[number];

export interface NextYear {
  readonly text: string;
  /** What of last year's report has no place in the new one. */
  readonly left: readonly Words[];
}

/** The latest report of a file that says whose it is and when. */
export const latestReport = (segments: readonly Segment[]): Segment | undefined =>
  segments
    .filter(({ report }) => report.title?.year !== undefined && report.title.body !== undefined)
    .toSorted((a, b) => b.report.title!.year!.value - a.report.title!.year!.value)[0];

/**
 * A report that goes on from last year's, on the form of its own year: body, layout, wording of headings, what was
 * carried over and what is in force. `undefined` where last year's is no report that names body and year.
 */
export function nextYearsReport(
  last: Segment,
  {
    layout,
    prose,
    usual,
  }: { readonly layout: TemplateLayout | undefined; readonly prose: ProseChoice; readonly usual: TemplateLayout },
): NextYear | undefined {
  const summary = summarise(last);
  if (summary === undefined) return undefined;
  const { report } = last;
  const year = summary.year + 1;
  const own = isTemplateLayout(report.layout) ? report.layout : usual;
  const edition = editionOfYear(year);
  const template = reportTemplate(edition, layout ?? own, { body: summary.body, year });
  const inherited = inherit(firstOf(template), { cells: summary.cells, report });
  const text = withWords(firstOf(inherited), report, summary.year, prose);
  // What stood in last year's report may read as something else in another surrounding.
  const isWhole = sectionsOf(firstOf(text)) === sectionsOf(firstOf(inherited));
  return { text: isWhole ? text : inherited, left: [...leftOf(report, year), ...(isWhole ? [] : [PROSE_LEFT])] };
}

const firstOf = (text: string): Report => readDocument(text).segments[0]!.report;
const sectionsOf = ({ sections, tables }: Report): string =>
  [...sections.map(({ number }) => number), ...tables.map(({ id, rows }) => `${id} ${rows.length}`)].join();

/** The new report with last year's headings, and its prose as it was chosen. */
function withWords(fresh: Report, last: Report, year: number, prose: ProseChoice): string {
  const edits: TextEdit[] = [];
  for (const section of fresh.sections) {
    const before = last.sections.find(({ number }) => number === section.number);
    if (before === undefined) continue;
    edits.push({ span: section.words, newText: oneLine(last, before.words) });
    if (section.form.table !== undefined) continue;
    const place = contentOf(fresh, section);
    const newText = prose === 'marked' ? marked(fresh, last, before, year) : outlineOf(last, before);
    if (newText !== undefined) edits.push({ span: place, newText });
  }
  return applyEdits(fresh.text, edits);
}

/** What stands below a heading, without blank lines around it. */
function contentOf({ text, lines }: Report, { heading, span }: Section): Span {
  const behind = text.slice(heading.end, span.end);
  const start = heading.end + behind.length - behind.trimStart().length;
  return {
    start: Math.min(start, lines.end(lines.count - 1)),
    end: Math.max(start, span.end - (behind.length - behind.trimEnd().length)),
  };
}

const oneLine = ({ text }: Report, { start, end }: Span): string => text.slice(start, end).replace(/\s*[\r\n]\s*/g, '');

const wordsOf = (report: Report, section: Section): string => {
  const { start, end } = contentOf(report, section);
  return report.text.slice(start, end).replace(/\r\n?/g, '\n');
};

/** Last year's words below a line that no report is published with; what the new form asks for besides. */
function marked(fresh: Report, last: Report, before: Section, year: number): string | undefined {
  const words = wordsOf(last, before);
  if (!/\S/.test(words)) return undefined;
  const asks = before.number === LAST_SECTION && fresh.edition.feeStatement && !/信息处理费/.test(words);
  return `〔填写本年情况，改写或删去以下${year}年的文字〕\n${words}${asks ? `\n${closingWords(fresh.edition)}` : ''}`;
}

const LAST_SECTION: SectionNumber = 6;

/** More than this is a sentence. */
const LONGEST_HEADING = 30;

/** Last year's headings within a section, each with a place to be filled in. */
function outlineOf(last: Report, { subheadings }: Section): string | undefined {
  const headings = subheadings.map(({ span }) => oneLine(last, span).trim());
  if (headings.length === 0 || headings.some(({ length }) => length > LONGEST_HEADING)) return undefined;
  return headings.map((heading) => `${heading}\n〔填写${heading.replace(/^[（(].{1,3}[）)]/, '')}〕`).join('\n');
}

const PROSE_LEFT: Words = {
  zh: '上年的文字移入后会读成别的内容，未带入',
  en: 'last year’s words would be read otherwise in the new report and were left out',
};

/** What the form of the year has no place for, and what stands beside tables. */
function leftOf(last: Report, year: number): readonly Words[] {
  const { tables } = editionOfYear(year);
  const rows = last.tables.flatMap((table) => {
    const form = tables[table.id];
    const rowIds = new Set(rowsOf(form).map(({ id }) => id));
    const columnIds = new Set(form.blocks.flatMap(({ columns }) => columns.map(({ id }) => id)));
    const gone = [
      ...rowsOf(table.form).filter(({ id }) => !rowIds.has(id)),
      ...table.form.blocks.flatMap(({ columns }) => columns).filter(({ id }) => !columnIds.has(id)),
    ].map(({ name }) => name);
    const unread = table.rows.filter(({ form: { id }, cells }) => id === 'carried-out' && cells.length === 0);
    return [
      ...gone.map((name) => noPlace(name, table.form.name)),
      ...unread.map(({ form: { name } }) => notRead(name)),
    ];
  });
  return [...unique(rows), ...last.sections.flatMap((section) => besideTable(last, section))];
}

const noPlace = (name: Words, table: Words): Words => ({
  zh: `新格式的“${table.zh}”没有“${name.zh}”`,
  en: `the new form of “${table.en}” has no “${name.en}”`,
});
const notRead = (name: Words): Words => ({
  zh: `上年的“${name.zh}”没有读出，请自行填写上年结转`,
  en: `last year’s “${name.en}” could not be read; please fill in what was carried in`,
});

const unique = (words: readonly Words[]): readonly Words[] => [...new Map(words.map((one) => [one.zh, one])).values()];

/** Words of a table's section that stand outside the table. */
function besideTable(last: Report, section: Section): readonly Words[] {
  const table = section.form.table === undefined ? undefined : tableOf(last, section.form.table);
  if (table === undefined) return [];
  const { text } = last;
  const above = text.slice(section.heading.end, Math.max(section.heading.end, table.span.start));
  const below = text.slice(Math.min(table.span.end, section.span.end), section.span.end);
  if (!/\p{L}/u.test(above + below)) return [];
  return [
    {
      zh: `“${section.form.title}”表格以外的文字未带入`,
      en: `the words beside the table in “${section.form.title}” were left out`,
    },
  ];
}
