import type { Report } from '../model/report';
import type { Settings } from '../settings';
import type { TextEdit } from '../text/span';
import { check } from './check';

/** The edits that can be applied unseen: of each finding the first repair that cannot change what the report says. Never overlapping. */
export function safeEdits(report: Report, settings: Settings): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const finding of check(report, settings)) {
    if (finding.rule.repair !== 'safe' && finding.rule.category !== 'arithmetic') continue;
    const repair = finding.repairs().find(({ safe }) => safe);
    if (repair === undefined || repair.edits.some((edit) => edits.some((other) => overlaps(edit, other)))) continue;
    edits.push(...repair.edits);
  }
  return edits.sort((a, b) => a.span.start - b.span.start);
}

const overlaps = (a: TextEdit, b: TextEdit): boolean => a.span.start <= b.span.end && b.span.start <= a.span.end;
