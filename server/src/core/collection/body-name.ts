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

/**
 * A county, town, township or sub-district, or one of their offices. The 乡 of 城乡建设局 and the 镇 of 景德镇市 are no such
 * place.
 */
const BELOW_CITIES = /县(?![级域])|(?:(?<!城)[乡镇]|街道)(?:人民)?(?:政府|办事处|党政|$)|街道办/;

/** Whether a body of this name may issue rules, as far as its name tells. */
export const mayIssueRegulations = (name: string): boolean => !BELOW_CITIES.test(canonicalBody(name));

/** Up to the last place that it names, and what follows. */
const PARTS = /^(.*(?:[省市县区州盟旗]|(?<!城)[镇乡](?!村)|街道))?(.*)$/;
/** What the names of many offices have in common. */
const COMMON = /[省市县区州盟旗镇乡局委厅办院室部会所中心站人民政府公管理员]|街道/g;

/** Whether two names are surely of two bodies: no abbreviation, former or later name of one another. */
export function areSurelyDifferent(a: string, b: string): boolean {
  const [one, other] = [canonicalBody(a), canonicalBody(b)];
  if (isShortFor(one, other) || isShortFor(other, one)) return false;
  const [, place = '', office = ''] = PARTS.exec(one)!;
  const [, otherPlace = '', otherOffice = ''] = PARTS.exec(other)!;
  if (place !== '' && otherPlace !== '' && shareNothing(place, otherPlace)) return true;
  return office !== '' && otherOffice !== '' && shareNothing(office, otherOffice);
}

/** Whether all characters of a name follow one another in the other: 县发改委 for 青禾县发展和改革委员会. */
function isShortFor(short: string, long: string): boolean {
  let at = 0;
  for (const unit of long) if (unit === short[at]) at++;
  return at === short.length;
}

const shareNothing = (a: string, b: string): boolean => {
  const own = new Set(a.replace(COMMON, ''));
  return a !== b && ![...b.replace(COMMON, '')].some((unit) => own.has(unit));
};
