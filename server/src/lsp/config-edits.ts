import type { CreateFile, TextDocuments, TextDocumentEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits, Lines, type TextEdit } from '../core/index';
import type { Client } from './client';
import { SaveFileNotification, type SaveFileParams } from './protocol';
import type { Files } from '../folder/files';

interface Host {
  readonly client: Client;
  readonly files: Files;
  readonly documents: TextDocuments<TextDocument>;
}

/** What became of a change: made, or why nothing was changed. */
export type Outcome = 'made' | 'unreadable' | 'not valid' | 'refused';

/** A file as it is now: in the editor with what is not saved yet, else as it is stored. */
interface Present {
  /** `undefined` where there is no such file. */
  readonly text: string | undefined;
  readonly stored: string;
  /** Of the open document. */
  readonly version: number | null;
}

/**
 * Changes of the folders' configurations through the editor: one after the other, each against the very text that it
 * was made for.
 */
export class ConfigEdits {
  private turn: Promise<unknown> = Promise.resolve();
  /**
   * The last change of each file that is not open, and what was stored before: until the editor has stored the change,
   * that is what is read.
   */
  private readonly made = new Map<string, { readonly stored: string; readonly after: string }>();

  constructor(private readonly host: Host) {}

  /** `edit` gives `undefined` for a text that it cannot change. */
  change(uri: string, edit: (text: string) => readonly TextEdit[] | undefined): Promise<Outcome> {
    const outcome = this.turn.then(() => this.changeNow(uri, edit));
    this.turn = outcome.catch(() => undefined);
    return outcome;
  }

  /** The text of a configuration as it is now; nothing where it cannot be had. */
  async textOf(uri: string): Promise<string> {
    return (await this.read(uri).catch(() => undefined))?.text ?? '';
  }

  /** The stored file changed: what is read now is what it is. */
  forget(uri: string): void {
    this.made.delete(uri);
  }

  private async changeNow(uri: string, edit: (text: string) => readonly TextEdit[] | undefined): Promise<Outcome> {
    const { client } = this.host;
    const present = await this.read(uri).catch((error: unknown) => client.logFailure(error, `${uri}: `));
    if (present === undefined) return 'unreadable';
    const text = present.text ?? '';
    const edits = edit(text);
    if (edits === undefined) return 'not valid';
    const documentChanges = [
      ...(present.text === undefined ? [creation(uri)] : []),
      changes(uri, present.version, text, edits),
    ];
    const answer = await client.ask((connection) => connection.workspace.applyEdit({ documentChanges }));
    this.made.delete(uri);
    if (answer?.applied !== true) return 'refused';
    if (present.version === null) this.made.set(uri, { stored: present.stored, after: applyEdits(text, edits) });
    client.tell((connection) => connection.sendNotification(SaveFileNotification, { uri } satisfies SaveFileParams));
    return 'made';
  }

  private async read(uri: string): Promise<Present> {
    const open = this.host.documents.get(uri);
    if (open !== undefined) return { text: open.getText(), stored: '', version: open.version };
    const text = await this.host.files.read(uri);
    // A file that the editor made is empty until it is stored.
    const stored = text ?? '';
    const last = this.made.get(uri);
    return { text: last?.stored === stored ? last.after : text, stored, version: null };
  }
}

const creation = (uri: string): CreateFile => ({
  kind: 'create',
  uri,
  options: { overwrite: false, ignoreIfExists: false },
});

function changes(uri: string, version: number | null, text: string, edits: readonly TextEdit[]): TextDocumentEdit {
  const lines = Lines.of(text);
  return {
    textDocument: { uri, version },
    edits: edits.map(({ span, newText }) => ({ range: lines.range(span), newText })),
  };
}
