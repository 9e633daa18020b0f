import { Position, Range, type TextDocument, workspace } from 'vscode';
import { encodingMeant } from '../../../../server/src/core/text/garbled';
import { isReportText, RECOGNITION_LENGTH } from '../../../../server/src/core/features/recognise';

/** Whether a file is shown in a wrong encoding and is a report in the right one. */
export async function isMisread(document: TextDocument): Promise<boolean> {
  const end = document.positionAt(RECOGNITION_LENGTH);
  const encoding = encodingMeant(document.getText(new Range(new Position(0, 0), end)));
  if (encoding === undefined || document.isUntitled) return false;
  try {
    const bytes = await workspace.fs.readFile(document.uri);
    return isReportText(await workspace.decode(bytes, { encoding }));
  } catch {
    // Who cannot read it cannot tell.
    return false;
  }
}
