import { Uri, type WebviewPanel } from 'vscode';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PreviewPanel, type Surroundings } from '../../../client/src/common/preview/preview-panel';
import type { FromPage, ToPage } from '../../../client/src/preview/messages';
import { documents, EventEmitter, user, window, workspace } from '../../support/vscode';

const PATH = '/年报.txt';
const uri = Uri.file(PATH);
const document = { uri, isUntitled: false, lineCount: 1 };
const fromPage = new EventEmitter<FromPage>();
let posted: ToPage[] = [];
let looks = 0;
let version = 0;

const panel = {
  webview: {
    onDidReceiveMessage: fromPage.event,
    postMessage: async (message: ToPage) => void posted.push(message),
    asWebviewUri: (file: Uri) => file,
  },
  onDidDispose: new EventEmitter<void>().event,
  dispose: () => undefined,
  onDidChangeViewState: new EventEmitter<void>().event,
} as unknown as WebviewPanel;

/** Questions to the server, and how it answers them. */
let asked: { readonly uri: string; readonly line: number; readonly signal: AbortSignal }[] = [];
let answer: (signal: AbortSignal) => Promise<object>;

const surroundings = {
  server: {
    onDidCheck: new EventEmitter<Uri>().event,
    ask: (_: string, { uri, line }: { readonly uri: string; readonly line: number }, signal: AbortSignal) => {
      asked.push({ uri, line, signal });
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
  expect(posted.at(-1)).toMatchObject({ readOnly: '' });
  user.protected.add(PATH);
  documents.saved.fire(document);
  await shown(7);
  expect(posted.at(-1)).toMatchObject({ readOnly: expect.stringMatching(/write-protected/) as string });
  preview.dispose();
});

it('what is shown first is asked for while the page is made, and shown again where that begins anew', async () => {
  const preview = new PreviewPanel(panel, surroundings, { uri, line: 0, wantsLastYear: false });
  await expect.poll(() => asked.length).toBe(1);
  expect(posted).toEqual([]);
  await expect.poll(() => looks).toBe(1);
  fromPage.fire({ kind: 'ready' });
  await expect.poll(() => posted.length).toBe(1);
  fromPage.fire({ kind: 'ready' });
  await expect.poll(() => posted.length).toBe(2);
  expect(posted[1]).toBe(posted[0]);
  expect(asked).toHaveLength(1);
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

describe('the caret', () => {
  const editor = {
    document: { ...document, version: 1, lineCount: 40, offsetAt: ({ line }: { readonly line: number }) => 100 * line },
    selection: { active: { line: 0 } },
  };
  /** A volume of four reports of ten lines. */
  const shownAt = (line: number): object => {
    const first = 10 * Math.floor(line / 10);
    return {
      state: `${editor.document.version}.${first}`,
      version: editor.document.version,
      lines: [first, first + 10],
    };
  };
  const goTo = (line: number): void => {
    editor.selection = { active: { line } };
    documents.selected.fire({ textEditor: editor });
  };
  let preview: PreviewPanel;

  beforeEach(async () => {
    editor.document.version = 1;
    editor.selection = { active: { line: 0 } };
    workspace.textDocuments = [editor.document];
    Object.assign(window, { activeTextEditor: editor, visibleTextEditors: [editor] });
    answer = async () => shownAt(asked.at(-1)!.line);
    preview = new PreviewPanel(panel, surroundings, { uri, line: 0, wantsLastYear: false });
    fromPage.fire({ kind: 'ready' });
    await expect.poll(() => posted.length).toBe(1);
  });
  afterEach(() => {
    preview.dispose();
    Object.assign(window, { activeTextEditor: undefined, visibleTextEditors: [] });
  });

  const told = (): unknown => posted.map((message) => [message.kind, 'caret' in message ? message.caret : undefined]);

  it('comes with what follows from a key, and the page is drawn once', async () => {
    editor.document.version = 2;
    documents.changed.fire({ document: editor.document });
    goTo(3);
    await expect.poll(() => posted.length).toBe(2);
    expect(told()).toEqual([
      ['shown', 0],
      ['shown', 300],
    ]);
  });

  it('is told alone where it moves without one', async () => {
    goTo(4);
    await expect.poll(() => posted.at(-1)).toEqual({ kind: 'caret', offset: 400 });
    expect(asked).toHaveLength(1);
  });

  it('that goes on to another report while the one is asked for has that shown', async () => {
    editor.document.version = 2;
    documents.changed.fire({ document: editor.document });
    await expect.poll(() => asked.length).toBe(2);
    goTo(25);
    await expect.poll(() => asked.map(({ line }) => line)).toEqual([0, 0, 25]);
    await expect.poll(() => posted.at(-1)).toMatchObject({ kind: 'shown', preview: { lines: [20, 30] }, caret: 2500 });
  });
});
