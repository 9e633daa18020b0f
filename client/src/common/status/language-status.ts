import { type Disposable, l10n, languages, LanguageStatusSeverity } from 'vscode';
import { REPORT } from '../language';
import type { StatusText } from './status-text';

const RESTART = 'nianbao.restartServer';

/** The same as the status bar says, in words, where the editor tells about the language of a file. */
export class LanguageStatus implements Disposable {
  private readonly item = languages.createLanguageStatusItem('nianbao.status', { language: REPORT });

  constructor() {
    this.item.name = l10n.t('Annual report');
  }

  say({ summary, detail, spoken }: StatusText, command: string): void {
    this.item.text = summary;
    this.item.detail = detail;
    this.item.command = { command, title: command === RESTART ? l10n.t('Restart') : l10n.t('Actions') };
    this.item.severity = command === RESTART ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    this.item.accessibilityInformation = { label: spoken };
  }

  dispose(): void {
    this.item.dispose();
  }
}
