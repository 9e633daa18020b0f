import { buildReport } from './report-builder';

/** Sentences that no other seed gives. */
export const ownProse = (seed: number, count: number): string =>
  Array.from(
    { length: count },
    (_, i) =>
      `${String.fromCharCode(0x4e00 + seed * 97 + i * 13)}类事项${(seed + 3) * (i + 7)}项由${String.fromCharCode(0x5000 + seed * 31 + i * 7)}科核对后公布。`,
  ).join('');

/** A report that says this besides. */
export const reportWithProse = (body: string, text: string, year = 2023): string =>
  buildReport({ edition: '2021', year, body }).replace('逐条核对发布日期。', text);
