import {
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  l10n,
  languages,
  Range,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import { type PastedGrid, pastedGrid, pasteInto } from '../../../../server/src/core/features/paste';
import { readDocument, segmentAt } from '../../../../server/src/core/reading/document';
import { REPORT } from '../language';

const PLAIN = 'text/plain';

/** To read more than this takes longer than a paste should. */
const LONGEST = 1_000_000;

/**
 * Cells that were copied from a spreadsheet fill the cells of a table from the caret on; the text as it is stays one
 * choice away.
 */
export function pasteCells(): Disposable {
  const kind = DocumentDropOrPasteEditKind.Text.append('nianbao', 'cells');
  return languages.registerDocumentPasteEditProvider(
    { language: REPORT },
    {
      async provideDocumentPasteEdits(document, ranges, dataTransfer) {
        const [range, another] = ranges;
        const text = await dataTransfer.get(PLAIN)?.asString();
        const grid = text === undefined ? undefined : pastedGrid(text);
        if (grid === undefined || range === undefined || another !== undefined) return undefined;
        const additionalEdit = filling(document, range, grid);
        if (additionalEdit === undefined) return undefined;
        const edit = new DocumentPasteEdit('', l10n.t('Fill {0} cell(s) of the table', grid.flat().length), kind);
        edit.additionalEdit = additionalEdit;
        return [edit];
      },
    },
    { providedPasteEditKinds: [kind], pasteMimeTypes: [PLAIN] },
  );
}

function filling(document: TextDocument, { start }: Range, grid: PastedGrid): WorkspaceEdit | undefined {
  const text = document.getText();
  const segment = text.length > LONGEST ? undefined : segmentAt(readDocument(text), start.line);
  if (segment === undefined) return undefined;
  const edits = pasteInto(segment.report, document.offsetAt(start) - segment.start, grid);
  if (edits === undefined || edits.length === 0) return undefined;
  const change = new WorkspaceEdit();
  const at = (offset: number) => document.positionAt(segment.start + offset);
  for (const { span, newText } of edits) change.replace(document.uri, new Range(at(span.start), at(span.end)), newText);
  return change;
}
