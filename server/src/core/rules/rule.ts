import type { Elsewhere } from '../collection/elsewhere';
import type { Context } from '../context/context';
import type { Words } from '../formats/types';
import type { Arguments, Message } from '../messages';
import type { Severity } from '../settings';
import type { Span, TextEdit } from '../text/span';

export type Category = 'arithmetic' | 'structure' | 'table' | 'value' | 'prose' | 'years';

/**
 * One rule: what it says, why, and how it finds and mends its defect. Rules keep no state, do not know of one another,
 * and their order does not matter.
 */
export interface Rule {
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
  readonly messages: Readonly<Record<string, Words>>;
  check(context: Context): Iterable<Found>;
  repairs?(context: Context, finding: Finding): readonly Repair[];
}

/** What people read about a rule; `{forms}`, `{years}` and `{notices}` stand for what the editions say of themselves. */
export interface RulePage {
  /** What is wrong, why it matters and what to do, a sentence each. */
  readonly explanation: Words;
  /** Where the demand is written down, or that it is customary. */
  readonly basis: Words;
}

/** A defect as a rule reports it. */
export interface Found {
  /** A key of the rule's messages. */
  readonly message: string;
  readonly args?: Arguments;
  readonly span: Span;
  readonly related?: readonly Related[];
  /** What the rule's own repairs need to know, opaque to everyone else. */
  readonly subject?: unknown;
}

export interface Related {
  readonly span: Span;
  readonly message: Message;
  /** The place is in another file: then this counts, and `span` is where the finding itself stands. */
  readonly elsewhere?: Elsewhere;
}

/** A defect with the rule that found it. Spans count from the start of the report. */
export interface Finding {
  readonly rule: Rule;
  readonly message: Message;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly subject: unknown;
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
