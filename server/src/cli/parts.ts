import { candidateOf, type Candidate, type Range, rangeOf } from '../core/index';
import { judging, readUnder } from '../folder/judge';
import { attempt, onText, aboutFile, type Done, type JudgeTask, type Options } from './judge';

/** A report that may be added up; `file` is its path as the user knows it. */
export interface CountedReport extends Candidate {
  /** Where it stands in its file, where that holds several. */
  readonly range?: Range;
}

/** What a file's reports state, and whether anything speaks against counting them. */
export const parts = ({ file, config, lastYears }: JudgeTask, options: Options): Done<readonly CountedReport[]> =>
  onText(file, (text, fail) => {
    const document = readUnder(text, config);
    // What a rule that failed would have found is not known: such a report is told, and not counted.
    let isJudged = true;
    const about = aboutFile({ file, config }, (line) => {
      isJudged = false;
      fail(line);
    });
    const findingsOn = judging(document, { ...about, lastYears });
    return document.segments.flatMap((segment): readonly CountedReport[] => {
      isJudged = true;
      const candidate = attempt(file, fail, () =>
        candidateOf({ file: file.path, uri: about.uri }, segment, () => findingsOn(segment).findings, options),
      );
      if (candidate === undefined || !isJudged) return [];
      const range = rangeOf(segment, { start: 0, end: segment.report.text.length });
      return [{ ...candidate, ...(document.segments.length > 1 ? { range } : {}) }];
    });
  });
