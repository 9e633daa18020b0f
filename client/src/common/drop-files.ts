import {
  type DataTransfer,
  type Disposable,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  l10n,
  languages,
  Position,
  type TextDocument,
  Uri,
  WorkspaceEdit,
} from 'vscode';
import { IMPORTED, openImported, readReport } from './commands/import-report';
import type { Exchange } from './exchange';
import { REPORT } from './language';

const URIS = 'text/uri-list';
const KIND = DocumentDropOrPasteEditKind.Empty.append('nianbao', 'import');

/** A file that is to be read once it is known that it shall be. */
class Dropped extends DocumentDropEdit {
  constructor(
    readonly document: TextDocument,
    readonly file: Uri,
  ) {
    super('', l10n.t('Import as a report'), KIND);
  }
}

/** A Word, Excel or web file that is dropped onto a report is brought in: into the editor while it is empty. */
export function dropFiles(exchange: Exchange): Disposable {
  return languages.registerDocumentDropEditProvider(
    [{ language: REPORT }, { language: 'plaintext' }],
    {
      async provideDocumentDropEdits(document, _, dataTransfer) {
        const file = await droppedFile(dataTransfer);
        const isMeant = document.languageId === REPORT || isEmpty(document);
        return file === undefined || !isMeant ? undefined : new Dropped(document, file);
      },
      async resolveDocumentDropEdit(edit) {
        if (!(edit instanceof Dropped)) return edit;
        const imported = await readReport(exchange, edit.file);
        if (!isEmpty(edit.document)) {
          await openImported(edit.file, imported);
          return edit;
        }
        edit.additionalEdit = new WorkspaceEdit();
        edit.additionalEdit.insert(edit.document.uri, new Position(0, 0), imported.text);
        return edit;
      },
    },
    { dropMimeTypes: [URIS], providedDropEditKinds: [KIND] },
  );
}

const isEmpty = (document: TextDocument): boolean => !/\S/.test(document.getText());

/** The one file that is dropped, where it is of a kind that is imported; text is opened or put in as it always is. */
async function droppedFile(dataTransfer: DataTransfer): Promise<Uri | undefined> {
  const [uri, another] = ((await dataTransfer.get(URIS)?.asString()) ?? '')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (uri === undefined || another !== undefined) return undefined;
  const extension = /\.([^./]+)$/.exec(uri)?.[1]?.toLowerCase() ?? '';
  return extension !== 'txt' && IMPORTED.includes(extension) ? Uri.parse(uri) : undefined;
}
