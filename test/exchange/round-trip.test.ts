import { describe, expect } from 'vitest';
import fc from 'fast-check';
import {
  readDocument,
  say,
  show,
  textOfBlocks,
  TABLE_LAYOUTS,
  type Report,
  type TableLayout,
} from '../../server/src/core/index';
import { EXPORT_FORMATS, exportAs, importFile, type ExportFormat } from '../../server/src/exchange/index';
import { prints } from '../generator/arbitraries';
import { LAYOUTS } from '../generator/layouts/index';
import { NOISES } from '../generator/noise';
import { holdsInParts } from '../property/property';

const readFirst = (text: string): Report => readDocument(text).segments[0]!.report;
const bare = (text: string): string => text.replace(/\s/g, '');

/** What the reader understands of a report, whatever its layout. */
const contentOf = (report: Report) => ({
  sections: report.sections.map(({ number }) => number),
  tables: report.tables.map(({ id, edition, rows }) => [
    id,
    edition,
    rows.map(({ form, cells }) => [
      form.id,
      cells.map(({ column, value }) => [column.id, value.kind === 'unreadable' ? 'unreadable' : value.amount]),
    ]),
  ]),
});

/**
 * The title, the headings and the paragraphs of a report, without the marks that a program has put before its lines.
 */
const proseOf = (report: Report): readonly string[] =>
  show(report)
    .blocks.flatMap((block) => (block.kind === 'table' || block.kind === 'verbatim' ? [] : [bare(block.text)]))
    .filter((text) => text !== '');

async function thereAndBack(report: Report, format: ExportFormat, layout: TableLayout): Promise<Report> {
  const file = await exportAs(format, show(report), { marks: true, say: (message) => say(message, 'zh-CN') });
  const imported = await importFile(file);
  if ('refused' in imported) throw new Error(imported.refused.zh);
  return readFirst(textOfBlocks(imported.blocks, layout).text);
}

const REPORTS = 200;
/** Word's files take a third of a second each, there and back; nearly all of it is spent in the libraries. */
const IN_ONE_TEST = 25;

/**
 * Pages put dates between lines; between the signs of a label that stand below each other they make paragraphs of them,
 * which are a label again where they come back in rows.
 */
const areApart = ({ noises }: { readonly noises: readonly string[] }): boolean =>
  !(noises.includes('dates') && noises.some((id) => id.startsWith('wrap-')));
const reports = prints(LAYOUTS, [...NOISES]).filter(areApart);

describe('a report that goes out and comes back', () => {
  for (const format of EXPORT_FORMATS)
    holdsInParts(
      `as ${format} has the same numbers, headings and paragraphs`,
      REPORTS,
      IN_ONE_TEST,
      fc.asyncProperty(reports, fc.constantFrom(...TABLE_LAYOUTS), async ({ text }, layout) => {
        const report = readFirst(text);
        const back = await thereAndBack(report, format, layout);
        expect(contentOf(back)).toEqual(contentOf(report));
        expect(proseOf(back)).toEqual(proseOf(report));
      }),
    );
});
