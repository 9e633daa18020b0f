import type { OverviewFinding, OverviewReport, Severity } from '../core/index';
import type { OverviewFormat } from './formats';
import { plainWorkbook, type PlainSheet } from './plain-sheet';

/** The words of an overview in its language. */
export interface OverviewWords {
  readonly language: 'zh-CN' | 'en';
  /** What is said of the whole: bodies that are missing, files that could not be read. */
  readonly notes: readonly string[];
}

/** Reports × rules, a verdict for each report, all findings, and those that were set aside. */
export const writeOverview = (
  format: OverviewFormat,
  reports: readonly OverviewReport[],
  words: OverviewWords,
): Uint8Array => (format === 'xlsx' ? asWorkbook(reports, words) : new TextEncoder().encode(asPage(reports, words)));

const TEXTS = {
  'zh-CN': {
    title: '年报检查汇总表',
    reports: '年报',
    matrix: '机关与问题',
    findings: '问题明细',
    body: '机关',
    year: '年度',
    edition: '版别',
    file: '文件',
    verdict: '结论',
    rule: '问题',
    severity: '级别',
    line: '行',
    place: '位置',
    value: '现为',
    expected: '应为',
    lastYear: '上年',
    message: '说明',
    setAside: '已认定的问题',
    kind: '认定',
    reason: '理由',
    by: '认定人',
    date: '日期',
    kinds: { confirmed: '经核实无误', 'not-applicable': '不适用' },
    clean: '未发现问题',
    none: '未识别为年报',
    notes: '其他',
    severities: { error: '错误', warning: '警告', information: '提示', hint: '建议' },
  },
  en: {
    title: 'Overview of annual reports',
    reports: 'Reports',
    matrix: 'Bodies and rules',
    findings: 'Findings',
    body: 'Body',
    year: 'Year',
    edition: 'Edition',
    file: 'File',
    verdict: 'Verdict',
    rule: 'Rule',
    severity: 'Severity',
    line: 'Line',
    place: 'Place',
    value: 'Is',
    expected: 'Should be',
    lastYear: 'Last year',
    message: 'Message',
    setAside: 'Set aside',
    kind: 'Kind',
    reason: 'Reason',
    by: 'By',
    date: 'Date',
    kinds: { confirmed: 'verified, right', 'not-applicable': 'does not apply' },
    clean: 'nothing found',
    none: 'no report',
    notes: 'Besides',
    severities: { error: 'error', warning: 'warning', information: 'information', hint: 'hint' },
  },
} as const;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

function verdictOf({ recognised, findings }: OverviewReport, language: OverviewWords['language']): string {
  const texts = TEXTS[language];
  if (!recognised) return texts.none;
  const parts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${texts.severities[severity]} ${count}`];
  });
  return parts.length === 0 ? texts.clean : parts.join(language === 'en' ? ', ' : '，');
}

interface RuleColumn {
  readonly rule: string;
  readonly name: string;
  readonly severity: Severity;
}

/** The rules that found something, the gravest first. */
function rulesIn(reports: readonly OverviewReport[]): readonly RuleColumn[] {
  const rules = new Map<string, RuleColumn>();
  for (const { findings } of reports)
    for (const { rule, name, severity } of findings) if (!rules.has(rule)) rules.set(rule, { rule, name, severity });
  return [...rules.values()].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

const countOf = (findings: readonly OverviewFinding[], { rule }: RuleColumn): string => {
  const count = findings.filter((finding) => finding.rule === rule).length;
  return count === 0 ? '' : String(count);
};

function asWorkbook(reports: readonly OverviewReport[], { language, notes }: OverviewWords): Uint8Array {
  const texts = TEXTS[language];
  const rules = rulesIn(reports);
  const about = ({ body, year, edition, path }: OverviewReport): readonly string[] => [
    body,
    year === undefined ? '' : String(year),
    edition,
    path,
  ];
  const columns = [texts.body, texts.year, texts.edition, texts.file];
  return plainWorkbook([
    {
      name: texts.matrix,
      widths: [28, 8, 8, 30, 20, ...rules.map(() => 12)],
      rows: [
        [...columns, texts.verdict, ...rules.map(({ name }) => name)],
        ...reports.map((report) => [
          ...about(report),
          verdictOf(report, language),
          ...rules.map((rule) => countOf(report.findings, rule)),
        ]),
      ],
    },
    {
      name: texts.findings,
      widths: [28, 8, 8, 30, 10, 24, 8, 32, 14, 14, 14, 70],
      rows: [
        [
          ...columns,
          texts.severity,
          texts.rule,
          texts.line,
          texts.place,
          texts.value,
          texts.expected,
          texts.lastYear,
          texts.message,
        ],
        ...reports.flatMap((report) =>
          report.findings.map((one) => [
            ...about(report),
            texts.severities[one.severity],
            one.name,
            String(one.line),
            one.place,
            one.value,
            one.expected,
            one.lastYear,
            one.message,
          ]),
        ),
      ],
    },
    ...setAsideSheet(reports, language),
    ...(notes.length === 0
      ? []
      : [{ name: texts.notes, widths: [100], rows: [[texts.notes], ...notes.map((one) => [one])] }]),
  ]);
}

const setAsideColumns = (texts: (typeof TEXTS)[OverviewWords['language']]): readonly string[] => [
  texts.kind,
  texts.rule,
  texts.line,
  texts.place,
  texts.value,
  texts.message,
  texts.reason,
  texts.by,
  texts.date,
];

const setAsideCells = (
  one: OverviewReport['setAside'][number],
  { kinds }: (typeof TEXTS)[OverviewWords['language']],
): readonly string[] => [
  kinds[one.kind],
  one.name,
  String(one.line),
  one.place,
  one.value,
  one.message,
  one.reason,
  one.by,
  one.date,
];

function setAsideSheet(reports: readonly OverviewReport[], language: OverviewWords['language']): readonly PlainSheet[] {
  const texts = TEXTS[language];
  const rows = reports.flatMap(({ body, year, path, setAside }) =>
    setAside.map((one) => [body, String(year ?? ''), path, ...setAsideCells(one, texts)]),
  );
  if (rows.length === 0) return [];
  const header = [texts.body, texts.year, texts.file, ...setAsideColumns(texts)];
  return [{ name: texts.setAside, widths: [28, 8, 30, 14, 24, 8, 32, 14, 70, 30, 12, 12], rows: [header, ...rows] }];
}

const escaped = (text: string): string =>
  text.replace(/[&<>"'`\0-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]/g, (mark) =>
    mark < ' ' ? '' : `&#${mark.charCodeAt(0)};`,
  );

const STYLE = `
:root{color-scheme:light dark;--line:#c9c9c9;--soft:#f4f4f4;--error:#b3261e;--warning:#8a5a00;--quiet:#5c5c5c}
@media(prefers-color-scheme:dark){:root{--line:#555;--soft:#2b2b2b;--error:#ff8a80;--warning:#ffcc66;--quiet:#b0b0b0}}
@media(forced-colors:active){:root{--error:CanvasText;--warning:CanvasText;--quiet:CanvasText}}
body{color:CanvasText;background:Canvas;font:15px/1.6 "Noto Sans SC","Microsoft YaHei","PingFang SC",sans-serif;margin:2em auto;max-width:1400px;padding:0 1em}
h1{font-size:1.5em}h2{font-size:1.2em;margin-top:2em}h3{font-size:1em;margin:1.5em 0 .4em;overflow-wrap:anywhere}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{border:1px solid var(--line);padding:.2em .5em;text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead th{background:var(--soft);position:sticky;top:0}td.n{text-align:right;white-space:nowrap}td.c{text-align:center}
.error{color:var(--error);font-weight:600}.warning{color:var(--warning)}.information,.hint,.quiet{color:var(--quiet)}
a{color:inherit}@media print{body{margin:0;max-width:none;font-size:10pt}thead th{position:static}thead{display:table-header-group}tr{break-inside:avoid}h3{break-after:avoid}}
`;

function asPage(reports: readonly OverviewReport[], { language, notes }: OverviewWords): string {
  const texts = TEXTS[language];
  const rules = rulesIn(reports);
  const head = (names: readonly string[]): string =>
    `<thead><tr>${names.map((name) => `<th scope="col">${escaped(name)}</th>`).join('')}</tr></thead>`;
  const nameOf = ({ body, path }: OverviewReport): string => escaped(body === '' ? path : body);
  // What may be wider than the window is scrolled by keys, too.
  const wide = (label: string, names: readonly string[], rows: readonly string[]): string =>
    `<div class="wide" tabindex="0" role="region" aria-label="${label}"><table>${head(names)}<tbody>\n${rows.join('\n')}\n</tbody></table></div>`;
  const matrix = reports.map((report, i) => {
    const name = report.findings.length > 0 ? `<a href="#r${i}">${nameOf(report)}</a>` : nameOf(report);
    const worst = SEVERITIES.find((severity) => report.findings.some((one) => one.severity === severity)) ?? 'quiet';
    const counts = rules.map((rule) => `<td class="c ${rule.severity}">${countOf(report.findings, rule)}</td>`);
    return `<tr><th scope="row">${name}</th><td>${report.year ?? ''}</td><td>${escaped(report.edition)}</td><td class="${worst}">${escaped(verdictOf(report, language))}</td>${counts.join('')}</tr>`;
  });
  const details = reports.flatMap((report, i) => {
    if (report.findings.length === 0) return [];
    const rows = report.findings.map(
      (one) =>
        `<tr><td class="n">${one.line}</td><td class="${one.severity}">${texts.severities[one.severity]}</td><td>${escaped(one.name)}</td><td>${escaped(one.place)}</td><td>${escaped(one.value)}</td><td>${escaped(one.expected)}</td><td>${escaped(one.lastYear)}</td><td>${escaped(one.message)}</td></tr>`,
    );
    const names = [
      texts.line,
      texts.severity,
      texts.rule,
      texts.place,
      texts.value,
      texts.expected,
      texts.lastYear,
      texts.message,
    ];
    return [
      `<section><h3 id="r${i}">${nameOf(report)} ${report.year ?? ''} <span class="quiet">${escaped(report.path)}</span></h3>${wide(`${nameOf(report)} ${report.year ?? ''}`, names, rows)}</section>`,
    ];
  });
  const asides = reports.flatMap((report) =>
    report.setAside.map(
      (one) =>
        `<tr><th scope="row">${nameOf(report)}</th><td>${report.year ?? ''}</td>${setAsideCells(one, texts)
          .map((cell) => `<td>${escaped(cell)}</td>`)
          .join('')}</tr>`,
    ),
  );
  const aside =
    asides.length === 0
      ? ''
      : `\n<h2>${texts.setAside}</h2>${wide(texts.setAside, [texts.body, texts.year, ...setAsideColumns(texts)], asides)}`;
  const columns = [texts.body, texts.year, texts.edition, texts.verdict, ...rules.map(({ name }) => name)];
  const besides = notes.length === 0 ? '' : `<ul>${notes.map((note) => `<li>${escaped(note)}</li>`).join('')}</ul>`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${texts.title}</title><style>${STYLE}</style></head><body><main>
<h1>${texts.title}</h1>${besides}
<h2>${texts.matrix}</h2>${wide(texts.matrix, columns, matrix)}
<h2>${texts.findings}</h2>
${details.join('\n')}${aside}
</main></body></html>
`;
}
