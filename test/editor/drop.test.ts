import * as vscode from 'vscode';
import { dropProvider } from '../../client/src/common/drop-files';
import { Exchange } from '../../client/src/common/exchange';
import { importFile } from '../../server/src/exchange/import';
import { eventually, faulty, same, show } from './support.js';

/** The editor takes no drop that a program makes: what it would ask is asked here. */
const provider = dropProvider(
  new Exchange(async (heard) => ({
    order: ({ args: [bytes] }) => void importFile(bytes as Uint8Array).then((result) => heard({ result })),
    end: () => undefined,
  })),
);

const TITLE = '青禾县水务局2021年政府信息公开工作年度报告';
const PAGE = new TextEncoder().encode(
  `<html><body><h1>${TITLE}</h1><h2>一、总体情况</h2><p>全年平稳。</p></body></html>`,
);

/** A file as a browser gives it: with its bytes, and without a place. */
class FileItem extends vscode.DataTransferItem {
  constructor(
    readonly name: string,
    readonly bytes: Uint8Array,
  ) {
    super('');
  }

  override asFile(): vscode.DataTransferFile {
    return { name: this.name, data: async () => this.bytes };
  }
}

const transferOf = (mime: string, item: vscode.DataTransferItem): vscode.DataTransfer => {
  const transfer = new vscode.DataTransfer();
  transfer.set(mime, item);
  return transfer;
};

async function stored(name: string, bytes: Uint8Array): Promise<vscode.DataTransfer> {
  const file = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
  await vscode.workspace.fs.writeFile(file, bytes);
  return transferOf('text/uri-list', new vscode.DataTransferItem(file.toString()));
}

/** What the editor does with what is dropped; `false` where it is left to the others. */
async function drop(document: vscode.TextDocument, transfer: vscode.DataTransfer): Promise<boolean> {
  const { token } = new vscode.CancellationTokenSource();
  const given = await provider.provideDocumentDropEdits(document, new vscode.Position(0, 0), transfer, token);
  if (given === null || given === undefined || Array.isArray(given)) return false;
  const edit = (await provider.resolveDocumentDropEdit(given, token))!;
  same(edit.insertText, '');
  if (edit.additionalEdit !== undefined) await vscode.workspace.applyEdit(edit.additionalEdit);
  return true;
}

const emptyReport = async (): Promise<vscode.TextDocument> => {
  const document = await vscode.workspace.openTextDocument({ language: 'nianbao', content: '\n' });
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
};

describe('a file that is dropped', () => {
  it('onto a report opens as another one that is not saved', async () => {
    const { document } = await show(faulty);
    const before = document.getText();
    same(await drop(document, await stored('拖入.html', PAGE)), true);
    const opened = await eventually('the imported report', () => {
      const now = vscode.window.activeTextEditor?.document;
      return now !== document && now?.isUntitled === true && now;
    });
    same([opened.getText().split('\n')[0], opened.languageId, document.getText()], [TITLE, 'nianbao', before]);
  });

  it('into an empty report is its text', async () => {
    const document = await emptyReport();
    same(await drop(document, await stored('拖入二.html', PAGE)), true);
    same(document.getText().split('\n')[0], TITLE);
  });

  it('is brought in where a browser does not say where it lies', async () => {
    const document = await emptyReport();
    same(await drop(document, transferOf('text/html', new FileItem('年报.html', PAGE))), true);
    same(document.getText().split('\n')[0], TITLE);
  });

  it('of an old format is told of, and changes nothing', async () => {
    const document = await emptyReport();
    const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    same(await drop(document, await stored('旧.doc', old)), true);
    same(document.getText(), '\n');
  });

  it('is left to the editor where it is text, a picture, or one of several', async () => {
    const document = await emptyReport();
    const list = new vscode.DataTransferItem('file:///a.docx\r\nfile:///b.docx');
    same(
      [
        await drop(document, await stored('文.txt', PAGE)),
        await drop(document, await stored('图.png', PAGE)),
        await drop(document, transferOf('text/uri-list', list)),
      ],
      [false, false, false],
    );
  });
});
