import {
  type Connection,
  DocumentDiagnosticReportKind,
  type DocumentDiagnosticReport,
  ErrorCodes,
  type ExecuteCommandParams,
  ResponseError,
  type SemanticTokens,
} from 'vscode-languageserver';
import { TABLE_IDS, TABLE_LAYOUTS, TEMPLATE_LAYOUTS } from '../core/index';
import { toFailureDiagnostic, TOP } from './to-protocol';
import {
  anything,
  atPosition,
  day,
  having,
  inDocument,
  inRange,
  list,
  oneOf,
  optional,
  orNull,
  position,
  range,
  row,
  text,
  truth,
  whole,
  type Check,
} from './params';
import {
  ArrivalsRequest,
  CONFIRM_COMMAND,
  ConvertRequest,
  CursorRequest,
  ExportedOverviewRequest,
  FixAllRequest,
  IGNORE_COMMAND,
  LapsedRequest,
  type IgnoreArguments,
  type IgnoreResult,
  LetterRequest,
  MissingSectionsRequest,
  NormalisedRequest,
  OverviewRequest,
  PreviewRequest,
  RECOMPUTE_COMMAND,
  type RecomputeArguments,
  RecomputeRequest,
  SetBodiesRequest,
  SetCellsRequest,
  SHOW_COMMAND,
  type ShowArguments,
  ShowingRequest,
  StatusRequest,
  TakeBackRequest,
  TemplateRequest,
  TotalRequest,
  TotalsRequest,
  UNIGNORE_COMMAND,
  type UnignoreArguments,
} from './protocol';
import { cursorMoved, onTypeFormatting } from './requests/cells';
import { codeAction } from './requests/code-action';
import { codeLens } from './requests/code-lens';
import { completion, resolveCompletion } from './requests/completion';
import { diagnostic } from './requests/diagnostic';
import { documentSymbol } from './requests/document-symbol';
import { foldingRange } from './requests/folding-range';
import { formatting } from './requests/formatting';
import { hoverAt } from './requests/hover';
import { ignoreFinding, setExpectedBodies, takeBack, takeBackAll } from './requests/ignore';
import { inlayHint } from './requests/inlay-hint';
import { definitionAt, highlightsAt, referencesAt, selectionRange } from './requests/navigate';
import { convert, fixAll, missingSections, status, template } from './requests/nianbao';
import { overview } from './requests/overview';
import { preview } from './requests/preview';
import { recomputation, recomputeTotals } from './requests/recompute';
import { letter, normalised, total } from './requests/reviewing';
import { arrivals, exportedOverview, lapsed } from './requests/review-export';
import { semanticTokensOf } from './requests/semantic-tokens';
import { cellsSet } from './requests/set-cells';
import { showing } from './requests/showing';
import { resolveSplit } from './requests/split';
import { totalsAfterTyping } from './requests/totals';
import { workspaceDiagnostic } from './requests/workspace-diagnostic';
import { workspaceSymbol } from './requests/workspace-symbol';
import { answering } from './run-safe';
import type { Session } from './session';

const none = () => [];
const nothing = () => null;
const noTokens = (): SemanticTokens => ({ data: [] });
const itself = <Given>(given: Given): Given => given;

/**
 * Which request is answered by what: with the parameters that it has to have, and what it is answered with where its
 * handler fails.
 */
export function answerRequests(connection: Connection, session: Session): void {
  const answer = answering(session);
  const { languages } = connection;
  const failed = (): DocumentDiagnosticReport => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: [toFailureDiagnostic(TOP, undefined, session.locale)],
  });
  languages.diagnostics.on(answer(inDocument, failed, diagnostic));
  languages.diagnostics.onWorkspace(
    answer(
      having({ previousResultIds: list(having({ uri: text, value: text })) }),
      () => ({ items: [] }),
      workspaceDiagnostic,
    ),
  );
  connection.onCodeAction(
    answer(having({ textDocument: having({ uri: text }), range, context: CODE_ACTION_CONTEXT }), none, codeAction),
  );
  connection.onCodeActionResolve(answer(having({}), itself, resolveSplit));
  connection.onCompletion(answer(atPosition, none, completion));
  connection.onCompletionResolve(answer(having({}), itself, resolveCompletion));
  connection.onDocumentSymbol(answer(inDocument, none, documentSymbol));
  connection.onWorkspaceSymbol(answer(having({ query: text }), none, workspaceSymbol));
  connection.onHover(answer(atPosition, nothing, hoverAt));
  languages.inlayHint.on(answer(inRange, none, inlayHint));
  connection.onCodeLens(answer(inDocument, none, codeLens));
  connection.onDefinition(answer(atPosition, none, definitionAt));
  connection.onReferences(answer(atPosition, none, referencesAt));
  connection.onDocumentHighlight(answer(atPosition, none, highlightsAt));
  connection.onSelectionRanges(
    answer(having({ textDocument: having({ uri: text }), positions: list(position) }), none, selectionRange),
  );
  languages.semanticTokens.on(answer(inDocument, noTokens, semanticTokensOf));
  connection.onDocumentFormatting(answer(inDocument, none, formatting));
  connection.onDocumentRangeFormatting(answer(inRange, none, formatting));
  connection.onDocumentOnTypeFormatting(answer(atPosition, none, onTypeFormatting));
  connection.onFoldingRanges(answer(inDocument, none, foldingRange));
  connection.onExecuteCommand(answer(having({ command: text, arguments: optional(list(anything)) }), nothing, execute));
  connection.onRequest(StatusRequest, answer(ABOUT_FILE, nothing, status));
  connection.onRequest(TemplateRequest, answer(TEMPLATE, nothing, template));
  connection.onRequest(MissingSectionsRequest, answer(ABOUT_FILE, nothing, missingSections));
  connection.onRequest(FixAllRequest, answer(ABOUT_FILE, nothing, fixAll));
  connection.onRequest(
    ConvertRequest,
    answer(having({ uri: text, layout: oneOf(...TABLE_LAYOUTS) }), nothing, convert),
  );
  connection.onRequest(
    RecomputeRequest,
    answer(
      having({ uri: text, scope: oneOf('row', 'table', 'report'), position: optional(position) }),
      nothing,
      recomputation,
    ),
  );
  connection.onRequest(
    OverviewRequest,
    answer(having({ known: list(having({ uri: text, state: text })) }), nothing, overview),
  );
  connection.onRequest(ExportedOverviewRequest, answer(having({ uris: list(text) }), nothing, exportedOverview));
  connection.onRequest(
    ArrivalsRequest,
    answer(
      having({ received: list(having({ uri: text, body: orNull(text), year: orNull(whole) })) }),
      nothing,
      arrivals,
    ),
  );
  connection.onRequest(
    LapsedRequest,
    answer(
      having({
        reports: list(having({ uri: text, body: orNull(text), year: orNull(whole), entries: ENTRIES })),
        isWhole: truth,
      }),
      nothing,
      lapsed,
    ),
  );
  connection.onRequest(TakeBackRequest, answer(having({ config: text, ignores: list(IGNORE) }), nothing, takeBackAll));
  connection.onRequest(
    SetBodiesRequest,
    answer(having({ folder: text, bodies: list(text) }), nothing, setExpectedBodies),
  );
  connection.onRequest(LetterRequest, answer(having({ uris: list(text), hints: truth }), nothing, letter));
  connection.onRequest(
    TotalRequest,
    answer(having({ uris: list(text), body: optional(text), layout: oneOf(...TABLE_LAYOUTS) }), nothing, total),
  );
  connection.onRequest(NormalisedRequest, answer(having({ uri: text, line: whole }), nothing, normalised));
  connection.onRequest(
    CursorRequest,
    answer(having({ uri: text, line: whole, character: whole }), nothing, cursorMoved),
  );
  connection.onRequest(ShowingRequest, answer(having({ uri: text, line: whole }), nothing, showing));
  connection.onRequest(TotalsRequest, answer(having({ uri: text, settled: truth }), nothing, totalsAfterTyping));
  connection.onRequest(
    PreviewRequest,
    answer(having({ uri: text, line: whole, lastYear: truth, known: optional(text) }), nothing, preview),
  );
  connection.onRequest(SetCellsRequest, answer(SET_CELLS, nothing, cellsSet));
}

const SET_CELLS = having({
  uri: text,
  report: whole,
  table: oneOf(...TABLE_IDS),
  row: text,
  column: text,
  text,
  totals: truth,
});

const IGNORE = having({ rule: text, reason: text });
const ENTRIES = having({ standing: list(IGNORE), changed: list(IGNORE) });
const ABOUT_FILE = having({ uri: text });
/** Some clients say `null` where they want all kinds. */
const only: Check = (value) => value === null || optional(list(text))(value);
const CODE_ACTION_CONTEXT = having({ diagnostics: list(having({ range })), only });
const TEMPLATE = having({
  body: optional(text),
  year: optional(whole),
  layout: optional(oneOf(...TEMPLATE_LAYOUTS)),
  snippet: truth,
});

async function execute(
  session: Session,
  { command, arguments: given = [] }: ExecuteCommandParams,
): Promise<IgnoreResult | null> {
  const need = (...checks: readonly Check[]): void => {
    if (!row(...checks)(given)) throw new ResponseError(ErrorCodes.InvalidParams, `${command}: not its arguments`);
  };
  if (command === RECOMPUTE_COMMAND) {
    need(text, optional(whole));
    await recomputeTotals(session, given as unknown as RecomputeArguments);
  } else if (command === SHOW_COMMAND) {
    need(text, range);
    const [uri, selection] = given as unknown as ShowArguments;
    await session.client.ask((connection) => connection.window.showDocument({ uri, selection, takeFocus: true }));
  } else if (command === IGNORE_COMMAND || command === CONFIRM_COMMAND) {
    need(text, text, whole, whole, optional(text), optional(text), optional(day));
    const kind = command === CONFIRM_COMMAND ? 'confirmed' : 'not-applicable';
    return ignoreFinding(session, kind, given as unknown as IgnoreArguments);
  } else if (command === UNIGNORE_COMMAND) {
    need(text, IGNORE);
    await takeBack(session, given as unknown as UnignoreArguments);
  }
  return null;
}
