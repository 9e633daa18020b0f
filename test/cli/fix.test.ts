import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encode, MARKS } from '../../server/src/files/decode';
import { nianbao, temporaryFolder } from '../support/command-line';
import { buildReport } from '../support/report-builder';

const { at, write } = temporaryFolder();
const right = buildReport({ edition: '2021' });
const misnumbered = right.replace('五、存在', '5、存在');
const wrongTotal = right.replace(/(一、本年新收政府信息公开申请数量(?:\s+\d+){6}\s+)\d+/, '$177');
const textOf = (name: string): string => readFileSync(at(name), 'utf8');

describe('fix', () => {
  it('mends what cannot change a meaning, and nothing else', async () => {
    write('a.txt', misnumbered);
    write('b.txt', wrongTotal);
    write('c.txt', right);
    expect(await nianbao('fix', '.')).toEqual({ status: 0, out: '', err: '' });
    expect([textOf('a.txt'), textOf('b.txt'), textOf('c.txt')]).toEqual([right, wrongTotal, right]);
  });

  it('keeps encoding, mark and line ends', async () => {
    const printed = (text: string) =>
      Buffer.concat([Uint8Array.from(MARKS['utf-16le']), encode(text.replaceAll('\n', '\r\n'), 'utf-16le')!]);
    write('a.txt', printed(misnumbered));
    await nianbao('fix', 'a.txt');
    expect(readFileSync(at('a.txt'))).toEqual(printed(right));
  });

  it('shows the changed lines alone and writes nothing with --dry-run', async () => {
    write('a.txt', misnumbered);
    const line = misnumbered.slice(0, misnumbered.indexOf('5、存在')).split('\n').length;
    const { out, status } = await nianbao('fix', '--dry-run', 'a.txt');
    expect(status).toBe(0);
    expect(out.split('\n')).toEqual([
      '--- a.txt',
      '+++ a.txt',
      `@@ -${line},1 +${line},1 @@`,
      '-5、存在的主要问题及改进情况',
      '+五、存在的主要问题及改进情况',
      '',
    ]);
    expect(textOf('a.txt')).toBe(misnumbered);
  });

  it('takes the first repair of a rule where that was chosen', async () => {
    write('a.txt', wrongTotal);
    expect((await nianbao('fix', '--rule', 'row-total-mismatch', '--choose', 'first', 'a.txt')).status).toBe(0);
    expect((await nianbao('check', 'a.txt')).out).not.toContain('row-total-mismatch');
  });

  it('leaves alone what the configuration ignores', async () => {
    write('nianbao.config.json', JSON.stringify({ rules: { 'misnumbered-section': 'off' } }));
    write('a.txt', misnumbered);
    await nianbao('fix', 'a.txt');
    expect(textOf('a.txt')).toBe(misnumbered);
  });

  it.each([
    [['--rule', 'row-total-mismatch']],
    [['--choose', 'first']],
    [['--rule', 'no-such-rule', '--choose', 'first']],
    [['--rule', 'row-total-mismatch', '--choose', 'last']],
  ])('says what is wrong with %j', async (options) => {
    write('a.txt', right);
    const { status, err } = await nianbao('fix', ...options, 'a.txt');
    expect(status).toBe(2);
    expect(err).toMatch(/--rule|--choose/);
  });
});
