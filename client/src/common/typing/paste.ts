import {
  type CancellationToken,
  CancellationError,
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  EndOfLine,
  languages,
  Range,
  type TextDocument,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { pastedGrid, pasteInto } from '../../../../server/src/core/features/paste';
import { filling, pasteBlocks, type Pasting } from '../../../../server/src/core/features/paste-blocks';
import type { TableLayout } from '../../../../server/src/core/formats/layouts';
import { message } from '../../../../server/src/core/messages';
import { readDocument, segmentAt, type Segment } from '../../../../server/src/core/reading/document';
import { span, type TextEdit } from '../../../../server/src/core/text/span';
import type { Exchange } from '../exchange';
import { REPORT } from '../language';
import { Notice, saidInEditorsLanguage } from '../tell';

const PLAIN = 'text/plain';
const PAGE = 'text/html';

/** To read more than this takes longer than a paste should. */
const LONGEST = 1_000_000;
/** How long a page may be read, in milliseconds: people wait for it. */
const PATIENCE = 10_000;
/** How long the status bar tells why something was pasted as it is, in milliseconds. */
const TOLD = 10_000;

const UNREAD = {
  zh: '未能读出剪贴板中的表格，已按纯文本粘贴',
  en: 'The tables of the clipboard could not be read; pasted as plain text',
};

const KIND = DocumentDropOrPasteEditKind.Text.append('nianbao', 'cells');

/**
 * Tables that were copied from Word, Excel or a web page are pasted in the layout of the report, and cells fill those
 * of a table from the caret on; the text as it is stays one choice away.
 */
export function pasteCells(exchange: Exchange): Disposable {
  return languages.registerDocumentPasteEditProvider(
    { language: REPORT },
    {
      async provideDocumentPasteEdits(document, ranges, dataTransfer, _, token) {
        const [range, another] = ranges;
        if (range === undefined || another !== undefined || document.getText().length > LONGEST) return undefined;
        const place = placeOf(document, range);
        if (place === undefined) return undefined;
        const page = await dataTransfer.get(PAGE)?.asString();
        const read = page === undefined ? undefined : await fromPage(exchange, page, place, token);
        if (token.isCancellationRequested) return undefined;
        const pasting = read ?? fromText((await dataTransfer.get(PLAIN)?.asString()) ?? '', place);
        if (pasting === undefined) return undefined;
        if ('left' in pasting) {
          window.setStatusBarMessage(saidInEditorsLanguage(pasting.left), TOLD);
          return undefined;
        }
        return [editOf(place, pasting)];
      },
    },
    { providedPasteEditKinds: [KIND], pasteMimeTypes: [PAGE, PLAIN] },
  );
}

interface Place {
  readonly document: TextDocument;
  readonly segment: Segment;
  readonly range: Range;
}

function placeOf(document: TextDocument, range: Range): Place | undefined {
  const segment = segmentAt(readDocument(document.getText()), range.start.line);
  return segment && { document, segment, range };
}

async function fromPage(
  exchange: Exchange,
  page: string,
  { document, segment, range }: Place,
  token: CancellationToken,
): Promise<Pasting | undefined> {
  if (!/<table\b/i.test(page)) return undefined;
  try {
    const imported = await exchange.have('importPage', [page], token, PATIENCE);
    if ('refused' in imported) return { left: message(imported.refused) };
    const at = (offset: number): number => offset - segment.start;
    return pasteBlocks(
      segment.report,
      span(at(document.offsetAt(range.start)), at(document.offsetAt(range.end))),
      imported.blocks,
      {
        layout: workspace.getConfiguration(REPORT, document).get<TableLayout>('layout', 'cells'),
        lineEnd: document.eol === EndOfLine.CRLF ? '\r\n' : '\n',
      },
    );
  } catch (error) {
    if (error instanceof CancellationError) return undefined;
    // It took too long, or failed: the editor's log tells of the latter.
    window.setStatusBarMessage(saidInEditorsLanguage(message(UNREAD)), TOLD);
    if (error instanceof Notice) return undefined;
    throw error;
  }
}

/** Cells as spreadsheets copy them. */
function fromText(text: string, { document, segment, range }: Place): Pasting | undefined {
  const grid = pastedGrid(text);
  if (grid === undefined) return undefined;
  const edits = pasteInto(segment.report, document.offsetAt(range.start) - segment.start, grid);
  if (edits === undefined || edits.length === 0) return undefined;
  return filling(edits, grid.flat().length);
}

function editOf({ document, segment }: Place, { edits, title, isCertain }: Extract<Pasting, { edits: unknown }>) {
  const edit = new DocumentPasteEdit('', saidInEditorsLanguage(title), KIND);
  edit.additionalEdit = changeOf(document, segment, edits);
  if (!isCertain) edit.yieldTo = [DocumentDropOrPasteEditKind.Text];
  return edit;
}

function changeOf(document: TextDocument, segment: Segment, edits: readonly TextEdit[]): WorkspaceEdit {
  const change = new WorkspaceEdit();
  const at = (offset: number) => document.positionAt(segment.start + offset);
  for (const { span: place, newText } of edits)
    change.replace(document.uri, new Range(at(place.start), at(place.end)), newText);
  return change;
}
