// @ts-check
// The least that any extension takes: it reads no report, has no server, and says at once what a person waits for. It
// speaks in the very words and places that `measure-window.mjs` looks for, so that both are measured alike.
const vscode = require('vscode');

/** @param {import('vscode').ExtensionContext} context */
exports.activate = (context) => {
  const item = vscode.window.createStatusBarItem(vscode.StatusBarAlignment.Right);
  item.text = '年报 ✗1';
  item.show();
  context.subscriptions.push(item, vscode.commands.registerCommand('least.open', open));
};

/** A page that shows what was typed last. */
function open() {
  const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  const panel = vscode.window.createWebviewPanel('least', 'least', place, { enableScripts: true });
  const listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges: [change] }) => {
    if (change !== undefined) void panel.webview.postMessage(document.lineAt(change.range.start.line).text);
  });
  panel.onDidDispose(() => listener.dispose());
  panel.webview.html = `<!doctype html><p class="verdict">处错误</p>
<p data-key="requests new natural-person"><span class="text"></span></p>
<script>addEventListener('message', ({ data }) => { document.querySelector('.text').textContent = data; });</script>`;
}
