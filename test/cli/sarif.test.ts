import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { fileUri, folderUri } from '../../server/src/cli/file-uri';
import { Printer } from '../../server/src/cli/printer';
import { sarif } from '../../server/src/cli/format-sarif';
import { nianbao, temporaryFolder } from '../support/command-line';
import { buildReport } from '../support/report-builder';

const { write } = temporaryFolder();
const wrong = buildReport({ edition: '2021', values: { new: { 'natural-person': 3, total: 4 } } }).replace(
  '五、',
  '5、',
);

interface Result {
  readonly ruleId: string;
  readonly partialFingerprints: object;
  readonly locations: readonly [
    { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string } } },
  ];
}
interface Run {
  readonly results: readonly Result[];
  readonly originalUriBaseIds: object;
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly { message: { text: string } }[];
  }[];
  readonly properties: { readonly omittedResults: number };
}
const runOf = (out: string): Run => (JSON.parse(out) as { runs: [Run] }).runs[0];

/** The schema of OASIS, of draft 4 but for nothing that draft 7 does not know. */
const schema = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../support/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
) as Record<string, unknown>;
delete schema['id'];
delete schema['$schema'];
const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

describe('SARIF', () => {
  it('is valid, with findings, without, and where something failed', async () => {
    write('a.txt', wrong);
    write('b.txt', new Uint8Array([0]));
    write('clean.txt', buildReport({ edition: '2021' }));
    for (const args of [['a.txt'], ['clean.txt'], ['.'], ['--locale', 'en', '--max-findings', '1', '.']]) {
      const { out } = await nianbao('check', '--format', 'sarif', ...args);
      expect(isSarif(JSON.parse(out)), JSON.stringify(isSarif.errors)).toBe(true);
    }
    expect(isSarif({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });

  it('names files from the working folder, whatever characters they have', async () => {
    const name = 'a#1?b%2:[x] 年报.txt';
    write(name, wrong);
    const { results, originalUriBaseIds } = runOf((await nianbao('check', '--format', 'sarif', '.')).out);
    const { uri, uriBaseId } = results[0]!.locations[0].physicalLocation.artifactLocation;
    expect(uri).not.toMatch(/[#?:\s]/);
    expect([decodeURIComponent(uri), uriBaseId]).toEqual([name, '%SRCROOT%']);
    expect(originalUriBaseIds).toEqual({ '%SRCROOT%': { uri: `${pathToFileURL(process.cwd()).href}/` } });
  });

  it('names files of Windows as URIs too, and those elsewhere in full', () => {
    expect(fileUri('2024\\年 报#.txt', 'C:\\工作', path.win32)).toEqual({
      uri: '2024/%E5%B9%B4%20%E6%8A%A5%23.txt',
      uriBaseId: '%SRCROOT%',
    });
    expect(fileUri('D:\\a.txt', 'C:\\工作', path.win32)).toEqual({ uri: 'file:///D:/a.txt' });
    expect(fileUri('\\\\host\\share\\a.txt', 'C:\\工作', path.win32)).toEqual({ uri: 'file://host/share/a.txt' });
    expect(folderUri('C:\\a b', path.win32)).toBe('file:///C:/a%20b/');
    expect(fileUri('/elsewhere/a#.txt', '/here')).toEqual({ uri: 'file:///elsewhere/a%23.txt' });
  });

  it('knows a finding again after lines were added above it, and tells equal ones apart', async () => {
    const twice = wrong.replace('一、总体情况\n', '一、总体情况\n××\n××\n');
    write('a.txt', twice);
    const before = runOf((await nianbao('check', '--format', 'sarif', 'a.txt')).out).results;
    write('a.txt', twice.replace('一、总体情况\n', '一、总体情况\n本机关依法公开信息。\n\n'));
    const after = runOf((await nianbao('check', '--format', 'sarif', 'a.txt')).out).results;
    const marks = before.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
    expect(after.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints))).toEqual(marks);
    expect(new Set(marks).size).toBe(marks.length);
    expect(marks.length).toBeGreaterThan(2);
  });

  it('has at most 25000 results, and says how many more there are', async () => {
    let out = '';
    const printer = new Printer(sarif, 'en', {
      write: (text) => {
        out += text;
        return Promise.resolve();
      },
    });
    const counts = {
      files: 1,
      errors: 10_001,
      warnings: 0,
      information: 0,
      hints: 0,
      unrecognised: 0,
      omitted: 0,
      accepted: 0,
    };
    for (let i = 0; i < 3; i++)
      await printer.add({ parts: new Array<string>(10_001).fill('{"message":{"text":"x"}}'), counts });
    await printer.end({ ...printer.counts, failures: 0, skipped: [], arrivals: [] });
    const { results, invocations, properties } = runOf(out);
    expect([results.length, properties.omittedResults]).toEqual([25_000, 5003]);
    expect(invocations[0]!.toolExecutionNotifications[0]!.message.text).toContain('5003 more');
  });
});
