import process from 'node:process';
import { CancellationError, CancellationTokenSource, Uri } from 'vscode';
import { beforeEach, describe, expect, it } from 'vitest';
import { Exchange } from '../../../client/src/common/exchange';
import { writeWhole } from '../../../client/src/common/write-whole';
import { paste } from '../../support/pasting';
import { buildReport } from '../../support/report-builder';
import { realExchange } from '../../support/threads';
import { user } from '../../support/vscode';

beforeEach(() => user.begin());

describe('a work that is cancelled', () => {
  /** A thread that never answers, and what became of it. */
  function silent() {
    const seen: string[] = [];
    const exchange = new Exchange(async () => {
      seen.push('started');
      return { order: ({ work }) => void seen.push(work), end: () => void seen.push('ended') };
    });
    return { seen, exchange };
  }

  it('before it begins starts no thread', async () => {
    const { seen, exchange } = silent();
    const source = new CancellationTokenSource();
    source.cancel();
    await expect(exchange.have('importFile', [new Uint8Array()], source.token)).rejects.toThrow(CancellationError);
    expect(seen).toEqual([]);
  });

  it('while it goes on ends its thread', async () => {
    const { seen, exchange } = silent();
    const source = new CancellationTokenSource();
    const work = exchange.have('importPage', ['<p>'], source.token);
    await Promise.resolve();
    source.cancel();
    await expect(work).rejects.toThrow(CancellationError);
    expect(seen).toEqual(['started', 'importPage', 'ended']);
  });

  it('while its thread starts orders nothing of it, and ends it', async () => {
    const seen: string[] = [];
    let start: () => void = () => undefined;
    const exchange = new Exchange(async () => {
      await new Promise<void>((resolve) => (start = resolve));
      return { order: ({ work }) => void seen.push(work), end: () => void seen.push('ended') };
    });
    const source = new CancellationTokenSource();
    const work = exchange.have('importPage', ['<p>'], source.token);
    source.cancel();
    await expect(work).rejects.toThrow(CancellationError);
    start();
    await expect.poll(() => seen).toEqual(['ended']);
  });

  it('among several in one thread ends that, and the next one has a new one', async () => {
    const seen: string[] = [];
    let answers = true;
    const sequence = new Exchange(async (heard) => {
      seen.push('started');
      return {
        order: ({ work }) => {
          seen.push(work);
          if (answers) heard({ result: { blocks: [], notes: [] } });
        },
        end: () => void seen.push('ended'),
      };
    }).sequence();
    const { token } = new CancellationTokenSource();
    await sequence.have('importPage', ['<p>'], token);
    answers = false;
    const source = new CancellationTokenSource();
    const work = sequence.have('importPage', ['<p>'], source.token);
    await expect.poll(() => seen.length).toBe(3);
    source.cancel();
    await expect(work).rejects.toThrow(CancellationError);
    answers = true;
    await sequence.have('importPage', ['<p>'], token);
    sequence.end();
    await expect
      .poll(() => seen)
      .toEqual(['started', 'importPage', 'importPage', 'ended', 'started', 'importPage', 'ended']);
  });

  it('that takes too long ends its thread and says so', async () => {
    const { seen, exchange } = silent();
    const { token } = new CancellationTokenSource();
    await expect(exchange.have('importPage', ['<p>'], token, 1)).rejects.toThrow('was stopped');
    expect(seen.at(-1)).toBe('ended');
  });
});

describe('a file that is written', () => {
  const target = Uri.file('/出/a.docx');

  it('is left as it was where that is cancelled before its end, and nothing lies beside it', async () => {
    user.files.set(target.path, Uint8Array.of(1));
    const source = new CancellationTokenSource();
    user.sees = () => source.cancel();
    await expect(writeWhole(target, Uint8Array.of(2), source.token)).rejects.toThrow(CancellationError);
    expect([...user.files]).toEqual([[target.path, Uint8Array.of(1)]]);
  });

  it('is there whole where cancelling comes too late', async () => {
    const source = new CancellationTokenSource();
    user.sees = (step) => {
      if (step.startsWith('rename')) source.cancel();
    };
    await writeWhole(target, Uint8Array.of(2), source.token);
    expect([...user.files]).toEqual([[target.path, Uint8Array.of(2)]]);
  });
});

/** Five megabytes of a page, which take seconds to read. */
const LARGE = `<table>${'<tr><td>1<td>2'.repeat(350_000)}`;

describe('a thread on a desktop', () => {
  const threads = (): number => process.getActiveResourcesInfo().filter((each) => each === 'MessagePort').length;

  it('ends in the middle of a page that takes long, where that is cancelled', async () => {
    const before = threads();
    const { exchange, seen } = realExchange();
    const source = new CancellationTokenSource();
    const work = exchange.have('importPage', [LARGE], source.token);
    await expect.poll(() => seen).toEqual(['importPage']);
    source.cancel();
    await expect(work).rejects.toThrow(CancellationError);
    await expect.poll(threads, { timeout: 10_000 }).toBe(before);
    expect(seen).toEqual(['importPage', 'ended']);
  });
});

it('a thread on a desktop does several works one after the other', async () => {
  const { exchange, seen } = realExchange();
  const sequence = exchange.sequence();
  const { token } = new CancellationTokenSource();
  for (const html of ['<p>一', '<p>二'])
    expect(await sequence.have('importPage', [html], token)).toMatchObject({ blocks: [{ text: html.at(-1) }] });
  sequence.end();
  await expect.poll(() => seen).toEqual(['importPage', 'answered', 'importPage', 'answered', 'ended']);
});

describe('a paste', () => {
  const text = buildReport({ edition: '2021' });
  const place = { text, start: text.indexOf('一、本年新收') + 1 };

  it('that is cancelled in the middle of a page that takes long gives no edit, says nothing and ends its thread', async () => {
    const { exchange, seen } = realExchange();
    const source = new CancellationTokenSource();
    const pasted = paste(exchange, place, { html: LARGE, plain: '1\t2\n3\t4' }, source.token);
    await expect.poll(() => seen).toEqual(['importPage']);
    source.cancel();
    expect(await pasted).toBeUndefined();
    await expect.poll(() => seen).toEqual(['importPage', 'ended']);
    expect(user.told).toEqual([]);
  });

  it('that is cancelled before it begins orders nothing', async () => {
    const { exchange, seen } = realExchange();
    const source = new CancellationTokenSource();
    source.cancel();
    expect(await paste(exchange, place, { html: LARGE }, source.token)).toBeUndefined();
    expect([seen, user.told]).toEqual([[], []]);
  });

  it('whose page cannot be read is plain, and that is said', async () => {
    const exchange = new Exchange(async (heard) => ({
      order: () => heard({ failed: 'broken' }),
      end: () => undefined,
    }));
    await expect(paste(exchange, place, { html: LARGE })).rejects.toThrow('broken');
    expect(user.told).toEqual([expect.stringContaining('pasted as plain text')]);
  });
});
