import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { LastYears, say, type Config, type Document, type Judged, type Locale, type Segment, type Severity } from '../core/index';
import type { Skipped } from '../files/find';
import { readText } from '../files/read';
import { Refusal } from '../files/refusal';
import { judge, readUnder } from '../folder/check-folder';
import { LARGEST_IN_FOLDER } from '../folder/report-files';
import { Configs } from './config';
import { besidesOf, inputOf, readFiles, type InputFile, type SourceFile } from './files';
import { github } from './format-github';
import { sarif } from './format-sarif';
import { text } from './format-text';
import type { Output } from './output';
import { rangeOf } from './range';
import type { CheckedFinding, CheckedReport, CheckResult, Summary } from './result';
import { shownJson } from './shown';
import { skippedLine } from '../files/skipped';
import { choice } from './usage';

const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
const LEVELS: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

export function checkCommand(output: Output): Command {
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
      const run: Run = { lastYears: new LastYears(), locale, output };
      const configs = new Configs(output);
      if (options.config !== undefined) await configs.use(options.config);
      const { files: found, skipped } = await inputOf(paths, output);
      const documents: ReadDocument[] = [];
      for await (const file of readFiles(found, output)) {
        const config = await configs.of(file);
        output.attempt(file.path, () => documents.push(readReports(file, config, run)));
      }
      await readBesides(await besidesOf(found), configs, run);
      // Reports are judged when all are read: last year's may come later.
      const files = documents.flatMap((one) => checkDocument(one, run));
      const sources = new Map(documents.map(({ path, document }) => [path, document.text]));
      const result: CheckResult = { version: 1, files, summary: sumUp(files, sources.size, output.failures, skipped) };
      output.print({ text, json: shownJson, sarif, github }[format](result, sources, locale));
      if ((format === 'sarif' || format === 'github') && skipped.length > 0) output.note(skippedLine(skipped, locale));
      if (failOn !== 'never' && files.some(({ findings }) => findings.some(({ severity }) => LEVELS.indexOf(severity) >= LEVELS.indexOf(failOn))))
        output.endWith(1);
    });
}

/** What one run of the command has in common. */
interface Run {
  readonly lastYears: LastYears;
  readonly locale: Locale;
  readonly output: Output;
}

interface ReadDocument {
  readonly path: string;
  readonly uri: string;
  readonly document: Document;
  readonly config: Config;
}

function readReports({ path: file, text: content }: SourceFile, config: Config, { lastYears }: Run): ReadDocument {
  const document = readUnder(content, config);
  const uri = pathToFileURL(path.resolve(file)).href;
  lastYears.index.set(uri, lastYears.summariesOf(document));
  return { path: file, uri, document, config };
}

/** Reads what lies beside named files only for what other reports need to know of it. */
async function readBesides(files: readonly InputFile[], configs: Configs, run: Run): Promise<void> {
  for (const file of files) {
    const read = await readText(file.path, LARGEST_IN_FOLDER);
    if (read instanceof Refusal) continue;
    const config = await configs.of(file);
    try {
      readReports({ ...file, ...read }, config, run);
    } catch {
      // Costs a comparison with last year at most, and is told where the file is checked itself.
    }
  }
}

/** The reports of a document; one that cannot be checked is told and is not among them, so that it does not look clean. */
function checkDocument(read: ReadDocument, run: Run): readonly CheckedReport[] {
  return read.document.segments.flatMap((_, i) => {
    const checked = run.output.attempt(read.path, () => checkReport(read, i, run));
    return checked === undefined ? [] : [checked];
  });
}

function checkReport({ path: file, uri, document, config }: ReadDocument, i: number, { lastYears, locale, output }: Run): CheckedReport {
  const segment = document.segments[i]!;
  const { recognised, edition, title, text: own } = segment.report;
  const { findings } = judge(uri, document, segment, {
    config,
    lastYears,
    onRuleFailure: ({ id }, error) => output.fail(`${file}: 规则 ${id} 出错，其余照常检查 (the rule failed, the others were checked): ${String(error)}`),
  });
  return {
    path: file,
    recognised,
    edition: recognised ? edition.id : null,
    year: title?.year?.value ?? null,
    body: title?.body?.text ?? null,
    ...(document.segments.length > 1 ? { range: rangeOf(segment, { start: 0, end: own.length }) } : {}),
    findings: findings.map((finding) => checkedFinding(segment, finding, locale)),
  };
}

/** A file by its path from here, as those that were named are. */
const shortPath = (uri: string): string => path.relative('.', fileURLToPath(uri));

function checkedFinding(segment: Segment, finding: Judged, locale: Locale): CheckedFinding {
  return {
    rule: finding.rule.id,
    severity: finding.severity,
    message: say(finding.message, locale),
    range: rangeOf(segment, finding.span),
    related: finding.related.map(({ span, message, elsewhere }) => ({
      message: say(message, locale),
      ...(elsewhere === undefined
        ? { range: rangeOf(segment, span) }
        : { path: shortPath(elsewhere.file), range: { start: elsewhere.start, end: elsewhere.end } }),
    })),
    fixes: finding.repairs().map(({ title, preferred, edits }) => ({
      title: say(title, locale),
      preferred,
      edits: edits.map(({ span, newText }) => ({ range: rangeOf(segment, span), newText })),
    })),
  };
}

function sumUp(files: readonly CheckedReport[], count: number, failures: number, skipped: readonly Skipped[]): Summary {
  const severities = files.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  const of = (wanted: Severity): number => severities.filter((severity) => severity === wanted).length;
  const unrecognised = files.filter(({ recognised }) => !recognised).length;
  return {
    files: count,
    errors: of('error'),
    warnings: of('warning'),
    information: of('information'),
    hints: of('hint'),
    unrecognised,
    failures,
    skipped,
  };
}
