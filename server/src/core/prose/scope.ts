import type { Mention } from './mentions';
import type { ProseText } from './prose-text';

/**
 * Whose figures a sentence gives, and of which time: those of other offices and other times are not in this report's
 * tables. All words are folded.
 */

const WHOLE_YEAR = /1月1日.{0,12}12月31日|(?<!\d)1月?(?:-+|至|到)12月|12月(?:31日|底|末)/g;
/** 去年…, 上半年…, 1-6月，…: a number of another time, or of a part of the year. */
const ANOTHER_TIME =
  /(?:去年|上年|上一年|前年|累计至)[^,.;:]*$|(?:^|[,;:。])(?:去年|上年|上一年|前年)度?(?:全年)?,|(?:季度|半年|\d月(?:份|底|末|\d{1,2}日)?),?[^,.;:]*$/;
/** 近三年来，…; but 今年以来 is this year. */
const SEVERAL_YEARS = /近[一二两三四五六七八九十几\d]{1,2}年|历年|往年|(?<!今年|本年度?|\d{4}年度?)以来/;

/** 上半年，… goes on to the end of the sentence, unless it comes to the whole year. */
const PART_OF_YEAR = /^[^,.;:]{0,6}(?:上半年|下半年|季度),(?!.*(?:全年|本年|截至))/;

/** Whether a number counts what happened in another time than the report's year, by the words before it. */
export const isOfAnotherTime = (lead: string, year: number | undefined): boolean =>
  ANOTHER_TIME.test(lead.replace(WHOLE_YEAR, '')) ||
  SEVERAL_YEARS.test(lead) ||
  PART_OF_YEAR.test(lead) ||
  isOfAnotherYear(lead, year);

/** The last year named before the number, in the same clause, is not the report's. */
function isOfAnotherYear(lead: string, year: number | undefined): boolean {
  const named = [...lead.matchAll(/(\d{4})年/g)].at(-1)?.[1];
  return named !== undefined && year !== undefined && Number(named) !== year;
}

/** 计划…, 下一步…: what is still to be done. */
const PLANNED =
  /下一步|今后|未来|明年|来年|下年|次年|(?:计划|拟|预计|预期|力争|争取|力求|目标|将(?=.?(?:制|出|废|办|答|收|受)))[^,;:]*$/;

/** Whether a number is one of a plan. */
export const isPlanned = (lead: string): boolean => PLANNED.test(lead);

/** The years beside the report's own as people call them, so that 2024年 is 下年 in a report about 2023. */
export function inRelativeYears(mention: Mention): Mention {
  const { year } = mention.prose;
  if (year === undefined) return mention;
  const nextYear = new RegExp(`${year + 1}年(?:\\d{1,2}月(?:\\d{1,2}日)?[前底]?)?`);
  const relative = (text: string): string => text.replace(`${year - 1}年`, '上年').replace(nextYear, '下年');
  return { ...mention, lead: relative(mention.lead), behind: relative(mention.behind) };
}

/** Other things that are received and answered. */
export const OTHER_THINGS =
  /备案|网络问政|问政|人大|政协|提案|建议|留言|来信|来电|投诉|举报件|热线|信访件|咨询|行政许可(?:事项|类)?(?:申请|审批|服务|证|咨询)/;
const WHOLE_AREA = /全(?:省|市|县|区|州|盟|旗|镇|乡|系统)[^,;:]{0,40}$/;
/** 青禾县人民政府, or 青禾县 for short. */
const GOVERNMENT = /(?:政府(?:办公[室厅])?|[省市县区州盟旗镇乡])$/;
const ASSISTED = /(?:协助|配合|指导|督促|转办|(?<!结)转来|交办|承办|代为)[^,;:]*$/;

/** Whether a number counts for others as well, or for others alone; a government reports for its whole area. */
export const isOfAnotherArea = (lead: string, body: string): boolean =>
  ASSISTED.test(lead) || (WHOLE_AREA.test(lead) && !GOVERNMENT.test(body));

/**
 * Whether words in front of a number say that it is of another time, area or office, or only planned, for whatever is
 * counted.
 */
export const isOfOthers = (lead: string, { year, body }: Pick<ProseText, 'year' | 'body'>): boolean =>
  isOfAnotherTime(lead, year) || isOfAnotherArea(lead, body) || isOtherOffice(lead, body) || isPlanned(lead);

const OWN = /今年|本年|我(?:局|委|厅|院|镇|乡|办|单位|机关|街道|部门)|本(?:局|委|厅|院|镇|乡|级|单位|机关|街道|部门)/;

/** Whether words say that what follows is the body's own, in its own year. */
export const isOfOwn = (lead: string, year: number | undefined): boolean =>
  OWN.test(lead) || (year !== undefined && lead.includes(`${year}年`));

const UNIT_OF_OFFICE =
  /(?:政府|办公室|办|局|委|厅|院|镇|乡|街道|部门|中心|单位|平台|窗口|大厅|科|科室|处|股|队|站|所)(?:(?:本级|共|总共|全年|累计|今年|本年度?|\d{4}年度?|[,:])*)$/;

/** Whether who does something, named in `subject`, is another office than the report's body. */
export function isOtherOffice(subject: string, body: string): boolean {
  const office = UNIT_OF_OFFICE.exec(subject);
  if (office === null) return false;
  const all = subject.slice(0, office.index + /^[^,:本共总全累今\d]*/.exec(office[0])![0].length);
  // 办公厅代表市政府 is the 办公厅.
  const named = all.replace(/代表[^代]*$/, '');
  return (
    !/[我本全](?:.{0,1}(?:局|委|厅|院|镇|乡|街道|部门|中心|单位|办|办公室|所|处|站|队))$/.test(named) &&
    !isOwnName(named, body) &&
    !isOwnName(named.replace('人民政府', '政府'), body.replace('人民政府', '政府'))
  );
}

/** 县水务局 is 青禾县水务局; 乙县水务局 and 县财政局 are not. */
function isOwnName(named: string, body: string): boolean {
  const [said, name] = [[...named].reverse(), [...body].reverse()];
  let common = 0;
  while (common < name.length && said[common] === name[common]) common++;
  const before = said[common] ?? '';
  return (
    common >= SHORTEST_NAME &&
    (common === name.length || !/\p{Script=Han}/u.test(before) || BEFORE_NAME.includes(before))
  );
}

/** Words that may stand right before a name without being of it. */
const BEFORE_NAME = '年月日由我本据即度';
const SHORTEST_NAME = 3;
