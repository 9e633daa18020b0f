import { fold } from '../text/fold';

/** A body's name in one spelling: folded, without what stands in brackets. */
export const canonicalBody = (name: string): string =>
  fold(name)
    .replace(/\([^()]*\)/g, '')
    .replace(/[.,:·]/g, '');

/** A name shorter than this, or without a place in it, is that of many bodies. */
const LEAST = 5;
const PLACE = /[省市区县州盟旗镇乡]|街道/;

/** The shorter names that mean the body of a canonical name: without the places above it. */
export function shorterNames(name: string): readonly string[] {
  const names: string[] = [];
  for (let at = 1; at <= name.length - LEAST && PLACE.test(name.slice(at)); at++) names.push(name.slice(at));
  return names;
}

/**
 * Whether two canonical names mean one body: the same, or one with the places above it spelt out (杭州市余杭区… and 余杭区…).
 */
export function sameBody(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= LEAST && PLACE.test(short) && long.endsWith(short);
}
