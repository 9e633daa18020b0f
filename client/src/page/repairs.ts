import type { TextEdit } from 'vscode-languageserver-textdocument';
import type { LanguageServer } from './engine';
import { t } from './words';

/** What the page needs of the protocol's code actions. */
interface Action {
  readonly title: string;
  readonly edit?: {
    readonly documentChanges?: readonly { readonly edits?: readonly TextEdit[] }[];
    readonly changes?: Readonly<Record<string, readonly TextEdit[]>>;
  };
}

/** Offers the repairs of what stands in a range; the edits of the one that is chosen. */
export async function chooseRepair(
  server: LanguageServer,
  uri: string,
  range: TextEdit['range'],
): Promise<readonly TextEdit[] | undefined> {
  const context = { diagnostics: [], only: ['quickfix'] };
  const actions =
    (await server.ask<readonly Action[]>('textDocument/codeAction', { textDocument: { uri }, range, context })) ?? [];
  const repairs = actions
    .map(({ title, edit }) => ({ title, edits: edit === undefined ? [] : editsOf(edit, uri) }))
    .filter(({ edits }) => edits.length > 0);
  if (repairs.length === 0) {
    document.getElementById('told')!.textContent = t('noRepair');
    return undefined;
  }
  const chosen = await choose(repairs.map(({ title }) => title));
  return chosen === undefined ? undefined : repairs[chosen]?.edits;
}

const editsOf = (
  { documentChanges = [], changes = {} }: NonNullable<Action['edit']>,
  uri: string,
): readonly TextEdit[] => [...documentChanges.flatMap(({ edits = [] }) => edits), ...(changes[uri] ?? [])];

/** Asks which of some things is meant; `undefined` where none is. */
function choose(titles: readonly string[]): Promise<number | undefined> {
  const dialog = document.getElementById('choices') as HTMLDialogElement;
  const buttons = titles.map((title, i) => {
    const button = document.createElement('button');
    button.textContent = title;
    button.value = String(i);
    return button;
  });
  const cancel = document.createElement('button');
  cancel.textContent = t('cancel');
  const heading = document.createElement('h2');
  heading.textContent = t('repairs');
  const form = document.createElement('form');
  form.method = 'dialog';
  form.append(heading, ...buttons, cancel);
  dialog.replaceChildren(form);
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) =>
    dialog.addEventListener(
      'close',
      () => resolve(dialog.returnValue === '' ? undefined : Number(dialog.returnValue)),
      { once: true },
    ),
  );
}
