import { l10n } from 'vscode';
import type { PageWords } from '../../preview/messages';

/** What the page itself says. */
export const pageWords = (): PageWords => ({
  findings: l10n.t('One by one'),
  goToSource: l10n.t('Go to the text'),
  line: l10n.t('Line {0}:', '{0}'),
  repair: l10n.t('Repair: '),
  lastYear: l10n.t('Last year'),
  lastYearOf: l10n.t('Show the values of {0} beside these', '{0}'),
  noLastYear: l10n.t('No report of last year is known'),
});
