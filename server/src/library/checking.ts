import {
  check,
  DEFAULT_SETTINGS,
  LastYears,
  rangeOf,
  say,
  withConfig,
  type Document,
  type Judged,
  type Locale,
  type Segment,
} from '../core/index';
import { configOf } from './configuration';
import type { CheckedReport, CheckOptions, Finding } from './index';
import { aboutOf, readText } from './reading';

/** A text with the findings on each of its reports. */
export interface JudgedText {
  readonly document: Document;
  readonly findingsOn: (segment: Segment) => readonly Judged[];
}

export function judgeText(text: string, options: CheckOptions): JudgedText {
  const config = configOf(options);
  const document = readText(text, config);
  const lastYears = new LastYears();
  if (options.lastYear !== undefined)
    lastYears.index.set(LAST_YEAR, lastYears.summariesOf(readText(options.lastYear, config)));
  const settings = withConfig(DEFAULT_SETTINGS, config);
  return {
    document,
    findingsOn: (segment) =>
      check(segment.report, settings, {
        fileName: options.fileName,
        lastYear: lastYears.of(THIS, document, segment),
        ignores: config.ignores,
      }),
  };
}

/** By which the two texts are told apart; whatever a file is called, it is no other's copy here. */
const THIS = 'this';
const LAST_YEAR = 'last-year';

export function checkText(text: string, options: CheckOptions): readonly CheckedReport[] {
  const locale = localeOf(options);
  const { document, findingsOn } = judgeText(text, options);
  return document.segments.map((segment) => ({
    ...aboutOf(segment),
    findings: findingsOn(segment).map((finding) => plain(segment, finding, locale)),
  }));
}

export function localeOf({ locale = 'zh-CN' }: { readonly locale?: Locale }): Locale {
  if (locale !== 'zh-CN' && locale !== 'en') throw new RangeError(`locale: ${String(locale)} (zh-CN, en)`);
  return locale;
}

const plain = (segment: Segment, finding: Judged, locale: Locale): Finding => ({
  rule: finding.rule.id,
  severity: finding.severity,
  message: say(finding.message, locale),
  range: rangeOf(segment, finding.span),
  related: finding.related.map(({ span, message, elsewhere }) => {
    const inLastYear = elsewhere?.file === LAST_YEAR;
    const range = elsewhere === undefined ? rangeOf(segment, span) : { start: elsewhere.start, end: elsewhere.end };
    return { message: say(message, locale), range, inLastYear };
  }),
  fixes: finding.repairs().map(({ title, preferred, safe, edits }) => ({
    title: say(title, locale),
    preferred,
    safe,
    edits: edits.map((edit) => ({ range: rangeOf(segment, edit.span), newText: edit.newText })),
  })),
});
