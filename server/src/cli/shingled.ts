import { rangeOf, shinglesOf, type Range } from '../core/index';
import { readUnder } from '../folder/judge';
import { onText, type Done, type Task } from './judge';

/** A report with the shingles of its prose. */
export interface ShingledReport {
  readonly path: string;
  readonly body: string | undefined;
  readonly year: number | undefined;
  readonly range?: Range;
  readonly shingles: Uint32Array;
}

export const shingled = ({ file, config }: Task): Done<readonly ShingledReport[]> =>
  onText(file, (text) => {
    const { segments } = readUnder(text, config);
    return segments
      .filter(({ report }) => report.recognised)
      .map((segment) => {
        const { report } = segment;
        return {
          path: file.path,
          body: report.body?.text,
          year: report.year?.value,
          ...(segments.length > 1 ? { range: rangeOf(segment, { start: 0, end: report.text.length }) } : {}),
          shingles: shinglesOf(report),
        };
      });
  });
