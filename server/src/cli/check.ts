import { basename } from 'node:path';
import { Command } from 'commander';
import {
  check,
  DEFAULT_SETTINGS,
  readDocument,
  ReportIndex,
  say,
  summarise,
  withConfig,
  type Config,
  type Document,
  type Judged,
  type Locale,
  type ReportSummary,
  type Segment,
  type Severity,
} from '../core/index';
import { Configs } from './config';
import { readFiles, Unreadable, type SourceFile } from './files';
import { github } from './format-github';
import { sarif } from './format-sarif';
import { text } from './format-text';
import { rangeOf } from './range';
import type { CheckedFinding, CheckedReport, CheckResult } from './result';
import { choice } from './usage';

const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
const LEVELS: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

export function checkCommand(report: (status: number) => void): Command {
  return new Command('check')
    .description('检查文件、文件夹或通配符 (checks files, folders or globs)')
    .argument('[path...]', '文件、文件夹或通配符；缺省为当前文件夹', ['.'])
    .option('--format <format>', `输出格式: ${FORMATS.join(', ')}`, 'text')
    .option('--fail-on <severity>', '达到该级别时以 1 退出: error, warning, information, hint, never', 'error')
    .option('--config <file>', '配置文件；缺省为文件所在文件夹或其上级的 nianbao.config.json')
    .option('--locale <locale>', '消息语言: zh-CN, en', 'zh-CN')
    .action(async (paths: string[], options: { format: string; failOn: string; locale: string; config?: string }) => {
      const format = choice('--format', FORMATS, options.format);
      const failOn = choice('--fail-on', [...LEVELS, 'never'] as const, options.failOn);
      const locale = choice('--locale', ['zh-CN', 'en'] as const, options.locale);
      const documents: ReadDocument[] = [];
      const index = new ReportIndex();
      const configs = new Configs(options.config);
      for await (const file of readFiles(paths)) {
        if (file instanceof Unreadable) {
          process.stderr.write(`nianbao: ${file.path}: ${file.reason}\n`);
          report(2);
          continue;
        }
        const config = await configs.of(file.path);
        const document = readDocument(file.text, { acceptedHeadings: config.acceptedHeadings });
        const summaries = document.segments.map(summarise);
        index.set(
          file.path,
          summaries.filter((summary) => summary !== undefined),
        );
        documents.push({ file, document, config, summaries });
      }
      // Reports are judged when all are read: last year's may come later.
      const files = documents.flatMap((one) => checkDocument(one, index, locale));
      const sources = new Map(documents.map(({ file }) => [file.path, file.text]));
      const result: CheckResult = { version: 1, files, summary: sumUp(files, sources.size) };
      process.stdout.write({ text, json, sarif, github }[format](result, sources, locale));
      if (failOn !== 'never' && files.some(({ findings }) => findings.some(({ severity }) => LEVELS.indexOf(severity) >= LEVELS.indexOf(failOn)))) report(1);
    });
}

const json = (result: CheckResult): string => `${JSON.stringify(result, null, 1)}\n`;

interface ReadDocument {
  readonly file: SourceFile;
  readonly document: Document;
  readonly config: Config;
  readonly summaries: readonly (ReportSummary | undefined)[];
}

function checkDocument(
  { file: { path }, document: { segments }, config, summaries }: ReadDocument,
  index: ReportIndex,
  locale: Locale,
): readonly CheckedReport[] {
  const settings = withConfig(DEFAULT_SETTINGS, config);
  return segments.map((segment, i): CheckedReport => {
    const { recognised, edition, title, text: own } = segment.report;
    const summary = summaries[i];
    const lastYear = summary === undefined ? undefined : index.lastYearOf(summary);
    const findings = check(segment.report, settings, { fileName: basename(path), lastYear, ignores: config.ignores });
    return {
      path,
      recognised,
      edition: recognised ? edition.id : null,
      year: title?.year?.value ?? null,
      body: title?.body?.text ?? null,
      ...(segments.length > 1 ? { range: rangeOf(segment, { start: 0, end: own.length }) } : {}),
      findings: findings.map((finding) => checkedFinding(segment, finding, locale)),
    };
  });
}

function checkedFinding(segment: Segment, finding: Judged, locale: Locale): CheckedFinding {
  return {
    rule: finding.rule.id,
    severity: finding.severity,
    message: say(finding.message, locale),
    range: rangeOf(segment, finding.span),
    related: finding.related.map(({ span, message, elsewhere }) => ({
      message: say(message, locale),
      ...(elsewhere === undefined ? { range: rangeOf(segment, span) } : { path: elsewhere.file, range: { start: elsewhere.start, end: elsewhere.end } }),
    })),
    fixes: finding.repairs().map(({ title, preferred, edits }) => ({
      title: say(title, locale),
      preferred,
      edits: edits.map(({ span, newText }) => ({ range: rangeOf(segment, span), newText })),
    })),
  };
}

function sumUp(files: readonly CheckedReport[], count: number): CheckResult['summary'] {
  const severities = files.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  const of = (wanted: Severity): number => severities.filter((severity) => severity === wanted).length;
  return { files: count, errors: of('error'), warnings: of('warning'), information: of('information'), hints: of('hint') };
}
