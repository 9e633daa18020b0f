import { l10n, window } from 'vscode';
import { FIRST_YEAR, reportYear } from '../year';

/** Asks which year the report is about: usually the last one. `undefined` if the user gives up. */
export async function askYear(usual = new Date().getFullYear() - 1): Promise<number | undefined> {
  const answer = await window.showInputBox({
    title: l10n.t('Year of the report'),
    prompt: l10n.t('The year that the report is about; it decides on the edition of the form.'),
    value: String(usual),
    validateInput: (text) =>
      reportYear(text) === undefined
        ? l10n.t('Please enter a year from {0} on, in four digits.', FIRST_YEAR)
        : undefined,
  });
  return answer === undefined ? undefined : reportYear(answer);
}
