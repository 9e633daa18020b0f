import { editionById, editionOfYear } from '../formats/editions';
import { message } from '../messages';
import type { Report } from '../model/report';
import { RULES } from '../rules/index';
import type { Context, Finding, Found, Repair, Rule, Severity } from '../rules/rule';
import { cellsOf } from '../rules/values';
import { sumsOf } from '../sums/sums';
import type { Settings } from '../settings';

/** A finding as users meet it: with the severity that their settings give it. */
export interface Judged extends Finding {
  readonly severity: Severity;
}

/** What is told about a rule that broke; the others go on. */
export type OnRuleFailure = (rule: Rule, error: unknown) => void;

/** All findings of a report, in the order of the text. A text in which no report is recognised has none. */
export function check(report: Report, settings: Settings, onFailure: OnRuleFailure = () => undefined): readonly Judged[] {
  if (!report.recognised) return [];
  const context = contextOf(report, settings);
  const findings: Judged[] = [];
  for (const rule of RULES) {
    const severity = settings.rules[rule.id] ?? rule.severity;
    if (severity === 'off') continue;
    try {
      for (const found of rule.check(context)) findings.push(judge(rule, severity, found, report));
    } catch (error) {
      onFailure(rule, error);
    }
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The ways to mend a finding of `check`, the likeliest first. */
export function repairsFor(report: Report, settings: Settings, finding: Finding): readonly Repair[] {
  return finding.rule.repairs?.(contextOf(report, settings), finding) ?? [];
}

export function contextOf(report: Report, settings: Settings): Context {
  const { year } = report.title ?? {};
  const expected = settings.edition !== 'auto' ? editionById(settings.edition) : year === undefined ? undefined : editionOfYear(year.value);
  const own = report.layout;
  return {
    report,
    expected,
    sums: sumsOf(report),
    cells: cellsOf(report),
    lineEnd: lineEndOf(report.text),
    layout: own === 'cells' || own === 'tsv' || own === 'markdown' ? own : settings.layout,
  };
}

/** The line end of a text's first line. */
export const lineEndOf = (text: string): string => /\r\n|\r|\n/.exec(text.slice(0, FIRST_LINES))?.[0] ?? '\n';
const FIRST_LINES = 10_000;

function judge(rule: Rule, severity: Severity, found: Found, { text }: Report): Judged {
  const words = rule.messages[found.message];
  const { start, end } = found.span;
  if (words === undefined || !(start >= 0 && start <= end && end <= text.length))
    throw new Error(`${rule.id}: '${found.message}' at ${start}–${end} of ${text.length}`);
  return { rule, severity, message: message(words, found.args), span: found.span, related: found.related ?? [], subject: found.subject };
}
