import { readFileSync, symlinkSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { encode } from '../../server/src/files/decode';
import { nodeFiles } from '../../server/src/files/node-files';
import { nianbao, temporaryFolder } from '../support/command-line';
import { startClient, type Client } from '../support/lsp-harness';
import { buildReport } from '../support/report-builder';

const { at, write } = temporaryFolder();
let client: Client | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const row = (value: number): readonly number[] => [value, 0, 0, 0, 0, 0, value];
const lastYear = (carried: number): string =>
  buildReport({ edition: '2021', year: 2023, values: { new: row(carried), 'carried-out': row(carried) } });
const thisYear = buildReport({ edition: '2021', year: 2024 });
const THIS = '2024.txt';

interface Place {
  readonly line: number;
  readonly character: number;
}
const shown = (id: unknown, { start, end }: { readonly start: Place; readonly end: Place }, message: string): string =>
  `${String(id)} ${start.line}:${start.character}–${end.line}:${end.character} ${message}`;

/** What the command line says of a file of the folder. */
async function fromCommandLine(name: string): Promise<readonly string[]> {
  type Finding = {
    readonly rule: string;
    readonly message: string;
    readonly range: { readonly start: Place; readonly end: Place };
  };
  const { files } = JSON.parse((await nianbao('check', '--format', 'json', '.')).out) as {
    files: { path: string; findings: Finding[] }[];
  };
  return files
    .filter(({ path }) => path === name)
    .flatMap(({ findings }) => findings.map(({ rule, range, message }) => shown(rule, range, message)));
}

/** What the server says of it when the folder, or one below it, is open and has been read. */
async function fromServer(name: string, folder: string): Promise<readonly string[]> {
  client = await startClient({
    folder: pathToFileURL(at(folder)).href,
    runtime: { files: nodeFiles },
    settings: { diagnostics: { scope: 'workspace' } },
  });
  // Fulfilled when the folder has been read.
  await client.request('workspace/diagnostic', { previousResultIds: [] });
  const uri = pathToFileURL(at(name)).href;
  client.open(uri, readFileSync(at(name), 'utf8'));
  return (await client.diagnostics(uri)).map(({ code, range, message }) => shown(code, range, String(message)));
}

describe('the same folder', () => {
  it.each<[string, () => void, string, string?, string?]>([
    ['with last year’s report beside', () => write('2023.txt', lastYear(1)), 'carry-over-mismatch'],
    ['with last year’s report in capitals', () => write('2023.TXT', lastYear(1)), 'carry-over-mismatch'],
    [
      'with a copy of it',
      () => (write('2023.txt', lastYear(1)), write('2023 - 副本.txt', lastYear(2))),
      'carry-over-mismatch',
    ],
    [
      'with a draft of it',
      () => (write('2023定稿.txt', lastYear(1)), write('2023送审稿.txt', lastYear(2))),
      'differing-copies',
    ],
    [
      'with a volume',
      () => (write('合订本.txt', `${lastYear(1)}\n${thisYear}`), write('2023.txt', lastYear(0))),
      'carry-over-mismatch',
      '合订本.txt',
    ],
    [
      'behind a link',
      () => (write('.存档/2023.txt', lastYear(1)), symlinkSync('.存档', at('上年'))),
      'carry-over-mismatch',
    ],
    [
      'behind a link that leads around',
      () => (write('2023.txt', lastYear(1)), symlinkSync('..', at('around')), symlinkSync('.', at('self'))),
      'carry-over-mismatch',
    ],
    [
      'with a large file that does not begin as reports do',
      () => write('资料.txt', `${'各科室按时报送材料。\n'.repeat(20_000)}${lastYear(1)}`),
      '',
    ],
    ...(['utf-8-bom', 'utf-16le', 'gb18030'] as const).map((encoding): [string, () => void, string] => [
      `with a configuration in ${encoding}`,
      () => {
        const text = '{"rules":{"carry-over-mismatch":"off"},"acceptedHeadings":{"1":["基本情况"]}}';
        write(
          'nianbao.config.json',
          encode(encoding === 'gb18030' ? text : `\ufeff${text}`, encoding === 'utf-8-bom' ? 'utf-8' : encoding)!,
        );
        write('2023.txt', lastYear(1));
      },
      '',
    ]),
    [
      'below a configuration',
      () => (
        write('nianbao.config.json', '{"rules":{"carry-over-mismatch":"off"}}'),
        write('a/2024.txt', thisYear),
        write('a/2023.txt', lastYear(1))
      ),
      '',
      'a/2024.txt',
      'a',
    ],
  ])('gets the same verdict from both hosts: %s', async (_, make, expected, name = THIS, folder = '.') => {
    write(THIS, thisYear);
    make();
    const said = await fromCommandLine(name);
    expect([...new Set(said.map((finding) => finding.split(' ')[0]))]).toEqual(expected === '' ? [] : [expected]);
    expect(await fromServer(name, folder)).toEqual(said);
  });
});
