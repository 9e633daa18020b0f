import { l10n, window } from 'vscode';
import { FIRST_YEAR, reportYear } from '../year';

const thisYear = (): number => new Date().getFullYear();

/** The words of the question, and what is wrong with an answer. */
export const yearQuestion = () => ({
  title: l10n.t('Year of the report'),
  prompt: l10n.t('The year that the report is about; it decides on the edition of the form.'),
  placeholder: '',
  usual: String(thisYear() - 1),
});
export const yearProblem = (text: string): string | undefined =>
  yearIn(text) === undefined
    ? l10n.t('Please enter a year from {0} to {1}, such as 2024 or 二〇二四.', FIRST_YEAR, thisYear() + 1)
    : undefined;
export const yearIn = (text: string): number | undefined => reportYear(text, thisYear());

/** Asks which year the report is about: usually the last one. `undefined` if the user gives up. */
export async function askYear(usual = thisYear() - 1): Promise<number | undefined> {
  const { title, prompt } = yearQuestion();
  const answer = await window.showInputBox({ title, prompt, value: String(usual), validateInput: yearProblem });
  return answer === undefined ? undefined : yearIn(answer);
}
