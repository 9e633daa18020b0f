import { getNodeValue, type Node } from 'jsonc-parser';
import { message } from '../messages';
import type { Complain } from './json';

export const MESSAGES = {
  unknown: { zh: '没有“{name}”这一项', en: 'there is no “{name}”' },
  rule: { zh: '没有规则“{name}”', en: 'there is no rule “{name}”' },
  value: { zh: '“{name}”应为：{expected}', en: '“{name}” should be: {expected}' },
};

export const valueOf = (node: Node): unknown => getNodeValue(node);

export const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

export const areTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);

export const isDate = (value: unknown): value is string => typeof value === 'string' && DATE.test(value);
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** One of the values that there are to choose from. */
export function choice<const Choice extends string>(
  name: string,
  node: Node,
  choices: readonly Choice[],
  complain: Complain,
): Choice | undefined {
  const value = valueOf(node);
  const chosen = choices.find((other) => other === value);
  if (chosen === undefined) complain(node, message(MESSAGES.value, { name, expected: choices.join(', ') }));
  return chosen;
}
