/**
 * The engine's face: servers and the command line import from here alone; the client takes single files, to stay small.
 * Nothing below knows of editors, files, time or language.
 */
export {
  check,
  checkAll,
  checkIn,
  NOTHING_CHECKED,
  type Checked,
  type CheckSurroundings,
  type Judged,
  type OnRuleFailure,
  type SetAside,
} from './check/check';
export type { Elsewhere } from './collection/elsewhere';
export { aboutImported } from './explaining/imported';
export { UNJUDGED } from './explaining/unjudged';
export { contextOf, type Context, type Surroundings } from './context/context';
export { safeEdits } from './check/fix-all';
export { addIgnore, placeOfIgnore, removeIgnore, removeIgnores } from './config/add-ignore';
export { setBodies } from './config/set-bodies';
export { complete } from './completion/complete';
export type { Neighbour } from './completion/names';
export type { Proposal } from './completion/proposal';
export { CONFIG_FILE, parseConfig, withConfig, type Config } from './config/config';
export type { ConfigProblem } from './config/json';
export { isDate } from './config/values';
export {
  confirmationOf,
  coveredBy,
  IGNORE_KINDS,
  ignoreFor,
  type Grounds,
  type EntriesMet,
  type Ignore,
  type IgnoreKind,
} from './context/ignores';
export { convertTable, convertTables, isRefusal, layoutOfTable, type Refusal } from './writing/convert-table';
export { cellFrom, lineStart, type CellMove, type CellTarget } from './features/cells';
export { folds, type Fold } from './features/folding';
export { alignColumns } from './features/aligning';
export { format as formatTables } from './features/formatting';
export { hover, type Hover } from './features/hover';
export { inlayHints, remarkOn, type InlayHint, type InlayMode } from './features/inlay-hints';
export { lenses, type Lens } from './features/lenses';
export { definition, highlights, references, selectionRanges, type Targets } from './features/navigate';
export { outline, type OutlineNode } from './features/outline';
export { beginsAsReport, FIRST_LINE, isReportText, mayHoldReport, RECOGNITION_LENGTH } from './features/recognise';
export { recompute, rowAround, unreadRows, type TotalChange } from './features/recompute';
export { setCells, type Outcome } from './features/set-cells';
export { semanticTokens, TOKEN_TYPES, type SemanticToken } from './features/semantic-tokens';
export { snippets, type Snippet } from './features/snippets';
export { sortSections } from './features/sort-sections';
export { splitVolume, type Part } from './features/split-volume';
export { symbols, type NamedPart } from './features/symbols';
export { changedTotals, isAsWhole } from './features/totals';
export {
  COLUMN_IDS,
  columnsOf,
  editionById,
  editionOfYear,
  EDITIONS,
  ROW_IDS,
  rowsOf,
  TABLE_FORMS,
  yearsOf,
  type Edition,
} from './formats/editions';
export type { EditionId } from './formats/notices';
export { TABLE_IDS, type TableId } from './formats/table-names';
export type {
  AcceptedHeadings,
  ColumnForm,
  RowForm,
  SectionForm,
  SectionNumber,
  TableForm,
  Words,
} from './formats/types';
export {
  LAYOUT_NAMES,
  TABLE_LAYOUTS,
  isTemplateLayout,
  TEMPLATE_LAYOUTS,
  type TableLayout,
  type TemplateLayout,
} from './formats/layouts';
export { message, say, wordsIn, type Locale, type Message } from './messages';
export {
  cellOf,
  rowOf,
  rowsOnLine,
  sectionAt,
  tableOf,
  type Cell,
  type Layout,
  type Report,
  type UnjudgedReason,
  type Row,
  type Section,
  type Table,
  type Title,
} from './model/report';
export { rangeOf, readDocument, segmentAt, type Document, type ReadOptions, type Segment } from './reading/document';
export { RULES, ruleById } from './rules/index';
export { PAGES } from './rules/pages';
export { fileNameOf } from './showing/file-name';
export { said } from './showing/said';
export { show } from './showing/show';
export type { Block, Mark, Place, ShownCell, Showing, TableBlock, TextBlock } from './showing/showing';
export { textOfBlocks, type BlocksText, type SourceBlock } from './writing/from-blocks';
export { insertMissingSections } from './writing/missing-sections';
export type { Category, Finding, Related, Repair, Rule } from './rules/rule';
export { DEFAULT_SETTINGS, RULE_SEVERITIES, type RuleSeverity, type Settings, type Severity } from './settings';
export { inherit } from './writing/from-last-year';
export { latestReport, nextYearsReport, PROSE_CHOICES, type NextYear, type ProseChoice } from './writing/next-year';
export { tableSkeleton } from './writing/skeleton';
export { fill, reportTemplate, sectionTemplate, toSnippet, type TemplateValues } from './writing/template';
export { format, toNumber, type Decimal } from './text/decimal';
export { chineseNumeral } from './text/numerals';
export { isGarbled } from './text/garbled';
export { lineEndOf, Lines, type Position, type Range } from './text/lines';
export { TakenSpans } from './text/taken-spans';
export { applyEdits, shiftedBy, span, type Span, type TextEdit } from './text/span';
export type { Value } from './text/value';
export { BodyIndex } from './collection/body-index';
export { canonicalBody, sameBody } from './collection/body-name';
export { chooseParts, type Candidate, type Chosen, type LeftOut } from './collection/choose-parts';
export { compareReports, type ChangedCell, type ChangedSentence, type Comparison } from './collection/comparison';
export { nameOfCell, type FormCell } from './collection/counterparts';
export { totalPartOf, type TotalPart } from './collection/total-part';
export { checkTotal, commonExplanations, type Difference, type Explanation } from './collection/total-check';
export { Totals, unstatedBy, valuesOn, type LostValue } from './collection/totals';
export { valuesOf, type Values } from './collection/values';
export { yearInFileName } from './collection/file-year';
export {
  commonWords,
  differenceWords,
  explanationWords,
  howMany,
  otherYear,
  whatIsLost,
  whyLeftOut,
} from './reviewing/total-notes';
export { totalSheet } from './reviewing/total-sheet';
export { totalReport } from './writing/total-report';
export { deadlineOf, type Deadlines } from './collection/deadlines';
export { isCopy, type LastYear } from './collection/last-year';
export { canonicalUri, folderOf, nameOf } from './text/uri';
export { LastYears, reportName, type ReportName } from './collection/last-years';
export { compact, pack, PACKING, unpack, type PackedSummary } from './collection/packed-summary';
export { NeededYears, reportNames } from './collection/report-names';
export { ReportIndex } from './collection/report-index';
export { cellKey, summarise, type Indexed, type ReportSummary, type SummaryCell } from './collection/summary';
export { displayWidth } from './text/width';
export { candidateOf } from './reviewing/candidate';
export { letterOn, type Letter } from './reviewing/letter';
export { letterAsMarkdown, letterAsText, letterLines, type LetterLine } from './reviewing/write-letter';
export { arrivalsOf, type Arrivals, type Received } from './collection/expected-bodies';
export { arrivalLines } from './reviewing/arrival-lines';
export { lapsedEntries, lapsedLine, type LapsedEntry, type ReportOfEntries } from './reviewing/lapsed-entries';
export { bodiesInBlocks, bodiesInText } from './reviewing/body-list';
export { overviewOf, type OverviewFinding, type OverviewReport, type OverviewSetAside } from './reviewing/overview';
export { overviewCsv, overviewCsvHeader } from './reviewing/overview-csv';
export { csvLine, spreadsheetLine } from './text/csv';
export { shown } from './text/shown';
export { sharedProse, shinglesOf, type SharedProse } from './collection/shared-prose';
