import {
  compact,
  NeededYears,
  pack,
  ReportIndex,
  type PackedSummary,
  type ReportName,
  type ReportSummary,
} from '../core/index';
import type { SentLastYear } from './judge';

/** The names of a file's reports, at their places; `undefined` for one that names no body or year. */
export type Names = readonly (ReportName | undefined)[];

/** A file with what its reports need to know of others. */
export interface ToJudge<File> {
  readonly file: File;
  readonly lastYears: readonly (SentLastYear | undefined)[];
}

/**
 * What checking a folder needs of its host: work on files, done wherever the host likes and given in the order of the
 * files. What cannot be done is `undefined`, and told by the host.
 */
export interface FolderWork<File, Result> {
  uriOf(file: File): string;
  names(files: readonly File[], isAsked: boolean): AsyncIterable<Names | undefined>;
  summaries(files: readonly File[]): AsyncIterable<readonly PackedSummary[] | undefined>;
  judge(files: readonly File[], tasks: Iterable<ToJudge<File>>): AsyncIterable<Result | undefined>;
}

/** Files that are checked, and those that are only known as last year's. */
export interface FilesToCheck<File> {
  readonly files: readonly File[];
  readonly besides: readonly File[];
  /** Reports of other files, by their URIs, that were summarised before; the files here count as they are now. */
  readonly stored?: AsyncIterable<{ readonly uri: string; readonly summary: PackedSummary }> | undefined;
}

/** Files whose reports could be named. */
type Named<File> = readonly (readonly [file: File, names: Names])[];

/**
 * Checks files, one result at a time and in their order. First all are looked at for whom they are about; those that
 * hold a report of last year that another one needs are summarised; then each is judged. Memory hangs on names and
 * summaries, never on texts.
 */
export async function* checkFolder<File, Result>(
  { files, besides, stored }: FilesToCheck<File>,
  work: FolderWork<File, Result>,
): AsyncGenerator<Result> {
  const asked = await named(files, work.names(files, true));
  const beside = await named(besides, work.names(besides, false));
  const lastYearOf = await lastYears(asked, beside, stored, work);
  const tasks = function* (): Generator<ToJudge<File>> {
    for (const [file, names] of asked)
      yield { file, lastYears: names.map((name) => (name === undefined ? undefined : lastYearOf(name, file))) };
  };
  const judged = work.judge(
    asked.map(([file]) => file),
    tasks(),
  );
  for await (const result of judged) if (result !== undefined) yield result;
}

async function named<File>(files: readonly File[], all: AsyncIterable<Names | undefined>): Promise<Named<File>> {
  const found: (readonly [File, Names])[] = [];
  let i = 0;
  for await (const names of all) {
    const file = files[i++]!;
    if (names !== undefined) found.push([file, names]);
  }
  return found;
}

/** Finds last year's reports in other files; only those files are read whole that hold one that is needed. */
async function lastYears<File>(
  asked: Named<File>,
  beside: Named<File>,
  stored: FilesToCheck<File>['stored'] = none(),
  work: FolderWork<File, unknown>,
): Promise<(name: ReportName, file: File) => SentLastYear | undefined> {
  const needed = new NeededYears();
  for (const [, names] of asked) for (const name of names) if (name !== undefined) needed.add(name);
  const isNeeded = (name: ReportName | undefined): boolean => name !== undefined && needed.has(name);
  const holding = [...asked, ...beside].flatMap(([file, names]) => (names.some(isNeeded) ? [file] : []));
  const index = new ReportIndex();
  const known = new Map<ReportSummary, PackedSummary>();
  const keep = (uri: string, packed: readonly PackedSummary[]): void =>
    index.set(
      uri,
      packed.map((one) => {
        const summary = compact(one);
        known.set(summary, one);
        return summary;
      }),
    );
  let i = 0;
  for await (const packed of work.summaries(holding)) keep(work.uriOf(holding[i++]!), packed ?? []);
  const here = new Set([...asked, ...beside].map(([file]) => work.uriOf(file)));
  const others = new Map<string, PackedSummary[]>();
  for await (const { uri, summary } of stored) {
    if (here.has(uri) || !isNeeded(summary)) continue;
    const same = others.get(uri);
    if (same === undefined) others.set(uri, [summary]);
    else same.push(summary);
  }
  for (const [uri, packed] of others) keep(uri, packed);
  return (name, file) => {
    const found = index.lastYearOf(name, work.uriOf(file));
    return found === undefined ? undefined : { ...found, summary: known.get(found.summary) ?? pack(found.summary) };
  };
}

async function* none(): AsyncGenerator<never> {}
