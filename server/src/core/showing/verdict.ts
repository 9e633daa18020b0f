import { message, type Message } from '../messages';
import type { Mark } from './showing';

const CLEAN = { zh: '各项勾稽全部成立，未发现问题', en: 'All relations hold; nothing was found' };
const ERRORS = { zh: '{errors} 处错误', en: 'errors: {errors}' };
const OTHERS = { zh: '{others} 处提醒', en: 'other remarks: {others}' };
const BOTH = { zh: `${ERRORS.zh}，${OTHERS.zh}`, en: `${ERRORS.en}, ${OTHERS.en}` };

/** What was found in a report, in a line. */
export function verdictOf(marks: readonly Mark[]): Message {
  const errors = marks.filter(({ severity }) => severity === 'error').length;
  const others = marks.length - errors;
  if (marks.length === 0) return message(CLEAN);
  return message(others === 0 ? ERRORS : errors === 0 ? OTHERS : BOTH, { errors, others });
}
