/**
 * Words and signs that several readers look for, as parts of their patterns. They match folded text; where it says so,
 * printed text too.
 */

/** The digits of a number that counts things in order: 一, 十二. */
export const ORDINAL = '[一二三四五六七八九十]';
/** The digits of a number in words. */
export const IN_WORDS = '[〇零一二两三四五六七八九十百千]';
/** The digits of a year. */
export const YEAR_DIGITS = '(?:\\d{4}|[〇零一二三四五六七八九]{4})';
/** The same as printed. */
export const PRINTED_YEAR = '(?:[0-9０-９]{4}|[〇○零一二三四五六七八九]{4})';

/**
 * The number before a label: （一） 一、 1. `marks` are what may stand behind it, brackets aside; folding has made 、 a
 * point.
 */
export const enumeration = (marks: { readonly chinese: string; readonly arabic: string }): string =>
  `(?:\\(${ORDINAL}+\\)|${ORDINAL}+${marks.chinese}|\\d+${marks.arabic})`;

/** What requests, reviews, lawsuits and documents are counted in; 三十条例 and 两起诉 are no numbers of them. */
export const CASE_UNIT = '(?:件次|件|宗(?!旨)|份|起(?!诉(?!讼)|[草来点步源])|部(?![门分委署])|例|条(?![例款约件]))';
/** What may stand behind the value of a cell. */
export const VALUE_UNIT = '(?:元|个|件|项|宗|次|条|家|户|份)';

/** The words of a report's title in full. */
export const OFFICIAL_TITLE = '政府信息公开工作年度报告';
/** What a title is about, printed or folded; `gap` is what may stand within. */
export const disclosure = (gap = ''): string => `(?:信息|政务)${gap}公[开開]`;
/** What a title calls its report, printed or folded. */
export const REPORT = '(?:报告|報告|年报|年報)';
/** A year or a date that follows it in brackets, printed or folded. */
export const REMARK = '(?:[（(][^（）()\\r\\n]{0,16}[）)])?';
