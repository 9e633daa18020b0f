import type { Node } from 'jsonc-parser';
import { COLUMN_IDS, ROW_IDS } from '../formats/editions';
import type { Words } from '../formats/types';
import { message } from '../messages';
import { ruleById } from '../rules/index';
import { IGNORE_KINDS, type Ignore } from '../context/ignores';
import { propertiesOf, type Complain } from './json';
import { areTexts, isDate, isText, valueOf } from './values';

interface Field {
  readonly holds: (value: unknown) => boolean;
  readonly expected: Words;
}

const oneOf = (values: readonly string[], expected: Words): Field => ({
  holds: (value) => values.includes(value as string),
  expected,
});
const TEXT: Field = { holds: isText, expected: { zh: '文字', en: 'text' } };

const FIELDS: ReadonlyMap<string, Field> = new Map([
  [
    'rule',
    {
      holds: (value) => typeof value === 'string' && ruleById(value) !== undefined,
      expected: { zh: '规则的 id', en: 'the id of a rule' },
    },
  ],
  ['body', TEXT],
  ['year', { holds: Number.isInteger, expected: { zh: '年份', en: 'a year' } }],
  ['row', oneOf(ROW_IDS, { zh: '表中一行的 id，例如 new', en: 'the id of a row, such as new' })],
  ['column', oneOf(COLUMN_IDS, { zh: '表中一列的 id，例如 total', en: 'the id of a column, such as total' })],
  ['states', { holds: areTexts, expected: { zh: '文字的列表', en: 'a list of texts' } }],
  ['reason', TEXT],
  ['by', TEXT],
  ['date', { holds: isDate, expected: { zh: '日期，例如 2024-01-31', en: 'a date such as 2024-01-31' } }],
  ['kind', oneOf(IGNORE_KINDS, { zh: IGNORE_KINDS.join(', '), en: IGNORE_KINDS.join(', ') })],
]);
const REQUIRED = ['rule', 'reason'];

const MESSAGES = {
  value: { zh: '“{name}”应为：{expected}；这一条未采用', en: '“{name}” should be: {expected}; the entry is not used' },
  unknown: { zh: '没有“{name}”这一项；这一条未采用', en: 'there is no “{name}”; the entry is not used' },
  missing: { zh: '缺少“{name}”；这一条未采用', en: '“{name}” is missing; the entry is not used' },
};

/**
 * Reads an entry of `ignores`. One with a mistake does nothing at all: without the condition that the mistake is in, it
 * would silence more than was meant.
 */
export function readIgnore(entry: Node, complain: Complain): Ignore | undefined {
  let isSound = true;
  const refuse: Complain = (node, problem) => {
    isSound = false;
    complain(node, problem);
  };
  if (entry.type !== 'object') {
    refuse(entry, message(MESSAGES.value, { name: 'ignores', expected: '{"rule": "…", "reason": "…"}' }));
    return undefined;
  }
  const properties = propertiesOf(entry, refuse);
  for (const { name, key, value } of properties) {
    const field = FIELDS.get(name);
    if (field === undefined) refuse(key, message(MESSAGES.unknown, { name }));
    else if (!field.holds(valueOf(value))) refuse(value, message(MESSAGES.value, { name, expected: field.expected }));
  }
  const missing = isSound ? REQUIRED.find((name) => !properties.some((property) => property.name === name)) : undefined;
  if (missing !== undefined) refuse(entry, message(MESSAGES.missing, { name: missing }));
  return isSound
    ? (Object.fromEntries(properties.map(({ name, value }) => [name, valueOf(value)])) as unknown as Ignore)
    : undefined;
}
