import { said, segmentAt, show, UNJUDGED, wordsIn } from '../../core/index';
import type { ShowingParams, ShowingResult } from '../protocol';
import type { Session } from '../session';

/** nianbao/showing: the report on a line of a document. */
export async function showing(session: Session, { uri, line }: ShowingParams): Promise<ShowingResult | null> {
  const open = await session.open(uri);
  const segment = open && segmentAt(open.document, line);
  if (open === undefined || segment === undefined) return null;
  const { locale } = open.settings;
  const { recognised, unjudged } = segment.report;
  if (!recognised) return { showing: null, reason: wordsIn(UNJUDGED[unjudged ?? 'nothing'], locale), failed: false };
  const lastYear = session.workspace.lastYearOf(uri, open.document, segment);
  return {
    showing: said(show(segment.report, session.verdicts.findings(open, segment), lastYear), locale),
    reason: null,
    failed: open.failed || session.verdicts.failures(open, segment).length > 0,
  };
}
