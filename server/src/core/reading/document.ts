import type { AcceptedHeadings } from '../formats/types';
import type { Report } from '../model/report';
import { Lines } from '../text/lines';
import { readReport } from './read-report';
import { titleLines } from './title';

/** A file's text as one report or several, one after the other; together they are the whole text. */
export interface Document {
  readonly text: string;
  readonly acceptedHeadings: AcceptedHeadings;
  readonly segments: readonly Segment[];
}

export interface Segment {
  /** Where the report's own offsets and lines are counted from. */
  readonly start: number;
  readonly firstLine: number;
  readonly report: Report;
}

/** What reading may go by besides the text. */
export interface ReadOptions {
  /** Reports whose own text is the same as in this reading are taken from it, so that an edit costs one report. */
  readonly previous?: Document | undefined;
  readonly acceptedHeadings?: AcceptedHeadings | undefined;
}

export function readDocument(text: string, { previous, acceptedHeadings = NONE }: ReadOptions = {}): Document {
  const starts = reportStarts(text);
  const segments = starts.map(({ start, line }, i): Segment => {
    const own = starts.length === 1 ? text : text.slice(start, starts[i + 1]?.start ?? text.length);
    const known = previous?.acceptedHeadings === acceptedHeadings ? previous.segments : undefined;
    const same = [known?.[i], known?.[known.length - starts.length + i]].find((segment) => segment?.report.text === own);
    if (same?.start === start && same.firstLine === line) return same;
    return { start, firstLine: line, report: same?.report ?? readReport(own, acceptedHeadings) };
  });
  return { text, acceptedHeadings, segments };
}

const NONE: AcceptedHeadings = {};

/** Where reports begin: at the top, and at each title that follows the sections of the report before it. */
function reportStarts(text: string): readonly { readonly start: number; readonly line: number }[] {
  const starts = [{ start: 0, line: 0 }];
  const lines = Lines.of(text);
  const titles = titleLines(text, lines);
  let from = 0;
  titles.forEach((line, i) => {
    const start = lines.start(line);
    const next = titles[i + 1];
    const above = text.slice(from, start);
    const below = text.slice(start, next === undefined ? text.length : lines.start(next));
    if (!FORM.test(above) || !FORM.test(below)) return;
    starts.push({ start, line });
    from = start;
  });
  return starts;
}

/** Signs of the form's own headings and tables. */
const FORM = /^[\s#*]*[一二三四五六⼀⼆1-6]\s*[、.．]\s*\S{0,24}(?:情况|情況|事项|事項)|第\s*[二⼆]\s*十\s*条\s*第|本年新收政府|尚未审结/m;
