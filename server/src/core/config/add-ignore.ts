import { getNodeValue, modify } from 'jsonc-parser';
import { applyEdits, span, type TextEdit } from '../text/span';
import type { Ignore } from '../context/ignores';
import { parseJson } from './json';

/**
 * The edits that write one more ignore into a configuration; comments and layout of the rest stay as they are.
 * `undefined` where the text is no configuration that can be added to: nothing is guessed about what is broken.
 */
export function addIgnore(text: string, ignore: Ignore): readonly TextEdit[] | undefined {
  if (text.trim() === '')
    return [{ span: span(0, text.length), newText: `${JSON.stringify({ ignores: [ignore] }, undefined, INDENT)}\n` }];
  const known = ignoresIn(text);
  if (known === undefined) return undefined;
  const formattingOptions = { insertSpaces: true, tabSize: INDENT, eol: text.includes('\r\n') ? '\r\n' : '\n' };
  const edits = modify(text, ['ignores', -1], ignore, { formattingOptions, isArrayInsertion: true }).map(
    ({ offset, length, content }): TextEdit => ({
      span: span(offset, offset + length),
      newText: content,
    }),
  );
  const written = ignoresIn(applyEdits(text, edits));
  return JSON.stringify(written) === JSON.stringify([...known, ignore]) ? edits : undefined;
}

const INDENT = 2;

/** The ignores of a configuration as they are written; `undefined` where it is not valid, or they are no list. */
function ignoresIn(text: string): readonly unknown[] | undefined {
  const root = parseJson(text);
  if ('message' in root || root.type !== 'object') return undefined;
  const [ignores, another] = (root.children ?? [])
    .filter(({ children }) => children?.[0]?.value === 'ignores')
    .map(({ children }) => children?.[1]);
  if (ignores === undefined) return [];
  return another === undefined && ignores.type === 'array' ? (getNodeValue(ignores) as readonly unknown[]) : undefined;
}
