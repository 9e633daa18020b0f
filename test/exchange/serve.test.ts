import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { said, show } from '../../server/src/core/index';
import type { Imported, Order, Outcome } from '../../server/src/exchange/works';
import { readOne } from '../support/findings';
import { buildReport } from '../support/report-builder';

const bundle = path.resolve(import.meta.dirname, '../../dist/exchange.js');

/** What a thread makes of an order, started as the editor starts it on a desktop. */
async function outcomeOf(order: Order): Promise<Outcome> {
  const worker = new Worker(`require(${JSON.stringify(bundle)}).serve(require('node:worker_threads').parentPort)`, {
    eval: true,
  });
  try {
    return await new Promise<Outcome>((resolve, reject) => {
      worker.on('message', resolve);
      worker.on('error', reject);
      worker.postMessage(order);
    });
  } finally {
    await worker.terminate();
  }
}

describe('a thread that reads and writes other programs’ files', () => {
  it('is built', () => {
    expect(existsSync(bundle)).toBe(true);
  });

  it('exports a report that came as plain data, and reads it again', async () => {
    const showing = said(show(readOne(buildReport({ edition: '2021' }))), 'zh-CN');
    for (const format of ['docx', 'xlsx', 'html'] as const) {
      const exported = (await outcomeOf({ work: 'exportSaid', args: [format, showing, true] })) as {
        result: Uint8Array;
      };
      if (format !== 'html') expect(Object.keys(unzipSync(exported.result)).length).toBeGreaterThan(3);
      const read = (await outcomeOf({ work: 'importFile', args: [exported.result] })) as { result: Imported };
      expect(read.result).toHaveProperty('blocks');
    }
  });

  it('refuses what cannot be read, and says when an order fails', async () => {
    expect(await outcomeOf({ work: 'importFile', args: [strToU8('PK\u0003\u0004broken')] })).toMatchObject({
      result: { refused: { zh: expect.stringContaining('已损坏') as unknown } },
    });
    expect(await outcomeOf({ work: 'exportSaid', args: ['docx', undefined, false] })).toHaveProperty('failed');
  });
});
