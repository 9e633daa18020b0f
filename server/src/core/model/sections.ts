import { SECTIONS } from '../formats/sections';
import type { SectionNumber } from '../formats/types';
import type { Section } from './report';

/** The sections that are not there; every edition has the same. */
export function missingNumbers(printed: readonly Section[]): readonly SectionNumber[] {
  const present = new Set(printed.map((section) => section.number));
  return SECTIONS.map((section) => section.number).filter((number) => !present.has(number));
}

/** The nearest present section that belongs before it: behind that one it is inserted. */
export function precedingSection(printed: readonly Section[], number: SectionNumber): Section | undefined {
  const before = printed.filter((section) => section.number < number);
  const nearest = before.reduce((most, section) => Math.max(most, section.number), 0);
  return before.findLast((section) => section.number === nearest);
}
