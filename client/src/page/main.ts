import type { TextEdit } from 'vscode-languageserver-textdocument';
import { fileNameOf } from '../../../server/src/core/showing/file-name';
import type { ExportFormat } from '../../../server/src/exchange/formats';
import {
  ConvertRequest,
  type ConvertResult,
  type EditResult,
  FixAllRequest,
  PreviewRequest,
  type PreviewPlace,
  type PreviewResult,
  SetCellsRequest,
  type SetCellsResult,
  ShowingRequest,
  type ShowingResult,
  TemplateRequest,
  type TemplateResult,
} from '../../../server/src/lsp/protocol';
import type { FromPage } from '../preview/messages';
import { Editor, type OpenText } from './editor';
import { exchange, type LanguageServer, startServer } from './engine';
import { takeIn, takeInPage } from './files';
import { History } from './history';
import { PreviewFrame } from './preview-frame';
import { chooseRepair } from './repairs';
import { locale, t, type WordId } from './words';

const element = <Kind extends HTMLElement>(id: string): Kind => document.getElementById(id) as Kind;

document.documentElement.lang = locale;
for (const each of document.querySelectorAll<HTMLElement>('[data-word]'))
  each.textContent = t(each.dataset['word'] as WordId);

const area = element<HTMLTextAreaElement>('text');
const list = element<HTMLSelectElement>('documents');
area.placeholder = t('empty');
area.setAttribute('aria-label', t('text'));
list.setAttribute('aria-label', t('document'));
element('preview').title = t('preview');
say(t('loading'));

let server: LanguageServer;
const texts: OpenText[] = [];
let current: OpenText;
let wantsLastYear = false;
let timer: ReturnType<typeof setTimeout> | undefined;
let isAsking = false;
let isStale = false;
/** Values are written one after the other, each into what the one before it left. */
let turn: Promise<void> = Promise.resolve();

const frame = new PreviewFrame(element('preview'), (message) => void attempt(() => heard(message)));
const editor = new Editor(
  area,
  (changed) => {
    server.tell('textDocument/didChange', {
      textDocument: { uri: changed.uri, version: changed.version },
      contentChanges: [{ text: editor.text }],
    });
    clearTimeout(timer);
    timer = setTimeout(() => void attempt(refresh), QUIET);
  },
  (offset) => frame.post({ kind: 'caret', offset }),
);
/** How long a file that is downloaded is kept, in milliseconds. */
const KEPT = 60_000;
/** How long keys are gathered before the preview follows, in milliseconds. */
const QUIET = 50;

/** What somebody who is faster than the server asks for is done once it runs; files dropped meanwhile, too. */
const started = start();
void attempt(() => started);

async function start(): Promise<void> {
  server = await startServer(locale);
  current = openText('', area.value);
  say('');
}

function openText(name: string, text: string): OpenText {
  const opened: OpenText = {
    uri: `untitled:/${texts.length + 1}/${encodeURIComponent(name || 'report.txt')}`,
    name,
    version: 1,
    history: new History({ text, caret: 0 }),
  };
  texts.push(opened);
  server.tell('textDocument/didOpen', {
    textDocument: { uri: opened.uri, languageId: 'nianbao', version: 1, text },
  });
  list.append(new Option(name || `${t('document')} ${texts.length}`, opened.uri));
  list.hidden = texts.length < 2;
  show(opened);
  return opened;
}

function show(opened: OpenText): void {
  current = opened;
  list.value = opened.uri;
  editor.show(opened);
  void attempt(refresh);
}

/** One question at a time; what has changed meanwhile is asked again. */
async function refresh(): Promise<void> {
  isStale = true;
  if (isAsking) return;
  isAsking = true;
  try {
    while (isStale) {
      isStale = false;
      const { uri } = current;
      const params = { uri, line: editor.line, lastYear: wantsLastYear };
      const result = await server.ask<PreviewResult>(PreviewRequest, params);
      if (result !== null && !('unchanged' in result) && uri === current.uri)
        frame.post({ kind: 'shown', uri, preview: result, wantsLastYear, readOnly: '' });
    }
  } finally {
    isAsking = false;
  }
}

async function heard(message: FromPage): Promise<void> {
  switch (message.kind) {
    case 'ready':
      return refresh();
    case 'lastYear':
      wantsLastYear = message.wanted;
      return refresh();
    case 'select':
      return editor.select(...message.at, false);
    case 'go':
      return editor.select(...message.at, true);
    case 'undo':
    case 'redo':
      return editor.step(message.kind);
    case 'set':
      turn = turn.then(() => set(message));
      return turn;
    case 'repair':
      return repair(message.at);
    case 'top':
      return;
  }
}

async function set({ cell, text }: Extract<FromPage, { kind: 'set' }>): Promise<void> {
  let refusal = t('changed');
  try {
    const params = { uri: current.uri, ...cell, text, totals: true };
    const result = await server.ask<SetCellsResult>(SetCellsRequest, params);
    if (result !== null && (result.edits.length === 0 || apply(result))) refusal = result.refusal ?? '';
  } catch (error) {
    refusal = t('failed', error instanceof Error ? error.message : String(error));
  }
  frame.post({ kind: 'told', cell, refusal });
}

async function repair([start, end]: PreviewPlace): Promise<void> {
  const text = editor.document();
  const range = { start: text.positionAt(start), end: text.positionAt(end) };
  const { version } = current;
  const edits = await chooseRepair(server, current.uri, range);
  if (edits !== undefined && !apply({ version, edits })) say(t('changed'));
}

/** Edits of a text that has changed since are no good, and are not made. */
function apply({ version, edits }: EditResult): boolean {
  const isMeant = version === current.version;
  if (isMeant) editor.apply(edits as readonly TextEdit[]);
  return isMeant;
}

async function fixAll(): Promise<void> {
  const result = await server.ask<EditResult>(FixAllRequest, { uri: current.uri });
  if (result === null || result.edits.length === 0) return say(t('nothingToFix'));
  say(apply(result) ? t('fixed', result.edits.length) : t('changed'));
}

async function convert(layout: string): Promise<void> {
  const result = await server.ask<ConvertResult>(ConvertRequest, { uri: current.uri, layout });
  if (result === null) return;
  if (result.edits.length > 0 && !apply(result)) return say(t('changed'));
  say(result.refused.length > 0 ? t('notConverted', result.refused.join('; ')) : t('converted'));
}

async function fresh(): Promise<void> {
  const result = await server.ask<TemplateResult>(TemplateRequest, { snippet: false });
  if (result !== null) put('', result.text);
}

async function exportAs(format: ExportFormat | 'txt'): Promise<void> {
  const { uri } = current;
  const result = await server.ask<ShowingResult>(ShowingRequest, { uri, line: editor.line });
  const showing = result?.showing ?? null;
  if (format !== 'txt' && showing === null) return say(t('notShown', result?.reason ?? ''));
  const stem = (showing && fileNameOf(showing)) ?? (current.name.replace(/\.[^.]*$/, '') || t('document'));
  const bytes =
    format === 'txt' ? new TextEncoder().encode(editor.text) : await exchange('exportSaid', format, showing!, false);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  link.download = `${stem}.${format}`;
  link.click();
  // Not every browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
  say(t('exported', link.download));
}

async function takeFiles(files: Iterable<File>): Promise<void> {
  const told: string[] = [];
  for (const file of files) {
    const taken = await takeIn(file).catch(() => ({ refused: t('notRead', file.name) }));
    if ('refused' in taken) told.push(taken.refused);
    else {
      put(taken.name, taken.text);
      if (taken.told !== '') told.push(taken.told);
    }
  }
  say(told.join('\n'));
}

/** In place of an empty text, else beside what is there. */
function put(name: string, text: string): void {
  if (editor.text.trim() !== '') return void openText(name, text);
  current.name = name;
  if (name !== '') list.options[texts.indexOf(current)]!.textContent = name;
  editor.replace({ text, caret: 0 });
}

/** Nothing that goes wrong is lost, and no text with it. */
async function attempt(action: () => Promise<unknown>): Promise<void> {
  try {
    await started;
    await action();
  } catch (error) {
    say(t('failed', error instanceof Error ? error.message : String(error)));
  }
}

function say(words: string): void {
  element('told').textContent = words;
}

const onClick = (id: string, action: () => Promise<unknown>): void =>
  element(id).addEventListener('click', () => void attempt(action));
onClick('fresh', fresh);
onClick('fixAll', fixAll);
onClick('print', async () => frame.print());
onClick('open', async () => element('files').click());
element<HTMLInputElement>('files').addEventListener('change', ({ currentTarget }) => {
  const input = currentTarget as HTMLInputElement;
  void attempt(() => takeFiles([...(input.files ?? [])])).finally(() => (input.value = ''));
});
list.addEventListener('change', () => show(texts.find(({ uri }) => uri === list.value) ?? current));
for (const [id, act] of [
  ['convert', convert],
  ['export', (format: string) => exportAs(format as ExportFormat)],
] as const) {
  const menu = element<HTMLSelectElement>(id);
  menu.setAttribute('aria-label', t(id));
  menu.addEventListener('change', () => {
    const { value } = menu;
    menu.selectedIndex = 0;
    void attempt(() => act(value));
  });
}
addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'p') return;
  event.preventDefault();
  frame.print();
});
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  void attempt(() => takeFiles(files));
});
area.addEventListener('paste', (event) => {
  const files = [...(event.clipboardData?.files ?? [])];
  const html = event.clipboardData?.getData('text/html') ?? '';
  // Into a text that is there a table is pasted as its plain text.
  if (editor.text.trim() !== '' || (files.length === 0 && !/<table/i.test(html))) return;
  event.preventDefault();
  const plain = event.clipboardData?.getData('text/plain') ?? '';
  void attempt(async () =>
    html === '' ? takeFiles(files) : put('', (await takeInPage(html).catch(() => undefined)) ?? plain),
  );
});
