import { parentPort, workerData } from 'node:worker_threads';
import { workOn, type Batch, type TaskOf, type WorkName } from './crew';
import type { Options } from './judge';

/** The other end of a crew's member. */
export function serve(): void {
  const options = workerData as Options;
  parentPort!.on('message', ({ name, tasks }: Batch) => {
    parentPort!.postMessage(tasks.map((task) => workOn(name, task as TaskOf<WorkName>, options)));
  });
}
