import { type Disposable, languages, type Memento, Range, type TextDocument, window, workspace } from 'vscode';
import { beginsAsReport, isReportText, RECOGNITION_LENGTH } from '../../../../server/src/core/features/recognise';
import { REPORT } from '../language';
import { decide } from './decide';
import { isAssociated } from './file-associations';
import { Offer } from './offer';

const PLAIN_TEXT = 'plaintext';
const UNASKED = 'detect.unasked';

export interface Recognition extends Disposable {
  /** In this workspace the user does not want to be asked again. */
  stopAsking(): Promise<void>;
  /** The user says that a document is a report, whatever was said before. */
  useAsReport(document: TextDocument): Promise<void>;
}

/**
 * Finds reports among the plain text files that are open or opened, by their content, and makes or offers to make them
 * reports.
 */
export function recogniseReports(memory: Memento): Recognition {
  const offer = new Offer();
  // A document stays the same object when its language changes, and is a new one when it is closed and opened again.
  const reports = new WeakSet<TextDocument>();
  const switchedBack = new Set<string>();

  const look = (document: TextDocument): void => {
    const uri = document.uri.toString();
    if (document.languageId === REPORT) reports.add(document);
    if (document.languageId !== PLAIN_TEXT || !isFile(document)) {
      offer.withdraw(document);
      return;
    }
    if (reports.has(document)) switchedBack.add(uri);
    const decision = decide({
      detect: workspace.getConfiguration(REPORT, document).get('detect', 'auto'),
      associated: isAssociated(
        workspace.getConfiguration('files', document).get('associations', {}),
        document.uri.path,
      ),
      switchedBack: switchedBack.has(uri),
      unasked: memory.get(UNASKED, false),
      isReport: () => isReport(document),
    });
    if (decision === 'switch') void languages.setTextDocumentLanguage(document, REPORT);
    if (decision === 'offer') offer.make(document);
    else offer.withdraw(document);
  };
  const lookAtAll = (): void => workspace.textDocuments.forEach(look);

  const listeners = [
    workspace.onDidOpenTextDocument(look),
    // A report may be pasted into a new file, or be written there.
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document.languageId === PLAIN_TEXT && contentChanges.some(({ text }) => text.includes('\n'))) look(document);
    }),
    workspace.onDidSaveTextDocument(look),
    workspace.onDidCloseTextDocument((document) => offer.withdraw(document)),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${REPORT}.detect`)) lookAtAll();
    }),
    window.onDidChangeActiveTextEditor(() => offer.show()),
    offer,
  ];
  lookAtAll();

  return {
    stopAsking: async () => {
      await memory.update(UNASKED, true);
      lookAtAll();
    },
    useAsReport: async (document) => {
      switchedBack.delete(document.uri.toString());
      await languages.setTextDocumentLanguage(document, REPORT);
    },
    dispose: () => listeners.forEach((listener) => listener.dispose()),
  };
}

/** A file of the user's, not an output window, one side of a comparison or the like. */
const isFile = ({ isUntitled, uri }: TextDocument): boolean =>
  isUntitled || workspace.fs.isWritableFileSystem(uri.scheme) === true;

function isReport(document: TextDocument): boolean {
  const head = document.getText(new Range(document.positionAt(0), document.positionAt(RECOGNITION_LENGTH)));
  return isReportText(head) || (document.isUntitled && beginsAsReport(head));
}
