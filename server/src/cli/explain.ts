import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { RULES, ruleById } from '../core/index';
import type { Output } from './output';
import { UsageError } from './usage';

export function explainCommand(output: Output): Command {
  return new Command('explain')
    .description('解释一条规则 (explains a rule)')
    .argument('[rule]', '规则 id；缺省列出全部规则')
    .action(async (id: string | undefined) => {
      if (id === undefined) {
        const width = Math.max(...RULES.map((rule) => rule.id.length));
        output.print(
          RULES.map(
            (rule) => `${rule.id.padEnd(width)}  ${rule.severity.padEnd(11)}  ${rule.name.zh} (${rule.name.en})\n`,
          ).join(''),
        );
        return;
      }
      if (ruleById(id) === undefined)
        throw new UsageError(`没有规则“${id}”，运行 nianbao explain 查看全部 (no such rule)`);
      // The same page that the editor opens.
      output.print(await readFile(path.join(__dirname, '../docs/rules', `${id}.md`), 'utf8'));
    });
}
