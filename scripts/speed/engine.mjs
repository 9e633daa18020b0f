// @ts-check
import { volume } from './texts.mjs';

const MEGABYTE = 1_000_000;

/** Times of the engine alone, in milliseconds: the median and the least of so many rounds. */
export function measureEngine(core, reports, rounds) {
  const check = (text) => {
    for (const { report } of core.readDocument(text).segments) core.check(report, core.DEFAULT_SETTINGS);
  };
  const large = Buffer.from(volume(reports, MEGABYTE));
  const few = Math.max(5, Math.round(rounds / 15));
  // A string that was just decoded, so that nothing is known of it yet.
  const fresh = () => large.toString('utf8');
  const split = times(few, fresh, (text) => text.split('\n'));
  const read = times(few, fresh, (text) => core.readDocument(text));
  const hints = times(few, hintsOf(core, volume(reports, MEGABYTE / 10)), (ask) => ask());
  return {
    'full check of a report': row(
      times(
        rounds,
        () => reports,
        (texts) => texts.forEach(check),
      ),
      reports.length,
    ),
    'lines of 1 MB': row(split),
    'reading 1 MB': {
      ...row(read),
      'ratio of medians': round(median(read) / median(split)),
      'ratio of least': round(Math.min(...read) / Math.min(...split)),
    },
    'all number hints of 100 KB': row(hints),
    ...Object.fromEntries(
      Object.entries(HOSTILE).map(([name, unit]) => {
        const text = unit.repeat(Math.ceil(MEGABYTE / 10 / Buffer.byteLength(unit)));
        return [`100 KB of ${name}`, row(times(few, () => text, check))];
      }),
    ),
  };
}

/** Texts that are no reports, or hardly: whatever is opened must not make the editor wait. */
const HOSTILE = {
  tabs: '\t',
  bars: '|',
  'line feeds': '\n',
  brackets: '（',
  digits: '1',
  words: '年 1 ',
  titles: '青禾市水务局2023年政府信息公开工作年度报告\n',
  labels: '规章\n',
};

function hintsOf(core, text) {
  const contexts = core.readDocument(text).segments.map(({ report }) => core.contextOf(report, core.DEFAULT_SETTINGS));
  return () => () =>
    contexts.forEach((context) =>
      core.inlayHints(context, 'all', { start: 0, end: context.report.text.length }, undefined),
    );
}

function times(rounds, prepare, run) {
  const measured = [];
  for (let i = 0; i < 2 * rounds; i++) {
    const input = prepare();
    const start = performance.now();
    run(input);
    // The first half only warms up.
    if (i >= rounds) measured.push(performance.now() - start);
  }
  return measured;
}

const row = (measured, share = 1) => ({
  median: round(median(measured) / share),
  least: round(Math.min(...measured) / share),
});

export const median = (measured) => measured.toSorted((a, b) => a - b)[measured.length >> 1];
export const round = (value) => Number(value.toPrecision(3));
