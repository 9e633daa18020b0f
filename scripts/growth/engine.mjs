// @ts-check
import process from 'node:process';
import { exponent, round } from './fit.mjs';

/** In UTF-16 units: the most is 1.5 MB of Chinese text. */
const SIZES = [8_000, 32_000, 128_000, 512_000];
/** As many bytes of UTF-8 in Chinese. */
const UNITS_IN_100_KB = 33_333;
/** A measurement that noise may have spoilt is taken anew so many times. */
const MOST_TIMES = 8;

const slownessAt = ({ size, time }) => time / (size / UNITS_IN_100_KB);

/** For each pattern the operation that grows fastest, and the one that takes longest. */
export function measureEngine({ PATTERNS, OPERATIONS, subjectOf }, only, rounds, most) {
  warmUp({ PATTERNS, OPERATIONS, subjectOf });
  const table = {};
  for (const { name, text } of PATTERNS.filter((pattern) => only.test(pattern.name))) {
    const texts = SIZES.map((size) => fresh(text(size)));
    const found = Object.entries(OPERATIONS).map(([operation, run]) => {
      const measure = () => texts.map((one) => ({ size: one.length, time: least(rounds, one, run, subjectOf) }));
      let points = measure();
      for (let i = 1; i < MOST_TIMES && (exponent(points) ?? 0) > most; i++) {
        const again = measure();
        points = points.map(({ size, time }, j) => ({ size, time: Math.min(time, again[j].time) }));
      }
      return {
        operation,
        exponent: exponent(points),
        slowness: slownessAt(points[points.length - 1]),
      };
    });
    const steepest = found.reduce((a, b) => ((b.exponent ?? 0) > (a.exponent ?? 0) ? b : a));
    const slowest = found.reduce((a, b) => (b.slowness > a.slowness ? b : a));
    console.error(`${name}: ${round(steepest.exponent) ?? '–'}`);
    table[name] = {
      steepest: steepest.operation,
      exponent: round(steepest.exponent),
      slowest: slowest.operation,
      'ms per 100 KB': round(slowest.slowness),
    };
  }
  return table;
}

/** A string that was just decoded, so that nothing is known of it yet. */
const fresh = (text) => Buffer.from(text, 'utf16le').toString('utf16le');

/** Milliseconds of the processor, which other programs do not add to. */
function least(rounds, text, run, subjectOf) {
  const subject = subjectOf(text);
  let best = Infinity;
  for (let i = 0; i < rounds; i++) {
    const start = process.cpuUsage();
    run(subject);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** Code that runs for the first time is slow, and would hide the growth. */
function warmUp({ PATTERNS, OPERATIONS, subjectOf }) {
  for (const { text } of PATTERNS) {
    const subject = subjectOf(text(2_000));
    for (const run of Object.values(OPERATIONS)) run(subject);
  }
}
