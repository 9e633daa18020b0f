import { balanceMismatchPage } from './balance-mismatch';
import { beingFilledInPage } from './being-filled-in';
import { blankForZeroPage } from './blank-for-zero';
import { carryOverMismatchPage } from './carry-over-mismatch';
import { dashForZeroPage } from './dash-for-zero';
import { differingCopiesPage } from './differing-copies';
import { extraRowPage } from './extra-row';
import { extraSectionPage } from './extra-section';
import { irregularPeriodPage } from './irregular-period';
import { thinSectionPage } from './thin-section';
import { duplicateSectionPage } from './duplicate-section';
import { emptySectionPage } from './empty-section';
import { fractionalCountPage } from './fractional-count';
import { leftoverPlaceholderPage } from './leftover-placeholder';
import { misnumberedSectionPage } from './misnumbered-section';
import { misplacedSectionPage } from './misplaced-section';
import { missingFeeStatementPage } from './missing-fee-statement';
import { missingRowPage } from './missing-row';
import { missingSectionPage } from './missing-section';
import { missingTablePage } from './missing-table';
import { missingTitlePage } from './missing-title';
import { negativeValuePage } from './negative-value';
import { nonstandardTitlePage } from './nonstandard-title';
import { outdatedEditionPage } from './outdated-edition';
import { otherBodyPage } from './other-body';
import { proseContradictionPage } from './prose-contradiction';
import { proseMismatchPage } from './prose-mismatch';
import { renamedLabelPage } from './renamed-label';
import { renamedSectionPage } from './renamed-section';
import { repeatedProsePage } from './repeated-prose';
import { resultsTotalMismatchPage } from './results-total-mismatch';
import { reviewTotalMismatchPage } from './review-total-mismatch';
import { rowTotalMismatchPage } from './row-total-mismatch';
import { rowWidthPage } from './row-width';
import { stockMismatchPage } from './stock-mismatch';
import { titleWithoutYearPage } from './title-without-year';
import { unexpectedRegulationsPage } from './unexpected-regulations';
import { unreadableValuePage } from './unreadable-value';
import { unusualChangePage } from './unusual-change';
import { yearMismatchPage } from './year-mismatch';
import { EDITIONS, yearsOf } from '../formats/editions';
import type { Words } from '../formats/types';
import { say, type Arguments } from '../messages';
import type { RulePage } from './rule';

/** What holds of every edition is said with all their names, what differs with the years of each. */
function filled(pages: Readonly<Record<string, RulePage>>): Readonly<Record<string, RulePage>> {
  const args: Arguments = {
    forms: { zh: `${EDITIONS.map(({ id }) => id).join('、')} 版格式`, en: 'the form' },
    years: {
      zh: EDITIONS.map((edition) => `${yearsOf(edition).zh}用 ${edition.name.zh}表格`).join('，'),
      en: EDITIONS.map((edition) => `${yearsOf(edition).en} use the ${edition.name.en}`).join(', those about '),
    },
    notices: {
      zh: EDITIONS.map(({ source }) => source).join('、'),
      en: EDITIONS.map(({ name }) => name.en).join(' and the '),
    },
  };
  const fill = (words: Words): Words => ({
    zh: say({ words, args }, 'zh-CN'),
    en: say({ words, args }, 'en'),
  });
  return Object.fromEntries(
    Object.entries(pages).map(([id, { explanation, basis }]) => [
      id,
      { explanation: fill(explanation), basis: fill(basis) },
    ]),
  );
}

/** What the rules' pages say besides their examples, by rule id; kept apart so that servers need not carry it. */
export const PAGES = /* @__PURE__ */ filled({
  'row-total-mismatch': rowTotalMismatchPage,
  'results-total-mismatch': resultsTotalMismatchPage,
  'balance-mismatch': balanceMismatchPage,
  'review-total-mismatch': reviewTotalMismatchPage,
  'missing-section': missingSectionPage,
  'duplicate-section': duplicateSectionPage,
  'extra-section': extraSectionPage,
  'irregular-period': irregularPeriodPage,
  'thin-section': thinSectionPage,
  'misplaced-section': misplacedSectionPage,
  'misnumbered-section': misnumberedSectionPage,
  'renamed-section': renamedSectionPage,
  'empty-section': emptySectionPage,
  'missing-title': missingTitlePage,
  'title-without-year': titleWithoutYearPage,
  'nonstandard-title': nonstandardTitlePage,
  'missing-table': missingTablePage,
  'missing-row': missingRowPage,
  'extra-row': extraRowPage,
  'row-width': rowWidthPage,
  'being-filled-in': beingFilledInPage,
  'renamed-label': renamedLabelPage,
  'outdated-edition': outdatedEditionPage,
  'unreadable-value': unreadableValuePage,
  'negative-value': negativeValuePage,
  'fractional-count': fractionalCountPage,
  'unexpected-regulations': unexpectedRegulationsPage,
  'blank-for-zero': blankForZeroPage,
  'dash-for-zero': dashForZeroPage,
  'year-mismatch': yearMismatchPage,
  'other-body': otherBodyPage,
  'prose-mismatch': proseMismatchPage,
  'prose-contradiction': proseContradictionPage,
  'missing-fee-statement': missingFeeStatementPage,
  'leftover-placeholder': leftoverPlaceholderPage,
  'carry-over-mismatch': carryOverMismatchPage,
  'stock-mismatch': stockMismatchPage,
  'unusual-change': unusualChangePage,
  'repeated-prose': repeatedProsePage,
  'differing-copies': differingCopiesPage,
});
