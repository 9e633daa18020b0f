import { Command } from 'commander';
import { readDocument, rowsOf, toNumber, type Report, type Segment, type Table } from '../core/index';
import { inputOf, readFiles, type SourceFile } from './files';
import type { Output } from './output';
import { rangeOf, type Range } from './range';
import { shown, shownJson } from './shown';
import { skippedLine } from '../files/skipped';
import { choice } from './usage';

/** A report as it was understood. Each `range` is that of the printed text named before it. */
export interface ReadReport {
  readonly path: string;
  readonly encoding: string;
  readonly edition: string | null;
  readonly year: number | null;
  readonly body: string | null;
  readonly layout: string;
  /** How sure the reader is: rows read whole out of those of the form, and the words by which each table's edition was told. */
  readonly confidence: { readonly rowsRead: number; readonly rowsOfForm: number; readonly evidence: Readonly<Record<string, string>> };
  /** Where the report stands in its file, where that holds several. */
  readonly range?: Range;
  readonly title: { readonly text: string; readonly range: Range } | null;
  readonly sections: readonly { readonly number: number; readonly title: string; readonly range: Range }[];
  readonly tables: readonly ReadTable[];
}

interface ReadTable {
  readonly id: string;
  readonly edition: string;
  readonly section: number;
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly range: Range;
    /** None where the row cannot be read whole; `value` is `null` for what is no number. */
    readonly cells: readonly { readonly column: string; readonly value: number | null; readonly text: string; readonly range: Range }[];
  }[];
}

export function readCommand(output: Output): Command {
  return new Command('read')
    .description('输出读到的内容，供其他程序使用 (prints what was understood)')
    .argument('<path...>', '文件、文件夹或通配符')
    .option('--format <format>', '输出格式: json, csv', 'json')
    .action(async (paths: string[], options: { format: string }) => {
      const format = choice('--format', ['json', 'csv'] as const, options.format);
      const files: ReadReport[] = [];
      const input = await inputOf(paths, output);
      for await (const file of readFiles(input.files, output)) files.push(...(output.attempt(file.path, () => readReports(file)) ?? []));
      output.print(format === 'csv' ? csv(files) : shownJson({ version: 1, files }));
      if (input.skipped.length > 0) output.note(skippedLine(input.skipped, 'zh-CN'));
    });
}

function readReports({ path, encoding, text }: SourceFile): readonly ReadReport[] {
  const { segments } = readDocument(text);
  return segments.map((segment): ReadReport => {
    const { report } = segment;
    const { title } = report;
    return {
      path,
      encoding,
      edition: report.recognised ? report.edition.id : null,
      year: title?.year?.value ?? null,
      body: title?.body?.text ?? null,
      layout: report.layout,
      confidence: confidenceOf(report),
      ...(segments.length > 1 ? { range: rangeOf(segment, { start: 0, end: report.text.length }) } : {}),
      title: title === undefined ? null : { text: title.text, range: rangeOf(segment, title.span) },
      sections: report.sections.map(({ number, words, heading }) => ({ number, title: printed(report, words), range: rangeOf(segment, heading) })),
      tables: report.tables.map((table) => readTable(segment, table)),
    };
  });
}

function confidenceOf({ text, edition, tables }: Report): ReadReport['confidence'] {
  return {
    rowsRead: tables.flatMap((table) => table.rows).filter((row) => row.cells.length > 0).length,
    rowsOfForm: Object.values(edition.tables).flatMap(rowsOf).length,
    evidence: Object.fromEntries(tables.flatMap(({ id, evidence }) => (evidence === undefined ? [] : [[id, text.slice(evidence.start, evidence.end)]]))),
  };
}

function readTable(segment: Segment, { id, edition, form, rows }: Table): ReadTable {
  const { report } = segment;
  return {
    id,
    edition,
    section: form.section,
    rows: rows.map(({ form: row, label, cells }) => ({
      id: row.id,
      label: printed(report, label),
      range: rangeOf(segment, label),
      cells: cells.map(({ column, span, value }) => ({
        column: column.id,
        value: value.kind === 'unreadable' ? null : toNumber(value.amount),
        text: printed(report, span),
        range: rangeOf(segment, span),
      })),
    })),
  };
}

const printed = ({ text }: Report, { start, end }: { start: number; end: number }): string => text.slice(start, end);

/** One line a cell, under a line of names; RFC 4180. No field goes over several lines. */
function csv(files: readonly ReadReport[]): string {
  const lines = [['path', 'body', 'year', 'edition', 'table', 'row', 'column', 'value', 'text']];
  for (const { path, body, year, tables } of files) {
    for (const table of tables) {
      for (const row of table.rows) {
        for (const { column, value, text } of row.cells)
          lines.push([path, body ?? '', String(year ?? ''), table.edition, table.id, row.id, column, value === null ? '' : String(value), text]);
      }
    }
  }
  return lines.map((fields) => `${fields.map(quoted).join(',')}\r\n`).join('');
}

/** A quotation mark before what would begin a line as a command of a build server. */
const quoted = (field: string): string => (/^\s*::|[",]/.test(field) ? `"${shown(field).replaceAll('"', '""')}"` : shown(field));
