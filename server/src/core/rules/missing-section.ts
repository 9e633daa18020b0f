import { SECTIONS } from '../formats/sections';
import { message } from '../messages';
import type { Section } from '../model/report';
import { blankLineAbove } from '../writing/blank-line';
import { headingOf, sectionTemplate } from '../writing/template';
import { span, type TextEdit } from '../text/span';
import { titleOrFirstLine } from './places';
import type { Context, Repair, Rule, RulePage } from './rule';

export const missingSectionPage: RulePage = {
  explanation: {
    zh: '年度报告固定为六个部分，缺一不可。没有内容的部分也要保留标题，第六部分没有事项时写“无”。',
    en: 'A report has six fixed sections. A section without content keeps its heading; section six then says 无.',
  },
  basis: { zh: '国办公开办函〔2021〕30号：“不能遗漏，也不宜泛化”', en: 'The notice of 2021: nothing may be left out' },
};

export const missingSection: Rule = {
  id: 'missing-section',
  severity: 'error',
  category: 'structure',
  repair: 'choice',
  name: { zh: '缺少部分', en: 'Section missing' },
  messages: {
    missing: { zh: '缺少第{number}部分“{heading}”', en: 'Section {number} “{heading}” is missing' },
    insert: { zh: '插入“{heading}”', en: 'Insert “{heading}”' },
    insertAll: { zh: '插入全部 {count} 个缺失部分', en: 'Insert all {count} missing sections' },
  },
  *check(context) {
    for (const number of missingNumbers(context.report.sections)) {
      const before = precedingSection(context.report.sections, number);
      const form = context.report.edition.sections.find((section) => section.number === number)!;
      yield {
        message: 'missing',
        args: { number: { zh: '一二三四五六'[number - 1]!, en: String(number) }, heading: headingOf(form) },
        span: before?.heading ?? titleOrFirstLine(context.report),
        subject: number,
      };
    }
  },
  repairs(context, finding) {
    const number = finding.subject as Section['number'];
    const form = context.report.edition.sections.find((section) => section.number === number)!;
    const all = missingNumbers(context.report.sections);
    const one: Repair = {
      title: message(missingSection.messages.insert!, { heading: headingOf(form) }),
      edits: [insertion(context, [number])],
      safe: false,
      preferred: true,
    };
    if (all.length < 2) return [one];
    return [
      one,
      { title: message(missingSection.messages.insertAll!, { count: all.length }), edits: insertMissingSections(context), safe: false, preferred: false },
    ];
  },
};

/** Inserts every missing section in its place. */
export function insertMissingSections(context: Context): readonly TextEdit[] {
  const byPlace = new Map<Section | undefined, Section['number'][]>();
  const { sections } = context.report;
  for (const number of missingNumbers(sections)) {
    const before = precedingSection(sections, number);
    byPlace.set(before, [...(byPlace.get(before) ?? []), number]);
  }
  return [...byPlace.values()].map((numbers) => insertion(context, numbers));
}

/** The sections that are not there; every edition has the same. */
export function missingNumbers(printed: readonly Section[]): readonly Section['number'][] {
  const present = new Set(printed.map((section) => section.number));
  return SECTIONS.map((section) => section.number).filter((number) => !present.has(number));
}

/** The nearest present section that belongs before it: behind that one it is inserted. */
export function precedingSection(printed: readonly Section[], number: Section['number']): Section | undefined {
  const before = printed.filter((section) => section.number < number);
  const nearest = before.reduce((most, section) => Math.max(most, section.number), 0);
  return before.findLast((section) => section.number === nearest);
}

/** Sections that belong into the same place, in one edit, a blank line from what stands around them. */
function insertion(context: Context, numbers: readonly Section['number'][]): TextEdit {
  const { report, lineEnd } = context;
  const before = precedingSection(report.sections, numbers[0]!);
  const at = before?.span.end ?? report.sections[0]?.heading.start ?? report.text.length;
  const place = before === undefined && report.sections[0] !== undefined ? report.lines.start(report.lines.lineAt(at)) : at;
  const text = numbers.map((number) => sectionTemplate(context.expected ?? report.edition, number, context.layout)).join('\n');
  const lead = blankLineAbove(report.text, place);
  const trail = place < report.text.length ? '\n' : '';
  return { span: span(place, place), newText: (lead + text + trail).replaceAll('\n', lineEnd) };
}
