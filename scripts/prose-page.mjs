// @ts-check
// The page that says how often sentences of each structure are read right.
import { load } from './load-core.mjs';

const SENTENCES = 400;

export async function prosePage() {
  const { measureProse } = await load(`export { measureProse } from './test/generator/sentences/measure';`);
  const { counting, countingTraps, denying, denyingTraps } = measureProse(SENTENCES);
  return `# 正文识读 Reading prose

正文里的句子按“句式”识读：哪些词之间的数确知所指，才与表格比对；其余一概不提。句式和词语都是数据（\`server/src/core/prose\`），下表用同样的句式各造 ${SENTENCES} 句再读，
另从陷阱（其他时间、地区、机关、部分、计划、口号……）各造 ${SENTENCES} 句，其中的数都不该读成本报告的数。\`{词类}\` 是词类中的一个词，\`*\` 表示可有多个，\`#\` 是数字连同量词，方括号里是句中先前说过的。

Sentences are read by structures that leave no doubt about what a number counts; all else is passed over. ${SENTENCES} sentences are written from each structure
and read again, and ${SENTENCES} from each kind of trap, in which nothing may be taken for this report's.

## 数字 Numbers

${table('句式 Structure', counting)}

${table('陷阱 Trap', countingTraps)}

## 没有与全部 None and all

${table('句式 Structure', denying)}

${table('陷阱 Trap', denyingTraps)}

由 \`npm run generate\` 写出；句子由固定的种子产生，每次结果相同。Written by \`npm run generate\`; the sentences come from fixed seeds and are the same at every run.
`;
}

function table(heading, scores) {
  const rows = scores.map(({ name, sentences, right }) => {
    const shown = `\`${name.replaceAll('|', '\\|')}\``;
    return `| ${/[{#]/.test(name) ? shown : name} | ${sentences} | ${right} | ${share(right, sentences)} |`;
  });
  return [`| ${heading} | 句 Sentences | 读对 Right | |`, '| --- | ---: | ---: | ---: |', ...rows].join('\n');
}

/** Rounded down, so that 100 % means all of them. */
function share(right, all) {
  return `${(Math.floor((10_000 * right) / all) / 100).toFixed(2)} %`;
}
