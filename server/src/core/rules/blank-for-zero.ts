import { zeroRepairs, zerosWritten } from './zeros';
import { defineRule, type RulePage } from './rule';

export const blankForZeroPage: RulePage = {
  explanation: {
    zh: '表格里没有发生的填 0。空白按 0 参与合计，不算错误；每张表只提示一次。',
    en: 'Cells where nothing happened hold 0. A blank counts as 0 in every sum and is no mistake; it is mentioned once a table.',
  },
  basis: { zh: '通行写法', en: 'Customary' },
};

export const blankForZero = defineRule({
  id: 'blank-for-zero',
  severity: 'hint',
  category: 'value',
  repair: 'safe',
  name: { zh: '空白未填', en: 'Blank instead of 0' },
  messages: {
    cells: {
      zh: '“{table}”有 {count} 格为空白，按 0 计算；没有的请填 0',
      en: '“{table}”: {count} cells are blank and count as 0',
    },
    cell: { zh: '「{row}·{column}」', en: '{row} · {column}' },
    replace: { zh: '将 {count} 格填为 0', en: 'Fill {count} cells with 0' },
  },
  check: (context, messages) => zerosWritten(context, 'blank', messages),
  repairs: (_, zeros, messages) => zeroRepairs(zeros, messages),
});
