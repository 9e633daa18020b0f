import { Uri, type WebviewPanel } from 'vscode';
import { beforeEach, expect, it } from 'vitest';
import { PreviewPanel, type Surroundings } from '../../../client/src/common/preview/preview-panel';
import type { FromPage, ToPage } from '../../../client/src/preview/messages';
import { documents, EventEmitter, user, workspace } from '../../support/vscode';

const PATH = '/年报.txt';
const uri = Uri.file(PATH);
const document = { uri, isUntitled: false, lineCount: 1 };
const fromPage = new EventEmitter<FromPage>();
let posted: Extract<ToPage, { kind: 'shown' }>[] = [];
let looks = 0;
let version = 0;

const panel = {
  webview: {
    onDidReceiveMessage: fromPage.event,
    postMessage: async (message: ToPage) => void (message.kind === 'shown' && posted.push(message)),
    asWebviewUri: (file: Uri) => file,
  },
  onDidDispose: new EventEmitter<void>().event,
  dispose: () => undefined,
  onDidChangeViewState: new EventEmitter<void>().event,
} as unknown as WebviewPanel;

/** Questions to the server, and how it answers them. */
let asked: { readonly uri: string; readonly signal: AbortSignal }[] = [];
let answer: (signal: AbortSignal) => Promise<object>;

const surroundings = {
  server: {
    onDidCheck: new EventEmitter<Uri>().event,
    ask: (_: string, params: { readonly uri: string }, signal: AbortSignal) => {
      asked.push({ uri: params.uri, signal });
      return answer(signal);
    },
  },
  extensionUri: Uri.file('/'),
  fail: (error: unknown) => {
    throw error;
  },
} as unknown as Surroundings;

beforeEach(() => {
  user.begin();
  user.files.set(PATH, new Uint8Array());
  workspace.textDocuments = [document];
  [posted, asked, looks, version] = [[], [], 0, 0];
  answer = async () => ({ state: String(version), lines: [0, 1] });
  user.sees = (step) => void (step === `stat ${PATH}` && looks++);
});

it('whether a file is write-protected is asked once and not with each key, and again when it was saved', async () => {
  const preview = new PreviewPanel(panel, surroundings, { uri, line: 0, wantsLastYear: false });
  const shown = (count: number): Promise<void> => expect.poll(() => posted.length).toBe(count);
  fromPage.fire({ kind: 'ready' });
  await shown(1);
  for (version = 1; version <= 5; version++) {
    documents.changed.fire({ document });
    await shown(version + 1);
  }
  expect(looks).toBe(1);
  expect(posted.at(-1)?.readOnly).toBe('');
  user.protected.add(PATH);
  documents.saved.fire(document);
  await shown(7);
  expect(posted.at(-1)?.readOnly).toMatch(/write-protected/);
  preview.dispose();
});

it('what nobody waits for any more is cancelled: with another text, and with the preview', async () => {
  const preview = new PreviewPanel(panel, surroundings, { uri, line: 0, wantsLastYear: false });
  answer = (signal) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('it was cancelled'))));
  fromPage.fire({ kind: 'ready' });
  await expect.poll(() => asked.length).toBe(1);
  const other = { ...document, uri: Uri.file('/另一份.txt') };
  workspace.textDocuments = [document, other];
  preview.follow(other.uri, 0);
  await expect
    .poll(() => asked.map((each) => [each.uri, each.signal.aborted]))
    .toEqual([
      [uri.toString(), true],
      [other.uri.toString(), false],
    ]);
  preview.dispose();
  expect(asked[1]!.signal.aborted).toBe(true);
  expect(posted).toEqual([]);
});
