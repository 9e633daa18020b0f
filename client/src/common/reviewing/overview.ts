import type { FileOverview, OverviewResult, ReportOverview } from '../../../../server/src/lsp/protocol';
import { canonicalUri, folderOf, nameOf } from '../../../../server/src/core/text/uri';
import type { Counts } from '../status/status-text';

/** A report of the folders, or a file of which the check failed. */
export interface ListedReport {
  readonly uri: string;
  /** The file's name, and its folder's URI in its one spelling. */
  readonly file: string;
  readonly folder: string;
  /** Nothing where the check failed. */
  readonly report: ReportOverview | undefined;
  readonly counts: Counts;
  /** What a filter looks in, in lower case. */
  readonly words: string;
}

/** What the server has told of the reports of the folders. */
export class Overview {
  private all: readonly ListedReport[] | undefined;
  private readonly files = new Map<string, { readonly file: FileOverview; readonly listed: readonly ListedReport[] }>();

  /** How the server is told what is known; of files of which the check failed nothing is, where it is to try again. */
  known(triesAgain: boolean): { readonly uri: string; readonly state: string }[] {
    return [...this.files.values()].map(({ file: { uri, state, failed } }) => ({
      uri,
      state: failed && triesAgain ? '' : state,
    }));
  }

  apply({ files, gone }: Pick<OverviewResult, 'files' | 'gone'>): void {
    this.all = undefined;
    for (const uri of gone) this.files.delete(uri);
    for (const file of files) this.files.set(file.uri, { file, listed: listedIn(file) });
  }

  clear(): void {
    this.all = undefined;
    this.files.clear();
  }

  reports(): readonly ListedReport[] {
    return (this.all ??= [...this.files.values()].flatMap(({ listed }) => listed));
  }
}

function listedIn({ uri, failed, reports }: FileOverview): readonly ListedReport[] {
  const file = nameOf(uri);
  const folder = canonicalUri(folderOf(uri));
  const listed = (report: ReportOverview | undefined): ListedReport => ({
    uri,
    file,
    folder,
    report,
    counts: report === undefined ? { errors: 0, warnings: 0, others: 0 } : countsOf(report),
    words: wordsOf(file, report),
  });
  return failed ? [listed(undefined)] : reports.map(listed);
}

export function countsOf({ findings }: Pick<ReportOverview, 'findings'>): Counts {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return { errors, warnings, others: findings.length - errors - warnings };
}

const SEVERITIES = { error: 'error 错误', warning: 'warning 警告', information: 'information 提示', hint: 'hint 建议' };

function wordsOf(file: string, report: ReportOverview | undefined): string {
  if (report === undefined) return `${file} failed 未能检查`.toLowerCase();
  const { body, year, edition, layout, findings } = report;
  const found = new Set(findings.flatMap(({ rule, name, severity }) => [rule, name, SEVERITIES[severity]]));
  for (const { finding } of report.setAside) found.add(finding.rule).add(finding.name);
  return [file, body, year, edition, layout, ...found, findings.length === 0 ? 'clean 无误' : '']
    .join(' ')
    .toLowerCase();
}
