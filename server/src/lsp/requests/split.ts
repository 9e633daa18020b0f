import type { CreateFile, TextDocumentEdit } from 'vscode-languageserver';
import { CodeActionKind, type CodeAction, type Range, type WorkspaceEdit } from 'vscode-languageserver';
import { message, say, splitVolume, type Part, wordsIn } from '../../core/index';
import { toRange } from '../to-protocol';
import { inTime } from '../patience';
import { FILES_WRITTEN_COMMAND } from '../protocol';
import type { OpenDocument, Session } from '../session';
import { folderOf, nameOf, sameFolder } from '../../folder/uri';
import { ANNOTATION, editsAreAnnotated, previewed, withPreview } from '../workspace-edit';

const TITLE = { zh: '将汇编拆分为 {count} 个文件', en: 'Split the volume into {count} files' };
const DETAIL = { zh: '每份报告一个文件，原文件不变', en: 'a file for each report; this file stays as it is' };

/** How long the names that are taken are waited for, in milliseconds. */
const LONGEST_LISTING = 5000;

interface Data {
  readonly split: string;
  readonly isPreviewed?: boolean;
}

/**
 * On the titles of a volume: a file for each of its reports. What they hold is told where it is asked for, for it is as
 * long as the volume.
 */
export async function splitActions(session: Session, open: OpenDocument, range: Range): Promise<CodeAction[]> {
  if (!isOfferedAt(session, open, range)) return [];
  const count = splitVolume(open.document, []).length;
  if (count === 0) return [];
  const action: CodeAction = {
    title: say(message(TITLE, { count }), open.settings.locale),
    kind: CodeActionKind.RefactorRewrite,
  };
  const isResolved =
    session.clientCapabilities.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
  const data: Data = { split: open.uri };
  if (!isResolved) return [await written(session, open, action)];
  return withPreview(session.clientCapabilities, open, action).map((each) => ({
    ...each,
    data: { ...data, isPreviewed: each !== action },
  }));
}

/** codeAction/resolve */
export async function resolveSplit(session: Session, action: CodeAction): Promise<CodeAction> {
  const { split: uri, isPreviewed } = (action.data ?? {}) as Partial<Data>;
  const open = typeof uri !== 'string' ? undefined : await session.open(uri);
  if (open === undefined) return action;
  const done = await written(session, open, action);
  return isPreviewed === true ? { ...done, edit: previewed(open, done.edit!) } : done;
}

/** With the edit, and where the client can do so, a word of the files and a way back behind it. */
async function written(session: Session, open: OpenDocument, action: CodeAction): Promise<CodeAction> {
  const edit = await volumeEdit(session, open, action.title);
  const files = (edit.documentChanges ?? []).flatMap((change) =>
    'kind' in change && change.kind === 'create' ? [change.uri] : [],
  );
  if (!session.tellsOfFiles) return { ...action, edit };
  return { ...action, edit, command: { title: action.title, command: FILES_WRITTEN_COMMAND, arguments: [files] } };
}

function isOfferedAt({ clientCapabilities }: Session, { uri, document }: OpenDocument, range: Range): boolean {
  const { documentChanges, resourceOperations } = clientCapabilities.workspace?.workspaceEdit ?? {};
  const isStored = folderOf(uri) !== '' && !uri.startsWith('untitled:');
  if (documentChanges !== true || resourceOperations?.includes('create') !== true || !isStored) return false;
  return document.segments.some((segment) => {
    const { title } = segment.report;
    const first = title === undefined ? undefined : toRange(segment, title.span);
    return first !== undefined && first.start.line <= range.end.line && range.start.line <= first.end.line;
  });
}

async function volumeEdit(
  session: Session,
  { uri, document, settings }: OpenDocument,
  label: string,
): Promise<WorkspaceEdit> {
  const folder = folderOf(uri);
  // Without the names that are taken: no file is written over.
  const files = await inTime(session.files.list(folder), session.runtime.later, LONGEST_LISTING).catch(
    (): readonly string[] => [],
  );
  const names = [uri, ...files.filter((file) => sameFolder(file, uri))].map(nameOf);
  const annotated = editsAreAnnotated(session.clientCapabilities);
  const documentChanges = splitVolume(document, names).flatMap((part) => creation(folder, part, annotated));
  if (!annotated) return { documentChanges };
  return {
    documentChanges,
    changeAnnotations: {
      [ANNOTATION]: { label, description: wordsIn(DETAIL, settings.locale), needsConfirmation: false },
    },
  };
}

function creation(folder: string, { name, text }: Part, annotated: boolean): [CreateFile, TextDocumentEdit] {
  const uri = `${folder}/${encodeURIComponent(name)}`;
  const top = { line: 0, character: 0 };
  const annotation = annotated ? { annotationId: ANNOTATION } : {};
  return [
    { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false }, ...annotation },
    {
      textDocument: { uri, version: null },
      edits: [{ range: { start: top, end: top }, newText: text, ...annotation }],
    },
  ];
}
