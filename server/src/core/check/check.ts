import { contextOf, type Context, type Surroundings } from '../context/context';
import { entriesMet, ignoreOf, type EntriesMet, type Ignore } from '../context/ignores';
import type { Report } from '../model/report';
import { RULES } from '../rules/index';
import type { Defect, Finding, Repair, Rule } from '../rules/rule';
import type { Severity } from '../settings';
import type { Settings } from '../settings';

/** A finding as users meet it: with the severity that their settings give it. */
export interface Judged extends Finding {
  readonly severity: Severity;
  /** The ways to mend it, the likeliest first; worked out when asked for. */
  readonly repairs: () => readonly Repair[];
}

/** What is told of a rule that threw: it costs its own findings, or one of them its repairs, and the others go on. */
export type OnRuleFailure = (rule: Rule, error: unknown) => void;

/** What is known of a report besides its text, and who is told of failures. */
export interface CheckSurroundings extends Surroundings {
  /**
   * Who says so where a rule threw; without it the error is thrown on, so that a failure never looks like a clean
   * report.
   */
  readonly onRuleFailure?: OnRuleFailure | undefined;
}

/** A finding that is not shown, and why. */
export interface SetAside {
  readonly finding: Judged;
  readonly ignore: Ignore;
}

/** What was found in a report, in the order of the text. */
export interface Checked {
  readonly findings: readonly Judged[];
  readonly setAside: readonly SetAside[];
  /** What the report says of what is written of findings. */
  readonly entries: EntriesMet;
}

/** Of a report of which nothing is known. */
export const NOTHING_CHECKED: Checked = { findings: [], setAside: [], entries: { standing: [], changed: [] } };

/** All findings of a report that are shown. A text in which no report is recognised has none. */
export const check = (report: Report, settings: Settings, surroundings: CheckSurroundings = {}): readonly Judged[] =>
  checkAll(report, settings, surroundings).findings;

/** The same with those that are not shown. */
export const checkAll = (report: Report, settings: Settings, surroundings: CheckSurroundings = {}): Checked =>
  checkIn(contextOf(report, settings, surroundings), settings, surroundings);

/** The same for a context that is kept, as editors do who ask more than findings. */
export function checkIn(
  context: Context,
  settings: Settings,
  { ignores = [], onRuleFailure = throwOn }: CheckSurroundings,
): Checked {
  const { report } = context;
  if (!report.recognised) return NOTHING_CHECKED;
  // What most rules need is worked out first, so that its failure ends the whole check and is told once, not rule by
  // rule.
  void context.sums;
  const findings: Judged[] = [];
  for (const rule of RULES) {
    const severity = settings.rules[rule.id] ?? rule.severity;
    if (severity === 'off') continue;
    const before = findings.length;
    try {
      for (const defect of rule.check(context)) findings.push(judge(rule, severity, defect, context, onRuleFailure));
    } catch (error) {
      findings.length = before;
      onRuleFailure(rule, error);
    }
  }
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  if (ignores.length === 0) return { ...NOTHING_CHECKED, findings };
  const setAside = findings.flatMap((finding): readonly SetAside[] => {
    const ignore = ignoreOf(report, finding, ignores);
    return ignore === undefined ? [] : [{ finding, ignore }];
  });
  const hidden = new Set(setAside.map(({ finding }) => finding));
  const entries = entriesIn(context, settings, findings, ignores);
  return { findings: findings.filter((finding) => !hidden.has(finding)), setAside, entries };
}

/** Of a rule that is off, and of a report that is not finished, nobody knows what it would find. */
function entriesIn(
  { report, filling }: Context,
  settings: Settings,
  findings: readonly Judged[],
  ignores: readonly Ignore[],
): EntriesMet {
  if (filling.tables.size > 0) return { standing: ignores, changed: [] };
  const { standing, changed } = entriesMet(report, findings, ignores);
  return { standing: [...standing, ...ignores.filter(({ rule }) => settings.rules[rule] === 'off')], changed };
}

function throwOn(_: Rule, error: unknown): never {
  throw error;
}

function judge(rule: Rule, severity: Severity, defect: Defect, context: Context, onRuleFailure: OnRuleFailure): Judged {
  const { text } = context.report;
  const { start, end } = defect.span;
  if (!(start >= 0 && start <= end && end <= text.length))
    throw new Error(`${rule.id}: a finding at ${start}–${end} of ${text.length}`);
  const repairs = (): readonly Repair[] => {
    try {
      return rule.repairs?.(context, defect) ?? [];
    } catch (error) {
      onRuleFailure(rule, error);
      return [];
    }
  };
  return { ...defect, rule, severity, repairs };
}
