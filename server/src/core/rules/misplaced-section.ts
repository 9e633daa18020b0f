import { message } from '../messages';
import type { Report, Section } from '../model/report';
import { headingOf } from '../writing/template';
import { asOne, span } from '../text/span';
import type { Rule, RulePage } from './rule';

export const misplacedSectionPage: RulePage = {
  explanation: {
    zh: '六个部分有固定的先后顺序。只报告放错位置的那一个标题，不牵连前后的部分。',
    en: 'The six sections have a fixed order. Only the one heading that stands out of order is reported, not its neighbours.',
  },
  basis: { zh: '{forms}的六个部分', en: 'The six sections of the form' },
};

export const misplacedSection: Rule = {
  id: 'misplaced-section',
  severity: 'warning',
  category: 'structure',
  repair: 'choice',
  name: { zh: '部分顺序不对', en: 'Section out of order' },
  messages: {
    misplaced: { zh: '“{heading}”的位置不对，应在{place}', en: '“{heading}” is out of place; it belongs {place}' },
    move: { zh: '将“{heading}”移到应在的位置', en: 'Move “{heading}” to its place' },
  },
  *check({ report }) {
    const kept = longestOrder(report);
    for (const section of standingOnce(report)) {
      if (kept.includes(section)) continue;
      const before = kept.findLast((other) => other.number < section.number);
      const place =
        before === undefined
          ? { zh: '最前', en: 'first' }
          : { zh: `“${headingOf(before.form)}”之后`, en: `after “${headingOf(before.form)}”` };
      yield {
        message: 'misplaced',
        args: { heading: headingOf(section.form), place },
        span: section.heading,
        subject: section,
      };
    }
  },
  repairs({ report, lineEnd }, finding) {
    const section = finding.subject as Section;
    const before = longestOrder(report).findLast((other) => other.number < section.number);
    const from = report.lines.start(report.lines.lineAt(section.heading.start));
    const to =
      before === undefined
        ? report.lines.start(report.lines.lineAt(report.sections[0]!.heading.start))
        : before.span.end;
    if (to > from && to < section.span.end) return [];
    const moved = report.text.slice(from, section.span.end);
    const lead = to > 0 && !/[\r\n]$/.test(report.text.slice(0, to)) ? lineEnd : '';
    const trail = /[\r\n]$/.test(moved) ? '' : lineEnd;
    return [
      {
        title: message(misplacedSection.messages.move!, { heading: headingOf(section.form) }),
        edits: asOne(report.text, [
          { span: span(to, to), newText: lead + moved + trail },
          { span: span(from, section.span.end), newText: '' },
        ]),
        safe: false,
        preferred: true,
      },
    ];
  },
};

function standingOnce({ sections }: Report): readonly Section[] {
  const counts = new Map<Section['number'], number>();
  for (const { number } of sections) counts.set(number, (counts.get(number) ?? 0) + 1);
  return sections.filter(({ number }) => counts.get(number) === 1);
}

/** The longest run of sections in the right order; what is not in it is out of place. */
function longestOrder({ sections }: Report): readonly Section[] {
  /** The longest run so far that ends with each number; of equally long ones the first. */
  const ending = new Map<Section['number'], { readonly run: readonly Section[]; readonly place: number }>();
  let best: readonly Section[] = [];
  for (const [place, section] of sections.entries()) {
    const before = [...ending.values()]
      .filter(({ run }) => run.at(-1)!.number < section.number)
      .sort((a, b) => b.run.length - a.run.length || a.place - b.place)[0];
    const run = [...(before?.run ?? []), section];
    if (run.length > (ending.get(section.number)?.run.length ?? 0)) ending.set(section.number, { run, place });
    if (run.length > best.length) best = run;
  }
  return best;
}
