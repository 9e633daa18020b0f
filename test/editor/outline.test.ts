import * as vscode from 'vscode';
import { eventually, faulty, headings, same, show } from './support.js';

/** Without the numbers, one of which is wrong in the report. */
const titles = headings.map((heading) => heading.slice('一、'.length));

describe('outline', () => {
  it('lists the six sections, each at its heading', async () => {
    const { document } = await show(faulty);
    const sections = await eventually('the outline', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return symbols && siblingsOf(symbols, '总体情况');
    });
    same(sections.length, titles.length);
    sections.forEach(({ name, selectionRange }, index) => {
      const title = titles[index] ?? '';
      same([name.includes(title), document.lineAt(selectionRange.start).text.includes(title)], [true, true]);
    });
  });
});

/** The level of the outline on which an entry with this text stands. */
function siblingsOf(symbols: vscode.DocumentSymbol[], text: string): vscode.DocumentSymbol[] | undefined {
  if (symbols.some(({ name }) => name.includes(text))) return symbols;
  return symbols.map(({ children }) => siblingsOf(children, text)).find(Boolean);
}
