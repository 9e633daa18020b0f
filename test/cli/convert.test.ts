import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyEdits, convertTable, isRefusal, readDocument, type TableLayout } from '../../server/src/core/index';
import { decode, encode, MARKS, type Encoding } from '../../server/src/files/decode';
import { nianbao, PROGRAM, temporaryFolder } from '../support/command-line';
import { buildReport } from '../support/report-builder';

const { at, write } = temporaryFolder();
const report = buildReport({ edition: '2021' });
const bytesOf = (name: string): Buffer => readFileSync(at(name));

function converted(text: string, layout: TableLayout): string {
  const [segment] = readDocument(text).segments;
  const results = segment!.report.tables.map((table) => convertTable(segment!.report, table, layout, '\n'));
  return applyEdits(
    text,
    results.flatMap((result) => (isRefusal(result) ? [] : [result])),
  );
}

describe('convert --write', () => {
  it.each<Encoding>(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'])(
    'writes %s as it was, and every byte outside of the tables',
    async (encoding) => {
      const odd =
        encoding === 'gb18030'
          ? Buffer.from([
              0xfe, 0x59, 0x82, 0x35, 0x90, 0x37, 0xa6, 0xd9, 0x84, 0x31, 0x82, 0x36, 0xa3, 0xa0, 0xa8, 0xbc,
            ])
          : encode('𠮷\u0301', encoding)!;
      const [before, after] = report.split('一、总体情况\n');
      const heading = `一、总体情况\n另附说明`;
      write(
        'a.txt',
        Buffer.concat([
          Uint8Array.from(MARKS[encoding]),
          encode(before! + heading, encoding)!,
          odd,
          encode(`\n${after}`, encoding)!,
        ]),
      );
      const { text } = decode(bytesOf('a.txt'))!;
      expect(await nianbao('convert', '--to', 'markdown', '--write', 'a.txt')).toEqual({ status: 0, out: '', err: '' });
      const written = bytesOf('a.txt');
      const expected = converted(text, 'markdown');
      expect(expected).toContain('| 一、本年新收政府信息公开申请数量 |');
      expect(decode(written)).toEqual({ text: expected, encoding });
      expect(written.includes(Buffer.concat([encode('另附说明', encoding)!, odd, encode('\n', encoding)!]))).toBe(true);
    },
  );

  it('leaves a file alone that is read-only, and tells it; the others are converted', async () => {
    for (const name of ['a.txt', 'b.txt', 'c.txt']) write(name, report);
    chmodSync(at('b.txt'), 0o444);
    const { status, err } = await nianbao('convert', '--to', 'cells', '--write', '.');
    expect([status, err]).toEqual([2, 'nianbao: b.txt: 只读，未改动 (read-only, left as it is)\n']);
    expect(['a.txt', 'b.txt', 'c.txt'].map((name) => bytesOf(name).toString() === report)).toEqual([
      false,
      true,
      false,
    ]);
    expect(statSync(at('b.txt')).mode & 0o777).toBe(0o444);
  });

  it('follows a link that was named, and none that stands in a folder', async () => {
    write('out/a.txt', report);
    write('in/b.txt', report);
    symlinkSync('../out/a.txt', at('in/link.txt'));
    symlinkSync('../out', at('in/way'));
    for (const argument of ['in', 'in/*.txt', 'in/**/*.txt']) {
      expect((await nianbao('convert', '--to', 'cells', '--write', argument)).status).toBe(0);
      expect(bytesOf('out/a.txt').toString()).toBe(report);
    }
    expect(bytesOf('in/b.txt').toString()).not.toBe(report);
    expect((await nianbao('convert', '--to', 'cells', '--write', 'in/link.txt')).status).toBe(0);
    expect(bytesOf('out/a.txt').toString()).not.toBe(report);
    expect(lstatSync(at('in/link.txt')).isSymbolicLink()).toBe(true);
  });

  it('leaves the old file whole where the new one finds no room, and nothing else', async () => {
    const long = report.replace('一、总体情况\n', `一、总体情况\n${'主动公开政府信息。\n'.repeat(5000)}`);
    write('a.txt', long);
    write('b.txt', report);
    // The limit of a file's size stands for a full disk.
    const limited = `trap '' XFSZ; ulimit -f 32; exec "${process.execPath}" "${PROGRAM}" convert --to cells --write .`;
    const { status, stderr } = spawnSync('sh', ['-c', limited], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, 'nianbao: a.txt: EFBIG (system error)\n']);
    expect(bytesOf('a.txt').toString()).toBe(long);
    expect(bytesOf('b.txt').toString()).not.toBe(report);
    expect(readdirSync(at()).sort()).toEqual(['a.txt', 'b.txt']);
  });

  it('does not write a file of which nothing changes', async () => {
    write('a.txt', report);
    const { ino } = statSync(at('a.txt'));
    expect((await nianbao('convert', '--to', 'tsv', '--write', 'a.txt')).status).toBe(0);
    expect(statSync(at('a.txt')).ino).toBe(ino);
  });
});
