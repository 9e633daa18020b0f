import { columnsOf } from '../formats/editions';
import type { BlockForm, Edition, RowForm, SectionForm, TableForm, Words } from '../formats/types';
import type { Context } from '../rules/rule';
import { readingsOf, type CellSum } from '../prose/quantities';
import { isTotalIn } from '../sums/identities';
import { format, isNegative, negate, subtract, type Decimal } from '../text/decimal';
import { escapeMarkdown } from '../text/markdown';
import type { Span } from '../text/span';
import { deadlineOf, type Deadlines } from '../collection/deadlines';
import { cellKey } from '../collection/summary';
import { placeAt, type Place } from './place';
import { formulaOf, relationsOf } from '../explaining/relations';

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
function hoverOnTitle({ report: { title } }: Context, offset: number, deadlines: Deadlines | undefined): Hover | undefined {
  if (title?.body === undefined || title.year === undefined || offset < title.span.start || offset > title.span.end) return undefined;
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

export function aboutCell(context: Context, { table, row, cell }: Pick<Extract<Place, { kind: 'cell' }>, 'table' | 'row' | 'cell'>): readonly Words[] {
  const { amounts } = context.sums;
  const value = cell.value.kind === 'unreadable' ? undefined : amounts.of({ row, cell });
  const path = (language: 'zh' | 'en') => `**${table.form.name[language]} › ${row.form.name[language]} › ${cell.column.name[language]}**`;
  const paragraphs: Words[] = [{ zh: path('zh'), en: path('en') }];
  if (value === undefined) paragraphs.push({ zh: '不是数字，有关合计未核对。', en: 'No number; its sums are not judged.' });
  else if (amounts.isUnknown(cell)) paragraphs.push({ zh: '空白，应为多少无从得知。', en: 'Blank; nothing tells what it should be.' });
  else if (cell.value.kind !== 'number')
    paragraphs.push({
      zh: `${cell.value.kind === 'blank' ? '空白' : '横线'}，按 ${format(value)} 计。`,
      en: `${cell.value.kind === 'blank' ? 'Blank' : 'Dash'}, counts as ${format(value)}.`,
    });
  for (const identity of relationsOf(context.sums, cell)) {
    const own = isTotalIn(identity, cell);
    const line = 'form' in identity.line ? identity.line.form.name : identity.line.name;
    const lead = (language: 'zh' | 'en') => (own ? '' : language === 'zh' ? `「${line.zh}」：` : `“${line.en}”: `);
    paragraphs.push({
      zh: `${lead('zh')}${formulaOf(identity, amounts, 'zh')}\n\n依据：${identity.form.basis.zh}`,
      en: `${lead('en')}${formulaOf(identity, amounts, 'en')}\n\nBasis: ${identity.form.basis.en}`,
    });
  }
  const last = context.lastYear?.summary.cells.get(cellKey(table.id, row.form.id, cell.column.id));
  if (last !== undefined && value !== undefined) {
    const { zh, en } = changeSince(subtract(value, last.amount));
    paragraphs.push({ zh: `上年同格：${format(last.amount)}，${zh}`, en: `Last year: ${format(last.amount)}, ${en}` });
  }
  return paragraphs;
}

function changeSince(change: Decimal): Words {
  if (change.digits === 0) return { zh: '与上年相同', en: 'the same' };
  return isNegative(change)
    ? { zh: `比上年减少 ${format(negate(change))}`, en: `down ${format(negate(change))}` }
    : { zh: `比上年增加 ${format(change)}`, en: `up ${format(change)}` };
}

const aboutLabel = (_: Context, { table, row }: Extract<Place, { kind: 'label' }>): readonly Words[] => aboutRow(table.form, row.form);

export function aboutRow(table: TableForm, row: RowForm): readonly Words[] {
  const columns = (language: 'zh' | 'en') =>
    columnsOf(table, row.id)
      .map(({ name }) => name[language])
      .join(' · ');
  return [
    { zh: `**${table.name.zh} › ${row.label}**`, en: `**${table.name.en} › ${row.name.en}**` },
    { zh: columns('zh'), en: columns('en') },
  ];
}

const aboutHeader = (_: Context, { table, header }: Extract<Place, { kind: 'header' }>): readonly Words[] =>
  header.block === undefined ? [] : aboutBlock(table.form, header.block);

export function aboutBlock(table: TableForm, block: BlockForm): readonly Words[] {
  if (block.about === undefined) return [];
  const rows = (language: 'zh' | 'en') => block.rows.map(({ name }) => name[language]).join(language === 'zh' ? '、' : ', ');
  return [
    { zh: `**条例${block.item!}**`, en: `**Article 20, ${block.item!}**` },
    block.about,
    { zh: `${table.name.zh}中的行：${rows('zh')}`, en: `Rows of the table: ${rows('en')}` },
  ];
}

const aboutHeading = ({ report }: Context, { section }: Extract<Place, { kind: 'heading' }>): readonly Words[] => aboutSection(section.form, report.edition);

/** Where the form is written down. */
export const formOf = ({ source }: Edition): Words => ({ zh: `格式：${source}`, en: `Form: ${source}` });

export function aboutSection(section: SectionForm, edition: Edition): readonly Words[] {
  return [{ zh: `**${section.title}**`, en: `**Section ${section.number}: ${section.title}**` }, section.contents, formOf(edition)];
}

const PARAGRAPHS = { cell: aboutCell, label: aboutLabel, header: aboutHeader, heading: aboutHeading };

/** A number of the prose that is tied to cells: those cells. */
function hoverOnProse({ report, facts, sums }: Context, offset: number): Hover | undefined {
  const fact = facts.find(({ span }) => span.start <= offset && offset <= span.end);
  if (fact === undefined) return undefined;
  const readings = readingsOf(report, fact.quantities);
  if (readings.length === 0) return undefined;
  return { span: fact.span, paragraphs: [IN_TABLES, ...readings.map((cells) => cellsAddedUp(cells, sums))] };
}

/** Above cells that prose is compared with. */
export const IN_TABLES: Words = { zh: '**表中对应的数**', en: '**In the tables**' };

/** 一、本年新收·总计 + 二、上年结转·总计 = 12 */
export function cellsAddedUp(cells: CellSum, { amounts }: Context['sums']): Words {
  const added = (language: 'zh' | 'en') =>
    `${cells.map(({ row, cell }) => `${row.form.name[language]}·${cell.column.name[language]}`).join(' + ')} = ${format(amounts.sum(cells))}`;
  return { zh: added('zh'), en: added('en') };
}
