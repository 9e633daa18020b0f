// @ts-check
// Writes docs/evidence.md from what the last `npm test` (and the last fuzz run) has left: nothing on it is typed.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import { BUNDLES } from './bundles.mjs';
import { readEvidence } from './evidence.mjs';
import { mutantsOf, percentOf, totalOf } from './mutation/score.mjs';
import { PAGE } from './page.mjs';

const root = path.join(import.meta.dirname, '..');
const target = path.join(root, 'docs/evidence.md');
const unit = readEvidence('unit');
const fuzz = readEvidence('fuzz');
const soak = readEvidence('soak');
const mutation = mutationScores();
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const kept = readdirSync(path.join(root, 'test/fuzz/failures')).filter((name) => name.endsWith('.json')).length;
const sizes = [...BUNDLES.map(({ to }) => to), PAGE, `nianbao-${version}.vsix`].map((name) => [
  name,
  `${(statSync(path.join(root, name)).size / 1024).toFixed(0)} KB`,
]);
const day = new Date(unit.startTime).toISOString().slice(0, 10);

const rows = [
  [
    '单元测试 unit tests',
    `${unit.numPassedTests} 通过 (passed)，${unit.numFailedTests} 失败 (failed)，${unit.numPendingTests} 略过 (skipped)，${unit.numTotalTestSuites} 组 (suites)，${day}`,
  ],
  [
    '变异测试 fuzzing',
    `种子 (seed) ${fuzz.seed}，${fuzz.minutes} 分钟 (minutes)，${fuzz.laws} 条规律 (laws)：${fuzz.inputs} 份 (inputs)，${fuzz.failed} 失败 (failed)，${fuzz.day}`,
  ],
  [
    '久用 soak',
    `${soak.edits} 次改动 (edits)，${soak.documents} 份 (documents)：前半最多 ${soak.first} MB，后半最多 ${soak.second} MB (most memory, first and second half)，${soak.day}`,
  ],
  ['留作测试的失败 failures that are kept as tests', String(kept)],
  ...sizes,
];

const text = `# 证据 Evidence

\`npm run evidence\` 写这一页，内容取自最近一次 \`npm test\`，版本 ${version}。其余的量在各自的页上：[诊断](diagnosis.md)、[版式](layouts.md)、[文字](prose.md)、[速度](speed.md)、[规模](scale.md)、[安全](security.md)。
(\`npm run evidence\` writes this page from what the last \`npm test\` has left. Diagnosis, layouts, prose, speed, scale and security have pages of their own.)

| | |
| --- | --- |
${rows.map(([name, value]) => `| ${name} | ${value} |`).join('\n')}

${mutation}`;
writeFileSync(target, await prettier.format(text, { parser: 'markdown', ...(await prettier.resolveConfig(target)) }));
console.log(text);

/** The part of the changes to the core that tests notice, for the folders that were tried. */
function mutationScores() {
  const rooms = Object.entries(roomsTried()).toSorted();
  const core = 'server/src/core';
  const others = readdirSync(path.join(root, core), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && rooms.every(([room]) => room !== `${core}/${entry.name}`))
    .map(({ name }) => `\`${name}\``);
  const line = ([room, counts]) => {
    const { files, of, every, from = [0], day } = counts;
    const sample =
      every === 1
        ? ''
        : `，行的 ${from.length}/${every}，自第 ${from.join('、')} 段起 (of the lines, from stretch ${from.join(', ')})`;
    return rowOf(`\`${room}\``, counts, [`${files}/${of} 文件 (files)${sample}`, day]);
  };
  return `## 变异分数 Mutation score

\`npm run mutation\` 每次改动核心的一处，看有没有测试发现；只跑该目录自己的快测试（\`scripts/mutation/tests.mjs\`），其余测试还会发现更多；超时算发现；不改模块载入时就算好的数据。只试了一部分行的，分数是抽样：看过存活的、补了测试以后，换别的行再抽，所列是最后一次抽样的结果。
(\`npm run mutation\` changes the core in one place at a time and looks whether a test notices. Only quick tests of the folder itself are run, others would notice more; a test that does not end notices. Data made when a module loads is left alone. Where only some lines were tried, the score is of a sample; after tests were written for what had survived other lines were tried, and the last sample is shown.)

| | 分数 score | 改动 mutants | 发现 killed | 超时 timed out | 存活 survived | 未经 no test comes by | 范围 part | 日期 day |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |
${rooms.map(line).join('\n')}
${rowOf('合计 all that were tried', totalOf(rooms.map(([, counts]) => counts)), ['', ''])}

没有量过的 (not measured)：${others.join('、') || '—'}。
`;
}

/** A row of the table of scores. */
function rowOf(name, counts, more) {
  const { killed, timeouts, survived, uncovered } = counts;
  const cells = [name, percentOf(counts), mutantsOf(counts), killed, timeouts, survived, uncovered, ...more];
  return `| ${cells.join(' | ')} |`;
}

/** Mutants are tried by a command of their own, which takes hours: none may have been. */
function roomsTried() {
  try {
    return readEvidence('mutation').rooms;
  } catch {
    return {};
  }
}
