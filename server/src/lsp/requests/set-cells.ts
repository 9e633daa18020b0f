import { setCells, wordsIn } from '../../core/index';
import type { SetCellsParams, SetCellsResult } from '../protocol';
import type { Session } from '../session';
import { toTextEdit } from '../to-protocol';

/** nianbao/setCells */
export async function cellsSet(session: Session, params: SetCellsParams): Promise<SetCellsResult | null> {
  const { uri, report, text, totals, ...place } = params;
  const open = await session.open(uri);
  const segment = open?.document.segments[report];
  if (open === undefined || segment === undefined) return null;
  const outcome = setCells(segment.report, { place, text, totals }, open.settings);
  if ('refusal' in outcome)
    return { version: open.version, edits: [], refusal: wordsIn(outcome.refusal, open.settings.locale) };
  return { version: open.version, edits: outcome.edits.map((edit) => toTextEdit(segment, edit)), refusal: null };
}
