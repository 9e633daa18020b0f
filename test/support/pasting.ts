import { type CancellationToken, CancellationTokenSource } from 'vscode';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Exchange } from '../../client/src/common/exchange';
import { pasteCells } from '../../client/src/common/typing/paste';
import { EndOfLine, type Position, provided, Range, Uri, type DocumentPasteEdit } from './vscode';

interface Clipboard {
  readonly html?: string;
  readonly plain?: string;
}

/** What the editor makes of a paste: the text with the extension's own edit, or nothing where it has none. */
export interface Pasted {
  readonly text: string;
  readonly title: string;
  /** Whether plain text comes first. */
  readonly isOffered: boolean;
}

/** Pastes at a place of a report through the extension's provider, as the editor does. */
export async function paste(
  exchange: Exchange,
  { text, start, end = start }: { readonly text: string; readonly start: number; readonly end?: number },
  { html, plain }: Clipboard,
  token: CancellationToken = new CancellationTokenSource().token,
): Promise<Pasted | undefined> {
  pasteCells(exchange);
  const document = TextDocument.create('file:///report.txt', 'nianbao', 1, text);
  const contents = new Map([
    ['text/html', html],
    ['text/plain', plain],
  ]);
  const { provideDocumentPasteEdits } = provided.paste as {
    provideDocumentPasteEdits: (...given: readonly unknown[]) => Promise<DocumentPasteEdit[] | undefined>;
  };
  const shown = {
    uri: Uri.file('/report.txt'),
    eol: text.includes('\r\n') ? EndOfLine.CRLF : EndOfLine.LF,
    getText: () => text,
    offsetAt: (position: Position) => document.offsetAt(position),
    positionAt: (offset: number) => document.positionAt(offset),
  };
  const range = new Range(document.positionAt(start), document.positionAt(end));
  const transfer = {
    get(kind: string) {
      const content = contents.get(kind);
      return content === undefined ? undefined : { asString: async () => content };
    },
  };
  const [edit] = (await provideDocumentPasteEdits(shown, [range], transfer, undefined, token)) ?? [];
  if (edit === undefined) return undefined;
  const changes = edit.additionalEdit?.edits ?? [];
  return {
    text: TextDocument.applyEdits(document, [...changes]),
    title: edit.title,
    isOffered: edit.yieldTo !== undefined,
  };
}
