import { type Disposable, languages, type Memento, Range, type TextDocument, window, workspace } from 'vscode';
import { beginsAsReport, isReportText, RECOGNITION_LENGTH } from '../../../../server/src/core/features/recognise';
import { REPORT } from '../language';
import { isOwnFile } from '../own-file';
import { decide } from './decide';
import { isAssociated } from './file-associations';
import { isMisread } from './misread';
import { Offer } from './offer';
import { RememberedFiles } from './remembered';

/** Languages of files that may hold a report; of all but the first the user is asked, whatever the setting. */
const LOOKED_AT = ['plaintext', 'markdown'];
const UNASKED = 'detect.unasked';

export interface Recognition extends Disposable {
  /** A report, or a document that is about to become one. */
  isReport(document: TextDocument): boolean;
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
  const seen = new WeakSet<TextDocument>();
  /** What the editor was told to take for reports and has not answered. */
  const becoming = new WeakSet<TextDocument>();
  const switchedBack = new RememberedFiles(memory, 'detect.switchedBack');
  const accepted = new RememberedFiles(memory, 'detect.accepted');

  /** What the user says with the editor's own list of languages. */
  const listen = (document: TextDocument): void => {
    const uri = document.uri.toString();
    const isReport = document.languageId === REPORT;
    if (isReport && seen.has(document)) switchedBack.delete(uri);
    // It is a report by its name; the user has said that it is none.
    else if (isReport && switchedBack.has(uri)) void languages.setTextDocumentLanguage(document, LOOKED_AT[0]!);
    else if (!isReport && reports.has(document)) {
      accepted.delete(uri);
      switchedBack.add(uri);
    }
    if (isReport) reports.add(document);
    seen.add(document);
  };

  const setReport = async (document: TextDocument): Promise<void> => {
    if (document.isClosed) return;
    becoming.add(document);
    try {
      await languages.setTextDocumentLanguage(document, REPORT);
    } finally {
      becoming.delete(document);
    }
  };

  const look = (document: TextDocument): void => {
    const uri = document.uri.toString();
    if (!isOwnFile(document)) return offer.withdraw(document);
    listen(document);
    if (!LOOKED_AT.includes(document.languageId)) return offer.withdraw(document);
    if (document.languageId === LOOKED_AT[0] && !switchedBack.has(uri))
      void isMisread(document).then((isIt) => (isIt ? setReport(document) : undefined));
    const decision = decide({
      isPlain: document.languageId === LOOKED_AT[0],
      accepted: accepted.has(uri),
      detect: workspace.getConfiguration(REPORT, document).get('detect', 'auto'),
      associated: isAssociated(
        workspace.getConfiguration('files', document).get('associations', {}),
        document.uri.path,
      ),
      switchedBack: switchedBack.has(uri),
      unasked: memory.get(UNASKED, false),
      isReport: () => holdsReport(document),
    });
    if (decision === 'switch') void setReport(document);
    if (decision === 'offer') offer.make(document);
    else offer.withdraw(document);
  };
  const lookAtAll = (): void => workspace.textDocuments.forEach(look);

  const listeners = [
    workspace.onDidOpenTextDocument(look),
    // A report may be pasted into a new file, or be written there.
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (LOOKED_AT.includes(document.languageId) && contentChanges.some(({ text }) => text.includes('\n')))
        look(document);
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
    isReport: (document) => document.languageId === REPORT || becoming.has(document),
    stopAsking: async () => {
      await memory.update(UNASKED, true);
      lookAtAll();
    },
    useAsReport: async (document) => {
      const uri = document.uri.toString();
      switchedBack.delete(uri);
      // Plain text is told by its content again; any other language has to be known.
      if (document.languageId !== LOOKED_AT[0]) accepted.add(uri);
      await languages.setTextDocumentLanguage(document, REPORT);
    },
    dispose: () => listeners.forEach((listener) => listener.dispose()),
  };
}

function holdsReport(document: TextDocument): boolean {
  const head = document.getText(new Range(document.positionAt(0), document.positionAt(RECOGNITION_LENGTH)));
  return isReportText(head) || (document.isUntitled && beginsAsReport(head));
}
