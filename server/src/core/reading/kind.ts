import { EDITIONS } from '../formats/editions';
import type { Section, Table, Title, UnjudgedReason } from '../model/report';
import { fold } from '../text/fold';
import { isGarbled } from '../text/garbled';
import { PRINTED_YEAR, REPORT } from '../text/lexicon';
import type { Lines } from '../text/lines';
import { LOOKUPS } from './lookup';

/** What was read of a text, by which its kind is told. */
export interface ReadParts {
  readonly text: string;
  readonly title: Title | undefined;
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  readonly lines: Lines;
  /** The year of the report, wherever it stands. */
  readonly year: number | undefined;
}

/**
 * Why a text is no report that can be judged by the form; `undefined` where it is one. Tables of the form in which
 * values were read outweigh all words: whoever fills them in is judged by them.
 */
export function unjudgedReason({ text, lines, title, sections, tables, year }: ReadParts): UnjudgedReason | undefined {
  if (isGarbled(text)) return 'nothing';
  if (tables.some(({ rows }) => rows.some(({ cells }) => cells.some(({ value }) => value.kind === 'number'))))
    return undefined;
  const opening = text.slice(0, sections[0]?.heading.start ?? OPENING).slice(0, OPENING);
  const head = title?.text ?? opening.slice(0, HEAD);
  if (NOTICE.test(head.replace(/\s/g, '')) || isNoticeAbove(opening)) return 'about-the-form';
  if (isOfOtherKind(title?.text.replace(/\s/g, '') ?? '', opening.replace(/\s/g, ''))) return 'other-kind';
  const isLikeReport = new Set(sections.map(({ number }) => number)).size >= 2 || tables.length > 0;
  if (year !== undefined && year < FIRST_YEAR && isLikeReport) return 'earlier-form';
  if (isRunTogether(text, lines)) return 'run-together';
  return isLikeReport ? undefined : 'nothing';
}

const OPENING = 1500;
const HEAD = 200;

/** 国办公开办函〔2019〕60号: the form is that of reports about 2019 and later. */
const FIRST_YEAR = EDITIONS[0]!.firstYear;

/** Titles of texts about reports: 关于印发…格式的通知, …填报说明. */
const NOTICE =
  /(?:格式|模[板版]|样[式本]|编制|编写|报送|填报|撰写)[^。]{0,20}(?:通知|通告|说明|要求|指南|函|意见|办法|规[定范]|解读)$|报告[（(]?(?:格式|模[板版]|样[式本])[）)]?$/;

/** One of the first lines is such a title. */
const isNoticeAbove = (opening: string): boolean =>
  opening
    .split(/[\r\n]+/, MOST_LINES)
    .map((line) => line.replace(/[\s#*|]/g, ''))
    .some((line) => line.length <= LONGEST_TITLE && ABOUT_REPORTS.test(line) && NOTICE.test(line));
const ABOUT_REPORTS = new RegExp(`公[开開].{0,20}${REPORT}`);
const MOST_LINES = 8;
const LONGEST_TITLE = 80;

/** Bodies that report by other rules: 《高等学校信息公开办法》, 《公共企事业单位信息公开规定制定办法》. */
const OTHER_BODY = new RegExp(
  `(?:大学|学院|学校|中学|小学|幼儿园|医院|卫生院|妇幼保健院|公司|集团|电视台|水厂|自来水厂)(?=(?:关于)?(?:${PRINTED_YEAR}|.{0,4}(?:信息|政务|校务|院务)公开|$))`,
);
const OTHER_LAW =
  /《[^《》]{0,12}(?:高等学校|学校|教育部|医疗卫生|卫生服务单位|公共企事业单位|供水|供电|供气|供热|公共交通)[^《》]{0,24}公开[^《》]{0,16}》/;
const ACADEMIC_YEAR = /学年/;
/** 2023年9月1日至2024年8月31日 */
const ACADEMIC_PERIOD = /9月1日[^。]{0,12}8月31日/;

function isOfOtherKind(title: string, opening: string): boolean {
  if (ACADEMIC_YEAR.test(title) || OTHER_BODY.test(title) || ACADEMIC_PERIOD.test(opening)) return true;
  return OTHER_LAW.test(opening) && !opening.includes('政府信息公开条例') && !title.includes('政府信息公开');
}

/** Whether the rows of a table stand in one line of plain words: its cells are not apart. */
function isRunTogether(text: string, lines: Lines): boolean {
  const { rows } = LOOKUPS.requests.index;
  for (let line = 0; line < lines.count; line++) {
    const { start, end } = lines.span(line);
    if (end - start < SHORTEST_RUN) continue;
    const folded = fold(text.slice(start, end));
    if (rows.filter(({ full }) => folded.includes(full[0]!)).length >= MANY_LABELS) return true;
  }
  return false;
}

const SHORTEST_RUN = 60;
/** So many labels of rows in one cell or line are no accident. */
const MANY_LABELS = 5;
