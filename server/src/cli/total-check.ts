import {
  checkTotal,
  commonWords,
  differenceWords,
  explanationWords,
  format,
  rangeOf,
  say,
  type Difference,
  type Locale,
  type Segment,
} from '../core/index';
import { chosenParts, localeOf } from './chosen-parts';
import { Configs } from './config';
import { jsonLine } from './format-json';
import { oneReport } from './one-report';
import type { Output } from './output';
import type { CountedReport } from './parts';
import { shownLine } from './shown';
import type { TotalOptions } from './total';
import { choice } from './usage';

/** More bodies than this explain a cell by chance. */
const MOST_EXPLANATIONS = 3;

/** Compares a summary with what its parts add up to. */
export async function checkSummary(
  file: string,
  paths: readonly string[],
  options: TotalOptions,
  output: Output,
): Promise<void> {
  const print = choice('--format', ['text', 'json'] as const, options.format) === 'json' ? asJson : asText;
  const locale = localeOf(options);
  const summary = await oneReport(file, await Configs.given(options.config, output), output);
  if (summary === undefined) return;
  const { report } = summary;
  const year = options.year ?? report.year?.value;
  const chosen = await chosenParts(
    paths,
    {
      ...options,
      ...(year === undefined ? {} : { year: String(year) }),
      ...((options.body ?? report.body?.text) === undefined ? {} : { body: options.body ?? report.body!.text }),
      except: file,
    },
    output,
  );
  if (chosen.counted.length === 0) {
    output.fail('没有可以汇总的年报 (there is no report to add up)');
    return;
  }
  const besides = chosen.leftOut.flatMap(({ candidate, why }) =>
    why === 'errors' || why === 'unread' || why === 'twice' ? [candidate] : [],
  );
  const differences = checkTotal(report, { counted: chosen.counted, leftOut: besides });
  output.print(print(file, summary, differences, locale));
  if (differences.length > 0) output.endWith(1);
}

type Differences = readonly Difference<CountedReport>[];

function asText(file: string, summary: Segment, differences: Differences, locale: Locale): string {
  const lines = differences.map((one) => {
    const { start } = rangeOf(summary, one.printed?.span ?? { start: 0, end: 0 });
    const explained =
      one.explained.length > MOST_EXPLANATIONS
        ? ''
        : one.explained.map((each) => `；${say(explanationWords(each), locale)}`).join('');
    return shownLine(
      `${file}:${start.line + 1}:${start.character + 1}: ${say(differenceWords(one), locale)}${explained}`,
    );
  });
  const common = commonWords(differences).slice(0, MOST_EXPLANATIONS);
  return [...lines, ...common.map((one) => shownLine(say(one, locale)))].join('');
}

function asJson(file: string, summary: Segment, differences: Differences): string {
  return `${jsonLine({
    version: 1,
    path: file,
    cells: differences.map(({ cell, printed, stated, sum, explained }) => ({
      table: cell.form.id,
      row: cell.row.id,
      column: cell.column.id,
      stated: stated === undefined ? null : format(stated),
      sum: sum === undefined ? null : format(sum),
      ...(printed === undefined ? {} : { range: rangeOf(summary, printed.span) }),
      explained: explained.map(({ candidate, how }) => ({ body: candidate.body ?? null, path: candidate.file, how })),
    })),
  })}\n`;
}
