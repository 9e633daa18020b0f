import { numeralValue } from '../../../server/src/core/text/numerals';

/** The first year that has an official form. */
export const FIRST_YEAR = 2019;

/** The year that a text names (2024, ２０２４年, 二〇二四), if it can be the year of a report on an official form by now. */
export function reportYear(text: string, thisYear: number): number | undefined {
  const digits = text
    .normalize('NFKC')
    .replace(/[○零]/g, '〇')
    .replace(/年(?:度)?\s*$/, '')
    .trim();
  const year = (/^(?:\d{4}|[〇一二三四五六七八九]{4})$/.test(digits) ? numeralValue(digits) : undefined) ?? 0;
  return year >= FIRST_YEAR && year <= thisYear + 1 ? year : undefined;
}
