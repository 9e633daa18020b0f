import * as vscode from 'vscode';
import { eventually, faulty, findingOf, findings, ruleOf, same, show } from './support.js';

describe('settings', () => {
  afterEach(() => Promise.all([set('rules', undefined), set('locale', undefined)]));

  it('switch a rule off and on again', async () => {
    const { document } = await show(faulty);
    await findingOf(document, 'row-total-mismatch');
    await set('rules', { 'row-total-mismatch': 'off' });
    await eventually('the finding to go', () =>
      findings(document).every((each) => ruleOf(each) !== 'row-total-mismatch'),
    );
    // The others have not gone with it.
    await findingOf(document, 'misnumbered-section');
    await set('rules', undefined);
    await findingOf(document, 'row-total-mismatch');
  });

  it("change a rule's severity", async () => {
    const { document } = await show(faulty);
    same((await findingOf(document, 'misnumbered-section')).severity, vscode.DiagnosticSeverity.Warning);
    await set('rules', { 'misnumbered-section': 'hint' });
    await eventually(
      'a mere hint',
      async () => (await findingOf(document, 'misnumbered-section')).severity === vscode.DiagnosticSeverity.Hint,
    );
  });

  it('change the language of the messages', async () => {
    const { document } = await show(faulty);
    same(/总计/.test((await findingOf(document, 'row-total-mismatch')).message), true);
    await set('locale', 'en');
    await eventually('a message in English', async () =>
      /total/i.test((await findingOf(document, 'row-total-mismatch')).message),
    );
  });
});

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('nianbao').update(name, value, vscode.ConfigurationTarget.Workspace);
}
