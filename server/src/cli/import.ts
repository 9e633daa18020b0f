import path from 'node:path';
import { Command } from 'commander';
import { aboutImported, TABLE_LAYOUTS, textOfBlocks, type TableLayout } from '../core/index';
import { writeWhole } from '../files/new-file';
import { readBytes } from '../files/read';
import { bothOf, MB, Refusal } from '../files/refusal';
import { loadExchange } from './exchange';
import type { Output } from './output';
import { choice } from './usage';

/** A report takes some hundred kilobytes; pictures may add to them. */
const LARGEST = 50 * MB;

interface ImportOptions {
  readonly layout: string;
  readonly out: string;
  readonly force: boolean;
}

export function importCommand(output: Output): Command {
  return new Command('import')
    .description('把 Word、Excel、网页和 GBK 文本导入为文本年报 (imports Word, Excel, web pages and text)')
    .argument('<file...>', '.docx、.xlsx、.html、.htm、.mht、.txt 文件')
    .option('--layout <layout>', `表格版式: ${TABLE_LAYOUTS.join(', ')}`, 'tsv')
    .requiredOption('--out <dir>', '写到哪个文件夹')
    .option('--force', '覆盖已有的文件', false)
    .action(async (files: string[], options: ImportOptions) => {
      const layout = choice('--layout', TABLE_LAYOUTS, options.layout);
      for (const file of files) await importFile(file, layout, options, output);
    });
}

async function importFile(file: string, layout: TableLayout, options: ImportOptions, output: Output): Promise<void> {
  const read = await readBytes(file, LARGEST);
  if (read instanceof Refusal) {
    output.fail(`${file}: ${bothOf(read.reason)}`);
    return;
  }
  const imported = await (await loadExchange()).importFile(read.bytes);
  if ('refused' in imported) {
    output.fail(`${file}: ${bothOf(imported.refused)}`);
    return;
  }
  const written = output.attempt(file, () => textOfBlocks(imported.blocks, layout));
  if (written === undefined) return;
  const target = path.join(options.out, `${path.parse(file).name}.txt`);
  const refusal = await writeWhole(target, written.text, { overwrites: options.force });
  if (refusal !== undefined) {
    output.fail(`${target}: ${bothOf(refusal.reason)}`);
    return;
  }
  for (const note of [...imported.notes, ...aboutImported(written)]) output.note(`${file}: ${bothOf(note)}`);
}
