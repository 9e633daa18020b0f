import type { ProseText } from './prose-text';
import { documentsOf, type Counted, type QuantityId, type ReviewKind, type RowOfDocuments } from './quantities';

/**
 * What stands around a number: `lead` from the number before it or the start of the sentence, `about` somewhat more.
 */
export interface Mention {
  /** The number with its unit; nothing where none stands yet. */
  readonly number: string;
  readonly lead: string;
  readonly behind: string;
  readonly about: string;
  /** All of the sentence in front of the number. */
  readonly sentence: string;
  /** What the sentence has counted so far. */
  readonly said: Said;
  readonly prose: ProseText;
}

export interface Said {
  readonly review: ReviewKind | undefined;
  /** Requests, so that what follows may be what was done with them. */
  readonly requests: boolean;
  /** All requests of the year, so that what follows may be their applicants. */
  readonly received: boolean;
  /** Rules or normative documents, so that what follows may be those repealed or in force. */
  readonly documents: RowOfDocuments | undefined;
  /** Licences, penalties, coercive measures. */
  readonly decisions: boolean;
  /** What was counted last. */
  readonly latest: QuantityId | undefined;
  /** What is not the report's. */
  readonly elsewhere: boolean;
}

const NOTHING: Said = {
  review: undefined,
  requests: false,
  received: false,
  documents: undefined,
  decisions: false,
  latest: undefined,
  elsewhere: false,
};

/** Reads the prose number by number: what stands before each in its sentence, and what was counted there so far. */
export class Mentions {
  private readonly stops: Iterator<RegExpExecArray, undefined>;
  private stop: IteratorResult<RegExpExecArray, undefined>;
  private sentence: number;
  private last: number;
  /** What the sentence of the last number counted up to it. */
  soFar = NOTHING;

  constructor(
    private readonly prose: ProseText,
    from: number,
  ) {
    const stops = new RegExp(STOP);
    stops.lastIndex = from;
    this.stops = prose.folded.matchAll(stops);
    this.stop = this.stops.next();
    this.sentence = from;
    this.last = from - 1;
  }

  /** The next number. */
  at(start: number, end: number): Mention {
    const { prose } = this;
    const { folded } = prose;
    this.readStops(start);
    const { sentence, last } = this;
    if (sentence > last) this.soFar = NOTHING;
    this.last = end;
    const lead = withoutBracket(folded.slice(Math.max(sentence, last, start - LONGEST_LEAD), start));
    const about = folded.slice(Math.max(0, Math.min(sentence, start - NEAR), start - LONGEST_LEAD), end + NEAR);
    const number = folded.slice(start, end);
    const whole = folded.slice(Math.max(sentence, start - LONGEST_LEAD), start);
    return {
      number,
      lead,
      behind: folded.slice(end, end + FURTHEST_BEHIND),
      about,
      sentence: whole,
      said: this.soFar,
      prose,
    };
  }

  /**
   * What the sentence at a place in front of the next number counted up to there; `undefined` where it has no number
   * before.
   */
  before(at: number): Said | undefined {
    this.readStops(at);
    return this.sentence > this.last ? undefined : this.soFar;
  }

  private readStops(to: number): void {
    for (; this.stop.done !== true && this.stop.value.index < to; this.stop = this.stops.next())
      this.sentence = this.stop.value.index + 1;
  }

  /** What the number counts that was read last. */
  said(counted: Counted): void {
    const before = this.soFar;
    if (counted === 'elsewhere') {
      this.soFar = { ...NOTHING, elsewhere: true };
      return;
    }
    const [quantity] = counted;
    if (quantity === undefined) {
      // What goes on behind a number of other things may be of those.
      this.soFar = { ...before, documents: undefined, latest: undefined };
      return;
    }
    const isReview = quantity === 'reconsideration' || quantity === 'litigation';
    this.soFar = {
      review: isReview ? quantity : before.review,
      requests: before.requests || REQUESTS.has(quantity),
      received: before.received || quantity === 'received',
      documents: documentsOf(quantity) ?? before.documents,
      decisions: before.decisions || quantity.startsWith('decisions:'),
      latest: quantity,
      elsewhere: false,
    };
  }
}

const REQUESTS: ReadonlySet<string> = new Set(['received', 'carried-in', 'handled']);

const STOP = /[。!]/g;

/** How far from a number, in characters, its subject may be named when its sentence does not. */
export const NEAR = 60;
/** Nobody reads on so far for what a number counts. */
const LONGEST_LEAD = 300;
const FURTHEST_BEHIND = 48;

/** A remark in brackets between what is counted and its number says nothing about which is counted. */
const withoutBracket = (lead: string): string => lead.replace(/\([^()]*\)$/, '');
