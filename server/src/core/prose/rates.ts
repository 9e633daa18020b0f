import type { Span } from '../text/span';
import type { ProseText } from './prose-text';
import { isOfOthers, OTHER_THINGS } from './scope';

/** 办结率 95%: the share of requests that were handled. */
export interface Rate {
  readonly span: Span;
  /** Its digits in the folded text, and where the sentence begins. */
  readonly at: number;
  readonly sentence: number;
  readonly percent: string;
}

const RATE = /(?:办结|答复|回复|办复)率(?:均|已|为|是|达到|达|到|保持在?|实现|:)*(\d{1,3}(?:\.\d{1,4})?)%/g;
/** Those answered in time say nothing about the others. */
const IN_TIME = /(?:按时|按期|及时|限时|准时|如期|依法|规范|期限内|时限内|时间内|法定)的?$/;
const OF_REQUESTS = /公开申请|依申请公开|申请公开/;
const LONGEST_SENTENCE = 300;

/** The rates of the prose that are surely those of all requests to the body in its year. */
export function ratesOf(prose: ProseText): readonly Rate[] {
  return [...prose.folded.matchAll(RATE)].flatMap(({ 0: said, 1: percent, index }) => {
    const lead = prose.sentenceBefore(index, LONGEST_SENTENCE);
    if (IN_TIME.test(lead) || !OF_REQUESTS.test(lead) || OTHER_THINGS.test(lead)) return [];
    if (isOfOthers(lead, prose)) return [];
    const at = index + said.length - 1 - percent!.length;
    const sentence = index - lead.length;
    return [{ span: prose.printed(at, at + percent!.length), at, sentence, percent: percent! }];
  });
}
