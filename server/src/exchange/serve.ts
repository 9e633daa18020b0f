import { exportAs } from './export';
import { importFile, importPage } from './import';
import { writeOverview } from './overview';
import type { Order, Outcome, Works } from './works';

/** The end of a thread that its host speaks to: of Node's threads and of browsers' workers alike. */
interface Port {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const WORKS: Works = {
  importFile,
  importPage,
  exportSaid: (format, showing, marks) => exportAs(format, showing, { marks, say: ({ words }) => words.zh }),
  exportOverview: async (...given) => writeOverview(...given),
};

/** Does what is ordered through a port. */
export function serve(port: Port): void {
  port.addEventListener('message', ({ data }) => {
    void outcomeOf(data as Order).then((outcome) => port.postMessage(outcome));
  });
}

async function outcomeOf({ work, args }: Order): Promise<Outcome> {
  try {
    return { result: await (WORKS[work] as (...given: readonly unknown[]) => Promise<unknown>)(...args) };
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
