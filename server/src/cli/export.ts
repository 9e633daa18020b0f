import path from 'node:path';
import { Command } from 'commander';
import { say, show } from '../core/index';
import { writeWhole } from '../files/new-file';
import { bothOf } from '../files/refusal';
import { EXPORT_FORMATS } from '../exchange/formats';
import { loadExchange } from './exchange';
import { judgedReports } from './judged-reports';
import type { Output } from './output';
import { ReportFileNames } from './report-names';
import { choice } from './usage';

interface ExportOptions {
  readonly to: string;
  readonly out: string;
  readonly marks: boolean;
  readonly locale: string;
  readonly config?: string;
  readonly force: boolean;
}

export function exportCommand(output: Output): Command {
  return new Command('export')
    .description('把年报导出为 Word、网页或 Excel 文件 (exports reports as Word, web page or Excel files)')
    .argument('<path...>', '文件、文件夹或通配符')
    .requiredOption('--to <format>', `格式: ${EXPORT_FORMATS.join(', ')}`)
    .requiredOption('--out <dir>', '写到哪个文件夹')
    .option('--marks', '在网页和 Excel 中标出检查出的问题', false)
    .option('--locale <locale>', '标注的语言: zh-CN, en', 'zh-CN')
    .option('--config <file>', '配置文件；缺省为文件所在文件夹或其上级的 nianbao.config.json')
    .option('--force', '覆盖已有的文件', false)
    .action((paths: string[], options: ExportOptions) => exportPaths(paths, options, output));
}

async function exportPaths(paths: readonly string[], options: ExportOptions, output: Output): Promise<void> {
  const format = choice('--to', EXPORT_FORMATS, options.to);
  const locale = choice('--locale', ['zh-CN', 'en'] as const, options.locale);
  const { exportAs } = await loadExchange();
  const names = new ReportFileNames();
  // Only what is marked needs to be judged, and last year's reports with it.
  for await (const { file, segment, findings, lastYear } of judgedReports(
    paths,
    { ...options, judged: options.marks },
    output,
  )) {
    const { report } = segment;
    const showing = output.attempt(file.path, () => show(report, findings, lastYear));
    if (showing === undefined) continue;
    const target = path.join(options.out, `${names.for(report, file)}.${format}`);
    const content = await exportAs(format, showing, {
      marks: options.marks,
      say: (message) => say(message, locale),
    });
    const refusal = await writeWhole(target, content, { overwrites: options.force });
    if (refusal !== undefined) output.fail(`${target}: ${bothOf(refusal.reason)}`);
  }
}
