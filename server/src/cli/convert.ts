import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { applyEdits, convertTable, isRefusal, lineEndOf, readDocument, TABLE_LAYOUTS, type TableLayout, type TextEdit } from '../core/index';
import { encode } from '../files/decode';
import { readFiles, Unreadable, type SourceFile } from './files';
import { choice, UsageError } from './usage';

export function convertCommand(report: (status: number) => void): Command {
  return new Command('convert')
    .description('转换表格版式，只改表格 (converts the layout of tables and touches nothing else)')
    .argument('<path...>', '文件、文件夹或通配符')
    .requiredOption('--to <layout>', `版式: ${TABLE_LAYOUTS.join(', ')}`)
    .option('--write', '写回原文件（保持原编码）；缺省输出到标准输出', false)
    .action(async (paths: string[], options: { to: string; write: boolean }) => {
      const layout = choice('--to', TABLE_LAYOUTS, options.to);
      let printed = 0;
      for await (const file of readFiles(paths)) {
        if (file instanceof Unreadable) {
          process.stderr.write(`nianbao: ${file.path}: ${file.reason}\n`);
          report(2);
          continue;
        }
        if (!options.write && printed++ > 0) throw new UsageError('转换多个文件请加 --write (use --write to convert several files)');
        const { text, refused } = convertText(file, layout);
        for (const reason of refused) process.stderr.write(`nianbao: ${file.path}: ${reason}\n`);
        if (!options.write) process.stdout.write(text);
        else if (text !== file.text) await writeFile(file.path, await encode(text, file.encoding));
      }
    });
}

function convertText({ text }: SourceFile, layout: TableLayout): { readonly text: string; readonly refused: readonly string[] } {
  const edits: TextEdit[] = [];
  const refused: string[] = [];
  for (const { report, start } of readDocument(text).segments) {
    for (const table of report.tables) {
      const result = convertTable(report, table, layout, lineEndOf(text));
      if (isRefusal(result)) refused.push(`“${table.form.name.zh}”未转换：${result.reason.zh} (${result.reason.en})`);
      else edits.push({ span: { start: start + result.span.start, end: start + result.span.end }, newText: result.newText });
    }
  }
  return { text: applyEdits(text, edits), refused };
}
