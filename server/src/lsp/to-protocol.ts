import {
  DiagnosticSeverity,
  type CodeDescription,
  type Diagnostic,
  type Range,
  type TextEdit as LspTextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  message,
  rangeOf,
  say,
  type Judged,
  type Locale,
  type Rule,
  type Segment,
  type Severity,
  type Span,
  type TextEdit,
} from '../core/index';

export const toRange: (segment: Segment, span: Span) => Range = rangeOf;

/** The place of what concerns a whole file. */
export const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export const toTextEdit = (segment: Segment, { span, newText }: TextEdit): LspTextEdit => ({
  range: toRange(segment, span),
  newText,
});

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export const SOURCE = 'nianbao';

export function toDiagnostic(
  uri: string,
  segment: Segment,
  finding: Judged,
  locale: Locale,
  ruleDocs: string,
): Diagnostic {
  return {
    range: toRange(segment, finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule.id,
    codeDescription: ruleLink(ruleDocs, finding.rule.id),
    source: SOURCE,
    message: say(finding.message, locale),
    relatedInformation: finding.related.map(({ span, message, elsewhere }) => ({
      location:
        elsewhere === undefined
          ? { uri, range: toRange(segment, span) }
          : { uri: elsewhere.file, range: { start: elsewhere.start, end: elsewhere.end } },
      message: say(message, locale),
    })),
  };
}

/**
 * Says that a check failed, wholly or for one rule: no finding, so that it has no code. It stands where the report or
 * its text begins.
 */
export function toFailureDiagnostic(range: Range, rule: Rule | undefined, locale: Locale): Diagnostic {
  const words = rule === undefined ? message(CHECK_FAILED) : message(RULE_FAILED, { id: rule.id });
  return { range, severity: DiagnosticSeverity.Error, source: SOURCE, message: say(words, locale) };
}

const CHECK_FAILED = { zh: '检查未能完成，见日志。', en: 'The check could not be completed; see the log.' };
const RULE_FAILED = {
  zh: '规则 {id} 的检查未能完成，见日志；其他规则不受影响。',
  en: 'The check of rule {id} could not be completed; see the log. The other rules are not affected.',
};

const ruleLink = (ruleDocs: string, id: string): CodeDescription => ({ href: `${ruleDocs}/${id}.md` });

/** An edit of one document, bound to the version it was made for where the client can check that. */
export function toWorkspaceEdit(uri: string, version: number, edits: LspTextEdit[], versioned: boolean): WorkspaceEdit {
  return versioned ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}
