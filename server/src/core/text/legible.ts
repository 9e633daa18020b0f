/**
 * The text as the reader knows it, unit for unit, so that offsets stay: what other programs mark cells and lines with
 * becomes the plain tab or bar, what they put before every line becomes white space. The same string where there is
 * nothing of the kind.
 */
export function legible(text: string): string {
  return without(DIALECTS, text);
}

/** Below the marks of one dialect stand those of another; each is taken away once. */
function without(dialects: readonly Dialect[], text: string): string {
  const dialect = dialects.find(({ isIn }) => isIn(text));
  return dialect === undefined
    ? text
    : without(
        dialects.filter((other) => other !== dialect),
        dialect.of(text),
      );
}

interface Dialect {
  readonly isIn: (text: string) => boolean;
  readonly of: (text: string) => string;
}

const DIALECTS: readonly Dialect[] = [
  // The mark before each line of what is quoted in a letter or in Markdown.
  {
    isIn: (text) => /^\ufeff?>/.test(text) || text.includes('\n>'),
    of: (text) => text.replace(/^\ufeff?(?:> ?)+(\t?)/gm, asSpace),
  },
  // Lines that a printer has numbered.
  { isIn: hasNumberedLines, of: (text) => text.replace(LINE_NUMBER, asSpace) },
  // A web page's marks: where a cell begins stands a tab.
  {
    isIn: (text) => (text.match(TAG)?.length ?? 0) >= FIRST_LINES,
    of: (text) =>
      text
        .replace(
          TAG,
          (tag, name: string) => `${tag[1] !== '/' && /^t[dh]$/i.test(name) ? '\t' : ' '}${' '.repeat(tag.length - 1)}`,
        )
        .replace(/&nbsp;/g, (mark) => ' '.repeat(mark.length)),
  },
  // Word ends a cell with a line end and a bell, and a row with one more: a bell alone above words is the last cell's.
  {
    isIn: (text) => text.includes('\u0007'),
    of: (text) =>
      text
        .replace(/^\u0007$(?=[\r\n]+\u0007?[^\d０-９\s\u0007-])/gm, ' ')
        .replace(/(?<=[^\r\n])\u0007$/gm, ' ')
        .replaceAll('\u0007', '\t'),
  },
  // Cells of which each ends with a tab, and so does every other line.
  { isIn: endsEachLineWithTab, of: (text) => text.replace(/\t(?=[\r\n]|$)/g, ' ') },
  // Drawn frames.
  {
    isIn: (text) => /[│┃║]/.test(text),
    of: (text) => text.replace(/[│┃║]/g, '|').replace(/[\u2500-\u257f]/g, ' '),
  },
  // Values apart by commas; those within quotes are none.
  {
    isIn: hasCommasBetweenCells,
    of: (text) => text.replace(ROW_WITH_COMMAS, (row) => row.replace(QUOTED_OR_COMMA, asCells)),
  },
];

/** A tab that marks the cell behind stays in front. */
const asSpace = (mark: string, ...tabs: readonly unknown[]): string =>
  tabs.slice(0, -2).includes('\t') ? `\t${' '.repeat(mark.length - 1)}` : ' '.repeat(mark.length);

const TAG = /<\/?(table|tbody|thead|tr|td|th|p|div|span|br|h[1-6]|b|strong|font|a)\b[^<>]*>/gi;

const LINE_NUMBER = /^[ \t\ufeff]*\d{1,4}(?:\t(\t?)| {0,4}(\t?))/gm;
const FIRST_LINES = 6;

/** Each line that has words begins with a number, each larger than the one before. */
function hasNumberedLines(text: string): boolean {
  if (!/^\s*1[ \t\u3000]/.test(text)) return false;
  let last = 0;
  let count = 0;
  for (const [line] of text.matchAll(/^[^\r\n]*\S[^\r\n]*$/gm)) {
    const number = Number(/^[ \t\ufeff]*(\d{1,4})(?=\s|$)/.exec(line)?.[1]);
    if (!(number > last)) return false;
    last = number;
    count++;
  }
  return count >= FIRST_LINES;
}

function endsEachLineWithTab(text: string): boolean {
  if (!/^[^\r\n]*\t[\r\n]/.test(text.trimStart())) return false;
  const lines = text.trimEnd().match(/^[^\r\n]*\S[^\r\n]*$/gm) ?? [];
  // The last one may have been cut off behind its words.
  return lines.length >= FIRST_LINES && lines.slice(0, -1).every((line) => line.endsWith('\t'));
}

/** Sentences keep their commas. */
const ROW_WITH_COMMAS = /^[^。,\r\n]*,[^。\r\n]*$/gm;
const QUOTED_OR_COMMA = /"[^"\r\n]*"|,/g;
const asCells = (found: string): string => (found === ',' ? '\t' : ` ${found.slice(1, -1)} `);

/** Many lines have as many commas as table three has cells in a row. */
function hasCommasBetweenCells(text: string): boolean {
  if (!text.includes(',') || text.includes('\t') || text.includes('|')) return false;
  return (text.match(/^[^,\r\n]*(?:,[^,\r\n]*){6,}$/gm)?.length ?? 0) >= FIRST_LINES;
}
