import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { PROGRAM, temporaryFolder } from '../support/command-line';
import { buildReport } from '../support/report-builder';

const { write } = temporaryFolder();
const row = (value: number): readonly number[] => [value, 0, 0, 0, 0, 0, value];
const lastYear = buildReport({ edition: '2021', year: 2023, values: { new: row(1), 'carried-out': row(1) } });
const thisYear = buildReport({ edition: '2021', year: 2024 });

function piped(input: string, ...args: readonly string[]) {
  const { status, stdout } = spawnSync(process.execPath, [PROGRAM, 'check', '--format', 'json', ...args], {
    input,
    encoding: 'utf8',
  });
  const { files } = JSON.parse(stdout) as { files: { path: string; findings: { rule: string }[] }[] };
  return [status, ...files.map(({ path, findings }) => [path, ...findings.map(({ rule }) => rule)].join(' '))];
}

describe('standard input', () => {
  it('is a file of the name that it is given: last year and configuration are looked for beside it', () => {
    write('a/2023.txt', lastYear);
    write('a/2024.txt', lastYear);
    expect(piped(thisYear, '-', '--stdin-filename', 'a/2024.txt')).toEqual([
      0,
      'a/2024.txt carry-over-mismatch carry-over-mismatch',
    ]);
    write('a/nianbao.config.json', '{ "rules": { "carry-over-mismatch": "off" } }');
    expect(piped(thisYear, '-', '--stdin-filename', 'a/2024.txt')).toEqual([0, 'a/2024.txt']);
  });

  it('is read once, by any of its names', () => {
    expect(piped(thisYear, '/dev/stdin', '-')).toEqual([0, '-']);
  });

  it('may be a pipe that is named, as a shell does', () => {
    write('a.txt', thisYear.replace('五、', '5、'));
    const command = `"${process.execPath}" "${PROGRAM}" check --format json <(cat a.txt; sleep 0.2; echo)`;
    const { status, stdout } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, expect.stringContaining('misnumbered-section')]);
  });
});
