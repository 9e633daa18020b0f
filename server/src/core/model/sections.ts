import { SECTIONS } from '../formats/sections';
import type { SectionNumber } from '../formats/types';
import { fold } from '../text/fold';
import type { Report, Section } from './report';

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

/** Whether there is nothing below a section's heading, or only a word that it was left out. */
export function isEmpty({ legible: text }: Report, section: Section): boolean {
  const below = text.slice(section.heading.end, section.span.end);
  return below.length < 200 && NOTHING.test(fold(below));
}

const NOTHING = /^(?:\(?(?:略|文字略|此处略|内容略)\)?[。.]?)?$/;

/** Whether a section says anything of fees. */
export const reportsFees = ({ text }: Report, { heading, span }: Section): boolean =>
  FEES.test(fold(text.slice(heading.end, span.end)));

const FEES = /处理费|收费|费用|收取/;
