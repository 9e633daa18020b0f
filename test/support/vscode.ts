/**
 * A stand-in for the editor, for client code that is tried without one: files in memory, and a window that answers as
 * it is told. It has those of the editor's names that tests need, and no more.
 */
import { posix } from 'node:path';

export class CancellationError extends Error {}

export class CancellationTokenSource {
  private readonly listeners: (() => void)[] = [];
  readonly token = {
    isCancellationRequested: false,
    onCancellationRequested: (listener: () => void) => {
      this.listeners.push(listener);
      return { dispose: () => undefined };
    },
  };

  cancel(): void {
    this.token.isCancellationRequested = true;
    this.listeners.forEach((listener) => listener());
  }

  dispose(): void {
    this.listeners.length = 0;
  }
}

export class EventEmitter<Event> {
  private readonly listeners = new Set<(event: Event) => void>();
  readonly event = (listener: (event: Event) => void): Disposable => {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  };

  fire(event: Event): void {
    this.listeners.forEach((listener) => listener(event));
  }

  dispose(): void {
    this.listeners.clear();
  }
}

export class Disposable {
  static from(...all: readonly Disposable[]): Disposable {
    return { dispose: () => all.forEach((each) => each.dispose()) };
  }

  dispose(): void {}
}

export class Uri {
  constructor(
    readonly scheme: string,
    readonly path: string,
  ) {}

  static file(path: string): Uri {
    return new Uri('file', path);
  }

  static parse(text: string): Uri {
    const [, scheme, path] = /^([\w-]+):(?:\/\/)?(.*)$/.exec(text)!;
    return new Uri(scheme!, decodeURI(path!));
  }

  static joinPath({ scheme, path }: Uri, ...parts: readonly string[]): Uri {
    return new Uri(scheme, posix.join(path, ...parts));
  }

  toString(): string {
    return `${this.scheme}://${encodeURI(this.path)}`;
  }
}

export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

export class Range {
  constructor(
    readonly start: Position,
    readonly end: Position,
  ) {}
}

export class WorkspaceEdit {
  readonly edits: { readonly range: Range; readonly newText: string }[] = [];

  replace(_: Uri, range: Range, newText: string): void {
    this.edits.push({ range, newText });
  }
}

export class DocumentDropOrPasteEditKind {
  static readonly Empty = new DocumentDropOrPasteEditKind('');
  static readonly Text = new DocumentDropOrPasteEditKind('text');

  private constructor(readonly value: string) {}

  append(...parts: readonly string[]): DocumentDropOrPasteEditKind {
    return new DocumentDropOrPasteEditKind([this.value, ...parts].join('.'));
  }
}

export class DocumentPasteEdit {
  additionalEdit: WorkspaceEdit | undefined;
  yieldTo: readonly DocumentDropOrPasteEditKind[] | undefined;

  constructor(
    readonly insertText: string,
    readonly title: string,
    readonly kind: DocumentDropOrPasteEditKind,
  ) {}
}

export enum EndOfLine {
  LF = 1,
  CRLF = 2,
}
export enum FileType {
  File = 1,
  Directory = 2,
}
export enum FilePermission {
  Readonly = 1,
}
export enum ProgressLocation {
  Notification = 15,
}
export enum UIKind {
  Desktop = 1,
}

export const l10n = {
  t: (message: string, ...args: readonly unknown[]): string =>
    message.replace(/\{(\d)\}/g, (_, at: string) => String(args[Number(at)])),
};

type Answer = (words: string, choices: readonly unknown[]) => unknown;

/** What the user has and does: set anew for each test. */
export const user = {
  files: new Map<string, Uint8Array>(),
  /** Files that nobody may write. */
  protected: new Set<string>(),
  folder: '/',
  types: '',
  picks: ((_, choices) => choices[0]) as Answer,
  warned: (() => undefined) as Answer,
  told: [] as string[],
  progress: undefined as unknown as CancellationTokenSource,
  /** Hears of each step of a work: a file that is written or renamed, a progress that is told. */
  sees: (() => undefined) as (step: string) => void,

  begin(): void {
    this.files.clear();
    this.protected.clear();
    this.told.length = 0;
    this.picks = (_, choices) => choices[0];
    this.warned = () => undefined;
    this.sees = () => undefined;
    this.progress = new CancellationTokenSource();
  },
};

/** What happens to documents, whose listeners hear of it when a test fires it. */
export const documents = {
  changed: new EventEmitter<{ readonly document: unknown }>(),
  opened: new EventEmitter<unknown>(),
  saved: new EventEmitter<unknown>(),
  selected: new EventEmitter<{ readonly textEditor: unknown }>(),
};

/** What the extension has told the editor that it can do. */
export const provided = { paste: undefined as unknown, compared: undefined as unknown };

export const languages = {
  registerDocumentPasteEditProvider(_: unknown, provider: unknown): Disposable {
    provided.paste = provider;
    return new Disposable();
  },
};

export const workspace = {
  workspaceFolders: undefined,
  textDocuments: [] as unknown[],
  onDidChangeTextDocument: documents.changed.event,
  onDidOpenTextDocument: documents.opened.event,
  onDidSaveTextDocument: documents.saved.event,
  getConfiguration: () => ({ get: (_: string, usual: unknown) => usual }),
  registerTextDocumentContentProvider(_: string, provider: unknown): Disposable {
    provided.compared = provider;
    return new Disposable();
  },
  fs: {
    isWritableFileSystem: () => true,
    async readDirectory({ path }: Uri): Promise<(readonly [string, FileType])[]> {
      return [...user.files.keys()]
        .filter((file) => posix.dirname(file) === path)
        .map((file) => [posix.basename(file), FileType.File]);
    },
    async stat({ path }: Uri): Promise<{ type: FileType; size: number; permissions?: FilePermission }> {
      user.sees(`stat ${path}`);
      const file = user.files.get(path);
      if (file === undefined) throw new Error(`no ${path}`);
      return {
        type: FileType.File,
        size: file.length,
        ...(user.protected.has(path) && { permissions: FilePermission.Readonly }),
      };
    },
    readFile: async ({ path }: Uri): Promise<Uint8Array> => user.files.get(path)!,
    async writeFile({ path }: Uri, content: Uint8Array): Promise<void> {
      user.files.set(path, content);
      user.sees(`write ${path}`);
    },
    async rename({ path }: Uri, to: Uri): Promise<void> {
      user.files.set(to.path, user.files.get(path)!);
      user.files.delete(path);
      user.sees(`rename ${to.path}`);
    },
    async delete({ path }: Uri): Promise<void> {
      user.files.delete(path);
    },
  },
};

const tell = async (words: string): Promise<undefined> => void user.told.push(words);

export const window = {
  activeTextEditor: undefined as unknown,
  visibleTextEditors: [] as unknown[],
  onDidChangeTextEditorSelection: documents.selected.event,
  onDidChangeTextEditorVisibleRanges: new EventEmitter<unknown>().event,
  showQuickPick: async (items: readonly unknown[], { title }: { title: string }) => user.picks(title, items),
  showSaveDialog: async ({ defaultUri }: { defaultUri: Uri }) => defaultUri,
  showOpenDialog: async () => [Uri.file(user.folder)],
  showWarningMessage: async (words: string, ...choices: readonly unknown[]) => {
    await tell(words);
    return user.warned(
      words,
      choices.filter((choice) => typeof choice === 'string'),
    );
  },
  showInformationMessage: tell,
  showInputBox: async () => user.types,
  setStatusBarMessage: (words: string): void => void user.told.push(words),
  withProgress: async <Result>(
    _: unknown,
    work: (progress: { report: (told: { message: string }) => void }, token: unknown) => Promise<Result>,
  ): Promise<Result> => work({ report: ({ message }) => user.sees(`progress ${message}`) }, user.progress.token),
};

export const env = { language: 'en', uiKind: UIKind.Desktop };
export const commands = {};
