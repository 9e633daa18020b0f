/** The first year that has an official form. */
export const FIRST_YEAR = 2019;
const LAST_YEAR = 2099;

/** The year that a text names, if it can be the year of a report on an official form. */
export function reportYear(text: string): number | undefined {
  const year = /^\s*\d{4}\s*$/.test(text) ? Number(text) : 0;
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined;
}
