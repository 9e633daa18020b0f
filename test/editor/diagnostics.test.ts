import * as vscode from 'vscode';
import { eventually, faultless, faulty, findingOf, findings, replace, rules, same, show } from './support.js';

describe('squiggles', () => {
  it('stand under the wrong total, and tell its parts', async () => {
    const { document } = await show(faulty);
    const finding = await findingOf(document, 'row-total-mismatch');
    same(document.getText(finding.range), '16');
    // The row's label, then seven values, one a line.
    same(document.lineAt(finding.range.start.line - 7).text.trim(), '一、本年新收政府信息公开申请数量');
    same(finding.severity, vscode.DiagnosticSeverity.Error);
    same(
      ['15', '16'].filter((number) => !finding.message.includes(number)),
      [],
    );
    const parts = (finding.relatedInformation ?? []).map(({ location }) => document.getText(location.range));
    same(
      ['12', '3', '0', '0', '0', '0'].filter((part) => !parts.includes(part)),
      [],
    );
  });

  it('stand under the misnumbered heading', async () => {
    const { document } = await show(faulty);
    const finding = await findingOf(document, 'misnumbered-section');
    same(document.getText(finding.range), '5、存在的主要问题及改进情况');
    same(finding.severity, vscode.DiagnosticSeverity.Warning);
  });

  it('follow the typing, and a faultless report has none', async () => {
    const editor = await show(faultless);
    await replace(editor, '六、其他', '7、其他');
    await findingOf(editor.document, 'misnumbered-section');
    // What is known now was found in one go: there is nothing but the slip just made.
    same(rules(editor.document), ['misnumbered-section']);
    await replace(editor, '7、其他', '六、其他');
    await eventually('the squiggle to go', () => findings(editor.document).length === 0);
  });
});
