import { balanceMismatch } from './balance-mismatch';
import { beingFilledIn } from './being-filled-in';
import { blankForZero } from './blank-for-zero';
import { carryOverMismatch } from './carry-over-mismatch';
import { dashForZero } from './dash-for-zero';
import { differingCopies } from './differing-copies';
import { extraRow } from './extra-row';
import { extraSection } from './extra-section';
import { irregularPeriod } from './irregular-period';
import { thinSection } from './thin-section';
import { duplicateSection } from './duplicate-section';
import { emptySection } from './empty-section';
import { fractionalCount } from './fractional-count';
import { leftoverPlaceholder } from './leftover-placeholder';
import { misnumberedSection } from './misnumbered-section';
import { misplacedSection } from './misplaced-section';
import { missingFeeStatement } from './missing-fee-statement';
import { missingRow } from './missing-row';
import { missingSection } from './missing-section';
import { missingTable } from './missing-table';
import { missingTitle } from './missing-title';
import { negativeValue } from './negative-value';
import { nonstandardTitle } from './nonstandard-title';
import { outdatedEdition } from './outdated-edition';
import { otherBody } from './other-body';
import { proseContradiction } from './prose-contradiction';
import { proseMismatch } from './prose-mismatch';
import { renamedLabel } from './renamed-label';
import { renamedSection } from './renamed-section';
import { repeatedProse } from './repeated-prose';
import { resultsTotalMismatch } from './results-total-mismatch';
import { reviewTotalMismatch } from './review-total-mismatch';
import { rowTotalMismatch } from './row-total-mismatch';
import { rowWidth } from './row-width';
import type { Rule } from './rule';
import { stockMismatch } from './stock-mismatch';
import { titleWithoutYear } from './title-without-year';
import { unexpectedRegulations } from './unexpected-regulations';
import { unreadableValue } from './unreadable-value';
import { unusualChange } from './unusual-change';
import { yearMismatch } from './year-mismatch';

/** All rules, in the order in which pages and settings list them. */
export const RULES: readonly Rule[] = [
  rowTotalMismatch,
  resultsTotalMismatch,
  balanceMismatch,
  reviewTotalMismatch,
  missingSection,
  duplicateSection,
  extraSection,
  irregularPeriod,
  thinSection,
  misplacedSection,
  misnumberedSection,
  renamedSection,
  emptySection,
  missingTitle,
  titleWithoutYear,
  nonstandardTitle,
  missingTable,
  missingRow,
  extraRow,
  rowWidth,
  beingFilledIn,
  renamedLabel,
  outdatedEdition,
  unreadableValue,
  negativeValue,
  fractionalCount,
  unexpectedRegulations,
  blankForZero,
  dashForZero,
  yearMismatch,
  otherBody,
  proseMismatch,
  proseContradiction,
  missingFeeStatement,
  leftoverPlaceholder,
  carryOverMismatch,
  stockMismatch,
  unusualChange,
  repeatedProse,
  differingCopies,
];

export const ruleById = (id: string): Rule | undefined => RULES.find((rule) => rule.id === id);
