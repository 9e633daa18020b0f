import { aboutSection, formOf } from '../explaining/about';
import { snippets, type Snippet } from '../features/snippets';
import { SECTIONS } from '../formats/sections';
import type { Context } from '../context/context';
import { TEMPLATE_LAYOUTS } from '../formats/layouts';
import { fold } from '../text/fold';
import { span } from '../text/span';
import type { Caret } from './caret';
import type { Proposal } from './proposal';

/**
 * Skeletons where a line begins. In a report: the table that its section lacks, on its own edition and in its layout;
 * in a text that is none yet: whatever there is, of every edition.
 */
export function templatesAt(context: Context, caret: Caret): readonly Proposal[] {
  if (!caret.beginsLine) return [];
  const start = caret.line.start + caret.before.length - caret.before.trimStart().length;
  return offered(context, caret)
    .filter(({ prefixes, name }) => [...prefixes, name.zh].some((words) => fold(words).startsWith(caret.typed)))
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

function offered({ report, expected, layout }: Context, { line }: Caret): readonly Snippet[] {
  if (!report.recognised) return snippets([layout, ...TEMPLATE_LAYOUTS.filter((other) => other !== layout)]);
  const edition = expected ?? report.edition;
  const here = report.sections.findLast(({ heading }) => heading.end < line.start)?.number;
  // A second table would be read in place of the first.
  const isThere = report.tables.some(({ form }) => form.section === here);
  return snippets([layout]).filter(
    (snippet) => !isThere && snippet.kind === 'table' && snippet.section === here && snippet.edition === edition,
  );
}
