import type { Report } from '../model/report';
import type { TextEdit } from '../text/span';
import { TakenSpans } from '../text/taken-spans';
import type { Judged } from './check';

/**
 * The edits that can be applied unseen: of each finding of a report that is shown the first repair that cannot change
 * what the report says, and digits made plain. Never overlapping.
 */
export function safeEdits(report: Report, findings: readonly Judged[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const taken = new TakenSpans();
  const add = (edit: TextEdit): void => {
    edits.push(edit);
    taken.take(edit.span);
  };
  for (const finding of findings) {
    if (finding.rule.repair !== 'safe' && finding.rule.category !== 'arithmetic') continue;
    const repair = finding.repairs().find(({ safe }) => safe);
    if (repair === undefined || repair.edits.some(({ span }) => taken.touch(span))) continue;
    repair.edits.forEach(add);
  }
  for (const edit of plainDigits(report)) if (!taken.touch(edit.span)) add(edit);
  return edits.sort((a, b) => a.span.start - b.span.start);
}

/** Full-width digits say the same in their plain form. */
function plainDigits({ text, tables }: Report): readonly TextEdit[] {
  const cells = tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
  return cells.flatMap(({ span, value }) => {
    const printed = text.slice(span.start, span.end);
    const plain = printed.replace(/[０-９．，＋－]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - FULL_WIDTH));
    return value.kind === 'number' && plain !== printed ? [{ span, newText: plain }] : [];
  });
}

const FULL_WIDTH = 0xfee0;
