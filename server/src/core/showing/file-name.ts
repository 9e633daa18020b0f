import { OFFICIAL_TITLE } from '../text/lexicon';
import type { Showing } from './showing';

/** What no file name can have in some system. */
const UNFIT = /[\0-\x1f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]|^\.+|\p{Surrogate}/gu;
/** Names may take 255 bytes, a Chinese character three. */
const LONGEST = 75;

/**
 * The name of a report's file without extension, or that of another document about it; `undefined` where the report
 * does not say whose or when.
 */
export const fileNameOf = (
  { body, year }: Pick<Showing, 'body' | 'year'>,
  kind = OFFICIAL_TITLE,
): string | undefined =>
  body === undefined || year === undefined ? undefined : `${body}${year}年${kind}`.replace(UNFIT, '').slice(0, LONGEST);
