// @ts-check
// Shows that something is going on, and how long it took.
import process from 'node:process';

const tty = process.stdout.isTTY;
const interval = tty ? 1_000 : 15_000;

/** Runs `work` under a label; a terminal shows the seconds running, a log gets a line now and then. */
export async function showing(label, work) {
  const start = performance.now();
  const write = (text) => process.stdout.write(tty ? `\r\x1b[K${label} ${text}` : `${label} ${text}\n`);
  write('…');
  const timer = setInterval(() => write(`… ${seconds(start)}`), interval);
  let outcome = '失败 (failed)';
  try {
    const result = await work();
    outcome = '完成 (done)';
    return result;
  } finally {
    clearInterval(timer);
    write(`${outcome} ${seconds(start)}${tty ? '\n' : ''}`);
  }
}

/** The seconds since a moment of `performance.now()`, as text. */
export function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
