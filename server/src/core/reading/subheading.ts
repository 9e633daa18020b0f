import type { Subheading } from '../model/report';
import { fold, foldUnit, isSpace } from '../text/fold';
import { ORDINAL } from '../text/lexicon';
import { span } from '../text/span';
import { CHINESE, LABELS } from './heading-line';

/** （一）… to the end of its first sentence; in a table such a line has tabs, bars or values behind it. */
export function readSubheading(text: string, start: number, lineEnd: number): Subheading | undefined {
  let second = start + 1;
  while (second < lineEnd && isSpace(text.charCodeAt(second))) second++;
  if (!CHINESE.test(String.fromCharCode(foldUnit(text.charCodeAt(second))))) return undefined;
  const line = text.slice(start, lineEnd);
  const head = /^[^。：:；;\t|]{2,40}/u.exec(line)?.[0].trimEnd();
  if (head === undefined || line.includes('\t')) return undefined;
  const folded = fold(head);
  if (LABELS.has(folded) || !SUBHEADING.test(folded)) return undefined;
  return { span: span(start, start + head.length) };
}

const SUBHEADING = new RegExp(`^\\(${ORDINAL}{1,3}\\).*[^\\d)]$`);
