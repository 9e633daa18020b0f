import path from 'node:path';
import { Command } from 'commander';
import { skippedLine } from '../files/skipped';
import { indexHeader } from '../folder/stored-index';
import { FolderRun } from './folder-run';
import { lineFor } from './index-file';
import type { Output } from './output';
import { sinkOf } from './sink';

interface IndexOptions {
  readonly out: string;
  readonly config?: string;
  readonly jobs?: string;
}

export function indexCommand(output: Output): Command {
  return new Command('index')
    .description('写上年年报索引，供分批检查使用 (writes what checks of parts of a folder need of last year)')
    .argument('<path...>', '文件、文件夹或通配符')
    .requiredOption('--out <file>', '写到哪个文件，每份年报一行')
    .option('--config <file>', '配置文件；缺省为文件所在文件夹或其上级的 nianbao.config.json')
    .option('--jobs <n>', '同时读取的线程数；缺省为处理器核数')
    .action((paths: string[], options: IndexOptions) => writeIndex(paths, options, output));
}

async function writeIndex(paths: readonly string[], options: IndexOptions, output: Output): Promise<void> {
  const sink = (await sinkOf(options.out))!;
  const folder = path.dirname(path.resolve(options.out));
  let run: FolderRun | undefined;
  try {
    run = await FolderRun.begin({ ...options, paths }, { format: 'text', locale: 'zh-CN', maxFindings: 0 }, output);
    await sink.write(`${indexHeader()}\n`);
    let reports = 0;
    let without = 0;
    for await (const [file, summaries = []] of run.each('summaries')) {
      reports += summaries.length;
      if (summaries.length === 0) without++;
      if (summaries.length > 0) await sink.write(summaries.map((one) => lineFor(file.path, one, folder)).join(''));
    }
    await sink.finish();
    output.note(`写入 ${reports} 份年报 (reports written)`);
    // Others cannot be anybody's last year, and whoever expects them should know.
    if (without > 0)
      output.note(
        `${without} 个文件没有标题写明机关和年度的年报，未写入 (files without a report whose title names body and year)`,
      );
    if (run.skipped.length > 0) output.note(skippedLine(run.skipped, 'zh-CN'));
  } finally {
    await run?.end();
    await sink.discard();
  }
}
