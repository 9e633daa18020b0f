// What the tests share: opening fixtures, waiting for the editor, and comparing.
import * as vscode from 'vscode';

const deadline = 30_000;
const interval = 50;

/** A report with two planted mistakes: 总计 16 instead of 15 in the row 一, and 5、 instead of 五、. */
export const faulty = '青禾县水务局2023年政府信息公开工作年度报告.txt';
/** A faultless report whose name says nothing. */
export const faultless = 'a41f0c.txt';
/** A text that is no report. */
export const notice = '停水通知.txt';

/** The headings of the six sections as the form has them. */
export const headings = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

type Maybe<T> = T | false | undefined;

let copies = 0;

/** Shows a fresh copy of a fixture in an editor, so that no test meets what another one left. */
export async function show(fixture: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('the tests need a workspace folder');
  const copy = vscode.Uri.joinPath(folder.uri, `${++copies}-${fixture}`);
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(folder.uri, fixture), copy);
  return vscode.window.showTextDocument(copy, { preview: false });
}

/**
 * Asks again and again until `probe` answers with something, and returns that. The editor works in its
 * own time, and not everything the tests wait for has an event.
 */
export async function eventually<T>(what: string, probe: () => Maybe<T> | Thenable<Maybe<T>>): Promise<T> {
  for (
    const end = Date.now() + deadline;
    Date.now() < end;
    await new Promise((resolve) => setTimeout(resolve, interval))
  ) {
    const answer = await probe();
    if (answer !== undefined && answer !== false) return answer;
  }
  throw new Error(`waited in vain for ${what}`);
}

/** The findings of a document, as far as they are known now. */
export function findings(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'nianbao');
}

/** The rules that have findings in a document now, sorted. */
export function rules(document: vscode.TextDocument): string[] {
  return findings(document).map(ruleOf).sort();
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for a rule's first finding in a document. */
export function findingOf(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> {
  return eventually(`${rule} in ${document.fileName}`, () => findings(document).find((each) => ruleOf(each) === rule));
}

/** Replaces the first `before` in a document. */
export async function replace(editor: vscode.TextEditor, before: string, after: string): Promise<void> {
  const start = editor.document.getText().indexOf(before);
  if (start < 0) throw new Error(`no ${before} in ${editor.document.fileName}`);
  const [from, to] = [start, start + before.length].map((offset) => editor.document.positionAt(offset)) as [
    vscode.Position,
    vscode.Position,
  ];
  await editor.edit((edit) => edit.replace(new vscode.Range(from, to), after));
}

/** Fails with both values where they differ; a web worker has no `node:assert`. */
export function same(actual: unknown, expected: unknown): void {
  const [is, should] = [actual, expected].map((value) => JSON.stringify(value, undefined, 1));
  if (is !== should) throw new Error(`expected ${should}, got ${is}`);
}

/** Fails with the lines in which two texts differ. */
export function sameText(actual: string, expected: string): void {
  const [is, should] = [actual.split('\n'), expected.split('\n')];
  same(
    is.filter((line, index) => line !== should[index]),
    should.filter((line, index) => line !== is[index]),
  );
}
