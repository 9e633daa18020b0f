// @ts-check
// Writes docs/evidence.md from what the last `npm test` (and the last fuzz run) has left: nothing on it is typed.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import { BUNDLES } from './bundles.mjs';
import { readEvidence } from './evidence.mjs';
import { PAGE } from './page.mjs';

const root = path.join(import.meta.dirname, '..');
const target = path.join(root, 'docs/evidence.md');
const unit = readEvidence('unit');
const fuzz = readEvidence('fuzz');
const soak = readEvidence('soak');
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

没有量过的：变异分数 (not measured: the mutation score).
`;
writeFileSync(target, await prettier.format(text, { parser: 'markdown', ...(await prettier.resolveConfig(target)) }));
console.log(text);
