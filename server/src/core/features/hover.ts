import type { Words } from '../formats/types';
import type { Context } from '../rules/rule';
import { readingsOf } from '../prose/quantities';
import { format, subtract } from '../text/decimal';
import type { Span } from '../text/span';
import { deadlineOf, type Deadlines } from '../years/deadlines';
import { cellKey } from '../years/summary';
import { placeAt, type Place } from './place';
import { formulaOf, isTotalIn, relationsOf } from './relations';

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
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return {
    span: title.span,
    paragraphs: [
      { zh: `**${title.body.text} · ${title.year.value}年度**`, en: `**${title.body.text} · ${title.year.value}**` },
      { zh: `应于${year}年${month}月${day}日前公布`, en: `To be published by ${date}` },
      { zh: `依据：${basis.zh}`, en: `Basis: ${basis.en}` },
    ],
  };
}

const PARAGRAPHS = { cell: aboutCell, label: aboutLabel, header: aboutHeader, heading: aboutHeading };

function aboutCell(context: Context, { table, row, cell }: Extract<Place, { kind: 'cell' }>): readonly Words[] {
  const { amounts } = context.sums;
  const value = cell.value.kind === 'unreadable' ? undefined : amounts.of({ row, cell });
  const path = (language: 'zh' | 'en') => `**${table.form.name[language]} › ${row.form.name[language]} › ${cell.column.name[language]}**`;
  const paragraphs: Words[] = [{ zh: path('zh'), en: path('en') }];
  if (value === undefined) paragraphs.push({ zh: '不是数字，有关合计未核对。', en: 'No number; its sums are not judged.' });
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
    const change = subtract(value, last.amount);
    const signed = `${change.digits > 0 ? '+' : ''}${format(change)}`;
    paragraphs.push({ zh: `上年：${format(last.amount)}（${signed}）`, en: `Last year: ${format(last.amount)} (${signed})` });
  }
  return paragraphs;
}

function aboutLabel(_: Context, { table, row }: Extract<Place, { kind: 'label' }>): readonly Words[] {
  const columns = (language: 'zh' | 'en') => row.columns.map(({ name }) => name[language]).join(' · ');
  return [
    { zh: `**${table.form.name.zh} › ${row.form.label}**`, en: `**${table.form.name.en} › ${row.form.name.en}**` },
    { zh: columns('zh'), en: columns('en') },
  ];
}

function aboutHeader(_: Context, { table, header }: Extract<Place, { kind: 'header' }>): readonly Words[] {
  const { block } = header;
  if (block?.about === undefined) return [];
  const rows = (language: 'zh' | 'en') => block.rows.map(({ name }) => name[language]).join(language === 'zh' ? '、' : ', ');
  return [
    { zh: `**条例${block.item!}**`, en: `**Article 20, ${block.item!}**` },
    block.about,
    { zh: `${table.form.name.zh}中的行：${rows('zh')}`, en: `Rows of the table: ${rows('en')}` },
  ];
}

function aboutHeading({ report }: Context, { section }: Extract<Place, { kind: 'heading' }>): readonly Words[] {
  return [
    { zh: `**${section.form.title}**`, en: `**Section ${section.number}: ${section.form.title}**` },
    section.form.contents,
    { zh: `格式：${report.edition.source}`, en: `Form: ${report.edition.source}` },
  ];
}

/** A number of the prose that is tied to cells: those cells. */
function hoverOnProse({ report, facts, sums }: Context, offset: number): Hover | undefined {
  const fact = facts.find(({ span }) => span.start <= offset && offset <= span.end);
  if (fact === undefined) return undefined;
  const readings = readingsOf(report, fact.quantities);
  if (readings.length === 0) return undefined;
  const describe = (language: 'zh' | 'en') =>
    readings
      .map(
        (cells) =>
          `${cells.map(({ row, cell }) => `${row.form.name[language]}·${cell.column.name[language]}`).join(' + ')} = ${format(sums.amounts.sum(cells))}`,
      )
      .join('\n\n');
  return {
    span: fact.span,
    paragraphs: [
      { zh: '**表中对应的数**', en: '**In the tables**' },
      { zh: describe('zh'), en: describe('en') },
    ],
  };
}
