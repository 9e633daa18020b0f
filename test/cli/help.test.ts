import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENGLISH, EXAMPLES } from '../../server/src/cli/help';
import { Output } from '../../server/src/cli/output';
import { programOf } from '../../server/src/cli/program';
import { nianbao } from '../support/command-line';

const silent = (): Output =>
  new Output(
    () => undefined,
    () => undefined,
  );
const { commands } = programOf(silent());

describe('help', () => {
  it.each(commands.map((command) => [command.name(), command] as const))(
    'on %s is in two languages, with an example that the program takes',
    async (name, command) => {
      const { out, status } = await nianbao(name, '--help');
      expect([status, out]).toEqual([0, expect.stringContaining('Examples')]);
      expect(command.description()).toMatch(/\p{Script=Han}.*\([a-z]/u);
      for (const { description, flags } of command.options)
        expect([flags, description]).toEqual([flags, expect.stringMatching(/\p{Script=Han}.* \([^()]+\)$/u)]);
      for (const { description, long, mandatory } of command.options)
        expect([long, mandatory && description.includes('else to')]).toEqual([long, false]);
      for (const { line } of EXAMPLES[name]!) {
        const [, used, ...args] = line.split(' && ')[0]!.split(' ');
        const { operands, unknown } = commands.find((one) => one.name() === used)!.parseOptions(args);
        expect([used, operands.length > 0 || name === 'new', unknown]).toEqual([name, true, []]);
      }
    },
  );

  it('has no words for options that are none', () => {
    const known = new Set(
      commands.flatMap((one) => one.options.flatMap(({ long }) => [long, `${one.name()} ${long}`])),
    );
    expect(Object.keys(ENGLISH).filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('completion', () => {
  const complete = (...words: readonly string[]): readonly string[] => {
    const script = path.resolve(import.meta.dirname, '../../completions/nianbao.bash');
    const line = words.map((word) => `'${word}'`).join(' ');
    const run = `source '${script}'; COMP_WORDS=(${line}); COMP_CWORD=${words.length - 1}; _nianbao; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return spawnSync('bash', ['-c', run], { encoding: 'utf8' }).stdout.trim().split('\n');
  };

  it('in bash offers commands, their options, and values', () => {
    expect(complete('nianbao', 'le')).toEqual(['letter']);
    expect(complete('nianbao', 'check', '--base')).toEqual(['--baseline']);
    expect(complete('nianbao', 'letter', '--format', 'm')).toEqual(['markdown']);
    expect(complete('nianbao', 'check', 'a')).toEqual(['']);
  });

  it('in bash offers rules where one is asked for', () => {
    expect(complete('nianbao', 'explain', 'bal')).toEqual(['balance-mismatch']);
    expect(complete('nianbao', 'fix', '--rule', 'fra')).toEqual(['fractional-count']);
  });
});
