import { type Disposable, l10n, languages, type TextDocument, window } from 'vscode';

/**
 * The offer, among the language's status items, to use the file of the active editor as a report. No window pops up for
 * it.
 */
export class Offer implements Disposable {
  private readonly candidates = new Set<TextDocument>();
  private items: readonly Disposable[] = [];

  make(document: TextDocument): void {
    if (this.candidates.has(document)) return;
    this.candidates.add(document);
    this.show();
  }

  withdraw(document: TextDocument): void {
    if (this.candidates.delete(document)) this.show();
  }

  /** Shows the offer if it concerns the active editor. */
  show(): void {
    this.hide();
    const document = window.activeTextEditor?.document;
    if (document === undefined || !this.candidates.has(document)) return;
    const question = languages.createLanguageStatusItem('nianbao.offer', { language: document.languageId });
    question.name = l10n.t('Annual report');
    question.text = `$(question) ${l10n.t('This may be an information disclosure annual report')}`;
    question.command = { command: 'nianbao.useAsReport', title: l10n.t('Use as report') };
    const refusal = languages.createLanguageStatusItem('nianbao.refusal', { language: document.languageId });
    refusal.name = l10n.t('Recognition of annual reports');
    refusal.text = l10n.t('Recognition of annual reports');
    refusal.command = { command: 'nianbao.stopAsking', title: l10n.t('Never ask again in this workspace') };
    this.items = [question, refusal];
  }

  dispose(): void {
    this.hide();
  }

  private hide(): void {
    this.items.forEach((item) => item.dispose());
    this.items = [];
  }
}
