import type { Node } from 'jsonc-parser';
import { EDITIONS } from '../formats/editions';
import type { EditionId } from '../formats/notices';
import type { AcceptedHeadings, SectionNumber } from '../formats/types';
import { message } from '../messages';
import { ruleById } from '../rules/index';
import { RULE_SEVERITIES, type RuleSeverity, type Settings } from '../settings';
import { isDay, type Deadlines } from '../collection/deadlines';
import type { Ignore } from '../context/ignores';
import { parseJson, propertiesOf, type Complain, type ConfigProblem, type Property } from './json';
import { readIgnore } from './read-ignore';
import { areTexts, choice, isText, MESSAGES, valueOf } from './values';

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
  /** The bodies that should report: their names, or the name of a file that lists them. */
  readonly bodies?: readonly string[] | string;
}

/** Reads a configuration. What is wrong is told at its place and does nothing; the rest counts. */
export function parseConfig(text: string): { readonly config: Config; readonly problems: readonly ConfigProblem[] } {
  const root = parseJson(text);
  if (!('type' in root)) return { config: {}, problems: [root] };
  const problems: ConfigProblem[] = [];
  const complain: Complain = ({ offset, length }, problem) =>
    problems.push({ span: { start: offset, end: offset + length }, message: problem });
  const config: { -readonly [Key in keyof Config]: Config[Key] } = {};
  for (const { name, key, value } of membersOf(CONFIG_FILE, root, complain)) {
    if (name === 'rules') config.rules = readRules(value, complain);
    else if (name === 'edition') {
      const edition = choice(name, value, ['auto', ...EDITIONS.map(({ id }) => id)] as const, complain);
      if (edition !== undefined) config.edition = edition;
    } else if (name === 'acceptedHeadings') config.acceptedHeadings = readHeadings(value, complain);
    else if (name === 'deadlines') config.deadlines = readDeadlines(value, complain);
    else if (name === 'bodies') {
      const bodies = valueOf(value);
      if (isText(bodies) || areTexts(bodies)) config.bodies = bodies;
      else complain(value, message(MESSAGES.value, { name, expected: '["…"]' }));
    } else if (name === 'ignores') config.ignores = readIgnores(value, complain);
    else if (name !== '$schema') complain(key, message(MESSAGES.unknown, { name }));
  }
  return { config, problems: problems.slice(0, MOST_PROBLEMS) };
}

/** More than this nobody reads. */
const MOST_PROBLEMS = 100;

/** The settings of a folder: its configuration before those of the user. */
export const withConfig = (settings: Settings, { rules, edition }: Config): Settings => ({
  ...settings,
  rules: { ...settings.rules, ...rules },
  edition: edition ?? settings.edition,
});

function readRules(node: Node, complain: Complain): Readonly<Record<string, RuleSeverity>> {
  const rules: Record<string, RuleSeverity> = {};
  for (const { name, key, value } of membersOf('rules', node, complain)) {
    if (ruleById(name) === undefined) complain(key, message(MESSAGES.rule, { name }));
    else {
      const severity = choice(name, value, RULE_SEVERITIES, complain);
      if (severity !== undefined) rules[name] = severity;
    }
  }
  return rules;
}

function readHeadings(node: Node, complain: Complain): AcceptedHeadings {
  const headings: Partial<Record<SectionNumber, readonly string[]>> = {};
  for (const { name, key, value } of membersOf('acceptedHeadings', node, complain)) {
    const wordings = valueOf(value);
    if (!/^[1-6]$/.test(name)) complain(key, message(MESSAGES.unknown, { name }));
    else if (!areTexts(wordings)) complain(value, message(MESSAGES.value, { name, expected: '["…"]' }));
    else headings[Number(name) as SectionNumber] = wordings;
  }
  return headings;
}

function readDeadlines(node: Node, complain: Complain): Deadlines {
  const deadlines: { -readonly [Key in keyof Deadlines]: Deadlines[Key] } = {};
  for (const { name, key, value } of membersOf('deadlines', node, complain)) {
    const day = valueOf(value);
    if (name !== 'body' && name !== 'government') complain(key, message(MESSAGES.unknown, { name }));
    else if (typeof day !== 'string' || !isDay(day))
      complain(value, message(MESSAGES.value, { name, expected: '"MM-DD"' }));
    else deadlines[name] = day;
  }
  return deadlines;
}

function readIgnores(node: Node, complain: Complain): readonly Ignore[] {
  if (node.type === 'array')
    return (node.children ?? []).map((entry) => readIgnore(entry, complain)).filter((ignore) => ignore !== undefined);
  complain(node, message(MESSAGES.value, { name: 'ignores', expected: '[{"rule": "…", "reason": "…"}]' }));
  return [];
}

/** The properties of what should be an object. */
function membersOf(name: string, node: Node, complain: Complain): readonly Property[] {
  if (node.type === 'object') return propertiesOf(node, complain);
  complain(node, message(MESSAGES.value, { name, expected: '{…}' }));
  return [];
}
