import type { DocumentQuantity, Outcome, QuantityId, ReviewKind, RowOfDocuments } from './quantities';
import type { Template } from './template';

/**
 * A way to say how many of something there were that leaves no doubt about what is counted. The number stands between
 * `before` and `behind`.
 */
export interface Structure {
  readonly counts: QuantityId;
  readonly before: Template;
  readonly behind?: Template;
  /** Words that may not follow: 8 份申请, but not 8 份申请材料. */
  readonly butNot?: readonly string[];
  /** Disclosure has to be named near by, or any other business of the office may be counted. */
  readonly ofDisclosure?: true;
  /** A word that has to stand somewhere between the number before and this one. */
  readonly naming?: string;
  /** What the sentence has to have counted before. */
  readonly after?: 'requests' | 'received' | ReviewKind | RowOfDocuments | DocumentQuantity | 'decisions';
  /** Requests that came in by one channel, or to another office, are not all. */
  readonly ofAll?: true;
  /** Enough to propose a number where none stands yet, not to judge one. */
  readonly proposing?: true;
}

const NOT_REQUESTS = ['人', '材料', '复议', '行政复议', '法院', '执行', '补正', '信息'] as const;

/** Read with 上年, 下年 for the years beside the report's own: they stand in front of what else a number may count. */
export const CARRIED: readonly Structure[] = [
  { counts: 'carried-in', before: '{lastYear}{carryIn}{carriedIn*}' },
  { counts: 'carried-out', before: '{carryOut}{into?}{nextYear}{carriedOut*}' },
  { counts: 'carried-out', before: '', behind: '{willBe*}{carryOut}{into?}{nextYear}' },
];

const REVIEWS: readonly Structure[] = (['reconsideration', 'litigation'] as const).flatMap((kind): Structure[] => [
  { counts: kind, before: `{disclosed}{ofDisclosure*}{${kind}}{filler*}` },
  { counts: kind, before: '{disclosed}{ofDisclosure*}{occur}{did*}', behind: `{${kind}}{case*}>` },
  { counts: kind, before: '{occur}{did*}', behind: `{why*}{disclosed}{ofDisclosure*}{${kind}}{case*}>` },
  { counts: kind, before: `{${kind}}{filler*}`, ofDisclosure: true, proposing: true },
  ...(kind === 'litigation'
    ? [{ counts: kind, before: '<{join*}{litigation}{filler*}', after: 'reconsideration' as const }]
    : []),
]);

const REVIEW_RESULTS: readonly Structure[] = (['reconsideration', 'litigation'] as const).flatMap((kind) =>
  (['upheld', 'corrected', 'other', 'pending'] as const).flatMap((result): Structure[] => {
    const words = result === 'other' ? 'otherResult' : result;
    return [
      { counts: `review:${kind}:${result}`, before: `{${words}}{filler*}`, after: kind },
      { counts: `review:${kind}:${result}`, before: '', behind: `{verdict*}{${words}}>`, after: kind },
    ];
  }),
);

const REQUESTS: readonly Structure[] = [
  { counts: 'received', before: '{receive}{asked*}申请{applied*}', ofDisclosure: true, ofAll: true },
  {
    counts: 'received',
    before: '{receive}{did*}',
    behind: '{askedOf*}申请',
    butNot: NOT_REQUESTS,
    ofDisclosure: true,
    ofAll: true,
  },
  { counts: 'received', before: '{receive}', ofDisclosure: true, ofAll: true, proposing: true },
  { counts: 'handled', before: '{handle}{handled*}', naming: '申请', ofDisclosure: true, ofAll: true },
  {
    counts: 'handled',
    before: '<{join*}{already*}{handle}{handled*}',
    ofDisclosure: true,
    after: 'requests',
    ofAll: true,
  },
  {
    counts: 'handled',
    before: '{handle}{did*}',
    behind: '{askedOf*}申请',
    butNot: NOT_REQUESTS,
    ofDisclosure: true,
    ofAll: true,
  },
];

const APPLICANTS: readonly Structure[] = [
  { counts: 'applicant:natural-person', before: '{naturalPerson}{filler*}', after: 'received' },
  { counts: 'applicant:organisations', before: '{organisations}{filler*}', after: 'received' },
  { counts: 'applicant:enterprise', before: '{enterprise}{filler*}', after: 'received' },
  { counts: 'applicant:legal-service', before: '{legalService}{filler*}', after: 'received' },
];

const DOCUMENTS: readonly Structure[] = (
  [
    ['normative-documents', 'normativeDocuments'],
    ['regulations', 'regulations'],
  ] as const
).flatMap(([row, words]): Structure[] => [
  { counts: `documents:${row}:issued`, before: `{make}{${words}}{numbering*}` },
  { counts: `documents:${row}:issued`, before: '{make}{did*}', behind: `{${words}}>` },
  { counts: `documents:${row}:repealed`, before: `{repeal}{${words}}{numbering*}` },
  { counts: `documents:${row}:repealed`, before: '{repeal}{did*}', behind: `{${words}}>` },
  { counts: `documents:${row}:in-force`, before: `{inForce}{${words}}{numbering*}` },
  { counts: `documents:${row}:in-force`, before: `{${words}}{inForce}{numbering*}` },
  { counts: `documents:${row}:in-force`, before: '{inForce}{did*}', behind: `{${words}}>` },
  { counts: `documents:${row}:issued`, before: '<{join*}{make}{numbering*}', after: row },
  { counts: `documents:${row}:repealed`, before: '<{join*}{repeal}{numbering*}', after: row },
  { counts: `documents:${row}:in-force`, before: '<{join*}{inForce}{numbering*}', after: row },
]);

/** 制定规章 2 件、行政规范性文件 5 件. */
const MORE_DOCUMENTS: readonly Structure[] = (['issued', 'repealed', 'in-force'] as const).flatMap(
  (column): Structure[] => [
    {
      counts: `documents:normative-documents:${column}`,
      before: '<{join*}{normativeDocuments}{numbering*}',
      after: `documents:regulations:${column}`,
    },
    {
      counts: `documents:regulations:${column}`,
      before: '<{join*}{regulations}{numbering*}',
      after: `documents:normative-documents:${column}`,
    },
  ],
);

const DECISIONS: readonly Structure[] = (['licensing', 'penalties', 'coercion'] as const).flatMap(
  (row): Structure[] => [
    { counts: `decisions:${row}`, before: `{decide}{${row}}{numbering*}` },
    { counts: `decisions:${row}`, before: '{decide}{did*}', behind: `{${row}}>` },
    { counts: `decisions:${row}`, before: `<{join*}{${row}}{numbering*}`, after: 'decisions' },
    { counts: `decisions:${row}`, before: `{${row === 'licensing' ? 'settle' : 'impose'}}{${row}}{numbering*}` },
    { counts: `decisions:${row}`, before: `{${row}}{numbering*}`, proposing: true },
  ],
);

/** The first that fits tells what a number counts. */
export const STRUCTURES: readonly Structure[] = [
  ...REVIEWS,
  ...REVIEW_RESULTS,
  ...REQUESTS,
  ...APPLICANTS,
  ...DOCUMENTS,
  ...MORE_DOCUMENTS,
  ...DECISIONS,
];

/** What requests came to: several outcomes may be named together, in front of a number or behind it. */
export const OUTCOMES: readonly Outcome[] = [
  'granted',
  'partly-granted',
  'refused',
  'unavailable',
  'not-processed',
  'other',
];
/** What may stand between an outcome and its number, on either side. */
export const BEFORE_NUMBER: Template = '{filler*}';
export const BEHIND_NUMBER: Template = '{decided*}';
