import { fillTemplate, type Template } from '../../../server/src/core/prose/template';
import { wordsOf } from '../../../server/src/core/prose/words';
import { once, pick, type Choices } from '../choices';
import { RUNS } from './runs';

/** The report that all sentences stand in. */
export const BODY = '青禾县水务局';
export const YEAR = 2024;

const YEARS_BESIDE: Readonly<Record<string, readonly string[]>> = {
  lastYear: [`${YEAR - 1}年`, `${YEAR - 1}年度`],
  nextYear: [`${YEAR + 1}年`, `${YEAR + 1}年度`],
};

/** A text that a template says, as people print it. */
export const write = (template: Template, choices: Choices): string =>
  printed(
    fillTemplate(template, (name, times) => {
      const words = [...wordsOf(name), ...(YEARS_BESIDE[name] ?? [])];
      if (times === '') return pick(choices, words);
      return pick(choices, RUNS[name] ?? ['', ...words]);
    })
      .replace(/\(\?:([^()]*)\)\?/g, (_, part: string) => (once(choices, 2) ? part : ''))
      .replace(/[<>]/g, ''),
  );

/** Templates are folded. */
const printed = (folded: string): string =>
  folded.replace(/[.,;:(]/g, (mark) => ({ '.': '、', ',': '，', ';': '；', ':': '：', '(': '（' })[mark]!);

const DIGITS = '〇一二三四五六七八九';

/** A number of two or more, mostly in digits. */
export function number(choices: Choices): { readonly printed: string; readonly value: number } {
  const value = 2 + choices.below(once(choices, 4) ? 3000 : 90);
  if (value < 10 && once(choices, 3)) return { printed: DIGITS[value]!, value };
  if (value >= 1000 && once(choices, 2)) return { printed: value.toLocaleString('en-US'), value };
  return { printed: String(value), value };
}
