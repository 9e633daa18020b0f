import { PAGES, RULES, type Locale, type Severity } from '../core/index';
import type { CheckedFinding, CheckResult, Sources } from './result';
import type { Range } from './range';
import { shownJson } from './shown';
import { VERSION } from './version';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/** SARIF 2.1.0: the rules that are there, the places of their findings relative to the working folder. */
export function sarif({ files }: CheckResult, _: Sources, locale: Locale): string {
  const language = locale === 'en' ? 'en' : 'zh';
  const rules = RULES.map(({ id, name, severity }) => ({
    id,
    shortDescription: { text: name[language] },
    fullDescription: { text: PAGES[id]!.explanation[language] },
    defaultConfiguration: { level: LEVELS[severity] },
  }));
  const results = files.flatMap(({ path, findings }) => findings.map((finding) => toResult(path, finding)));
  const run = { tool: { driver: { name: 'nianbao', version: VERSION, rules } }, columnKind: 'utf16CodeUnits', results };
  return shownJson({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] });
}

function toResult(path: string, { rule, severity, message, range, related }: CheckedFinding) {
  return {
    ruleId: rule,
    ruleIndex: RULES.findIndex(({ id }) => id === rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: place(path, range) }],
    relatedLocations: related.map((one, id) => ({ id, message: { text: one.message }, physicalLocation: place(one.path ?? path, one.range) })),
  };
}

const place = (path: string, { start, end }: Range) => ({
  artifactLocation: { uri: encodeURI(path.replaceAll('\\', '/')) },
  region: { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 },
});
