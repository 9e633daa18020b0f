import { editionById } from '../../server/src/core/index';
import { once, pick, some, type Choices } from './choices';
import type { ValidReport } from './valid-report';

/** Invented sentences without figures; several name things that the tables name too, as real prose does. */
const SENTENCES: readonly string[] = [
  '本机关把公开作为日常工作的一部分，由办公室牵头，各科室分头落实。',
  '本年度修订了公开指南，补充了办理时限和联系方式。',
  '本机关明确专人受理申请，对重复申请和信访举报投诉类申请依法作出处理。',
  '本年度没有发生泄露国家秘密的情形，对部分公开、不予公开的答复逐件说明理由。',
  '本机关网站设有主动公开政府信息情况专栏，行政许可和行政处罚的结果按时上网。',
  '本着方便群众的原则，公共服务大厅设有查阅点，自然人和商业企业都可以当场提出申请。',
  '本机关定期自查，发现错别字和失效链接随即改正，总计开展了多轮检查。',
];
const PROBLEMS: readonly string[] = [
  '本机关政策解读的形式还比较单一，下一步将增加图解和问答。',
  '本机关个别栏目更新不够及时，已建立按月提醒的办法。',
  '本年度指出的培训偏少的问题已经改进，新入职人员全部参加了学习。',
];
const PARTS = [
  '（一）主动公开',
  '（二）依申请公开',
  '（三）政府信息管理',
  '（四）政府信息公开平台建设',
  '（五）监督保障',
];

/** Title, and a preamble more often than not. Ends with LF. */
export function opening({ body, year }: ValidReport, choices: Choices): string {
  const title = pick(choices, [
    `${body}${year}年政府信息公开工作年度报告\n`,
    `${body}\n${year}年政府信息公开工作年度报告\n`,
    `${body}${year}年度政府信息公开工作年度报告\n`,
    `${body}${year}年政府信息公开\n工作年度报告\n`,
    `${year}年${body}政府信息公开工作年度报告\n`,
  ]);
  const preamble = `本报告按照条例和格式的要求编制，由总体情况等六部分组成。统计期限自${year}年1月1日至${year}年12月31日。\n`;
  return once(choices, 3) ? `${title}\n` : `${title}\n${preamble}\n`;
}

/** Section one: paragraphs, with or without the customary sub-headings. */
export function overview(choices: Choices): string {
  const first = `${pick(choices, SENTENCES)}\n`;
  if (choices.below(2) === 0) return first + paragraphs(choices, SENTENCES);
  return first + PARTS.map((part) => `${part}。${pick(choices, SENTENCES)}\n`).join('');
}

export const problems = (choices: Choices): string => `${pick(choices, PROBLEMS)}\n${paragraphs(choices, PROBLEMS)}`;

/** Section six. From the edition of 2021 on the fees have to be reported. */
export function other({ edition }: ValidReport, choices: Choices): string {
  if (!editionById(edition).feeStatement) return pick(choices, ['无\n', '本年度没有其他需要报告的事项。\n']);
  return pick(choices, ['本年度未收取信息处理费。\n', '本年度本机关收取信息处理费0元。\n本年度没有其他事项。\n']);
}

const paragraphs = (choices: Choices, sentences: readonly string[]): string =>
  some(choices, sentences, 3)
    .map((sentence) => `${sentence}\n`)
    .join('');
