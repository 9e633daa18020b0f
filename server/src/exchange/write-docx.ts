import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import type { ShownCell, Showing, TableBlock, TextBlock } from '../core/index';
import { xmlText } from './xml-text';

/** Page and type of GB/T 9704, which official documents are set by; lengths in twentieths of a point. */
const PAGE = { width: 11906, height: 16838 };
const MARGIN = { top: 2098, bottom: 1984, left: 1588, right: 1474 };
const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
const LINE = 560;
/** Sizes in half points. */
const SIZE = { second: 44, third: 32, fourth: 28, tableWide: 18, table: 21 };
/**
 * A line holds 28 characters, which is what the page is meant for, and 28 of 16 points are a little wider than it. It
 * is taken from the room between them, for not every program keeps to the grid that Word has for it.
 */
const LINE_CHARACTERS = 28;
const CHARACTER = Math.floor(TEXT_WIDTH / LINE_CHARACTERS);
const CLOSER = { characterSpacing: CHARACTER - 10 * SIZE.third };
const AS_IT_IS = { characterSpacing: 0 };
const TWO_CHARACTERS = { firstLine: 2 * CHARACTER };
const fontOf = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });
const SONG_TITLE = fontOf('方正小标宋简体');
const FANGSONG = fontOf('仿宋');
const HEI = fontOf('黑体');
const KAI = fontOf('楷体');
const SONG = fontOf('宋体');

/** A report as a Word document that can be handed in as it is. */
export async function wordDocument(showing: Showing): Promise<Uint8Array> {
  const children = showing.blocks.map((block) => (block.kind === 'table' ? table(block) : paragraph(block)));
  const document = new Document({
    title: xmlText(showing.title ?? ''),
    creator: xmlText(showing.body ?? ''),
    lastModifiedBy: xmlText(showing.body ?? ''),
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { ...CLOSER, font: FANGSONG, size: SIZE.third, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
        },
        title: style(SONG_TITLE, SIZE.second, { alignment: AlignmentType.CENTER, spacing: { after: LINE } }),
        heading1: style(HEI, SIZE.third, { indent: TWO_CHARACTERS }),
        heading2: style(KAI, SIZE.third, { indent: TWO_CHARACTERS }),
      },
    },
    sections: [
      {
        properties: { page: { size: PAGE, margin: { ...MARGIN, header: 851, footer: 1400 } } },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT });

function style(
  font: IRunOptions['font'],
  size: number,
  paragraph: Pick<IParagraphOptions, 'alignment' | 'spacing' | 'indent'>,
) {
  return {
    run: {
      ...(size === SIZE.third ? CLOSER : AS_IT_IS),
      font: font!,
      size,
      bold: false,
      italics: false,
      color: '000000',
    },
    paragraph: {
      ...paragraph,
      keepNext: true,
      spacing: { before: 0, after: 0, ...exactly(size === SIZE.second ? 700 : LINE), ...paragraph.spacing },
    },
  };
}

const HEADINGS = { title: HeadingLevel.TITLE, heading: HeadingLevel.HEADING_1, subheading: HeadingLevel.HEADING_2 };

function paragraph(block: TextBlock): Paragraph {
  const children = runs(block.text);
  switch (block.kind) {
    case 'title':
      return new Paragraph({ heading: HEADINGS.title, children: titleRuns(block.text) });
    case 'heading':
      return new Paragraph({ heading: HEADINGS.heading, children });
    case 'subheading':
      return block.text.length > TEXT_LINE
        ? headedParagraph(block.text)
        : new Paragraph({ heading: HEADINGS.subheading, children });
    case 'paragraph':
      return new Paragraph({
        alignment: AlignmentType.BOTH,
        spacing: exactly(LINE),
        indent: TWO_CHARACTERS,
        children,
      });
    case 'verbatim':
      return new Paragraph({ spacing: exactly(LINE), children });
  }
}

/** So many characters fit into the first line of a paragraph. */
const TEXT_LINE = LINE_CHARACTERS - 2;

/** A paragraph that begins with its heading: that alone is set as one, and the page may end below it. */
function headedParagraph(text: string): Paragraph {
  const end = text.search(/[。：:]/) + 1;
  return new Paragraph({
    heading: HEADINGS.subheading,
    keepNext: false,
    alignment: AlignmentType.BOTH,
    children: [...runs(text.slice(0, end)), ...runs(text.slice(end), { font: FANGSONG })],
  });
}

/** More characters than that do not fit into a line of a title. */
const TITLE_LINE = 20;

/** A title that takes two lines is parted where it is spoken with a pause, not within a word. */
function titleRuns(text: string): readonly TextRun[] {
  const at = text.length > TITLE_LINE ? text.indexOf('政府信息公开') : 0;
  return at <= 0 ? runs(text) : [...runs(text.slice(0, at)), new TextRun({ break: 1 }), ...runs(text.slice(at))];
}

/** Text in runs: tabs are marks of their own in Word. */
const runs = (text: string, options: IRunOptions = {}): readonly TextRun[] =>
  xmlText(text)
    .split('\t')
    .map((piece, i) => new TextRun({ ...options, children: i === 0 ? [piece] : [new Tab(), piece] }));

function table(block: TableBlock): Table {
  const widths = columnWidths(block);
  const size = block.width > 6 ? SIZE.tableWide : SIZE.table;
  const repeated = headerLines(block);
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: 40, right: 40, top: 20, bottom: 20 },
    rows: block.lines.map(
      (line, i) =>
        new TableRow({
          cantSplit: true,
          ...(i < repeated && { tableHeader: true }),
          // Headers stay with what they head, and the table begins with some of its rows.
          children: line.map((cell) => tableCell(cell, { widths, size, keepNext: i <= repeated || isHeader(line) })),
        }),
    ),
  });
}

const isHeader = (line: readonly ShownCell[]): boolean => line.some(({ kind }) => kind === 'header');

/** Lines that are repeated on each page; where blocks have headers of their own, none is the header of all. */
function headerLines({ headerLines: count, lines }: TableBlock): number {
  const isOfAll = !lines.slice(count).some(isHeader);
  return isOfAll ? count : 0;
}

/** Labels get what the values leave: four characters are as wide as a value needs. */
function columnWidths({ width, form, id }: TableBlock): readonly number[] {
  const value = id === 'requests' ? 640 : Math.floor(TEXT_WIDTH / width);
  const labels = width - form.valueWidth;
  const left = TEXT_WIDTH - value * form.valueWidth;
  const shares = labels === 3 ? [0.16, 0.24, 0.6] : Array.from({ length: labels }, () => 1 / labels);
  const widths = [
    ...shares.map((share) => Math.floor(left * share)),
    ...Array.from({ length: form.valueWidth }, () => value),
  ];
  // What rounding leaves goes to the last.
  widths[width - 1]! += TEXT_WIDTH - widths.reduce((sum, one) => sum + one, 0);
  return widths;
}

interface CellLook {
  readonly widths: readonly number[];
  readonly size: number;
  readonly keepNext: boolean;
}

function tableCell(cell: ShownCell, { widths, size, keepNext }: CellLook): TableCell {
  const width = widths.slice(cell.at, cell.at + cell.columns).reduce((sum, one) => sum + one, 0);
  return new TableCell({
    columnSpan: cell.columns,
    rowSpan: cell.lines,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        keepNext,
        alignment: cell.kind === 'label' ? AlignmentType.LEFT : AlignmentType.CENTER,
        spacing: { line: 240, lineRule: LineRuleType.AUTO },
        children: runs(cell.text, { ...AS_IT_IS, font: cell.kind === 'value' ? SONG : FANGSONG, size }),
      }),
    ],
  });
}

/** “— 1 —” on the outer side of the page, one character in. */
function pageNumber(side: 'left' | 'right'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: side,
        indent: { [side]: 10 * SIZE.fourth },
        children: [
          new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], ...AS_IT_IS, font: SONG, size: SIZE.fourth }),
        ],
      }),
    ],
  });
}
