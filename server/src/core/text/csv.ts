import { shown } from './shown';

/** A line of comma-separated values. No field goes over several lines. */
export const csvLine = (fields: readonly string[]): string => `${fields.map(quoted).join(',')}\r\n`;

/** A quotation mark before what would begin a line as a command of a build server. */
const quoted = (field: string): string =>
  /^\s*::|[",]/.test(field) ? `"${shown(field).replaceAll('"', '""')}"` : shown(field);

/** For spreadsheets: what one would take for a formula is text. */
export const spreadsheetLine = (fields: readonly string[]): string =>
  csvLine(fields.map((field) => (FORMULA.test(field) ? `'${field}` : field)));

/** A sign before a number is none. */
const FORMULA = /^[=@]|^[-+](?![\d.]+$)./;
