import { describe, expect, it } from 'vitest';
import { nianbao, temporaryFolder, type Run } from '../support/command-line';
import { buildReport } from '../support/report-builder';

const { write } = temporaryFolder();
const EVIL = '\u001b]0;x\u0007\u001b[31m\u009b\u202e##[error]x';
const report = buildReport({ edition: '2021', values: { new: { 'natural-person': 3, total: 4 } } })
  .replace('五、', `5、${EVIL}`)
  .replace('一、总体情况\n', `一、总体情况\n办理××件${EVIL}。\n`);

const linesOf = ({ out, err }: Run): readonly string[] =>
  `${out}\n${err}`.split('\n').map((line) => line.replace(/\r$/, ''));
const STEERING = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|##\[/u;

describe('names and texts that would steer a terminal or a build server', () => {
  it.each([
    'check --format text',
    'check --format text --locale en',
    'check --format json',
    'check --format sarif',
    'check --format github',
    'read',
    'read --format csv',
  ])('are shown by %s, and never sent', async (command) => {
    for (const name of [
      `a\n::error::x.txt`,
      `::error::y.txt`,
      ` ::warning::z.txt`,
      `${EVIL.replaceAll('/', '')}.txt`,
      '::group::坏.txt',
    ])
      write(name, name.includes('坏') ? new Uint8Array([0]) : report);
    write(
      'nianbao.config.json',
      JSON.stringify({
        [`${EVIL}\n::error::k`]: 1,
        rules: { [`\r::error::${EVIL}`]: 'off' },
        ignores: [{ rule: EVIL, [EVIL]: EVIL }],
      }),
    );
    const run = await nianbao(...command.split(' '), '.');
    expect(run.status).toBe(2);
    const lines = linesOf(run);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => STEERING.test(line))).toEqual([]);
    const commands = lines.filter((line) => /^\s*::/.test(line));
    expect(
      commands.filter(
        (line) =>
          !/^::(?:error|warning|notice) file=.*,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[a-z-]+::/.test(line),
      ),
    ).toEqual([]);
    if (command !== 'check --format github') expect(commands).toEqual([]);
  });

  it('are shown where they are arguments', async () => {
    for (const argument of [`a\n::error::x${EVIL}`, `*\n::error::x${EVIL}`]) {
      const run = await nianbao('check', argument);
      expect(run.status).toBe(2);
      expect(linesOf(run).filter((line) => STEERING.test(line) || /^\s*::/.test(line))).toEqual([]);
    }
    for (const args of [
      [`\n::error::${EVIL}`],
      ['check', `--\n::error::${EVIL}`],
      ['check', '--format', `\n::error::${EVIL}`],
      ['explain', `\n::error::${EVIL}`],
      ['check', '--config', `\n::error::${EVIL}`, '.'],
    ]) {
      write('a.txt', report);
      const run = await nianbao(...args);
      expect(run.status).toBe(2);
      expect(linesOf(run).filter((line) => STEERING.test(line) || /^\s*::/.test(line))).toEqual([]);
    }
  });
});
