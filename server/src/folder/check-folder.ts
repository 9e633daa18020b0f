import {
  check,
  DEFAULT_SETTINGS,
  LastYears,
  readDocument,
  withConfig,
  type Config,
  type Document,
  type Judged,
  type OnRuleFailure,
  type ReportSummary,
  type Segment,
  type Settings,
} from '../core/index';
import { nameOf } from './uri';

/** A text as it was read under a configuration. */
export const readUnder = (text: string, config: Config): Document =>
  readDocument(text, { acceptedHeadings: config.acceptedHeadings });

/** One report of a file with its findings. */
export interface Verdict {
  readonly segment: Segment;
  readonly findings: readonly Judged[];
}

export interface JudgingOptions {
  readonly config: Config;
  readonly lastYears: LastYears;
  readonly settings?: Settings;
  readonly onRuleFailure?: OnRuleFailure;
}

/** The verdict on one report of a file; the same whatever host asks for it. */
export function judge(
  uri: string,
  document: Document,
  segment: Segment,
  { config, lastYears, settings = DEFAULT_SETTINGS, onRuleFailure }: JudgingOptions,
): Verdict {
  const findings = check(segment.report, withConfig(settings, config), {
    fileName: nameOf(uri),
    lastYear: lastYears.of(uri, document, segment),
    ignores: config.ignores,
    onRuleFailure,
  });
  return { segment, findings };
}

/** What checking a folder needs of its host. */
export interface FolderHost {
  /** A file's text; `undefined` where it cannot be had, which the host tells. */
  readonly read: (uri: string) => Promise<string | undefined>;
  readonly configOf: (uri: string) => Promise<Config>;
  /** A file whose reports could not be worked with: it costs itself and no other. */
  readonly failed: (uri: string, error: unknown) => void;
  readonly onRuleFailure: (uri: string, ...failure: Parameters<OnRuleFailure>) => void;
}

export interface FileVerdict {
  readonly uri: string;
  readonly document: Document;
  readonly verdicts: readonly Verdict[];
}

/** Files that are checked, and those that are only known as last year's. */
export interface FilesToCheck {
  readonly files: readonly string[];
  readonly besides?: readonly string[];
}

/**
 * Checks files, one verdict at a time and in their order. First all are read for what other reports need to know of
 * them and let go again, so that memory hangs on summaries and one file; then each is judged.
 */
export async function* checkFolder(
  { files, besides = [] }: FilesToCheck,
  host: FolderHost,
): AsyncGenerator<FileVerdict> {
  const lastYears = new LastYears();
  const unread = new Set<string>();
  for (const uri of [...files, ...besides]) {
    const summaries = await summariesIn(uri, lastYears, host);
    if (summaries === undefined) unread.add(uri);
    else lastYears.index.set(uri, summaries);
  }
  for (const uri of files) {
    if (unread.has(uri)) continue;
    const verdict = await verdictOn(uri, lastYears, host);
    if (verdict !== undefined) yield verdict;
  }
}

async function summariesIn(
  uri: string,
  lastYears: LastYears,
  host: FolderHost,
): Promise<readonly ReportSummary[] | undefined> {
  try {
    const text = await host.read(uri);
    return text === undefined ? undefined : lastYears.summariesOf(readUnder(text, await host.configOf(uri)));
  } catch (error) {
    host.failed(uri, error);
    return undefined;
  }
}

async function verdictOn(uri: string, lastYears: LastYears, host: FolderHost): Promise<FileVerdict | undefined> {
  try {
    const text = await host.read(uri);
    if (text === undefined) return undefined;
    const config = await host.configOf(uri);
    const document = readUnder(text, config);
    const options = {
      config,
      lastYears,
      onRuleFailure: (...failure: Parameters<OnRuleFailure>) => host.onRuleFailure(uri, ...failure),
    };
    return { uri, document, verdicts: document.segments.map((segment) => judge(uri, document, segment, options)) };
  } catch (error) {
    host.failed(uri, error);
    return undefined;
  }
}
