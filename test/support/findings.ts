import { applyEdits, check, DEFAULT_SETTINGS, LastYears, readDocument, safeEdits } from '../../server/src/core/index';
import type {
  Judged,
  Message,
  OnRuleFailure,
  Repair,
  Report,
  Segment,
  Span,
  TextEdit,
} from '../../server/src/core/index';

/** A finding with its place in the whole text, which may hold several reports. */
export interface Found {
  readonly finding: Judged;
  readonly segment: Segment;
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

/**
 * All findings of a text by the usual settings; its reports of neighbouring years are compared. A rule that breaks is
 * an error here, where users would get the other rules' findings.
 */
export function findingsIn(text: string, onFailure: OnRuleFailure = fail, fileName?: string): readonly Found[] {
  const document = readDocument(text);
  const lastYears = new LastYears();
  return document.segments.flatMap((segment) => {
    const lastYear = lastYears.of('text', document, segment);
    return check(segment.report, DEFAULT_SETTINGS, { lastYear, fileName, onRuleFailure: onFailure }).map((finding) => ({
      finding,
      segment,
      rule: finding.rule.id,
      ...shift(finding.span, segment),
    }));
  });
}

const fail: OnRuleFailure = (rule, error) => {
  throw new Error(`${rule.id} broke: ${String(error)}`, { cause: error });
};

/** The text after a repair of a finding. */
export const repaired = (text: string, { segment }: Found, { edits }: Repair): string =>
  applyEdits(text, shifted(edits, segment));

/** The text after all that can be mended unseen is mended. */
export const safelyRepaired = (text: string): string =>
  applyEdits(
    text,
    readDocument(text).segments.flatMap((segment) =>
      shifted(safeEdits(segment.report, check(segment.report, DEFAULT_SETTINGS)), segment),
    ),
  );

/** Everything that a finding says: itself, beside the places that it names, and as titles of its repairs. */
export const messagesOf = (found: Found): readonly Message[] => [
  found.finding.message,
  ...found.finding.related.map((related) => related.message),
  ...found.finding.repairs().map((repair) => repair.title),
];

export function readOne(text: string): Report {
  const { segments } = readDocument(text);
  if (segments.length !== 1) throw new Error(`The text holds ${segments.length} reports`);
  return segments[0]!.report;
}

const shift = ({ start, end }: Span, segment: Segment): Span => ({
  start: start + segment.start,
  end: end + segment.start,
});
const shifted = (edits: readonly TextEdit[], segment: Segment): TextEdit[] =>
  edits.map((edit) => ({ ...edit, span: shift(edit.span, segment) }));
