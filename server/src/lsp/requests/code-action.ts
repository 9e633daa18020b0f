import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type Position,
  type Range,
} from 'vscode-languageserver';
import {
  coveredBy,
  message,
  safeEdits,
  say,
  sectionAt,
  type Judged,
  type Message,
  type Repair,
  type Segment,
  type TextEdit,
  type Words,
} from '../../core/index';
import { SOURCE, toDiagnostic, toRange, toTextEdit } from '../to-protocol';
import type { OpenDocument, Session } from '../session';
import { withPreview, workspaceEdit } from '../workspace-edit';
import { CONFIRM_COMMAND, IGNORE_COMMAND, type IgnoreArguments } from '../protocol';
import { canIgnore } from './ignore';
import { rewriteActions } from './rewrite';
import { splitActions } from './split';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.nianbao`;
const FIX_ALL_TITLE: Message = {
  words: { zh: '修正全部可自动修正的问题', en: 'Fix all that can be fixed automatically' },
  args: {},
};

/**
 * textDocument/codeAction: repairs of the findings at the range, refactorings of what stands there, and the source
 * action that applies all safe repairs.
 */
export async function codeAction(
  session: Session,
  { textDocument, range, context }: CodeActionParams,
): Promise<CodeAction[]> {
  const open = await session.open(textDocument.uri);
  if (open === undefined) return [];
  const asked = context.only ?? undefined;
  const wants = (kind: string): boolean =>
    asked === undefined || asked.some((only) => kind === only || kind.startsWith(`${only}.`));
  const quickFixes = wants(CodeActionKind.QuickFix) ? quickFixesAt(session, open, range, context.diagnostics) : [];
  // A source action is asked for by name; it is no remedy for what stands under the cursor.
  const fixAll = asked !== undefined && wants(FIX_ALL) ? fixAllAction(session, open) : undefined;
  const rewrites = wants(CodeActionKind.RefactorRewrite)
    ? [...rewriteActions(session, open, range), ...(await splitActions(session, open, range))]
    : [];
  return [...quickFixes, ...rewrites, ...(fixAll === undefined ? [] : [fixAll])];
}

function quickFixesAt(session: Session, open: OpenDocument, range: Range, asked: readonly Diagnostic[]): CodeAction[] {
  const keys = new Set(
    asked.filter(({ source }) => source === SOURCE).map(({ code, range: { start } }) => keyOf(code, start)),
  );
  const actions: CodeAction[] = [];
  let mended = 0;
  for (const segment of open.document.segments) {
    if (range.end.line < segment.firstLine || range.start.line >= segment.firstLine + segment.report.lines.count)
      continue;
    const resolved = resolvedBy(session, open, segment);
    for (const finding of session.verdicts.findings(open, segment)) {
      const at = toRange(segment, finding.span);
      if (keys.size === 0 ? !touches(at, range) : !keys.has(keyOf(finding.rule.id, at.start))) continue;
      if (++mended > MOST) return actions;
      actions.push(
        ...repairActions(session, open, segment, finding, resolved),
        ...ignoreActions(session, open, segment, finding),
      );
    }
  }
  return actions;
}

/** Findings more than anyone looks through; a smaller range offers what is left out. */
const MOST = 500;

const keyOf = (code: Diagnostic['code'], { line, character }: Position): string => `${code} ${line} ${character}`;

/** Tells the diagnostics that a repair of a finding resolves, in their order. */
type Resolved = (finding: Judged, repair: Repair) => Diagnostic[];

function resolvedBy(session: Session, open: OpenDocument, segment: Segment): Resolved {
  let known:
    | { readonly diagnostics: readonly Diagnostic[]; readonly places: ReadonlyMap<unknown, readonly number[]> }
    | undefined;
  return (finding, { resolves = [] }) => {
    known ??= {
      diagnostics: session.verdicts.diagnostics(open, segment),
      places: placesOf(session.verdicts.findings(open, segment)),
    };
    const { diagnostics, places } = known;
    const found = new Set([finding, ...resolves].flatMap((key) => places.get(key) ?? []));
    return [...found].sort((a, b) => a - b).map((place) => diagnostics[place]!);
  };
}

/** Where findings stand among all, by themselves and by their subjects. */
function placesOf(findings: readonly Judged[]): ReadonlyMap<unknown, readonly number[]> {
  const places = new Map<unknown, number[]>();
  findings.forEach((finding, place) => {
    for (const key of finding.subject === undefined ? [finding] : [finding, finding.subject]) {
      const known = places.get(key);
      if (known === undefined) places.set(key, [place]);
      else known.push(place);
    }
  });
  return places;
}

function repairActions(
  session: Session,
  open: OpenDocument,
  segment: Segment,
  finding: Judged,
  resolved: Resolved,
): CodeAction[] {
  const { locale } = open.settings;
  return finding.repairs().flatMap((repair): CodeAction[] => {
    const title = say(repair.title, locale);
    const edits = repair.edits.map((edit) => toTextEdit(segment, edit));
    const action: CodeAction = {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: resolved(finding, repair),
      isPreferred: repair.preferred,
      edit: workspaceEdit(session.clientCapabilities, open, edits, title),
    };
    return spreadsOverSections(segment, repair.edits)
      ? withPreview(session.clientCapabilities, open, action)
      : [action];
  });
}

/** What changes in more than one section is more than can be seen at a glance. */
const spreadsOverSections = ({ report }: Segment, edits: readonly TextEdit[]): boolean =>
  new Set(
    edits.flatMap(({ span }) => [sectionAt(report, span.start), sectionAt(report, Math.max(span.start, span.end - 1))]),
  ).size > 1;

/** Last of all: the finding is right as it is, or does not apply. It needs a folder to write that down in. */
function ignoreActions(
  session: Session,
  { uri, settings }: OpenDocument,
  segment: Segment,
  finding: Judged,
): CodeAction[] {
  if (session.workspace.configs.home(uri) === undefined || !canIgnore(session.clientCapabilities)) return [];
  const { start } = toRange(segment, finding.span);
  const names = { rule: finding.rule.name, where: coveredBy(segment.report, finding) };
  const arguments_: IgnoreArguments = [uri, finding.rule.id, start.line, start.character];
  const action = (words: Words, command: string): CodeAction => {
    const title = say(message(words, names), settings.locale);
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(uri, segment, finding, settings.locale, session.ruleDocs)],
      command: { title, command, arguments: [...arguments_] },
    };
  };
  return [
    // Nobody can say that the values of an unknown body are right.
    ...(segment.report.body === undefined ? [] : [action(CONFIRM_TITLE, CONFIRM_COMMAND)]),
    action(IGNORE_TITLE, IGNORE_COMMAND),
  ];
}

const CONFIRM_TITLE: Words = {
  zh: '经核实无误：“{rule}”，数值不变则不再提示（记入 nianbao.config.json）',
  en: 'Verified, it is right: “{rule}”, as long as the values stay the same (write to nianbao.config.json)',
};

const IGNORE_TITLE: Words = {
  zh: '此条不适用：“{rule}”，限{where}（记入 nianbao.config.json）',
  en: 'Does not apply: “{rule}”, for {where} (write to nianbao.config.json)',
};

function fixAllAction(session: Session, open: OpenDocument): CodeAction | undefined {
  const edits = fixAllEdits(session, open);
  if (edits.length === 0) return undefined;
  const title = say(FIX_ALL_TITLE, open.settings.locale);
  return {
    title,
    kind: FIX_ALL,
    edit: workspaceEdit(session.clientCapabilities, open, edits, title),
  };
}

/** Of the findings that are shown, so that what is ignored or off is left alone. */
export const fixAllEdits = ({ verdicts }: Session, open: OpenDocument) =>
  open.document.segments.flatMap((segment) =>
    safeEdits(segment.report, verdicts.findings(open, segment)).map((edit) => toTextEdit(segment, edit)),
  );

const touches = (a: Range, b: Range): boolean => !isBefore(a.end, b.start) && !isBefore(b.end, a.start);

const isBefore = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
