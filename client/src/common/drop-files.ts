import {
  type DataTransfer,
  type Disposable,
  type DocumentDropEditProvider,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  l10n,
  languages,
  Position,
  type TextDocument,
  Uri,
  window,
  WorkspaceEdit,
} from 'vscode';
import { IMPORTED, openImported, readReport, tellOfImported, TOLD_OF } from './commands/import-report';
import type { Exchange } from './exchange';
import { REPORT } from './language';
import { Notice } from './tell';

const URIS = 'text/uri-list';
/** Stands for whatever kinds of files there are. */
const FILES = 'files';
const KIND = DocumentDropOrPasteEditKind.Empty.append('nianbao', 'import');

/** A file that is to be read once it is known that it shall be. */
interface DroppedFile {
  readonly uri: Uri;
  /** Of one that a browser gives without saying where it lies. */
  readonly bytes?: () => Thenable<Uint8Array>;
}

class Dropped extends DocumentDropEdit {
  constructor(
    readonly document: TextDocument,
    readonly file: DroppedFile,
  ) {
    super('', l10n.t('Import as a report'), KIND);
  }
}

/** A Word, Excel or web file that is dropped onto a report is brought in: into the editor while it is empty. */
export const dropFiles = (exchange: Exchange): Disposable =>
  languages.registerDocumentDropEditProvider(
    [{ language: REPORT }, { language: 'plaintext' }],
    dropProvider(exchange),
    { dropMimeTypes: [URIS, FILES], providedDropEditKinds: [KIND] },
  );

export const dropProvider = (exchange: Exchange): Required<DocumentDropEditProvider<DocumentDropEdit>> => ({
  async provideDocumentDropEdits(document, _, dataTransfer) {
    const file = await droppedFile(dataTransfer);
    const isMeant = document.languageId === REPORT || isEmpty(document);
    return file === undefined || !isMeant ? undefined : new Dropped(document, file);
  },
  async resolveDocumentDropEdit(edit) {
    if (!(edit instanceof Dropped)) return edit;
    const { uri, bytes } = edit.file;
    try {
      const imported = await readReport(exchange, uri, bytes);
      if (isEmpty(edit.document)) {
        edit.additionalEdit = new WorkspaceEdit();
        edit.additionalEdit.insert(edit.document.uri, new Position(0, 0), imported.text);
      } else await openImported(uri, imported);
      void tellOfImported(uri, imported.notes);
    } catch (error) {
      if (!(error instanceof Notice)) throw error;
      void window.showInformationMessage(error.message);
    }
    return edit;
  },
});

const isEmpty = (document: TextDocument): boolean => !/\S/.test(document.getText());

/** The one file that is dropped, where it is of a kind that is imported or that there is something to say of. */
async function droppedFile(dataTransfer: DataTransfer): Promise<DroppedFile | undefined> {
  const uris = ((await dataTransfer.get(URIS)?.asString()) ?? '')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'));
  const files = uris.length > 0 ? uris.map((uri) => ({ uri: Uri.parse(uri) })) : filesIn(dataTransfer);
  const [file, another] = files;
  return file !== undefined && another === undefined && isTaken(file) ? file : undefined;
}

const filesIn = (dataTransfer: DataTransfer): readonly DroppedFile[] =>
  [...dataTransfer].flatMap(([, item]) => {
    const file = item.asFile();
    if (file === undefined) return [];
    const uri = file.uri ?? Uri.from({ scheme: 'untitled', path: `/${file.name}` });
    return [{ uri, bytes: () => file.data() }];
  });

/** Text is opened or put in as it always is. */
function isTaken({ uri }: DroppedFile): boolean {
  const extension = /\.([^./]+)$/.exec(uri.path)?.[1]?.toLowerCase() ?? '';
  return extension !== 'txt' && [...IMPORTED, ...TOLD_OF].includes(extension);
}
