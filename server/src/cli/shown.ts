import { shown } from '../core/index';

export { shown };

/** A line of output, with its end. What begins it cannot be taken for a command of a build server. */
export const shownLine = (text: string): string => `${shown(text).replace(/^\s*::/, './$&')}\n`;

/** A text of several lines as it may be printed on a terminal; its line ends and tabs stay. */
export const shownText = (text: string): string =>
  text
    .split(/(\r?\n|\t)/)
    .map((part, i) => (i % 2 === 0 ? shown(part) : part))
    .join('');
