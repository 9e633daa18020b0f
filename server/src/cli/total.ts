import path from 'node:path';
import { Command } from 'commander';
import {
  editionOfYear,
  readDocument,
  say,
  show,
  TABLE_LAYOUTS,
  totalReport,
  Totals,
  totalSheet,
  whatIsLost,
  wordsIn,
  type Chosen,
  type Locale,
  type Message,
} from '../core/index';
import { writeWhole } from '../files/new-file';
import { bothOf } from '../files/refusal';
import { EXPORT_FORMATS, type ExportFormat } from '../exchange/formats';
import { loadExchange } from './exchange';
import { chosenParts, localeOf } from './chosen-parts';
import type { Output } from './output';
import type { CountedReport } from './parts';
import { checkSummary } from './total-check';
import { choice, UsageError } from './usage';

export interface TotalOptions {
  readonly body?: string;
  readonly year?: string;
  readonly layout: string;
  readonly out?: string;
  readonly check?: string;
  readonly locale: string;
  readonly format: string;
  readonly config?: string;
  readonly jobs?: string;
  readonly force: boolean;
}

export function totalCommand(output: Output): Command {
  return new Command('total')
    .description('把多个机关的年报汇总为一份，或核对汇总 (adds reports up into one, or checks a summary)')
    .argument('<path...>', '各机关的年报：文件、文件夹或通配符')
    .option('--body <name>', '汇总机关全称；它自己的报告不计入')
    .option('--year <year>', '汇总哪一年；缺省为多数报告的年度')
    .option('--layout <layout>', `表格版式: ${TABLE_LAYOUTS.join(', ')}`, 'cells')
    .option('--out <file>', '写到哪个文件；.xlsx 另有一张各机关的表，也可为 .docx、.html')
    .option('--check <summary>', '逐格核对这份汇总，不一致时以 1 退出')
    .option('--format <format>', '核对结果的格式: text, json', 'text')
    .option('--locale <locale>', '消息语言: zh-CN, en', 'zh-CN')
    .option('--config <file>', '配置文件；缺省为文件所在文件夹或其上级的 nianbao.config.json')
    .option('--jobs <n>', '同时读取的线程数；缺省为处理器核数')
    .option('--force', '覆盖已有的文件', false)
    .action((paths: string[], options: TotalOptions) =>
      options.check === undefined
        ? writeTotal(paths, options, output)
        : checkSummary(options.check, paths, options, output),
    );
}

async function writeTotal(paths: readonly string[], options: TotalOptions, output: Output): Promise<void> {
  const { body, out } = options;
  if (out === undefined) throw new UsageError('请写 --out 或 --check (--out or --check is needed)');
  const layout = choice('--layout', TABLE_LAYOUTS, options.layout);
  const locale = localeOf(options);
  const chosen = await chosenParts(paths, { ...options, except: out }, output);
  if (chosen.year === undefined || chosen.counted.length === 0) {
    output.fail('没有可以汇总的年报 (there is no report to add up)');
    return;
  }
  const totals = new Totals(editionOfYear(chosen.year));
  const lost = chosen.counted.flatMap(({ part }) => totals.add(part));
  for (const one of whatIsLost(totals, chosen.counted, lost)) output.note(say(one, locale));
  const text = totalReport(totals, { ...(body === undefined ? {} : { body }), year: chosen.year }, layout);
  const content = await contentFor(out, text, { totals, chosen, locale });
  const refusal = await writeWhole(out, content, { overwrites: options.force });
  if (refusal !== undefined) output.fail(`${out}: ${bothOf(refusal.reason)}`);
}

interface Written {
  readonly totals: Totals;
  readonly chosen: Chosen<CountedReport>;
  readonly locale: Locale;
}

/** The report as text or, by the name of the file, as a file of another program. */
async function contentFor(
  out: string,
  text: string,
  { totals, chosen, locale }: Written,
): Promise<string | Uint8Array> {
  const extension = path.extname(out).slice(1).toLowerCase();
  if (!(EXPORT_FORMATS as readonly string[]).includes(extension)) return text;
  const { exportAs } = await loadExchange();
  const besides = totalSheet(totals, chosen.counted).map((row) =>
    row.map((cell) => (typeof cell === 'string' ? cell : wordsIn(cell, locale))),
  );
  return exportAs(extension as ExportFormat, show(readDocument(text).segments[0]!.report, []), {
    marks: false,
    say: (message: Message) => say(message, locale),
    besides,
  });
}
