import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { nianbao, temporaryFolder } from '../support/command-line';
import { FAULTY } from '../lsp/texts';

interface Matcher {
  readonly name: string;
  readonly severity: string;
  readonly pattern: Readonly<Record<'file' | 'line' | 'column' | 'message' | 'code', number>> & {
    readonly regexp: string;
  };
}

const root = path.resolve(import.meta.dirname, '../..');
const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  readonly contributes: { readonly problemMatchers: readonly Matcher[] };
};
const matcher = (name: string): Matcher => contributes.problemMatchers.find((one) => one.name === name)!;
/** In the order in which the task has them: the first that matches a line takes it. */
const OF_TASK = ['nianbao-warning', 'nianbao-information', 'nianbao'].map(matcher);

function problems(output: string, matchers: readonly Matcher[]): readonly (readonly string[])[] {
  return output.split('\n').flatMap((line) => {
    for (const { severity, pattern } of matchers) {
      const found = new RegExp(pattern.regexp).exec(line);
      if (found !== null)
        return [
          [severity, found[pattern.file]!, `${found[pattern.line]}:${found[pattern.column]}`, found[pattern.code]!],
        ];
    }
    return [];
  });
}

const { write } = temporaryFolder();

describe('the problem matcher', () => {
  it.each(['zh-CN', 'en'])('takes every finding out of what the command line prints, in %s', async (locale) => {
    const name = '青禾县 水务局:2023 [定稿].txt';
    write(name, FAULTY);
    const { out } = await nianbao('check', '--locale', locale, '.');
    const json = await nianbao('check', '--format', 'json', '.');
    interface Found {
      readonly rule: string;
      readonly severity: string;
      readonly range: { readonly start: { readonly line: number; readonly character: number } };
    }
    const { files } = JSON.parse(json.out) as { readonly files: readonly { readonly findings: readonly Found[] }[] };
    const expected = files[0]!.findings.map(({ rule, severity, range: { start } }) => [
      severity === 'hint' || severity === 'information' ? 'info' : severity,
      name,
      `${start.line + 1}:${start.character + 1}`,
      rule,
    ]);
    expect(expected.map(([severity]) => severity)).toEqual(expect.arrayContaining(['error', 'warning', 'info']));
    expect(problems(out, OF_TASK)).toEqual(expected);
    expect(problems(out, [matcher('nianbao')]).map((one) => one.slice(1))).toEqual(expected.map((one) => one.slice(1)));
  });
});
