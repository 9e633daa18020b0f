import { changedTotals, isAsWhole, type Segment } from '../../core/index';
import { toTextEdit } from '../to-protocol';
import type { EditResult, TotalsParams } from '../protocol';
import type { Session } from '../session';

/**
 * nianbao/totals: compares a document with what it was when it was last settled. It is settled anew when nothing
 * follows from what was changed, or when the client says so: after it has made the edits, and where the change was no
 * typing.
 */
export async function totalsAfterTyping(session: Session, { uri, settled }: TotalsParams): Promise<EditResult | null> {
  const open = await session.open(uri);
  if (open === undefined) return null;
  const { version, document } = open;
  const before = session.settled.get(uri);
  const pairs =
    settled || before?.segments.length !== document.segments.length
      ? []
      : before.segments.map((old, i) => [old, document.segments[i]!] as const);
  const changed = pairs.filter(([old, now]) => old.report !== now.report);
  const edits = changed.flatMap(([old, now]) =>
    changedTotals(old.report, session.verdicts.context(open, now)).map((edit) => toTextEdit(now, edit)),
  );
  if (edits.length === 0 && pairs.every(isReadable)) session.settled.set(uri, document);
  return { version, edits };
}

const isReadable = ([old, now]: readonly [Segment, Segment]): boolean =>
  old.report === now.report || isAsWhole(old.report, now.report);
