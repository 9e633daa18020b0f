// @ts-check
// Measures how often the diagnosis of broken sums names the slip that was made, on generated reports with one seeded
// slip each.
// `--reports N` (of each edition, 300 by default), `--write` puts the tables into docs/diagnosis.md. The slips are the
// same at every run.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { load, root } from './load-core.mjs';

const { values: options } = parseArgs({
  options: { reports: { type: 'string', default: '300' }, write: { type: 'boolean', default: false } },
});
const reports = Number(options.reports);
if (!Number.isInteger(reports) || reports < 1)
  throw new Error(`--reports takes a number of reports, not ${options.reports}`);

const { SLIP_KINDS, SINGLE_KINDS, REQUEST_KINDS, EDITIONS, evaluate, reportsOf, time } = await load(`
  export * from './test/sums/evaluation';
  export { SLIP_KINDS } from './test/sums/seeded-slips';
  export { EDITIONS } from './server/src/core/index';
`);
const text = page();
if (options.write) writeFileSync(path.join(root, 'docs/diagnosis.md'), text);
else console.log(text);

function page() {
  const scores = EDITIONS.map(({ id, name }) => ({
    name,
    rows: SLIP_KINDS.map((kind) => ({ kind, score: evaluate(kind, reportsOf(id, reports)) })),
  }));
  return `# 勾稽错误的诊断 Diagnosis of broken sums

## 方法

勾稽不成立只说明有数错了，没有说明是哪一个。诊断采用官方统计通行的差错定位方法（Fellegi 与 Holt，1976）：在表三、表四的全部勾稽关系中，找出改动单元格最少、
改后各项关系全部成立的所有改法。改动同样少的，按“这样写错的可能性”排先后：多打、漏打、重复、颠倒、打错一位，总计留作 0，数填到相邻列，总计照错数相加，
上一行又打一遍，各按其可能写错的方式多少计分；正文写明的数作为旁证。表四各组只有一条关系，单凭它看不出哪个数错，总计排在最前，其余各项都列出。

- 最可能的一种改法比其余合起来还可能得多（九成以上）时，提示中点名“疑为”某数。
- 只有唯一一种最小改法、并且它只纠正一次笔误时，才设为首选修正。
- 搜索步数有上限；超过上限只报告不成立的关系，不作猜测。

## Method

A broken sum says that some number is wrong, not which. The diagnosis is error localisation as in official statistics (Fellegi and Holt, 1976): it
finds all smallest sets of cells whose change makes every relation of tables three and four hold, and orders equally small ones by how likely such a slip
of the hand is, with figures in the prose as evidence. A relation of table four stands alone and cannot tell which of its numbers is wrong: there
the total comes first and every operand is offered. A culprit is named where one repair is right in nine cases of ten by that likelihood; a repair is
preferred where it is the only smallest one and undoes a single slip; past a bound of steps nothing is guessed.

## 结果 Results

每一版各生成 ${reports} 份各项勾稽都成立的报告（一半是数目都小于 10 的小单位，从几乎全 0 到每格都有数），每份每类各造一次笔误，再看给出的修正。
“首位”：每条提示的第一个修正恢复原样；“在列”：每条提示都列有该修正；“点名”：有一种最可能的改法，提示中点名；
“点名且对”：点名的就是写错的数；“首选改错”：首选修正会改动一个本来正确的数。所造的笔误都是诊断考虑到的种类，真实报告里还会有别的。

${reports} right reports of each edition, half of them of small offices whose counts are below ten, one slip of each kind in each. *First*: the first repair
of every finding restores the report. *Offered*: every finding offers it. *Named*: one repair is far the likeliest, so that messages name a
culprit. *Named right*: it is the number that was mistyped. *Harmful*: a preferred repair would change a number that was right.
All slips are of kinds that the diagnosis knows; published reports have others as well.

${scores.map(({ name, rows }) => `### ${name.zh} ${name.en}\n\n${scoreTable(rows)}`).join('\n\n')}

${reading(scores)}

## 用时 Time

表三中同时有一至三处互不相干的笔误时，一次诊断的用时（每份取五次中最快的一次），以及与读入同一份报告用时之比。

Time of a diagnosis with one to three independent slips in table three, best of five runs, and its ratio to the time it takes to read the same report.

${timeTable()}

## 重新测量 Run it again

\`\`\`sh
node scripts/measure-diagnosis.mjs --reports ${reports} --write
\`\`\`

笔误由固定的种子产生，除用时外每次结果相同。The slips come from fixed seeds: all but the times is the same at every run.
`;
}

function scoreTable(rows) {
  const head = [
    '笔误 Slip',
    '次数 Slips',
    '首位 First',
    '在列 Offered',
    '点名 Named',
    '点名且对 Named right',
    '首选 Preferred',
    '首选改错 Harmful',
  ];
  return table(
    head,
    rows.map(({ kind, score }) => [
      `${kind.zh} ${kind.en}`,
      score.slips,
      share(score.first, score.slips),
      share(score.offered, score.slips),
      share(score.clear, score.slips),
      share(score.clearFirst, score.clear),
      share(score.preferred, score.slips),
      score.harmful,
    ]),
  );
}

/** What bounds the numbers that are not near 100 %. */
function reading(scores) {
  const unnamed = (id) =>
    scores
      .map(({ rows }) => rows.find(({ kind }) => kind.id === id).score)
      .reduce(([no, all], score) => [no + score.slips - score.clear, all + score.slips], [0, 0]);
  const [summed, shifted] = ['summed', 'shifted'].map((id) => share(...unnamed(id)));
  return `总计照错数相加时，行内仍然相等，只有两列不平，二十多行中凡数值够大的都能同样地抵消；数填在相邻列时也是如此。这两类分别有 ${summed}、${shifted} 没有一种明显最可能的改法：
此时不点名，各种改法按可能性列出。同时有几处笔误时，合起来可能有更小的、却不是真相的改法，这是“改动最少”这一原则本身的限度，下表一并列出首选改错的份数。

Where the total was added up from a mistyped operand the row still holds and only two columns do not; any of some twenty rows may make up for it. The same goes
for values in the neighbouring column. ${summed} and ${shifted} of these have no repair that is clearly the likeliest: none is named then, and all are offered
in order. Several slips at once may have a smaller explanation than the true one; that is a limit of the principle itself, counted below as harmful.`;
}

function timeTable() {
  const head = [
    '笔误 Slips',
    '处数 Faults',
    '报告 Reports',
    '中位 Median',
    '最长 Longest',
    '与读入之比 Ratio to reading',
    '最大之比 Largest ratio',
    '首选改错 Harmful',
  ];
  const rows = [
    ['各错一格 of one cell each', SINGLE_KINDS],
    ['任何一类 of any kind', REQUEST_KINDS],
  ].flatMap(([label, kinds]) =>
    [1, 2, 3].map((faults) => {
      const all = EDITIONS.flatMap(({ id }) => [...reportsOf(id, Math.ceil(reports / 2))]);
      const timing = time(faults, kinds, all);
      return [
        label,
        faults,
        timing.reports,
        ms(timing.median),
        ms(timing.longest),
        timing.ratio.toFixed(2),
        timing.longestRatio.toFixed(2),
        timing.harmful,
      ];
    }),
  );
  return table(head, rows);
}

function table(head, rows) {
  return [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function share(part, whole) {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

function ms(value) {
  return `${value.toFixed(2)} ms`;
}
