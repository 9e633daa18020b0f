import { Worker } from 'node:worker_threads';
import { youngRoom } from './engine';
import type { Options } from './judge';
import { WORKS } from './works';

type Works = typeof WORKS;
export type WorkName = keyof Works;
export type TaskOf<Name extends WorkName> = Parameters<Works[Name]>[0];
export type DoneOf<Name extends WorkName> = ReturnType<Works[Name]>;
export type ResultOf<Name extends WorkName> = NonNullable<DoneOf<Name>['result']>;

/** Those who do some work on many files. What they give comes in the order of the tasks, however many they are. */
export interface Crew {
  each<Name extends WorkName>(name: Name, tasks: Iterable<TaskOf<Name>>): AsyncGenerator<DoneOf<Name>>;
  end(): Promise<void>;
}

/** Starting a worker costs as much as so many files: fewer are done here. */
const LEAST_FILES_OF_A_WORKER = 100;
const BATCH = 25;

export const crewOf = (jobs: number, files: number, options: Options): Crew => {
  const workers = Math.min(jobs, Math.floor(files / LEAST_FILES_OF_A_WORKER));
  return workers < 2 ? new Alone(options) : new Team(workers, options);
};

/** What a worker is sent, and what it answers: a list in the same order. */
export interface Batch {
  readonly name: WorkName;
  readonly tasks: readonly unknown[];
}

export function workOn<Name extends WorkName>(name: Name, task: TaskOf<Name>, options: Options): DoneOf<Name> {
  makeRoom();
  return (WORKS[name] as (task: TaskOf<Name>, options: Options) => DoneOf<Name>)(task, options);
}

/** One for each thread. */
const makeRoom = youngRoom();

class Alone implements Crew {
  constructor(private readonly options: Options) {}

  async *each<Name extends WorkName>(name: Name, tasks: Iterable<TaskOf<Name>>): AsyncGenerator<DoneOf<Name>> {
    let since = 0;
    for (const task of tasks) {
      yield workOn(name, task, this.options);
      // Lets in what waits: Ctrl-C, and what is to be written.
      if (++since % BATCH === 0) await nextTurn();
    }
  }

  async end(): Promise<void> {}
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Threads that take batches in turn. Few batches are under way, so that neither tasks nor results pile up. */
class Team implements Crew {
  private readonly members: readonly Member[];

  constructor(count: number, options: Options) {
    this.members = Array.from({ length: count }, () => new Member(options));
  }

  async *each<Name extends WorkName>(name: Name, tasks: Iterable<TaskOf<Name>>): AsyncGenerator<DoneOf<Name>> {
    const batches = batchesOf(tasks)[Symbol.iterator]();
    const underWay: Promise<readonly unknown[]>[] = [];
    const start = (): void => {
      const next = batches.next();
      if (next.done === true) return;
      const batch = this.leastBusy().do({ name, tasks: next.value });
      // Told when its turn comes.
      batch.catch(() => undefined);
      underWay.push(batch);
    };
    for (let i = 0; i < BATCHES_UNDER_WAY * this.members.length; i++) start();
    for (let first = underWay.shift(); first !== undefined; first = underWay.shift()) {
      const done = (await first) as readonly DoneOf<Name>[];
      start();
      yield* done;
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.members.map((member) => member.end()));
  }

  private leastBusy(): Member {
    return this.members.reduce((a, b) => (b.waiting < a.waiting ? b : a));
  }
}

/** For each worker: one that it works on, and those that wait. */
const BATCHES_UNDER_WAY = 3;

function* batchesOf<Item>(items: Iterable<Item>): Generator<readonly Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** One thread; it answers in the order in which it is asked. */
class Member {
  private readonly worker: Worker;
  private readonly asked: {
    readonly resolve: (done: readonly unknown[]) => void;
    readonly reject: (error: unknown) => void;
  }[] = [];

  constructor(options: Options) {
    this.worker = new Worker(__filename, { workerData: options });
    this.worker.on('message', (done: readonly unknown[]) => this.asked.shift()?.resolve(done));
    // Without it nobody would ever be answered.
    this.worker.on('error', (error) => {
      for (const { reject } of this.asked.splice(0)) reject(error);
    });
  }

  get waiting(): number {
    return this.asked.length;
  }

  do(batch: Batch): Promise<readonly unknown[]> {
    return new Promise((resolve, reject) => {
      this.asked.push({ resolve, reject });
      this.worker.postMessage(batch);
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
