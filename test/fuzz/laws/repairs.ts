import {
  applyEdits,
  check,
  contextOf,
  DEFAULT_SETTINGS,
  ignoreFor,
  insertMissingSections,
  ruleById,
  safeEdits,
  say,
  sortSections,
  type Judged,
  type Repair,
  type Report,
  type TextEdit,
} from '../../../server/src/core/index';
import type { Choices } from '../../generator/choices';
import { must, type Law } from './law';
import {
  besideLastYear,
  beyond,
  cellsOf,
  changedValues,
  findingsOf,
  idsOf,
  isSame,
  isWithin,
  mustBeEdits,
  mustKeepValues,
  mustLieIn,
  reportsIn,
  valueOf,
  valuesOf,
  written,
} from './seen';

interface Offer {
  readonly finding: Judged;
  readonly repair: Repair;
}

const MOST = 5;

/** Some of the repairs that are offered: of all of a long list's kinds one is met sooner or later. */
function someOf(offers: readonly Offer[], choices: Choices): readonly Offer[] {
  const rest = [...offers];
  while (rest.length > MOST) rest.splice(choices.below(rest.length), 1);
  return rest;
}

const offersIn = (findings: readonly Judged[]): readonly Offer[] =>
  findings.flatMap((finding) => finding.repairs().map((repair) => ({ finding, repair })));

const units = (text: string): string => [...text.replace(/[\r\n]/g, '')].sort().join('');

/**
 * Whether an edit stands at its finding or in the row of which it is, is of a cell or a heading's number, puts lines
 * between lines, or moves what is there.
 */
function isNear(report: Report, finding: Judged, { span, newText }: TextEdit): boolean {
  const { text, lines, sections } = report;
  if ([finding, ...finding.related].some((place) => isWithin(span, place.span))) return true;
  if (cellsOf(report).some((cell) => isSame(cell.span, span))) return true;
  const rows = report.tables.flatMap((table) => table.rows);
  if (rows.some((row) => isSame(row.label, finding.span) && isWithin(span, row.span))) return true;
  if (sections.some(({ numeral, words }) => isWithin(span, { start: numeral.span.start, end: words.start })))
    return true;
  const line = lines.span(lines.lineAt(span.start));
  if (span.start === span.end && (span.start === line.start || span.start === line.end)) return true;
  return units(newText) === units(text.slice(span.start, span.end));
}

const rightIn = (findings: readonly Judged[]): readonly Offer[] =>
  offersIn(findings).filter(({ repair }) => repair.preferred || repair.safe);

const isStructural = ({ finding: { rule } }: Offer): boolean =>
  rule.category === 'structure' || rule.id === 'missing-row' || rule.id === 'missing-table';

/** What would add, move or rename parts of a report. */
function rebuildings(report: Report, choices: Choices): readonly { name: string; edits: readonly TextEdit[] }[] {
  const offers = someOf(offersIn(findingsOf(report)).filter(isStructural), choices);
  const repairs = offers.map(({ finding, repair }) => ({
    name: `${finding.rule.id}: its repair`,
    edits: repair.edits,
  }));
  const inserted = report.recognised ? insertMissingSections(contextOf(report, DEFAULT_SETTINGS)) : [];
  // Of tables that stand twice one is read.
  const sorted = isRepeated(report) ? [] : sortSections(report);
  return [
    ...repairs,
    { name: 'sorting of sections', edits: sorted },
    { name: 'insertion of sections', edits: inserted },
  ];
}

const saying = (findings: readonly Judged[], { rule, message }: Judged): number =>
  findings.filter((other) => other.rule === rule && say(other.message, 'en') === say(message, 'en')).length;

const errorsIn = (findings: readonly Judged[]): readonly string[] =>
  idsOf(findings.filter(({ severity }) => severity === 'error'));

/** What is added to a table, or can be read at last, makes sums judged that were not before. */
const isSum = (id: string): boolean => ruleById(id)!.category === 'arithmetic';

/** What of a report a repair that nobody looks at may replace. */
const isEditable = (report: Report, { span }: TextEdit): boolean =>
  cellsOf(report).some((cell) => isSame(cell.span, span)) ||
  report.sections.some(({ numeral, words }) => isWithin(span, { start: numeral.span.start, end: words.start }));

/** That the values before are those after, but for blanks that may have got one. */
function mustKeepNumbers(before: readonly Report[], after: readonly Report[], fault: string): void {
  const changed = changedValues(valuesOf(before), valuesOf(after)).filter(
    (change) => !/: (?:blank|-) became \d/.test(change),
  );
  must(changed.length === 0, fault, () => changed.slice(0, 3).join('; '));
}

const isRepeated = ({ sections }: Report): boolean =>
  new Set(sections.map(({ number }) => number)).size < sections.length;

export const REPAIRS: readonly Law[] = [
  {
    id: 'findings',
    says: 'every rule goes through, beside last year’s report, names places in the text and says something in both languages',
    of: 'change',
    holds(input) {
      for (const { report, findings } of besideLastYear(input)) {
        for (const { rule, span, related, message } of findings) {
          mustLieIn(report.text, span, rule.id);
          for (const other of related) mustLieIn(report.text, other.span, `${rule.id}, related`);
          for (const one of [message, ...related.map((other) => other.message)]) {
            for (const said of [say(one, 'zh-CN'), say(one, 'en')])
              must(
                said !== '' && !/\{\w+\}|undefined|\[object/.test(said),
                `${rule.id} says nothing sensible`,
                () => said,
              );
          }
        }
      }
    },
  },
  {
    id: 'repairs',
    says: 'the edits of a repair stand apart, change the text, and stand where the finding does or what it names',
    of: 'change',
    holds(input) {
      for (const { report, findings } of besideLastYear(input)) {
        for (const { finding, repair } of offersIn(findings)) {
          const { id } = finding.rule;
          mustBeEdits(report.text, repair.edits, id);
          must(repair.edits.length > 0 && say(repair.title, 'zh-CN') !== '', `${id}: a repair without edits or title`);
          for (const edit of repair.edits) {
            const { start, end } = edit.span;
            must(
              isNear(report, finding, edit),
              `${id}: a repair changes what is far from its finding`,
              () => `${start}–${end}`,
            );
          }
        }
      }
    },
  },
  {
    id: 'mending',
    says: 'a repair that is preferred or safe takes its finding away',
    of: 'any',
    slips: 'few',
    holds({ text }, choices) {
      for (const report of reportsIn(text)) {
        const before = findingsOf(report);
        for (const { finding, repair } of someOf(rightIn(before), choices)) {
          const after = reportsIn(applyEdits(report.text, repair.edits)).flatMap(findingsOf);
          const isGone = saying(after, finding) < saying(before, finding);
          must(isGone, `${finding.rule.id}: still there after its repair`, () => written(finding));
        }
      }
    },
  },
  {
    id: 'harmless',
    says: 'a repair that is preferred or safe causes no error',
    of: 'any',
    slips: 'light',
    holds({ text }, choices) {
      for (const report of reportsIn(text)) {
        const before = findingsOf(report);
        for (const { finding, repair } of someOf(rightIn(before), choices)) {
          const after = reportsIn(applyEdits(report.text, repair.edits)).flatMap(findingsOf);
          const caused = beyond(errorsIn(after), errorsIn(before)).filter(
            (error) => finding.rule.category === 'arithmetic' || !isSum(error),
          );
          const fault = `${finding.rule.id}: its repair causes ${[...new Set(caused)].join(', ')}`;
          must(caused.length === 0, fault, () => written(finding));
        }
      }
    },
  },
  {
    id: 'structure',
    says: 'no repair of structure makes a value another one',
    of: 'any',
    slips: 'few',
    holds({ text }, choices) {
      for (const report of reportsIn(text)) {
        for (const { edits, name } of rebuildings(report, choices)) {
          mustBeEdits(report.text, edits, name);
          mustKeepValues(report, edits, name, 'read');
        }
        const sorted = applyEdits(report.text, sortSections(report));
        must(units(sorted) === units(report.text), 'sorting of sections loses or adds text');
      }
    },
  },
  {
    id: 'kept',
    says: 'no repair of structure leaves a value unread',
    of: 'any',
    slips: 'light',
    holds({ text }, choices) {
      for (const report of reportsIn(text))
        for (const { edits, name } of rebuildings(report, choices)) mustKeepValues(report, edits, name, 'all');
    },
  },
  {
    id: 'fix-all',
    says: 'what is mended unseen is a cell or a heading’s number, states every number as before, causes no error, and is mended at once',
    of: 'any',
    holds({ text }) {
      for (const report of reportsIn(text)) {
        const edits = safeEdits(report, findingsOf(report));
        if (edits.length === 0) continue;
        mustBeEdits(report.text, edits, 'fixAll');
        must(
          edits.every((edit) => isEditable(report, edit)),
          'fixAll changes more than cells and numbers of headings',
        );
        const after = reportsIn(applyEdits(report.text, edits));
        mustKeepNumbers([report], after, 'fixAll changes a stated number');
        const caused = beyond(errorsIn(after.flatMap(findingsOf)), errorsIn(findingsOf(report)));
        must(caused.length === 0, `fixAll causes ${[...new Set(caused)].join(', ')}`);
        must(
          after.every((one) => safeEdits(one, findingsOf(one)).length === 0),
          'fixAll leaves something for a second time',
        );
        const negative = after.flatMap(cellsOf).filter((cell) => valueOf(cell).startsWith('-')).length;
        must(
          negative <= cellsOf(report).filter((cell) => valueOf(cell).startsWith('-')).length,
          'fixAll writes something below zero',
        );
      }
    },
  },
  {
    id: 'ignores',
    says: 'a finding that is ignored is gone, and no other rule’s',
    of: 'any',
    holds({ text }, choices) {
      for (const report of reportsIn(text)) {
        const before = findingsOf(report);
        if (before.length === 0) continue;
        const finding = before[choices.below(before.length)]!;
        const after = check(report, DEFAULT_SETTINGS, { ignores: [ignoreFor(report, finding, { reason: '不适用' })] });
        must(
          !after.some((one) => written(one) === written(finding)),
          `${finding.rule.id}: told although it is ignored`,
          () => written(finding),
        );
        const others = (findings: readonly Judged[]): readonly Judged[] =>
          findings.filter(({ rule }) => rule !== finding.rule);
        must(others(after).length === others(before).length, `${finding.rule.id}: ignoring it silences other rules`);
      }
    },
  },
];
