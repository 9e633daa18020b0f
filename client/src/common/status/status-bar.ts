import {
  type Disposable,
  l10n,
  languages,
  StatusBarAlignment,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { type StatusParams, StatusRequest, type StatusResult } from '../../../../server/src/lsp/protocol';
import { activeReport } from '../active-report';
import { countFindings } from '../findings';
import { isOwnFile } from '../own-file';
import type { Server } from '../server';
import { LanguageStatus } from './language-status';
import { checkingText, failedText, statusText, type StatusText, unavailableText } from './status-text';

/** How long the item waits for more news before it asks the server, in milliseconds. */
const QUIET = 50;

/** What was understood of the active report and found in it, in the status bar. */
export class StatusBar implements Disposable {
  private readonly item = window.createStatusBarItem('nianbao.status', StatusBarAlignment.Right, 100);
  private readonly languageStatus = new LanguageStatus();
  private readonly listeners: readonly Disposable[];
  /** Reports that the server has checked; of any other, having no findings says nothing. */
  private readonly checked = new Set<string>();
  private serverFailed = false;
  /** The report of which the item speaks. */
  private subject: string | undefined;
  private updates = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly server: Server) {
    this.item.name = l10n.t('Annual report');
    this.listeners = [
      window.onDidChangeActiveTextEditor(() => void this.update()),
      // A document whose language changes is closed and opened.
      workspace.onDidOpenTextDocument(() => void this.update()),
      workspace.onDidCloseTextDocument(({ uri }) => this.checked.delete(uri.toString())),
      languages.onDidChangeDiagnostics(({ uris }) => this.updateSoon(uris)),
      server.onDidCheck((uri) => {
        this.checked.add(uri.toString());
        this.serverFailed = false;
        this.updateSoon([uri]);
      }),
      server.onDidFail(() => {
        this.checked.clear();
        this.serverFailed = true;
        void this.update();
      }),
    ];
    void this.update();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listeners.forEach((listener) => listener.dispose());
    this.item.dispose();
    this.languageStatus.dispose();
  }

  private updateSoon(changed: readonly Uri[]): void {
    const active = activeReport()?.uri.toString();
    if (active === undefined || !changed.some((uri) => uri.toString() === active)) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.update(), QUIET);
  }

  private async update(): Promise<void> {
    const update = ++this.updates;
    const document = activeReport();
    if (document === undefined || !isOwnFile(document)) {
      this.subject = undefined;
      this.item.hide();
      return;
    }
    const uri = document.uri.toString();
    if (this.serverFailed) this.say(document, unavailableText(l10n.t), 'nianbao.restartServer');
    else if (!this.checked.has(uri) || this.subject !== uri) this.say(document, checkingText(l10n.t));
    if (!this.checked.has(uri)) return;
    try {
      const status = await this.server.request<StatusResult>(StatusRequest, { uri } satisfies StatusParams);
      if (update === this.updates) this.say(document, statusText(status, countFindings(document.uri), l10n.t));
    } catch {
      // What the item said before holds no longer. The next check brings the next update.
      if (update === this.updates && !this.serverFailed) this.say(document, failedText(l10n.t));
    }
  }

  private say({ uri }: TextDocument, said: StatusText, command = 'nianbao.showActions'): void {
    const { text, tooltip, spoken } = said;
    this.languageStatus.say(said, command);
    this.subject = uri.toString();
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.accessibilityInformation = { label: spoken, role: 'button' };
    this.item.command = command;
    this.item.show();
  }
}
