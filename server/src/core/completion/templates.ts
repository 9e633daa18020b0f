import { aboutSection, formOf } from '../explaining/about';
import { snippets, type Snippet } from '../features/snippets';
import { SECTIONS } from '../formats/sections';
import type { SectionNumber } from '../formats/types';
import type { Context } from '../context/context';
import { TEMPLATE_LAYOUTS } from '../formats/layouts';
import { fold } from '../text/fold';
import { span } from '../text/span';
import type { Caret } from './caret';
import type { Proposal } from './proposal';

/**
 * Skeletons where a line begins. In a report: its missing sections first, on its own edition. In a text that is none
 * yet: whole reports of every edition. `without`: sections that are proposed otherwise.
 */
export function templatesAt(context: Context, caret: Caret, without: ReadonlySet<SectionNumber>): readonly Proposal[] {
  if (!caret.beginsLine) return [];
  const start = caret.line.start + caret.before.length - caret.before.trimStart().length;
  return offered(context)
    .filter((snippet) => snippet.kind !== 'section' || !without.has(snippet.section!))
    .filter(({ prefixes, name }) => [...prefixes, name.zh].some((words) => fold(words).includes(caret.typed)))
    .map(({ name, edition, section, prefixes, write }) => ({
      kind: 'template',
      label: name,
      detail: { zh: edition.source, en: edition.source },
      matches: [...prefixes, name.zh],
      span: span(start, caret.offset),
      text: write().replaceAll('\n', context.lineEnd),
      about: () => {
        const form = SECTIONS.find(({ number }) => number === section);
        return form === undefined ? [name, formOf(edition)] : aboutSection(form, edition);
      },
    }));
}

function offered({ report, expected, layout }: Context): readonly Snippet[] {
  const all = snippets([layout, ...TEMPLATE_LAYOUTS.filter((other) => other !== layout)]);
  if (!report.recognised) return all;
  const edition = expected ?? report.edition;
  const headed = new Set(report.sections.map(({ number }) => number));
  const tabled = new Set(report.tables.map(({ form }) => form.section));
  // What is there already comes last: a second table would be read in place of the first.
  const isThere = ({ kind, section }: Snippet): boolean =>
    tabled.has(section!) || (kind === 'section' && headed.has(section!));
  return all
    .filter((snippet) => snippet.edition === edition && snippet.kind !== 'report')
    .sort((a, b) => Number(isThere(a)) - Number(isThere(b)));
}
