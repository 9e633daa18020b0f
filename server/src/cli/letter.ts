import path from 'node:path';
import { Command } from 'commander';
import {
  letterAsMarkdown,
  letterAsText,
  letterLines,
  letterOn,
  say,
  show,
  type LetterLine,
  type Locale,
  type Segment,
  type Showing,
  type TextBlock,
} from '../core/index';
import { writeWhole } from '../files/new-file';
import { bothOf } from '../files/refusal';
import { loadExchange } from './exchange';
import { judgedReports } from './judged-reports';
import type { Output } from './output';
import { ReportFileNames } from './report-names';
import { choice, UsageError } from './usage';

const FORMATS = { text: 'txt', markdown: 'md', docx: 'docx' } as const;
type LetterFormat = keyof typeof FORMATS;

interface LetterOptions {
  readonly format: string;
  readonly out?: string;
  readonly hints: boolean;
  readonly locale: string;
  readonly config?: string;
  readonly force: boolean;
}

export function letterCommand(output: Output): Command {
  return new Command('letter')
    .description('写退回意见：要改什么、在哪里、依据什么 (writes review letters: what to correct, where and why)')
    .argument('<path...>', '文件、文件夹或通配符')
    .option('--format <format>', `格式: ${Object.keys(FORMATS).join(', ')}`, 'text')
    .option('--out <dir>', '每份年报一个文件，写到哪个文件夹；缺省为标准输出')
    .option('--hints', '也写只是建议的问题', false)
    .option('--locale <locale>', '语言: zh-CN, en', 'zh-CN')
    .option('--config <file>', '配置文件；缺省为文件所在文件夹或其上级的 nianbao.config.json')
    .option('--force', '覆盖已有的文件', false)
    .action((paths: string[], options: LetterOptions) => writeLetters(paths, options, output));
}

async function writeLetters(paths: readonly string[], options: LetterOptions, output: Output): Promise<void> {
  const format = choice('--format', Object.keys(FORMATS) as LetterFormat[], options.format);
  const locale = choice('--locale', ['zh-CN', 'en'] as const, options.locale);
  if (format === 'docx' && options.out === undefined)
    throw new UsageError('--format docx 须同时写 --out (docx needs --out)');
  const names = new ReportFileNames();
  let clean = 0;
  let printed = 0;
  for await (const { file, segment, findings } of judgedReports(paths, { ...options, judged: true }, output)) {
    const letter = output.attempt(file.path, () => letterOn(segment, findings, options) ?? 'clean');
    if (letter === undefined) continue;
    if (letter === 'clean') {
      clean++;
      continue;
    }
    const lines = letterLines(letter, locale);
    if (options.out === undefined) {
      output.printReport(`${printed++ > 0 ? '\n\n' : ''}${textOf(lines, format)}`);
      continue;
    }
    const target = path.join(options.out, `${names.for(segment.report, file, '年报退回意见')}.${FORMATS[format]}`);
    const content = format === 'docx' ? await asWord(lines, segment, locale) : textOf(lines, format);
    const refusal = await writeWhole(target, content, { overwrites: options.force });
    if (refusal !== undefined) output.fail(`${target}: ${bothOf(refusal.reason)}`);
  }
  if (clean > 0) output.note(`${clean} 份没有要退回更正的 (reports with nothing to correct)`);
}

const textOf = (lines: readonly LetterLine[], format: LetterFormat): string =>
  format === 'markdown' ? letterAsMarkdown(lines) : letterAsText(lines);

/** The letter as a document like those that reports are handed in as. */
async function asWord(lines: readonly LetterLine[], { report }: Segment, locale: Locale): Promise<Uint8Array> {
  const { exportAs } = await loadExchange();
  const blocks = lines.map(({ kind, text }): TextBlock => ({
    kind: kind === 'title' || kind === 'heading' ? kind : 'paragraph',
    text,
    span: { start: 0, end: 0 },
    marks: [],
  }));
  const showing: Showing = { ...show(report), title: lines[0]!.text, body: undefined, blocks };
  return exportAs('docx', showing, { marks: false, say: (message) => say(message, locale) });
}
