import type { Elsewhere } from '../collection/elsewhere';
import type { Context } from '../context/context';
import type { Words } from '../formats/types';
import { message, type Arguments, type Message } from '../messages';
import type { Severity } from '../settings';
import type { Span, TextEdit } from '../text/span';

export type Category = 'arithmetic' | 'structure' | 'table' | 'value' | 'prose' | 'years';

/** What users are told of a rule, and what its repairs may do. */
interface About {
  readonly id: string;
  readonly severity: Severity;
  readonly category: Category;
  /**
   * `safe`: a repair cannot change the meaning and may be applied unseen; `choice`: someone has to choose it; `none`:
   * no repair is offered.
   */
  readonly repair: 'safe' | 'choice' | 'none';
  /** A few words that name the defect. */
  readonly name: Words;
}

/**
 * One rule: what it says, why, and how it finds and mends its defect. Rules keep no state, do not know of one another,
 * and their order does not matter.
 */
export interface Rule extends About {
  readonly messages: Readonly<Record<string, Words>>;
  check(context: Context): Iterable<Defect>;
  /** None where it never offers any. */
  repairs?(context: Context, defect: Defect): readonly Repair[];
}

/** A rule as its own file writes it: `Key` names its messages, and `Subject` is what its repairs need to know. */
interface Definition<Key extends string, Subject> extends About {
  readonly messages: Readonly<Record<Key, Words>>;
  check(context: Context, messages: Readonly<Record<Key, Words>>): Iterable<Found<NoInfer<Key>, Subject>>;
  repairs?(context: Context, subject: NonNullable<Subject>, messages: Readonly<Record<Key, Words>>): readonly Repair[];
}

export function defineRule<Key extends string, Subject = undefined>(definition: Definition<Key, Subject>): Rule {
  const { messages, check, repairs, ...about } = definition;
  return {
    ...about,
    messages,
    *check(context) {
      for (const { message: key, args, span, related = [], subject } of check(context, messages))
        yield { message: message(messages[key], args), span, related, subject };
    },
    // What a rule gets as a subject is what it gave.
    ...(repairs && {
      repairs: (context: Context, { subject }: Defect) =>
        subject === undefined ? [] : repairs(context, subject as NonNullable<Subject>, messages),
    }),
  };
}

/**
 * What people read about a rule; `{forms}`, `{years}` and `{notices}` stand for what the editions say of themselves.
 */
export interface RulePage {
  /** What is wrong, why it matters and what to do, a sentence each. */
  readonly explanation: Words;
  /** Where the demand is written down, or that it is customary. */
  readonly basis: Words;
}

/** A defect as a rule reports it. */
export interface Found<Key extends string, Subject> {
  /** A key of the rule's messages. */
  readonly message: Key;
  readonly args?: Arguments;
  readonly span: Span;
  readonly related?: readonly Related[];
  /** What the rule's own repairs need to know; a defect without it has none. */
  readonly subject?: Subject;
}

export interface Related {
  readonly span: Span;
  readonly message: Message;
  /** The place is in another file: then this counts, and `span` is where the finding itself stands. */
  readonly elsewhere?: Elsewhere;
  /** It points to another finding, and is no part of what this one states. */
  readonly isAside?: true;
}

/** A defect with its words. Spans count from the start of the report; the subject is opaque to all but its rule. */
export interface Defect {
  readonly message: Message;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly subject: unknown;
}

/** A defect with the rule that found it. */
export interface Finding extends Defect {
  readonly rule: Rule;
}

/** One way to mend a finding; its title says the result. */
export interface Repair {
  readonly title: Message;
  readonly edits: readonly TextEdit[];
  /** Cannot change what the report says: may be applied without being looked at. */
  readonly safe: boolean;
  /** The one repair that satisfies every sum its cells take part in. */
  readonly preferred: boolean;
  /** Subjects of the findings that it resolves; without it, the finding that it was asked for. */
  readonly resolves?: readonly unknown[];
}
