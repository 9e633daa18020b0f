import { existsSync } from 'node:fs';
import path from 'node:path';
import { Exchange } from '../../client/src/common/exchange';
import { startThread } from '../../client/src/node/exchange-thread';

const bundle = path.resolve(import.meta.dirname, '../../dist/exchange.js');

/** The built room that reads and writes other programs' files, in real threads, and what becomes of these. */
export function realExchange(): { readonly exchange: Exchange; readonly seen: readonly string[] } {
  if (!existsSync(bundle)) throw new Error('Threads are tested as they are built: npm run build');
  const seen: string[] = [];
  const start = startThread(bundle);
  const exchange = new Exchange(async (heard, ended) => {
    const thread = await start((outcome) => {
      seen.push('answered');
      heard(outcome);
    }, ended);
    return {
      order: (order) => {
        seen.push(order.work);
        thread.order(order);
      },
      end: () => {
        seen.push('ended');
        thread.end();
      },
    };
  });
  return { exchange, seen };
}
