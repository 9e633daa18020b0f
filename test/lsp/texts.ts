import { buildReport } from '../support/report-builder';

/** A report of 2021 with a wrong total, a heading in Arabic digits and a dash: an error, a warning and a hint. */
export const FAULTY = buildReport({
  edition: '2021',
  values: { new: [3, 0, 0, 0, 0, 0, 4], granted: [3, 0, 0, 0, 0, 0, 3], 'results-total': [3, 0, 0, 0, 0, '-', 3] },
}).replace('六、', '6、');

/** The same report without a fault. */
export const SOUND = buildReport({
  edition: '2021',
  values: { new: [3, 0, 0, 0, 0, 0, 3], granted: [3, 0, 0, 0, 0, 0, 3], 'results-total': [3, 0, 0, 0, 0, 0, 3] },
});
