import { disclosure, REMARK, REPORT } from '../text/lexicon';
/** How much of a text of unknown kind is looked at, in UTF-16 units. */
export const RECOGNITION_LENGTH = 65_536;

const SIGNS: readonly RegExp[] = [
  new RegExp(`${disclosure()}.{0,12}\\s?.{0,6}${REPORT}${REMARK}[ \\t]*$`, 'm'),
  /第\s*[二⼆]\s*十\s*[条條]\s*第\s*[（(]\s*[一⼀五六八九]\s*[）)]\s*[项項]/,
  /本年新收政府信息公[开開]申[请請]|[上]年[结結][转轉]政府信息公[开開]申[请請]/,
  /尚未[审審][结結][^]{0,200}尚未[审審][结結]/,
];

/**
 * The first line of a report that is being written: its title. The manifest says the same to editors that open a file
 * without a name.
 */
export const FIRST_LINE = new RegExp(`^\\s*[^。；，：]{0,60}信息公开[^。；，：]{0,12}${REPORT}${REMARK}\\s*$`);

/** Whether a text without a name begins as such a report does, its first line being complete. */
export function beginsAsReport(text: string): boolean {
  const end = text.search(/[\r\n]/);
  return end > 0 && FIRST_LINE.test(text.slice(0, end));
}

/** Words without which no report begins: its title or its law has them, a contents of several too. */
const SUBJECT = /[息务務]\s*公\s*[开開]/;

/** Whether a text that begins so may hold reports; by its file's name where that says more than its beginning. */
export const mayHoldReport = (beginning: string, fileName: string): boolean =>
  SUBJECT.test(fileName) || /年报|年度报告/.test(fileName) || SUBJECT.test(beginning);

/** Whether a text is such a report beyond doubt: two of the signs that no other document has together. */
export function isReportText(text: string): boolean {
  const head = text.slice(0, RECOGNITION_LENGTH);
  return SIGNS.filter((sign) => sign.test(head)).length >= 2;
}
