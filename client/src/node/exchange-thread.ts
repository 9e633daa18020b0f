import { Worker } from 'node:worker_threads';
import type { StartThread } from '../common/exchange';

/** A file that is hostile takes the thread's memory and not the editor's. */
const MEMORY = { maxOldGenerationSizeMb: 1_024 };

/** Starts threads of the built room that reads and writes other programs’ files. */
export const startThread =
  (bundle: string): StartThread =>
  (heard, ended) => {
    const worker = new Worker(`require(${JSON.stringify(bundle)}).serve(require('node:worker_threads').parentPort)`, {
      eval: true,
      resourceLimits: MEMORY,
    });
    worker.on('message', heard);
    worker.on('error', ended);
    return Promise.resolve({
      order: (order) => worker.postMessage(order),
      end: () => void worker.terminate(),
    });
  };
