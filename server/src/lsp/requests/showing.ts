import { said, segmentAt, show, UNJUDGED, wordsIn } from '../../core/index';
import type { ShowingParams, ShowingResult } from '../protocol';
import type { OpenDocument, Session } from '../session';

/** nianbao/showing: the report on a line of a document, and which others there are. */
export async function showing(session: Session, { uri, line }: ShowingParams): Promise<ShowingResult | null> {
  const open = await session.open(uri);
  const segment = open && segmentAt(open.document, line);
  if (open === undefined || segment === undefined) return null;
  const { locale } = open.settings;
  const { recognised, unjudged } = segment.report;
  const common = { version: open.version, reports: reportsIn(open) };
  if (!recognised)
    return { ...common, showing: null, reason: wordsIn(UNJUDGED[unjudged ?? 'nothing'], locale), failed: false };
  const lastYear = session.workspace.lastYearOf(uri, open.document, segment);
  return {
    ...common,
    showing: said(show(segment.report, session.verdicts.findings(open, segment), lastYear), locale),
    reason: null,
    failed: open.failed || session.verdicts.failures(open, segment).length > 0,
  };
}

const reportsIn = ({ document }: OpenDocument): ShowingResult['reports'] =>
  document.segments
    .filter(({ report }) => report.recognised)
    .map(({ firstLine, report: { body, year } }) => ({
      line: firstLine,
      body: body?.text ?? null,
      year: year?.value ?? null,
    }));
