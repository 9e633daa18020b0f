import { type TextDocument, workspace } from 'vscode';
import { encodingMeant } from '../../../../server/src/core/text/garbled';
import { isReportText } from '../../../../server/src/core/features/recognise';

/** Whether a file is shown in a wrong encoding and is a report in the right one. */
export async function isMisread(document: TextDocument): Promise<boolean> {
  const encoding = encodingMeant(document.getText());
  if (encoding === undefined || document.isUntitled) return false;
  try {
    const bytes = await workspace.fs.readFile(document.uri);
    return isReportText(await workspace.decode(bytes, { encoding }));
  } catch {
    // Who cannot read it cannot tell.
    return false;
  }
}
