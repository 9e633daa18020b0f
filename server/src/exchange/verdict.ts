import { say, type Locale, type Mark, type Showing } from '../core/index';

/** What was found, in a line. */
export function verdictOf({ marks }: Showing, locale: Locale): string {
  const errors = marks.filter(({ severity }) => severity === 'error').length;
  const others = marks.length - errors;
  if (locale === 'en') {
    if (marks.length === 0) return 'All relations hold; nothing was found.';
    return `Errors: ${errors}; other remarks: ${others}`;
  }
  if (marks.length === 0) return '各项勾稽全部成立，未发现问题';
  return [...(errors > 0 ? [`${errors} 处错误`] : []), ...(others > 0 ? [`${others} 处提醒`] : [])].join('，');
}

/** What marks say, one after the other. */
export const wordsOf = (marks: readonly Mark[], locale: Locale): string =>
  marks.map(({ message }) => say(message, locale)).join('；');
