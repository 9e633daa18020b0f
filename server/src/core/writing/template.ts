import { chineseNumeral } from '../text/numerals';
import type { Edition } from '../formats/editions';
import type { SectionForm, SectionNumber } from '../formats/types';
import type { TemplateLayout } from '../formats/layouts';
import { tableSkeleton } from './skeleton';

/** What a template is filled with; what is not given stays a placeholder. */
export interface TemplateValues {
  readonly body?: string;
  readonly year?: number;
}

/** A place that is left to the writer: 〔填写机关名称〕. */
const SLOT = /〔填写[^〔〕]*〕/g;
const BODY = '〔填写机关名称〕';
const YEAR = '〔填写年份〕';

/** The heading of a section as the form prints it. */
export const headingOf = ({ number, title }: SectionForm): string => `${chineseNumeral(number)}、${title}`;

/** The whole report: title, preamble, six sections with their tables. Lines end with LF. */
export function reportTemplate(edition: Edition, layout: TemplateLayout, values: TemplateValues = {}): string {
  const sections = edition.sections.map((section) => sectionTemplate(edition, section.number, layout)).join('\n');
  return fill(`${TITLE}\n\n${PREAMBLE}\n\n${sections}`, values);
}

/** One section: its heading, then its table, or what has to be said. Ends with LF. */
export function sectionTemplate(edition: Edition, number: SectionNumber, layout: TemplateLayout): string {
  const section = edition.sections.find((form) => form.number === number)!;
  const content =
    section.table === undefined ? proseOf(edition, number) : tableSkeleton(edition.tables[section.table], layout);
  return `${headingOf(section)}\n\n${content}`;
}

/** Puts given values into a template. */
export function fill(template: string, { body, year }: TemplateValues): string {
  return template
    .replaceAll(BODY, () => body ?? BODY)
    .replaceAll(YEAR, () => (year === undefined ? YEAR : String(year)));
}

/**
 * The same text in the snippet syntax of the Language Server Protocol: a tab stop for each slot, equal slots linked.
 */
export function toSnippet(template: string): string {
  const linked = new Map<string, number>();
  let stops = 0;
  const numbered = template.replace(/[\\$}]/g, '\\$&').replace(SLOT, (slot) => {
    const known = linked.get(slot);
    if (known !== undefined) return `\${${known}}`;
    stops++;
    // Only the body's name and the year are the same wherever they stand; other slots are filled one by one.
    if (slot === BODY || slot === YEAR) linked.set(slot, stops);
    return `\${${stops}:${slot}}`;
  });
  return `${numbered}$0`;
}

export const TITLE = `${BODY}${YEAR}年政府信息公开工作年度报告`;

export const PREAMBLE = `本报告根据《中华人民共和国政府信息公开条例》和政府信息公开工作年度报告格式编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。统计期限自${YEAR}年1月1日至${YEAR}年12月31日。`;

const PARTS = ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'];

function proseOf(edition: Edition, number: SectionNumber): string {
  if (number === 1)
    return `${PARTS.map((part, i) => `（${chineseNumeral(i + 1)}）${part}\n〔填写${part}情况〕\n`).join('')}`;
  if (number === 5) return '（一）主要问题\n〔填写主要问题〕\n（二）改进情况\n〔填写改进情况〕\n';
  return `${closingWords(edition)}\n`;
}

/** What section six says where there is nothing to report. */
export const closingWords = (edition: Edition): string =>
  edition.feeStatement ? '本年度收取信息处理费〔填写金额〕元。' : '无';
