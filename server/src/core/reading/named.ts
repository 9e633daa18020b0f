import type { NamedBody, NamedYear, Section, Title } from '../model/report';
import { fold, withoutRadicals } from '../text/fold';
import { numeralValue } from '../text/numerals';
import { span } from '../text/span';
import { isBodyName } from './title';

const YEAR = '([0-9０-９]{4}|[〇○零一二三四五六七八九]{4})';
/** 统计期限自2023年1月1日起至…: how long it is does not matter here. */
const PERIOD = new RegExp(
  `统\\s*计\\s*(?:期\\s*限|时\\s*间|范\\s*围)[^。\\d０-９〇零一二三四五六七八九]{0,8}${YEAR}\\s*年|${YEAR}\\s*年\\s*[1１一]\\s*月\\s*[1１一]\\s*日\\s*(?:起|开始)?\\s*(?:至|到|[-—–~～－]+)`,
  'd',
);
/** 现公布云岭县财政局2023年政府信息公开工作年度报告 */
const PREAMBLE = new RegExp(
  `(?:^|[，,。；;：:\\s])(?:[^，,。；;：:\\s]{0,8}(?:公布|发布|编制|现将|撰写))?([^，,。；;：:\\s、《》（）()\\d０-９〇]{2,30}?)${YEAR}\\s*年\\s*度?\\s*(?:政府|政务)?\\s*信息\\s*公开`,
  'dm',
);
const LONGEST_OPENING = 1500;

interface Names {
  readonly year: NamedYear | undefined;
  readonly body: NamedBody | undefined;
}

/** Which body a report is of and which year it is about: by its title, else by the period, else by the preamble. */
export function namesOf(text: string, title: Title | undefined, [first]: readonly Section[]): Names {
  if (title?.year !== undefined && title.body !== undefined)
    return { year: { ...title.year, source: 'title' }, body: { ...title.body, source: 'title' } };
  const from = title?.span.end ?? 0;
  const opening = text.slice(from, Math.min(from + LONGEST_OPENING, first?.heading.start ?? text.length));
  const period = PERIOD.exec(opening);
  const preamble = PREAMBLE.exec(opening);
  return {
    year:
      title?.year === undefined
        ? (yearAt(from, period, 1, 'period') ??
          yearAt(from, period, 2, 'period') ??
          yearAt(from, preamble, 2, 'preamble'))
        : { ...title.year, source: 'title' },
    body: title?.body === undefined ? bodyAt(from, preamble) : { ...title.body, source: 'title' },
  };
}

function yearAt(
  from: number,
  found: RegExpExecArray | null,
  group: number,
  source: NamedYear['source'],
): NamedYear | undefined {
  const place = found?.indices?.[group];
  if (place === undefined) return undefined;
  const value = numeralValue(fold(found![group]!));
  if (value === undefined || value < EARLIEST_YEAR || value > LATEST_YEAR) return undefined;
  return { value, span: span(from + place[0], from + place[1]), source };
}

const EARLIEST_YEAR = 2000;
const LATEST_YEAR = 2100;

function bodyAt(from: number, found: RegExpExecArray | null): NamedBody | undefined {
  const place = found?.indices?.[1];
  if (place === undefined || !isBodyName(fold(found![1]!))) return undefined;
  return { text: withoutRadicals(found![1]!), span: span(from + place[0], from + place[1]), source: 'preamble' };
}
