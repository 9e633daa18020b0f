import { Command } from 'commander';
import {
  applyEdits,
  ruleById,
  safeEdits,
  shiftedBy,
  TakenSpans,
  type Config,
  type Judged,
  type TextEdit,
} from '../core/index';
import { judging, readUnder } from '../folder/judge';
import { skippedLine } from '../files/skipped';
import { Configs } from './config';
import { lineDifference } from './difference';
import { inputOf, readFiles, type SourceFile } from './files';
import { aboutFile } from './judge';
import type { Output } from './output';
import { choice, UsageError } from './usage';
import { writeBack } from './write-back';

interface FixOptions {
  readonly dryRun: boolean;
  readonly rule?: string;
  readonly choose?: string;
  readonly config?: string;
}

export function fixCommand(output: Output): Command {
  return new Command('fix')
    .description('改正不会改变含义的问题 (mends what cannot change a meaning)')
    .argument('<path...>', '文件、文件夹或通配符')
    .option('--dry-run', '只输出改动，不写文件', false)
    .option('--rule <id>', '改正这条规则的问题；须与 --choose first 同用')
    .option('--choose <which>', '有几种修正时用哪一种: first')
    .option('--config <file>', '配置文件；缺省为文件所在文件夹或其上级的 nianbao.config.json')
    .action((paths: string[], options: FixOptions) => fixPaths(paths, options, output));
}

async function fixPaths(paths: readonly string[], options: FixOptions, output: Output): Promise<void> {
  const rule = ruleOf(options);
  const configs = await Configs.given(options.config, output);
  const { files, skipped } = await inputOf(paths, output);
  for await (const file of readFiles(files, output)) {
    const config = await configs.of(file);
    const edits = output.attempt(file.path, () => editsFor(file, config, rule, output));
    if (edits === undefined || edits.length === 0) continue;
    if (options.dryRun) output.printReport(lineDifference(file.path, file.text, applyEdits(file.text, edits)));
    else await writeBack(file, edits, output);
  }
  if (skipped.length > 0) output.note(skippedLine(skipped, 'zh-CN'));
}

/** The rule whose repairs were chosen; none where only what is safe is mended. */
function ruleOf({ rule, choose }: FixOptions): string | undefined {
  if (choose !== undefined) choice('--choose', ['first'] as const, choose);
  if ((rule === undefined) !== (choose === undefined))
    throw new UsageError('--rule 和 --choose first 须同用 (--rule and --choose first go together)');
  if (rule !== undefined && ruleById(rule) === undefined)
    throw new UsageError(`--rule: 没有规则 ${rule} (there is no such rule)`);
  return rule;
}

/** The edits of a file's reports, none of which meet, counted from its start. */
function editsFor(
  { text, ...file }: SourceFile,
  config: Config,
  rule: string | undefined,
  output: Output,
): readonly TextEdit[] {
  const document = readUnder(text, config);
  // What may be mended unseen hangs on no other year.
  const lastYears = document.segments.map(() => undefined);
  const findingsOn = judging(document, { ...aboutFile({ file, config }, (line) => output.fail(line)), lastYears });
  return document.segments.flatMap((segment) => {
    const { findings } = findingsOn(segment);
    const edits = rule === undefined ? safeEdits(segment.report, findings) : firstRepairs(findings, rule);
    return edits.map((edit) => shiftedBy(segment.start, edit));
  });
}

/** The first repair of each finding of a rule, as far as they do not meet. */
function firstRepairs(findings: readonly Judged[], rule: string): readonly TextEdit[] {
  const taken = new TakenSpans();
  return findings.flatMap((finding) => {
    const edits = finding.rule.id === rule ? (finding.repairs()[0]?.edits ?? []) : [];
    if (edits.some(({ span }) => taken.touch(span))) return [];
    for (const { span } of edits) taken.take(span);
    return edits;
  });
}
