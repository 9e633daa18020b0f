import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
  applyEdits,
  check,
  contextOf,
  DEFAULT_SETTINGS,
  insertMissingSections,
  sortSections,
  type Report,
  type TextEdit,
} from '../../server/src/core/index';
import { choicesOf, validReports } from '../generator/arbitraries';
import { LAYOUTS } from '../generator/layouts/index';
import { printReport } from '../generator/print-report';
import { misread } from '../generator/reading';
import { readOne } from '../support/findings';
import { holds } from './property';

/** The report without the headings of some of its sections. */
function withoutHeadings(report: Report, numbers: readonly number[]): string {
  const { lines, sections } = report;
  const lost = sections.filter(({ number }) => numbers.includes(number));
  return applyEdits(
    report.text,
    lost.map(({ heading }): TextEdit => {
      const line = lines.lineAt(heading.start);
      return { span: { start: lines.start(line), end: lines.start(line + 1) }, newText: '' };
    }),
  );
}

const STRUCTURE = new Set(['missing-section', 'misplaced-section', 'misnumbered-section', 'missing-table']);

describe('repairs of structure', () => {
  for (const layout of LAYOUTS.filter(({ torn }) => !torn)) {
    holds(
      `change no value where headings were lost, in layout ${layout.id}, ${layout.name}`,
      8,
      fc.property(
        validReports,
        choicesOf(60),
        fc.uniqueArray(fc.integer({ min: 2, max: 6 }), { minLength: 1, maxLength: 3 }),
        (report, choices, lost) => {
          const whole = readOne(printReport(report, layout, [], choices));
          const broken = readOne(withoutHeadings(whole, lost));
          // Where a heading parts what is hard to part otherwise, its loss may cost values: repairs cost no more.
          fc.pre(misread(broken, report).length === 0);
          const repairs = check(broken, DEFAULT_SETTINGS)
            .filter(({ rule }) => STRUCTURE.has(rule.id))
            .flatMap((finding) => finding.repairs().map(({ edits }) => edits));
          const inserted = insertMissingSections(contextOf(broken, DEFAULT_SETTINGS));
          for (const edits of [...repairs, inserted]) {
            const after = readOne(applyEdits(broken.text, edits));
            expect(misread(after, report)).toEqual([]);
            expect(new Set(after.tables.map(({ id }) => id)).size).toBe(after.tables.length);
          }
          const mended = readOne(applyEdits(broken.text, inserted));
          expect(mended.sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
          expect(check(mended, DEFAULT_SETTINGS).filter(({ severity }) => severity === 'error')).toEqual([]);
        },
      ),
    );
  }

  holds(
    'change no value where sections changed places',
    15,
    fc.property(
      validReports,
      choicesOf(60),
      fc.constantFrom('A', 'B', 'K'),
      fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
      (report, choices, id, order) => {
        const whole = readOne(
          printReport(
            report,
            LAYOUTS.find((layout) => layout.id === id)!,
            [],
            choices,
          ),
        );
        const head = whole.text.slice(0, whole.sections[0]!.span.start);
        const parts = whole.sections.map(({ span }) => `${whole.text.slice(span.start, span.end).trimEnd()}\n\n`);
        const shuffled = readOne(head + order.map((place) => parts[place]!).join(''));
        fc.pre(misread(shuffled, report).length === 0);
        const moves = check(shuffled, DEFAULT_SETTINGS)
          .filter(({ rule }) => rule.id === 'misplaced-section')
          .flatMap((finding) => finding.repairs().map(({ edits }) => edits));
        for (const edits of [...moves, sortSections(shuffled)]) {
          expect(misread(readOne(applyEdits(shuffled.text, edits)), report)).toEqual([]);
        }
      },
    ),
  );
});
