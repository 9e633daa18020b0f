import { Command } from 'commander';
import {
  applyEdits,
  convertTables,
  lineEndOf,
  readDocument,
  shiftedBy,
  TABLE_LAYOUTS,
  type TableLayout,
  type TextEdit,
} from '../core/index';
import { inputOf, readFiles, type SourceFile } from './files';
import type { Output } from './output';
import { skippedLine } from '../files/skipped';
import { choice, UsageError } from './usage';
import { writeBack } from './write-back';

export function convertCommand(output: Output): Command {
  return new Command('convert')
    .description('转换表格版式，只改表格 (converts the layout of tables and touches nothing else)')
    .argument('<path...>', '文件、文件夹或通配符')
    .requiredOption('--to <layout>', `版式: ${TABLE_LAYOUTS.join(', ')}`)
    .option('--write', '写回原文件（保持原编码）；缺省输出到标准输出', false)
    .action(async (paths: string[], options: { to: string; write: boolean }) => {
      const layout = choice('--to', TABLE_LAYOUTS, options.to);
      const { files, skipped } = await inputOf(paths, output);
      let printed = 0;
      for await (const file of readFiles(files, output)) {
        if (!options.write && printed++ > 0)
          throw new UsageError('转换多个文件请加 --write (use --write to convert several files)');
        const converted = output.attempt(file.path, () => convertText(file, layout));
        if (converted === undefined) continue;
        for (const reason of converted.refused) output.note(`${file.path}: ${reason}`);
        if (options.write) await writeBack(file, converted.edits, output);
        else output.printReport(applyEdits(file.text, converted.edits));
      }
      if (skipped.length > 0) output.note(skippedLine(skipped, 'zh-CN'));
    });
}

interface Converted {
  readonly edits: readonly TextEdit[];
  readonly refused: readonly string[];
}

function convertText({ text }: SourceFile, layout: TableLayout): Converted {
  const converted = readDocument(text).segments.map(({ report, start }) => ({
    start,
    ...convertTables(report, layout, lineEndOf(text)),
  }));
  return {
    edits: converted.flatMap(({ start, edits }) => edits.map((edit) => shiftedBy(start, edit))),
    refused: converted.flatMap(({ refused }) =>
      refused.map(({ table, reason }) => `“${table.zh}”未转换：${reason.zh} (${reason.en})`),
    ),
  };
}
