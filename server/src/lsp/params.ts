import { isDate } from '../core/index';

/** What the parameters of requests have to be: clients are programs of others. */
export type Check = (value: unknown) => boolean;

export const anything: Check = () => true;
export const text: Check = (value) => typeof value === 'string';
export const day: Check = isDate;
export const whole: Check = Number.isInteger;
export const truth: Check = (value) => typeof value === 'boolean';
export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
export const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
export const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
/** A list of so many values; those that are optional may lack at its end. */
export const row =
  (...checks: readonly Check[]): Check =>
  (value) =>
    Array.isArray(value) && value.length <= checks.length && checks.every((check, i) => check(value[i]));
/** An object with these properties; what else it has is no concern. */
export const having =
  (properties: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(properties).every(([name, check]) => check((value as Record<string, unknown>)[name]));

export const position = having({ line: whole, character: whole });
export const range = having({ start: position, end: position });
const textDocument = having({ uri: text });
export const inDocument = having({ textDocument });
export const atPosition = having({ textDocument, position });
export const inRange = having({ textDocument, range });
