import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { nianbao, temporaryFolder } from '../support/command-line';
import { buildReport } from '../support/report-builder';

const root = path.resolve(import.meta.dirname, '../..');
const textOf = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const { write } = temporaryFolder();

describe('the hook of pre-commit', () => {
  const hook = textOf('.pre-commit-hooks.yaml');
  const files = new RegExp(/files: '([^']+)'/.exec(hook)![1]!);

  it.each([
    ['青禾县水务局2024年政府信息公开工作年度报告.txt', true],
    ['年报/青禾县信息公开年报2024.txt', true],
    ['2024.nianbao', true],
    ['停水通知.txt', false],
    ['政府信息公开工作年度报告.docx', false],
  ])('takes files by their names as the editor does: %s %s', (name, isTaken) => {
    expect(files.test(name)).toBe(isTaken);
  });

  it('runs a command that is there, and stops a commit with an error in it', async () => {
    const [, ...command] = /entry: (.+)/.exec(hook)![1]!.split(' ');
    write('a.txt', buildReport({ edition: '2021', values: { new: ['3', '0', '0', '0', '0', '0', '4'] } }));
    expect((await nianbao(...command, 'a.txt')).status).toBe(1);
  });
});

describe('the action', () => {
  it('passes options that the command has, and marks what is wrong', async () => {
    const call = /nianbao (check .*) -- \$NIANBAO_PATHS/.exec(textOf('action.yml'))![1]!;
    const args = call.replace('"$NIANBAO_FAIL_ON"', 'error').split(' ');
    write('a.txt', buildReport({ edition: '2021', values: { new: ['3', '0', '0', '0', '0', '0', '4'] } }));
    const run = await nianbao(...args, '--', 'a.txt');
    expect(run.status).toBe(1);
    expect(run.out).toMatch(/^::error file=a\.txt,line=/m);
  });
});
