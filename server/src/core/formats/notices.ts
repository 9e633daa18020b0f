import { DISCLOSURE_TABLE_2019, DISCLOSURE_TABLE_2021 } from './disclosure';
import { REQUESTS_TABLE_2019, REQUESTS_TABLE_2021 } from './requests';
import { REVIEW_TABLE } from './review';
import { SECTIONS } from './sections';
import type { EditionForm } from './types';

/**
 * The editions of the form as the notices that published them say, oldest first. This list is all there is to an
 * edition; a table that did not change is the same object in all editions that have it.
 */
export const NOTICES = [
  {
    id: '2019',
    firstYear: 2019,
    source: '国办公开办函〔2019〕60号',
    name: { zh: '2019 版', en: '2019 edition' },
    feeStatement: false,
    sections: SECTIONS,
    tables: { disclosure: DISCLOSURE_TABLE_2019, requests: REQUESTS_TABLE_2019, review: REVIEW_TABLE },
  },
  {
    id: '2021',
    firstYear: 2021,
    source: '国办公开办函〔2021〕30号',
    name: { zh: '2021 版', en: '2021 edition' },
    feeStatement: true,
    sections: SECTIONS,
    tables: { disclosure: DISCLOSURE_TABLE_2021, requests: REQUESTS_TABLE_2021, review: REVIEW_TABLE },
  },
] as const satisfies readonly EditionForm[];

export type EditionId = (typeof NOTICES)[number]['id'];
