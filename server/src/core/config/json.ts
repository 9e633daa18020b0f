import { createScanner, getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { message, type Message } from '../messages';
import { span, type Span } from '../text/span';

/** What is wrong with a configuration, at its place. */
export interface ConfigProblem {
  readonly span: Span;
  readonly message: Message;
}

export type Complain = (node: Node, problem: Message) => void;

/** A property of an object; `value` is never missing, since a text that is no JSON is not read at all. */
export interface Property {
  readonly name: string;
  readonly key: Node;
  readonly value: Node;
}

const MESSAGES = {
  syntax: { zh: '不是有效的 JSON，整个文件未采用：{code}', en: 'not valid JSON, nothing of the file is used: {code}' },
  deep: {
    zh: '嵌套超过 {most} 层，整个文件未采用',
    en: 'nested more than {most} levels deep, nothing of the file is used',
  },
  large: { zh: '超过 {most} 个字符，整个文件未采用', en: 'more than {most} characters, nothing of the file is used' },
  twice: { zh: '“{name}”写了不止一次，都未采用', en: '“{name}” stands more than once, none of them is used' },
};

const DEEPEST = 64;
const LONGEST = 1_000_000;

/**
 * The tree of a JSON text that may have comments and trailing commas. What is no JSON gives one problem and no tree:
 * what a parser makes of the rest could be an entry without one of its conditions.
 */
export function parseJson(given: string): Node | ConfigProblem {
  // A byte order mark that the host has left in its place is white space to us, and no JSON to the parser.
  const text = given.replace(/^\ufeff/, ' ');
  if (text.length > LONGEST) return { span: span(0, 1), message: message(MESSAGES.large, { most: LONGEST }) };
  const deep = tooDeep(text);
  if (deep !== undefined) return { span: span(deep, deep + 1), message: message(MESSAGES.deep, { most: DEEPEST }) };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error === undefined && root !== undefined) return root;
  const { offset, length } = error ?? { offset: 0, length: text.length };
  const code = error === undefined ? '' : printParseErrorCode(error.error);
  return { span: span(offset, offset + length), message: message(MESSAGES.syntax, { code }) };
}

/** Where the nesting goes beyond what is read: the parser calls itself for every level. */
function tooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token = scanner.scan(); token !== END; token = scanner.scan()) {
    if (OPENING.includes(token) && ++depth > DEEPEST) return scanner.getTokenOffset();
    if (CLOSING.includes(token)) depth--;
  }
  return undefined;
}

/** Kinds of tokens as the scanner counts them: its enumeration is constant and cannot be imported by name. */
const OPENING: readonly number[] = [1, 3];
const CLOSING: readonly number[] = [2, 4];
const END = 17;

/** The properties of an object. Of those that have one name none counts, since nobody knows which was meant. */
export function propertiesOf(object: Node, complain: Complain): readonly Property[] {
  const properties = (object.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key === undefined || value === undefined ? [] : [{ name: getNodeValue(key) as string, key, value }],
  );
  const byName = new Map<string, Property[]>();
  for (const property of properties) {
    const same = byName.get(property.name);
    if (same === undefined) byName.set(property.name, [property]);
    else same.push(property);
  }
  return [...byName.values()].flatMap((same) => {
    if (same.length > 1) complain(same[1]!.key, message(MESSAGES.twice, { name: same[1]!.name }));
    return same.length > 1 ? [] : same;
  });
}
