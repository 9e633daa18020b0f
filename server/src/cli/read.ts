import { Command } from 'commander';
import {
  columnsOf,
  csvLine,
  editionById,
  rangeOf,
  readDocument,
  rowsOf,
  spreadsheetLine,
  type Range,
  type Report,
} from '../core/index';
import { contentOf, type ReportContent } from '../library/reading';
import { inputOf, readFiles, type SourceFile } from './files';
import type { Output } from './output';
import { jsonLine } from './format-json';
import { sinkOf } from './sink';
import { streamsAmong } from './standard-input';
import { skippedLine } from '../files/skipped';
import { choice } from './usage';

/** A report as it was understood. Each `range` is that of the printed text named before it. */
export interface ReadReport extends ReportContent {
  readonly path: string;
  readonly encoding: string;
  readonly edition: string | null;
  readonly year: number | null;
  readonly body: string | null;
  readonly layout: string;
  /**
   * How sure the reader is: rows read whole out of those of the form, and the words by which each table's edition was
   * told.
   */
  readonly confidence: {
    readonly rowsRead: number;
    readonly rowsOfForm: number;
    readonly evidence: Readonly<Record<string, string>>;
  };
  /** Where the report stands in its file, where that holds several. */
  readonly range?: Range;
}

export function readCommand(output: Output): Command {
  return new Command('read')
    .description('输出读到的内容，供其他程序使用 (prints what was understood)')
    .argument('<path...>', '文件、文件夹或通配符，- 为标准输入')
    .option('--format <format>', '输出格式: json, ndjson, csv', 'json')
    .option('--bom', 'csv 以字节顺序标记开头，供 Excel 打开', false)
    .option('--out <file>', '输出到文件；缺省为标准输出')
    .option('--stdin-filename <name>', '标准输入的文件名')
    .action(
      async (paths: string[], options: { format: string; bom: boolean; out?: string; stdinFilename?: string }) => {
        const name = choice('--format', ['json', 'ndjson', 'csv'] as const, options.format);
        const format = name === 'csv' && options.bom ? EXCEL : FORMATS[name];
        const streams = await streamsAmong(paths, options.stdinFilename, output);
        const { files, skipped } = await inputOf(streams.others, output);
        const sink = await sinkOf(options.out);
        const destination = sink ?? output;
        try {
          await destination.write(format.start);
          let isFirst = true;
          for await (const file of readFiles([...streams.files, ...files], output)) {
            for (const report of output.attempt(file.path, () => readReports(file)) ?? []) {
              await destination.write(`${isFirst ? '' : format.separator}${format.report(report)}`);
              isFirst = false;
            }
          }
          await destination.write(format.end);
          await sink?.finish();
        } finally {
          await sink?.discard();
        }
        if (skipped.length > 0) output.note(skippedLine(skipped, 'zh-CN'));
      },
    );
}

const BYTE_ORDER_MARK = '\ufeff';

function readReports({ path, encoding, text }: SourceFile): readonly ReadReport[] {
  const { segments } = readDocument(text);
  return segments.map((segment): ReadReport => {
    const { report } = segment;
    const { year, body } = report;
    return {
      path,
      encoding,
      edition: report.recognised ? report.edition.id : null,
      year: year?.value ?? null,
      body: body?.text ?? null,
      layout: report.layout,
      confidence: confidenceOf(report),
      ...(segments.length > 1 ? { range: rangeOf(segment, { start: 0, end: report.text.length }) } : {}),
      ...contentOf(segment),
    };
  });
}

function confidenceOf({ text, edition, tables }: Report): ReadReport['confidence'] {
  return {
    rowsRead: tables.flatMap((table) => table.rows).filter((row) => row.cells.length > 0).length,
    rowsOfForm: Object.values(edition.tables).flatMap(rowsOf).length,
    evidence: Object.fromEntries(
      tables.flatMap(({ id, evidence: [first] }) =>
        first === undefined ? [] : [[id, text.slice(first.span.start, first.span.end)]],
      ),
    ),
  };
}

/** How reports are printed one after the other. */
interface ReadFormat {
  readonly start: string;
  readonly separator: string;
  readonly report: (report: ReadReport) => string;
  readonly end: string;
}

const FORMATS = {
  json: { start: '{"version":1,"files":[\n', separator: ',\n', report: jsonLine, end: '\n]}\n' },
  ndjson: { start: '', separator: '', report: (report) => `${jsonLine(report)}\n`, end: '' },
  csv: {
    start: csvLine([
      'path',
      'body',
      'year',
      'edition',
      'table',
      'row',
      'column',
      'value',
      'text',
      'table-name',
      'row-name',
      'column-name',
    ]),
    separator: '',
    report: (report) => csv(report, csvLine),
    end: '',
  },
} satisfies Record<string, ReadFormat>;

/** As programs read it a field is what it is; as Excel opens it none is a formula. */
const EXCEL: ReadFormat = {
  ...FORMATS.csv,
  start: BYTE_ORDER_MARK + FORMATS.csv.start,
  report: (report) => csv(report, spreadsheetLine),
};

/**
 * One line a cell, with the names that the form gives to what ids stand for; RFC 4180. No field goes over several
 * lines.
 */
function csv({ path, body, year, tables }: ReadReport, line: typeof csvLine): string {
  const lines: string[] = [];
  for (const { id, edition, rows } of tables) {
    const form = editionById(edition).tables[id];
    for (const { id: rowId, cells } of rows) {
      const row = rowsOf(form).find((one) => one.id === rowId);
      const columns = columnsOf(form, rowId);
      for (const { column, value, text } of cells) {
        const names = [form.name.zh, row?.label ?? '', columns.find((one) => one.id === column)?.label ?? ''];
        const values = [String(year ?? ''), edition, id, rowId, column, value === null ? '' : String(value), text];
        lines.push(line([path, body ?? '', ...values, ...names]));
      }
    }
  }
  return lines.join('');
}
