import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

/** A piece of a line and its scopes without the root scope and the language suffix; unscoped text is left out. */
export type Token = readonly [text: string, scopes: string];

const root = new URL('../../', import.meta.url);

export const readProjectFile = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** The tokenizer of VS Code itself, so that the tests see the scopes that the editor sees. */
export async function loadGrammar(): Promise<textmate.IGrammar> {
  const require = createRequire(import.meta.url);
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () =>
      textmate.parseRawGrammar(readProjectFile('syntaxes/nianbao.tmLanguage.json'), 'nianbao.tmLanguage.json'),
  });
  const grammar = await registry.loadGrammar('text.nianbao');
  if (grammar === null) throw new Error('The grammar does not load.');
  return grammar;
}

/** Tokens of each line; the grammar is given the state that the line before left. */
export function tokenize(grammar: textmate.IGrammar, lines: readonly string[]): Token[][] {
  let state = textmate.INITIAL;
  return lines.map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens
      .filter((token) => token.scopes.length > 1)
      .map(
        (token) =>
          [
            line.slice(token.startIndex, token.endIndex),
            token.scopes.slice(1).join(' ').replaceAll('.nianbao', ''),
          ] as const,
      );
  });
}
