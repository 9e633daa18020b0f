import { cellKey } from '../collection/summary';
import type { Context } from '../context/context';
import { columnsOf } from '../formats/editions';
import type { Edition } from '../formats/editions';
import type { BlockForm, RowForm, SectionForm, TableForm, Words } from '../formats/types';
import type { PlacedCell, Table } from '../model/report';
import type { CellSum } from '../prose/quantities';
import { isTotalIn } from '../sums/identities';
import { format, isNegative, negate, subtract, type Decimal } from '../text/decimal';
import { formulaOf, relationsOf } from './relations';

/** A cell with the row and the table that it stands in. */
interface PlacedInTable extends PlacedCell {
  readonly table: Table;
}

/** What is said about a cell, in paragraphs of Markdown: its place, its value, its relations, last year's value. */
export function aboutCell(context: Context, { table, row, cell }: PlacedInTable): readonly Words[] {
  const { amounts } = context.sums;
  const value = cell.value.kind === 'unreadable' ? undefined : amounts.of({ row, cell });
  const path = (language: 'zh' | 'en') =>
    `**${table.form.name[language]} › ${row.form.name[language]} › ${cell.column.name[language]}**`;
  const paragraphs: Words[] = [{ zh: path('zh'), en: path('en') }];
  if (value === undefined)
    paragraphs.push({ zh: '不是数字，有关合计未核对。', en: 'Not a number; sums using it were not checked.' });
  else if (amounts.isUnknown(cell))
    paragraphs.push({ zh: '空白，应为多少无从得知。', en: 'Blank; nothing tells what it should be.' });
  else if (cell.value.kind !== 'number')
    paragraphs.push({
      zh: `${cell.value.kind === 'blank' ? '空白' : '横线'}，按 ${format(value)} 计。`,
      en: `${cell.value.kind === 'blank' ? 'Blank' : 'Dash'}, counts as ${format(value)}.`,
    });
  for (const identity of relationsOf(context.sums, cell)) {
    const isTotal = isTotalIn(identity, cell);
    const line = 'form' in identity.line ? identity.line.form.name : identity.line.name;
    const lead = (language: 'zh' | 'en') => (isTotal ? '' : language === 'zh' ? `「${line.zh}」：` : `“${line.en}”: `);
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

/** About a row of the form. */
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

/** About a block of rows under an item of 条例第二十条. */
export function aboutBlock(table: TableForm, block: BlockForm): readonly Words[] {
  if (block.about === undefined) return [];
  const rows = (language: 'zh' | 'en') =>
    block.rows.map(({ name }) => name[language]).join(language === 'zh' ? '、' : ', ');
  return [
    { zh: `**条例${block.item!}**`, en: `**Article 20, ${block.item!}**` },
    block.about,
    { zh: `${table.name.zh}中的行：${rows('zh')}`, en: `Rows of the table: ${rows('en')}` },
  ];
}

/** Where the form is written down. */
export const formOf = ({ source }: Edition): Words => ({ zh: `格式：${source}`, en: `Form: ${source}` });

/** About a section of the form. */
export function aboutSection(section: SectionForm, edition: Edition): readonly Words[] {
  return [
    { zh: `**${section.title}**`, en: `**Section ${section.number}: ${section.title}**` },
    section.contents,
    formOf(edition),
  ];
}

/** Above cells that prose is compared with. */
export const IN_TABLES: Words = { zh: '**表中对应的数**', en: '**In the tables**' };

/** 一、本年新收·总计 + 二、上年结转·总计 = 12 */
export function cellsAddedUp(cells: CellSum, { amounts }: Context['sums']): Words {
  const added = (language: 'zh' | 'en') =>
    `${cells.map(({ row, cell }) => `${row.form.name[language]}·${cell.column.name[language]}`).join(' + ')} = ${format(amounts.sum(cells))}`;
  return { zh: added('zh'), en: added('en') };
}
