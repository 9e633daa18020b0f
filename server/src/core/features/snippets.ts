import { LAYOUT_NAMES, type TemplateLayout } from '../formats/layouts';
import { EDITIONS, type Edition } from '../formats/editions';
import { TABLE_IDS, type TableId } from '../formats/table-names';
import type { SectionNumber, Words } from '../formats/types';
import { chineseNumeral } from '../text/numerals';
import { tableSkeleton } from '../writing/skeleton';
import { headingOf, reportTemplate, sectionTemplate } from '../writing/template';

/** A skeleton that can be inserted: offered on an empty line and by its prefixes. */
export interface Snippet {
  /** Stable name. */
  readonly id: string;
  readonly kind: 'report' | 'section' | 'table';
  readonly section?: SectionNumber;
  readonly edition: Edition;
  readonly layout: TemplateLayout;
  readonly prefixes: readonly string[];
  readonly name: Words;
  /** Its text, put together when it is needed: lines end with LF; what is left to the writer is a slot. */
  readonly write: () => string;
}

/** All skeletons of all editions, the newest first: whole reports, sections, and tables in each layout. */
export function snippets(layouts: readonly TemplateLayout[]): readonly Snippet[] {
  return [...EDITIONS]
    .reverse()
    .flatMap((edition) => [
      ...layouts.map((layout) => reportSnippet(edition, layout)),
      ...edition.sections.map((section) => sectionSnippet(edition, section.number, layouts[0]!)),
      ...TABLE_IDS.flatMap((table) => layouts.map((layout) => tableSnippet(edition, table, layout))),
    ]);
}

function reportSnippet(edition: Edition, layout: TemplateLayout): Snippet {
  return {
    id: `report-${edition.id}-${layout}`,
    kind: 'report',
    edition,
    layout,
    prefixes: ['年报', 'nianbao'],
    name: {
      zh: `年报：完整模板（${edition.name.zh}，${LAYOUT_NAMES[layout].zh}）`,
      en: `Annual report: whole template (${edition.name.en}, ${LAYOUT_NAMES[layout].en})`,
    },
    write: () => reportTemplate(edition, layout),
  };
}

function sectionSnippet(edition: Edition, number: SectionNumber, layout: TemplateLayout): Snippet {
  const form = edition.sections.find((section) => section.number === number)!;
  return {
    id: `section-${edition.id}-${number}`,
    kind: 'section',
    section: number,
    edition,
    layout,
    prefixes: [`第${chineseNumeral(number)}部分`, `bufen${number}`, headingOf(form)],
    name: {
      zh: `第${chineseNumeral(number)}部分：${headingOf(form)}（${edition.name.zh}）`,
      en: `Section ${number}: ${headingOf(form)} (${edition.name.en})`,
    },
    write: () => sectionTemplate(edition, number, layout),
  };
}

function tableSnippet(edition: Edition, id: TableId, layout: TemplateLayout): Snippet {
  const form = edition.tables[id];
  return {
    id: `table-${edition.id}-${id}-${layout}`,
    kind: 'table',
    section: form.section,
    edition,
    layout,
    prefixes: [`表${chineseNumeral(form.section)}`, `biao${form.section}`],
    name: {
      zh: `表${chineseNumeral(form.section)}：${form.name.zh}（${edition.name.zh}，${LAYOUT_NAMES[layout].zh}）`,
      en: `Table ${form.section}: ${form.name.en} (${edition.name.en}, ${LAYOUT_NAMES[layout].en})`,
    },
    write: () => tableSkeleton(form, layout),
  };
}
