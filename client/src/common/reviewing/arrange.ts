import type { FindingOverview, LapsedOfConfig } from '../../../../server/src/lsp/protocol';
import { nameOf } from '../../../../server/src/core/text/uri';
import type { Counts } from '../status/status-text';
import { countsOf, type ListedReport } from './overview';

export const GROUPINGS = ['none', 'folder', 'body', 'rule', 'severity'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Reports that are shown together, with those of their findings that belong here. */
export interface Group {
  /** Two groups may have one label. */
  readonly key: string;
  readonly label: string;
  readonly reports: readonly GroupedReport[];
  readonly counts: Counts;
  /** Its place among all groups by their labels. */
  readonly rank: number;
}

export interface GroupedReport {
  readonly listed: ListedReport;
  readonly findings: readonly FindingOverview[];
  readonly counts: Counts;
}

/** Which reports are listed. */
export interface Wanted {
  /** Words that must all occur: of the file, body, year, edition, layout, rules and severities. */
  readonly filter: string;
  /** The URI of a folder that they lie below, in its one spelling; empty for all. */
  readonly within: string;
}

export function matching(reports: readonly ListedReport[], { filter, within }: Wanted): readonly ListedReport[] {
  const wanted = wordsOf(filter);
  return reports.filter(
    ({ words, folder }) =>
      wanted.every((word) => words.includes(word)) && (within === '' || `${folder}/`.startsWith(`${within}/`)),
  );
}

/** Of what configurations say, what a filter looks for; they hold for folders as a whole. */
export function matchingLapsed(all: readonly LapsedOfConfig[], { filter, within }: Wanted): readonly LapsedOfConfig[] {
  const wanted = wordsOf(filter);
  if (within !== '') return [];
  return all.flatMap(({ config, entries }) => {
    const found = entries.filter(({ ignore, line }) => {
      const words = `${line} ${ignore.rule}`.toLowerCase();
      return wanted.every((word) => words.includes(word));
    });
    return found.length === 0 ? [] : [{ config, entries: found }];
  });
}

const wordsOf = (filter: string): readonly string[] => filter.toLowerCase().split(/\s+/).filter(Boolean);

/** The words for groups that have no name of their own. */
export interface GroupNames {
  readonly withoutBody: string;
  readonly clean: string;
  readonly failed: string;
  readonly severity: Readonly<Record<FindingOverview['severity'], string>>;
}

/** Worst first, the reports of a group as well. Thousands take long: they are arranged once, and then narrowed. */
export function groupsOf(reports: readonly ListedReport[], grouping: Grouping, names: GroupNames): readonly Group[] {
  const groups = new Map<string, { readonly label: string; readonly reports: GroupedReport[] }>();
  for (const listed of reports.toSorted(worstFirst))
    for (const { key, label, findings } of placesOf(listed, grouping, names)) {
      const group = groups.get(key) ?? { label, reports: [] };
      group.reports.push({ listed, findings, counts: countsOf({ findings }) });
      groups.set(key, group);
    }
  return [...groups]
    .map(([key, group]) => ({ key, ...group }))
    .sort((one, other) => compare(one.label, other.label))
    .map((group, rank): Group => ({ ...group, rank, counts: totalOf(group.reports) }))
    .sort(worstGroupFirst);
}

/** The groups as they are of some of their reports alone. */
export function narrowed(groups: readonly Group[], kept: ReadonlySet<ListedReport>): readonly Group[] {
  return groups
    .map((group): Group => {
      const reports = group.reports.filter(({ listed }) => kept.has(listed));
      return { ...group, reports, counts: totalOf(reports) };
    })
    .filter(({ reports }) => reports.length > 0)
    .sort(worstGroupFirst);
}

const totalOf = (reports: readonly GroupedReport[]): Counts => total(reports.map(({ counts }) => counts));

const worstGroupFirst = (one: Group, other: Group): number =>
  Number(other.key === FAILED) - Number(one.key === FAILED) || worse(one.counts, other.counts) || one.rank - other.rank;

/** No folder, body, rule or severity is called so. */
const FAILED = '\0';

interface Place {
  readonly key: string;
  readonly label: string;
  readonly findings: readonly FindingOverview[];
}

/** The groups that a report belongs to. */
function placesOf({ report, folder }: ListedReport, grouping: Grouping, names: GroupNames): readonly Place[] {
  const findings = report?.findings ?? [];
  if (grouping === 'none') return [{ key: '', label: '', findings }];
  if (report === undefined) return [{ key: FAILED, label: names.failed, findings }];
  if (grouping === 'folder') return [{ key: folder, label: nameOf(folder) || folder, findings }];
  if (grouping === 'body') return [{ key: report.body ?? '', label: report.body ?? names.withoutBody, findings }];
  if (findings.length === 0) return [{ key: '', label: names.clean, findings }];
  const keys = [...new Set(findings.map((finding) => (grouping === 'rule' ? finding.rule : finding.severity)))];
  return keys.map((key) => {
    const own = findings.filter((finding) => (grouping === 'rule' ? finding.rule : finding.severity) === key);
    return { key, label: grouping === 'rule' ? own[0]!.name : names.severity[own[0]!.severity], findings: own };
  });
}

const worstFirst = (a: ListedReport, b: ListedReport): number =>
  Number(a.report !== undefined) - Number(b.report !== undefined) ||
  worse(a.counts, b.counts) ||
  compare(a.file, b.file);

export const worse = (a: Counts, b: Counts): number =>
  b.errors - a.errors || b.warnings - a.warnings || b.others - a.others;

/** Numbers within names count as numbers. */
const compare = new Intl.Collator('zh-CN', { numeric: true }).compare;

export const total = (all: readonly Counts[]): Counts =>
  all.reduce(
    (sum, { errors, warnings, others }) => ({
      errors: sum.errors + errors,
      warnings: sum.warnings + warnings,
      others: sum.others + others,
    }),
    { errors: 0, warnings: 0, others: 0 },
  );
