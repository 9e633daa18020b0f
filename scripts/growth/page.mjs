// @ts-check
import process from 'node:process';

/**
 * What was measured as a page; `most` is the largest exponent that passes.
 *
 * @param {readonly Record<string, any>[]} tables
 * @param {{ rounds: number, most: number }} options
 */
export function growthPage([engine, requests], { rounds, most }) {
  const date = new Date().toISOString().slice(0, 10);
  return `# 时间随文本怎样增长 How time grows with the text

\`npm run measure:growth\` 写这一页 (writes this page)：${date}，Node ${process.version}，每处量 ${rounds} 次取最少 (the least of so many times)。

指数是时间随文本长度的几次方增长：1 为成正比，2 为平方；超过 ${most} 即为过陡。空着的是时间太短，量不出。
(The exponent is the power of the text's length by which time grows: 1 is in proportion, 2 is squared; more than ${most} is too steep. Where it is blank the times are too short to tell.)

## 引擎 The engine

\`test/growth/patterns.ts\` 中每一种可疑的文本，各做成 4 种长度，每种是前一种的 4 倍，最长约 1.5 MB；对全文能做的每一件事各量处理器时间，列出增长最陡的一件、最慢的一件和它每 100 KB 的毫秒数。
同样的文本在单元测试中按执行的步数检查，与机器快慢无关。
(Each suspicious text of \`test/growth/patterns.ts\` in four lengths, each four times the one before, the longest of some 1.5 MB; of all that is done with a whole text, the work that grows fastest and the one that takes longest, in milliseconds of the processor. The unit tests hold the same texts by counted steps, whatever the machine.)

| 文本 Text | 最陡 Steepest | 指数 Exponent | 最慢 Slowest | 毫秒/100 KB |
| --- | --- | ---: | --- | ---: |
${Object.entries(engine)
  .map(([name, row]) => line([name, row.steepest, row.exponent, row.slowest, row['ms per 100 KB']]))
  .join('\n')}

## 汇编的请求 Requests on a volume

刚打开、还什么都不知道时问一次（first），都已知道时再问一次（again），直到答复回到客户端，毫秒。
(Asked once when the text was just opened and nothing is known of it, and once more when all is known, until the answer is back; milliseconds.)

${table(requests)}
`;
}

function table(rows) {
  const columns = Object.keys(Object.values(rows)[0]);
  return [
    line(['请求 Request', ...columns]),
    line(['---', ...columns.map(() => '---:')]),
    ...Object.entries(rows).map(([name, row]) => line([name, ...columns.map((column) => row[column])])),
  ].join('\n');
}

const line = (cells) => `| ${cells.map((cell) => cell ?? '').join(' | ')} |`;
