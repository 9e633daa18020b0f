import { Session } from 'node:inspector/promises';
import { setFlagsFromString } from 'node:v8';

/** How often the blocks of each function were entered, by the function's name and place. */
export type Steps = ReadonlyMap<string, number>;

/**
 * Counts how often each block of our own code is entered: the same number wherever and however often it is counted,
 * unlike time. What the language's own functions do within a call is not counted. To be started before the code is
 * imported.
 */
export class StepCounter {
  private readonly session = new Session();

  static async start(): Promise<StepCounter> {
    const counter = new StepCounter();
    const { session } = counter;
    // Code that was optimised may skip counting.
    setFlagsFromString('--no-opt');
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    return counter;
  }

  async count(run: () => void): Promise<Steps> {
    await this.session.post('Profiler.takePreciseCoverage');
    run();
    const { result } = await this.session.post('Profiler.takePreciseCoverage');
    const steps = new Map<string, number>();
    for (const { url, functions } of result) {
      if (!url.includes('/server/src/')) continue;
      for (const { functionName, ranges } of functions) {
        const name = `${functionName}, ${url.slice(url.indexOf('server/src/'))} at ${ranges[0]!.startOffset}`;
        steps.set(
          name,
          ranges.reduce((sum, { count }) => sum + count, 0),
        );
      }
    }
    return steps;
  }
}
