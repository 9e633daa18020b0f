import type { Report, Title } from '../model/report';
import type { Document } from '../reading/document';
import { OFFICIAL_TITLE } from '../text/lexicon';
import { FreeNames } from './free-names';

/** A report of a volume as a file of its own. */
export interface Part {
  readonly name: string;
  readonly text: string;
}

/**
 * The reports of a volume, a file each, under names that are not taken: their texts together are the volume. Nothing
 * where the text holds no more than one report.
 */
export function splitVolume({ segments }: Document, taken: readonly string[]): readonly Part[] {
  const groups = grouped(segments.map(({ report }) => report));
  if (groups.length < 2) return [];
  const names = new FreeNames(taken);
  return groups.map((reports) => ({
    name: names.next(nameOf(reports.find(({ recognised }) => recognised)?.title), 'txt'),
    text: reports.map(({ text }) => text).join(''),
  }));
}

/** What is no report belongs to the one before it; on top of all, to the one behind. */
function grouped(reports: readonly Report[]): readonly (readonly Report[])[] {
  const groups: Report[][] = [];
  for (const report of reports) {
    const last = groups.at(-1);
    if (last === undefined || (report.recognised && last.some(({ recognised }) => recognised))) groups.push([report]);
    else last.push(report);
  }
  return groups;
}

function nameOf(title: Title | undefined): string {
  const { body, year } = title ?? {};
  const stem =
    body === undefined
      ? (title?.text ?? OFFICIAL_TITLE)
      : `${body.text}${year === undefined ? '' : `${year.value}年`}${OFFICIAL_TITLE}`;
  return safeName(stem) || OFFICIAL_TITLE;
}

/** Characters that some file system does not allow in names. */
const FORBIDDEN = /[\\/:*?"<>|\p{C}]/gu;
/** In characters: file systems allow 255 bytes, of which one takes up to four. */
const LONGEST = 60;

const safeName = (stem: string): string =>
  [...stem.normalize('NFC').replace(FORBIDDEN, '')]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '');
