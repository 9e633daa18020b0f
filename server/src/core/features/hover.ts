import type { Words } from '../formats/types';
import type { Context } from '../context/context';
import { readingsOf } from '../prose/quantities';
import { escapeMarkdown } from '../text/markdown';
import type { Span } from '../text/span';
import { deadlineOf, type Deadlines } from '../collection/deadlines';
import { placeAt, type Place } from './place';
import { aboutBlock, aboutCell, aboutRow, aboutSection, cellsAddedUp, IN_TABLES } from '../explaining/about';

/** What is said about a place, in both languages: paragraphs of Markdown. */
export interface Hover {
  readonly span: Span;
  readonly paragraphs: readonly Words[];
}

export function hover(context: Context, offset: number, deadlines?: Deadlines): Hover | undefined {
  const place = placeAt(context.report, offset);
  if (place !== undefined) {
    const paragraphs = PARAGRAPHS[place.kind](context, place as never);
    return paragraphs.length === 0 ? undefined : { span: place.span, paragraphs };
  }
  return hoverOnTitle(context, offset, deadlines) ?? hoverOnProse(context, offset);
}

/** When the report has to be out, which its year tells. */
function hoverOnTitle(
  { report: { title } }: Context,
  offset: number,
  deadlines: Deadlines | undefined,
): Hover | undefined {
  if (title?.body === undefined || title.year === undefined || offset < title.span.start || offset > title.span.end)
    return undefined;
  const deadline = deadlineOf({ body: title.body.text, year: title.year.value }, deadlines);
  if (deadline === undefined) return undefined;
  const { year, month, day, basis } = deadline;
  const body = escapeMarkdown(title.body.text);
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return {
    span: title.span,
    paragraphs: [
      { zh: `**${body} · ${title.year.value}年度**`, en: `**${body} · ${title.year.value}**` },
      { zh: `应于${year}年${month}月${day}日前公布`, en: `To be published by ${date}` },
      { zh: `依据：${basis.zh}`, en: `Basis: ${basis.en}` },
    ],
  };
}

const aboutLabel = (_: Context, { table, row }: Extract<Place, { kind: 'label' }>): readonly Words[] =>
  aboutRow(table.form, row.form);

const aboutHeader = (_: Context, { table, header }: Extract<Place, { kind: 'header' }>): readonly Words[] =>
  header.block === undefined ? [] : aboutBlock(table.form, header.block);

const aboutHeading = ({ report }: Context, { section }: Extract<Place, { kind: 'heading' }>): readonly Words[] =>
  aboutSection(section.form, report.edition);

const PARAGRAPHS = { cell: aboutCell, label: aboutLabel, header: aboutHeader, heading: aboutHeading };

/** A number of the prose that is tied to cells: those cells. */
function hoverOnProse({ report, facts, sums }: Context, offset: number): Hover | undefined {
  const fact = facts.find(({ span }) => span.start <= offset && offset <= span.end);
  if (fact === undefined) return undefined;
  const readings = readingsOf(report, fact.quantities);
  if (readings.length === 0) return undefined;
  return { span: fact.span, paragraphs: [IN_TABLES, ...readings.map((cells) => cellsAddedUp(cells, sums))] };
}
