import type { OverviewReport } from '../core/index';
import type { OverviewFormat, OverviewWords } from '../exchange/index';
import { loadExchange } from './exchange';

/** The overview of reports that were gathered a line each. */
export async function overviewFile(format: OverviewFormat, lines: string, words: OverviewWords): Promise<Uint8Array> {
  const { writeOverview } = await loadExchange();
  const reports = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as OverviewReport);
  return writeOverview(format, reports, words);
}
