import type { CancellationToken } from 'vscode-languageserver';
import {
  applyEdits,
  candidateOf,
  chooseParts,
  convertTables,
  editionOfYear,
  howMany,
  letterAsMarkdown,
  letterLines,
  letterOn,
  say,
  segmentAt,
  totalReport,
  Totals,
  whatIsLost,
  whyLeftOut,
  type Candidate,
} from '../../core/index';
import { nameOf } from '../../folder/uri';
import type {
  LetterParams,
  LetterResult,
  NormalisedParams,
  NormalisedResult,
  TotalParams,
  TotalResult,
} from '../protocol';
import type { ReadText } from '../reading';
import { throwIfCancelled, type Session, unlessCancelled } from '../session';
import { isChecked } from './diagnostic';

/** nianbao/letter: what is to be corrected in reports, open or stored, worded as a review letter each. */
export async function letter(
  session: Session,
  { uris, hints }: LetterParams,
  token: CancellationToken,
): Promise<LetterResult> {
  const letters: string[] = [];
  const failed: string[] = [];
  let clean = 0;
  for await (const { uri, read } of readAll(session, uris, token)) {
    if (read === undefined || !isChecked(session, read)) {
      failed.push(uri);
      continue;
    }
    for (const segment of read.document.segments.filter(({ report }) => report.recognised)) {
      const written = letterOn(segment, session.verdicts.findings(read, segment), { hints });
      if (written === undefined) clean++;
      else letters.push(letterAsMarkdown(letterLines(written, read.settings.locale)));
    }
  }
  return { text: letters.join('\n\n'), letters: letters.length, clean, failed };
}

/** nianbao/total: the reports of many bodies as one; what is left out is said with the reason. */
export async function total(
  session: Session,
  { uris, body, layout }: TotalParams,
  token: CancellationToken,
): Promise<TotalResult> {
  const { locale } = session;
  const candidates: Candidate[] = [];
  const notes: string[] = [];
  for await (const { uri, read } of readAll(session, uris, token)) {
    if (read === undefined || !isChecked(session, read)) notes.push(`${nameOf(uri)}: ${say(NOT_CHECKED, locale)}`);
    else candidates.push(...candidatesIn(session, read));
  }
  const chosen = chooseParts(candidates, { body });
  for (const one of chosen.leftOut) notes.push(`${one.candidate.file}: ${say(whyLeftOut(one), locale)}`);
  notes.push(say(howMany(chosen), locale));
  if (chosen.year === undefined || chosen.counted.length === 0) return { text: null, notes };
  const totals = new Totals(editionOfYear(chosen.year));
  const lost = chosen.counted.flatMap(({ part }) => totals.add(part));
  for (const one of whatIsLost(totals, chosen.counted, lost)) notes.push(say(one, locale));
  const about = { ...(body === undefined ? {} : { body }), year: chosen.year };
  return { text: totalReport(totals, about, layout), notes };
}

const NOT_CHECKED = { words: { zh: '未能检查，未计入', en: 'it could not be checked and is left out' }, args: {} };

const candidatesIn = (session: Session, read: ReadText): readonly Candidate[] =>
  read.document.segments.map((segment) =>
    candidateOf(
      { file: nameOf(read.uri), uri: read.uri },
      segment,
      () => session.verdicts.findings(read, segment),
      session,
    ),
  );

/**
 * nianbao/normalised: a report with its tables in one layout, so that a comparison shows what two reports say and not
 * how they are written.
 */
export async function normalised(
  session: Session,
  { uri, line }: NormalisedParams,
  token: CancellationToken,
): Promise<NormalisedResult | null> {
  const read = await unlessCancelled(token, openOrStored(session, uri));
  const segment = read && segmentAt(read.document, line);
  if (segment?.report.recognised !== true) return null;
  const { report } = segment;
  const text = applyEdits(report.text, convertTables(report, 'tsv', '\n').edits);
  const lines = text.split(/\r\n?|\n/).map((each) => each.replace(/[\s\u3000]+$/u, '').replace(/^[ \u3000]+/u, ''));
  return { text: `${lines.filter((each) => each !== '').join('\n')}\n` };
}

const openOrStored = async (session: Session, uri: string): Promise<ReadText | undefined> =>
  (await session.open(uri)) ?? (await session.stored(uri));

/** A file a turn, so that no key press waits; `undefined` where there is no such file. */
export async function* readAll(
  session: Session,
  uris: readonly string[],
  token: CancellationToken,
): AsyncGenerator<{ readonly uri: string; readonly read: ReadText | undefined }> {
  await unlessCancelled(token, session.workspace.ready);
  for (const uri of uris.length > 0 ? uris : session.workspace.reportFiles()) {
    await session.runtime.nextTurn();
    throwIfCancelled(token);
    yield { uri, read: await unlessCancelled(token, openOrStored(session, uri)) };
  }
}
