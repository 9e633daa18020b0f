import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import {
  EDITIONS,
  editionOfYear,
  fileNameOf,
  latestReport,
  nextYearsReport,
  PROSE_CHOICES,
  readDocument,
  reportTemplate,
  TEMPLATE_LAYOUTS,
  type ProseChoice,
  type TemplateLayout,
} from '../core/index';
import { writeWhole } from '../files/new-file';
import { LARGEST_NAMED, readText } from '../files/read';
import { bothOf, Refusal } from '../files/refusal';
import type { Output } from './output';
import { choice, UsageError } from './usage';

interface NewOptions {
  readonly body?: string;
  readonly year?: string;
  readonly from?: string;
  readonly layout?: string;
  readonly prose: string;
  readonly out: string;
  readonly force: boolean;
}

export function newCommand(output: Output): Command {
  return new Command('new')
    .description('新建年报，可接着上年年报 (writes a new report, from last year’s if wished)')
    .option('--body <name>', '机关全称')
    .option('--year <year>', '年度')
    .option('--from <file>', '上年年报：机关、年度、版式、标题、上年结转、现行有效件数和引言由它而来')
    .option('--prose <choice>', `上年各部分的文字: ${PROSE_CHOICES.join(', ')}（留空待填，或保留待改写）`, 'empty')
    .option('--layout <layout>', `表格版式: ${TEMPLATE_LAYOUTS.join(', ')}`)
    .requiredOption('--out <file>', '写到哪个文件；是文件夹的，在其中按机关和年度命名')
    .option('--force', '覆盖已有的文件', false)
    .action(async (options: NewOptions) => {
      const text = options.from === undefined ? fresh(options) : await continued(options.from, options, output);
      if (text === undefined) return;
      const file = await fileFor(options.out, text);
      const refusal = await writeWhole(file, text, { overwrites: options.force });
      if (refusal !== undefined) output.fail(`${file}: ${bothOf(refusal.reason)}`);
    });
}

/** In a folder a report has the name that such a report has. */
async function fileFor(out: string, text: string): Promise<string> {
  const isFolder = await stat(out).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const report = latestReport(readDocument(text).segments)?.report;
  const name = report && fileNameOf({ body: report.body?.text, year: report.year?.value });
  return isFolder && name !== undefined ? path.join(out, `${name}.txt`) : out;
}

const USUAL: TemplateLayout = 'cells';

const layoutOf = ({ layout }: NewOptions): TemplateLayout | undefined =>
  layout === undefined ? undefined : choice('--layout', TEMPLATE_LAYOUTS, layout);

function fresh(options: NewOptions): string {
  const { body, year: given } = options;
  if (body === undefined || given === undefined)
    throw new UsageError('请写 --body 和 --year，或 --from (--body and --year are needed, or --from)');
  const year = Number(given);
  if (!/^\d{4}$/.test(given) || year < FIRST_YEAR)
    throw new UsageError(`--year: 须为 ${FIRST_YEAR} 年及以后的四位年度 (a year from ${FIRST_YEAR} on)`);
  return reportTemplate(editionOfYear(year), layoutOf(options) ?? USUAL, { body, year });
}

const FIRST_YEAR = EDITIONS[0]!.firstYear;

/** A report that goes on from last year's, as it stands; of several in the file from the latest. */
async function continued(from: string, options: NewOptions, output: Output): Promise<string | undefined> {
  if (options.body !== undefined || options.year !== undefined)
    throw new UsageError('--from 已含机关和年度 (--from has body and year)');
  const read = await readText(from, LARGEST_NAMED);
  if (read instanceof Refusal) {
    output.fail(`${from}: ${bothOf(read.reason)}`);
    return undefined;
  }
  const last = latestReport(readDocument(read.text).segments);
  const next = last && nextYearsReport(last, { layout: layoutOf(options), prose: proseOf(options), usual: USUAL });
  if (next === undefined) {
    output.fail(`${from}: 没有读到写明机关和年度的年报 (no report that names body and year was read)`);
    return undefined;
  }
  for (const words of next.left) output.note(`${from}: ${bothOf(words)}`);
  return next.text;
}

const proseOf = ({ prose }: NewOptions): ProseChoice => choice('--prose', PROSE_CHOICES, prose);
