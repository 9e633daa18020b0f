import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { encode } from '../../server/src/files/decode';
import { nodeFiles } from '../../server/src/files/node-files';
import { temporaryFolder } from '../support/command-line';
import { startClient, type Client } from '../support/lsp-harness';
import { buildReport } from '../support/report-builder';

const { at, write } = temporaryFolder();
let client: Client;
afterEach(() => client.stop());

const row = (value: number): readonly number[] => [value, 0, 0, 0, 0, 0, value];
const lastYear = buildReport({ edition: '2021', year: 2023, values: { new: row(1), 'carried-out': row(1) } });
const filler = '各科室按时报送材料。\n'.repeat(20_000);

describe('the first look at a folder', () => {
  it('reads no large file whole that does not begin as reports do', async () => {
    const whole: string[] = [];
    write('日志.txt', filler);
    write('记录.txt', encode(filler, 'gb18030')!);
    write('通知.txt', '请各科室于周五前报送材料。\n');
    write('2023.txt', lastYear);
    write('合订本信息公开年报.txt', filler);
    write('汇编.txt', `${lastYear.replace('2023', '2022').replaceAll('青禾县水务局', '云溪市财政局')}\n${filler}`);
    const files = {
      ...nodeFiles,
      read: async (uri: string, mayMatter?: (beginning: string) => boolean) => {
        const text = await nodeFiles.read(uri, mayMatter);
        if (text !== undefined && text === (await nodeFiles.read(uri)))
          whole.push(decodeURIComponent(uri).split('/').at(-1)!);
        return text;
      },
    };
    client = await startClient({ folder: pathToFileURL(at()).href, runtime: { files } });
    const THIS = pathToFileURL(at('2024.txt')).href;
    client.open(THIS, buildReport({ edition: '2021', year: 2024 }));
    await expect.poll(() => client.diagnostics(THIS), { timeout: 10_000 }).toHaveLength(2);
    await expect
      .poll(() => whole.filter((name) => name.endsWith('.txt')).sort(), { timeout: 10_000 })
      .toEqual(['2023.txt', '合订本信息公开年报.txt', '汇编.txt', '通知.txt'].sort());
  });
});
