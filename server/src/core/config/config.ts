import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { EDITIONS } from '../formats/editions';
import type { AcceptedHeadings, EditionId, SectionNumber } from '../formats/types';
import { message, type Message } from '../messages';
import { ruleById } from '../rules/index';
import { RULE_SEVERITIES, type RuleSeverity, type Settings } from '../settings';
import { span, type Span } from '../text/span';
import { isDay, type Deadlines } from '../years/deadlines';
import type { Ignore } from './ignores';

export const CONFIG_FILE = 'nianbao.config.json';

/** What a folder's `nianbao.config.json` says; what it does not say is left to the settings. */
export interface Config {
  readonly rules?: Readonly<Record<string, RuleSeverity>>;
  readonly edition?: 'auto' | EditionId;
  /** Further accepted wordings of headings by section number. */
  readonly acceptedHeadings?: AcceptedHeadings;
  /** Days of local notices that are stricter than the law. */
  readonly deadlines?: Deadlines;
  readonly ignores?: readonly Ignore[];
}

export interface ConfigProblem {
  readonly span: Span;
  readonly message: Message;
}

const MESSAGES = {
  syntax: { zh: '不是有效的 JSON：{code}', en: 'not valid JSON: {code}' },
  unknown: { zh: '没有“{name}”这一项', en: 'there is no “{name}”' },
  rule: { zh: '没有规则“{name}”', en: 'there is no rule “{name}”' },
  value: { zh: '“{name}”应为：{expected}', en: '“{name}” should be: {expected}' },
};

type Complain = (node: Node | undefined, problem: Message) => void;

/** Reads a configuration. What is wrong is told at its place and left out; the rest counts. */
export function parseConfig(text: string): { readonly config: Config; readonly problems: readonly ConfigProblem[] } {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const problems: ConfigProblem[] = errors.map(({ error, offset, length }) => ({
    span: span(offset, offset + length),
    message: message(MESSAGES.syntax, { code: printParseErrorCode(error) }),
  }));
  if (root?.type !== 'object') return { config: {}, problems };
  const complain: Complain = (node, problem) => {
    if (node !== undefined) problems.push({ span: span(node.offset, node.offset + node.length), message: problem });
  };
  const config: { -readonly [Key in keyof Config]: Config[Key] } = {};
  for (const property of root.children ?? []) {
    const [key, value] = property.children ?? [];
    const name = key === undefined ? '' : (getNodeValue(key) as string);
    if (name === 'rules') config.rules = readRules(value, complain);
    else if (name === 'edition') {
      const edition = readChoice(name, value, ['auto', ...EDITIONS.map(({ id }) => id)], complain);
      if (edition !== undefined) config.edition = edition as 'auto' | EditionId;
    } else if (name === 'acceptedHeadings') config.acceptedHeadings = readHeadings(value, complain);
    else if (name === 'deadlines') config.deadlines = readDeadlines(value, complain);
    else if (name === 'ignores') config.ignores = readIgnores(value, complain);
    else if (name !== '$schema') complain(key, message(MESSAGES.unknown, { name }));
  }
  return { config, problems };
}

/** The settings of a folder: its configuration before those of the user. */
export const withConfig = (settings: Settings, { rules, edition }: Config): Settings => ({
  ...settings,
  rules: { ...settings.rules, ...rules },
  edition: edition ?? settings.edition,
});

function readRules(node: Node | undefined, complain: Complain): Readonly<Record<string, RuleSeverity>> {
  const rules: Record<string, RuleSeverity> = {};
  for (const { name, key, value } of properties('rules', node, complain)) {
    if (ruleById(name) === undefined) complain(key, message(MESSAGES.rule, { name }));
    else {
      const severity = readChoice(name, value, RULE_SEVERITIES, complain);
      if (severity !== undefined) rules[name] = severity as RuleSeverity;
    }
  }
  return rules;
}

function readHeadings(node: Node | undefined, complain: Complain): AcceptedHeadings {
  const headings: Partial<Record<SectionNumber, readonly string[]>> = {};
  for (const { name, key, value } of properties('acceptedHeadings', node, complain)) {
    const wordings: unknown = value === undefined ? undefined : getNodeValue(value);
    if (!/^[1-6]$/.test(name)) complain(key, message(MESSAGES.unknown, { name }));
    else if (!Array.isArray(wordings) || !wordings.every((wording) => typeof wording === 'string'))
      complain(value, message(MESSAGES.value, { name, expected: '["…"]' }));
    else headings[Number(name) as SectionNumber] = wordings as readonly string[];
  }
  return headings;
}

function readDeadlines(node: Node | undefined, complain: Complain): Deadlines {
  const deadlines: { -readonly [Key in keyof Deadlines]: Deadlines[Key] } = {};
  for (const { name, key, value } of properties('deadlines', node, complain)) {
    const day: unknown = value === undefined ? undefined : getNodeValue(value);
    if (name !== 'body' && name !== 'government') complain(key, message(MESSAGES.unknown, { name }));
    else if (typeof day !== 'string' || !isDay(day)) complain(value, message(MESSAGES.value, { name, expected: '"MM-DD"' }));
    else deadlines[name] = day;
  }
  return deadlines;
}

function readIgnores(node: Node | undefined, complain: Complain): readonly Ignore[] {
  if (node?.type !== 'array') {
    complain(node, message(MESSAGES.value, { name: 'ignores', expected: '[{"rule", "body", "year", "row", "column", "reason"}]' }));
    return [];
  }
  return (node.children ?? []).flatMap((entry) => {
    const rule = findNodeAtLocation(entry, ['rule']);
    const name: unknown = rule === undefined ? undefined : getNodeValue(rule);
    if (typeof name !== 'string' || ruleById(name) === undefined) {
      complain(rule ?? entry, message(MESSAGES.rule, { name: String(name ?? '') }));
      return [];
    }
    for (const { name: field, key, value } of properties('ignores', entry, complain)) {
      const expected = IGNORE_FIELDS[field];
      if (expected === undefined) complain(key, message(MESSAGES.unknown, { name: field }));
      else if (value !== undefined && typeof getNodeValue(value) !== expected) complain(value, message(MESSAGES.value, { name: field, expected }));
    }
    return [getNodeValue(entry) as Ignore];
  });
}

const IGNORE_FIELDS: Readonly<Record<string, 'string' | 'number'>> = {
  rule: 'string',
  body: 'string',
  year: 'number',
  row: 'string',
  column: 'string',
  reason: 'string',
};

function readChoice(name: string, node: Node | undefined, choices: readonly string[], complain: Complain): string | undefined {
  const value: unknown = node === undefined ? undefined : getNodeValue(node);
  if (choices.includes(value as string)) return value as string;
  complain(node, message(MESSAGES.value, { name, expected: choices.join(', ') }));
  return undefined;
}

function properties(owner: string, node: Node | undefined, complain: Complain): readonly { name: string; key: Node; value: Node | undefined }[] {
  if (node?.type !== 'object') {
    complain(node, message(MESSAGES.value, { name: owner, expected: '{…}' }));
    return [];
  }
  return (node.children ?? []).flatMap(({ children }) =>
    children?.[0] === undefined ? [] : [{ name: getNodeValue(children[0]) as string, key: children[0], value: children[1] }],
  );
}
