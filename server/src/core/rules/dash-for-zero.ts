import { zeroRepairs, zerosWritten } from './zeros';
import { defineRule, type RulePage } from './rule';

export const dashForZeroPage: RulePage = {
  explanation: {
    zh: '表格里没有发生的填 0。“-”按 0 参与合计，不算错误；每张表只提示一次。',
    en: 'Cells where nothing happened hold 0. A dash counts as 0 in every sum and is no mistake; it is mentioned once a table.',
  },
  basis: { zh: '通行写法', en: 'Customary' },
};

export const dashForZero = defineRule({
  id: 'dash-for-zero',
  severity: 'hint',
  category: 'value',
  repair: 'safe',
  name: { zh: '以横线代替 0', en: 'Dash instead of 0' },
  messages: {
    cells: {
      zh: '“{table}”有 {count} 格为{printed}，按 0 计算；没有的请填 0',
      en: '“{table}”: {count} cells are {printed} and count as 0',
    },
    cell: { zh: '「{row}·{column}」', en: '{row} · {column}' },
    replace: { zh: '将 {count} 格填为 0', en: 'Fill {count} cells with 0' },
  },
  check: (context, messages) => zerosWritten(context, 'dash', messages),
  repairs: (_, zeros, messages) => zeroRepairs(zeros, messages),
});
