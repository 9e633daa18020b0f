import { CodeActionKind, type CodeAction, type CodeActionParams, type Diagnostic, type Range } from 'vscode-languageserver';
import { safeEdits, say, sectionAt, type Judged, type Message, type Segment, type TextEdit } from '../../core/index';
import { SOURCE, toDiagnostic, toRange, toTextEdit } from '../convert';
import type { OpenDocument, Session } from '../session';
import { workspaceEdit } from '../workspace-edit';
import { IGNORE_COMMAND, type IgnoreArguments } from './ignore';
import { rewriteActions } from './rewrite';
import { splitActions } from './split';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.nianbao`;
const FIX_ALL_TITLE: Message = { words: { zh: '修正全部可自动修正的问题', en: 'Fix all that can be fixed automatically' }, args: {} };

/** textDocument/codeAction: repairs of the findings at the range, refactorings of what stands there, and the source action that applies all safe repairs. */
export async function codeAction(session: Session, { textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> {
  const open = await session.open(textDocument.uri);
  if (open === undefined) return [];
  const wants = (kind: string): boolean => context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const quickFixes = wants(CodeActionKind.QuickFix) ? quickFixesAt(session, open, range, context.diagnostics) : [];
  // A source action is asked for by name; it is no remedy for what stands under the cursor.
  const fixAll = context.only !== undefined && wants(FIX_ALL) ? fixAllAction(session, open) : undefined;
  const rewrites = wants(CodeActionKind.RefactorRewrite) ? [...rewriteActions(session, open, range), ...(await splitActions(session, open, range))] : [];
  return [...quickFixes, ...rewrites, ...(fixAll === undefined ? [] : [fixAll])];
}

function quickFixesAt(session: Session, open: OpenDocument, range: Range, asked: readonly Diagnostic[]): CodeAction[] {
  const own = asked.filter(({ source }) => source === SOURCE);
  const actions: CodeAction[] = [];
  for (const segment of open.document.segments) {
    if (range.end.line < segment.firstLine || range.start.line >= segment.firstLine + segment.report.lines.count) continue;
    for (const finding of session.verdicts.findings(open, segment)) {
      const at = toRange(segment, finding.span);
      const known = own.find(({ code, range: other }) => code === finding.rule.id && sameStart(at, other));
      if (known !== undefined || (own.length === 0 && touches(at, range)))
        actions.push(...repairActions(session, open, segment, finding), ...ignoreAction(session, open, segment, finding));
    }
  }
  return actions;
}

function repairActions(session: Session, open: OpenDocument, segment: Segment, finding: Judged): CodeAction[] {
  const { locale } = open.settings;
  const findings = session.verdicts.findings(open, segment);
  const diagnostics = session.verdicts.diagnostics(open, segment);
  return finding.repairs().map((repair): CodeAction => {
    const resolves = (other: Judged): boolean => other === finding || (other.subject !== undefined && repair.resolves?.includes(other.subject) === true);
    const title = say(repair.title, locale);
    const edits = repair.edits.map((edit) => toTextEdit(segment, edit));
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: diagnostics.filter((_, i) => resolves(findings[i]!)),
      isPreferred: repair.preferred,
      edit: workspaceEdit(session.clientCapabilities, open, edits, { label: title, needsConfirmation: spreadsOverSections(segment, repair.edits) }),
    };
  });
}

/** What changes in more than one section is more than can be seen at a glance. */
const spreadsOverSections = ({ report }: Segment, edits: readonly TextEdit[]): boolean =>
  new Set(edits.flatMap(({ span }) => [sectionAt(report, span.start), sectionAt(report, Math.max(span.start, span.end - 1))])).size > 1;

/** Last of all: the finding does not apply here. It needs a folder to write that down in. */
function ignoreAction(session: Session, { uri, settings }: OpenDocument, segment: Segment, finding: Judged): CodeAction[] {
  if (session.workspace.configs.home(uri) === undefined || session.clientCapabilities.workspace?.workspaceEdit?.documentChanges !== true) return [];
  const { start } = toRange(segment, finding.span);
  const title = say(IGNORE_TITLE, settings.locale);
  const arguments_: IgnoreArguments = [uri, finding.rule.id, start.line, start.character];
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(uri, segment, finding, settings.locale, session.ruleDocs)],
      command: { title, command: IGNORE_COMMAND, arguments: [...arguments_] },
    },
  ];
}

const IGNORE_TITLE: Message = { words: { zh: '此条不适用（记入 nianbao.config.json）', en: 'Does not apply here (write to nianbao.config.json)' }, args: {} };

function fixAllAction(session: Session, open: OpenDocument): CodeAction | undefined {
  const edits = fixAllEdits(session, open);
  if (edits.length === 0) return undefined;
  const title = say(FIX_ALL_TITLE, open.settings.locale);
  return { title, kind: FIX_ALL, edit: workspaceEdit(session.clientCapabilities, open, edits, { label: title, needsConfirmation: false }) };
}

/** Of the findings that are shown, so that what is ignored or off is left alone. */
export const fixAllEdits = ({ verdicts }: Session, open: OpenDocument) =>
  open.document.segments.flatMap((segment) => safeEdits(segment.report, verdicts.findings(open, segment)).map((edit) => toTextEdit(segment, edit)));

const sameStart = (a: Range, b: Range): boolean => a.start.line === b.start.line && a.start.character === b.start.character;

const touches = (a: Range, b: Range): boolean => !isBefore(a.end, b.start) && !isBefore(b.end, a.start);

const isBefore = (a: Range['start'], b: Range['start']): boolean => a.line < b.line || (a.line === b.line && a.character < b.character);
