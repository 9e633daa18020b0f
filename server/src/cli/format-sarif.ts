import nodePath from 'node:path';
import { pathToFileURL } from 'node:url';
import { PAGES, RULES, type Locale, type Severity, type Words, type Range } from '../core/index';
import { fileUri, folderUri, WORKING_FOLDER } from './file-uri';
import type { Format } from './format';
import { jsonLine } from './format-json';
import type { CheckedFinding, Summary } from './result';
import { skippedLine } from '../files/skipped';
import { VERSION } from './version';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * SARIF 2.1.0: the rules that are there, the places of their findings relative to the working folder, at most as many
 * as code hosts take.
 */
export const sarif: Format = {
  printsFixes: false,
  printsFingerprints: true,
  saysAll: false,
  most: 25_000,
  separator: ',\n',
  start: (locale) => {
    const driver = jsonLine({
      name: 'nianbao',
      version: VERSION,
      language: locale,
      rules: RULES.map((rule) => toRule(rule, locale)),
    });
    const bases = jsonLine({ [WORKING_FOLDER]: { uri: folderUri(process.cwd()) } });
    return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":${driver}},\n"columnKind":"utf16CodeUnits","originalUriBaseIds":${bases},"results":[\n`;
  },
  parts: ({ path, reports }) =>
    reports.flatMap(({ findings }) => findings.map((finding) => jsonLine(toResult(path, finding)))),
  end: (summary, locale, leftOut) => {
    const invocation = {
      executionSuccessful: summary.failures === 0,
      toolExecutionNotifications: notifications(summary, locale, leftOut),
    };
    const properties = { omittedResults: leftOut + summary.omitted };
    return `\n],"invocations":[${jsonLine(invocation)}],"properties":${jsonLine(properties)}}]}\n`;
  },
};

function toRule({ id, name, severity }: (typeof RULES)[number], locale: Locale) {
  const language = locale === 'en' ? 'en' : 'zh';
  const { explanation, basis } = PAGES[id]!;
  const [says, from] = [explanation[language], `${BASIS[language]}${basis[language]}`];
  return {
    id,
    shortDescription: { text: name[language] },
    fullDescription: { text: says },
    // The page that the editor opens.
    helpUri: pathToFileURL(nodePath.join(__dirname, '../docs/rules', `${id}.md`)).href,
    help: { text: `${says}\n${from}`, markdown: `${says}\n\n${from}` },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

const BASIS: Words = { zh: '依据：', en: 'Basis: ' };

function toResult(path: string, { rule, severity, message, range, related, fingerprint }: CheckedFinding) {
  return {
    ruleId: rule,
    ruleIndex: RULES.findIndex(({ id }) => id === rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: place(path, range) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((one, id) => ({
            id,
            message: { text: one.message },
            physicalLocation: place(one.path ?? path, one.range),
          })),
        }),
    partialFingerprints: { 'nianbaoFinding/v2': fingerprint },
  };
}

const place = (path: string, { start, end }: Range) => ({
  artifactLocation: fileUri(path, process.cwd()),
  region: {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  },
});

function notifications({ failures, omitted, skipped }: Summary, locale: Locale, leftOut: number) {
  const told = (level: 'error' | 'warning' | 'note', { zh, en }: Words) => ({
    level,
    message: { text: locale === 'en' ? en : zh },
  });
  return [
    ...(failures > 0
      ? [told('error', { zh: `${failures} 处未能检查`, en: `${failures} failures: not all was checked` })]
      : []),
    ...(leftOut > 0
      ? [
          told('warning', {
            zh: `结果超过 25000 条，另有 ${leftOut} 条未列出`,
            en: `More than 25000 results: ${leftOut} more are not listed`,
          }),
        ]
      : []),
    ...(omitted > 0
      ? [
          told('note', {
            zh: `另有 ${omitted} 条按 --max-findings 未列出`,
            en: `${omitted} more not listed, as --max-findings asks`,
          }),
        ]
      : []),
    ...(skipped.length > 0 ? [{ level: 'note', message: { text: skippedLine(skipped, locale) } }] : []),
  ];
}
