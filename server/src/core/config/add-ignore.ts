import { type Edit, findNodeAtLocation, getNodeValue, modify, type Node, stripComments } from 'jsonc-parser';
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
  const edits = toEdits(modify(text, ['ignores', -1], ignore, { formattingOptions, isArrayInsertion: true }));
  const written = ignoresIn(applyEdits(text, edits));
  return JSON.stringify(written) === JSON.stringify([...known, ignore]) ? edits : undefined;
}

/** Takes out the last entry that is the same; `undefined` where there is none, or the text is no configuration. */
export function removeIgnore(text: string, ignore: Ignore): readonly TextEdit[] | undefined {
  const known = ignoresIn(text);
  const at = known?.findLastIndex((one) => JSON.stringify(one) === JSON.stringify(ignore)) ?? -1;
  if (known === undefined || at < 0) return undefined;
  const edits = removal(text, nodeOf(text, at));
  const left = ignoresIn(applyEdits(text, edits));
  return JSON.stringify(left) === JSON.stringify(known.toSpliced(at, 1)) ? edits : undefined;
}

/** The entry with the comma that parted it from the others; comments beside it stay. */
function removal(text: string, { offset, length }: Node): readonly TextEdit[] {
  const bare = stripComments(text, ' ');
  const end = offset + length;
  const before = bare.slice(0, offset).trimEnd().length - 1;
  const after = end + bare.slice(end).search(/\S/);
  const comma = bare[before] === ',' ? before : bare[after] === ',' ? after : undefined;
  const start = text.slice(0, offset).trimEnd().length;
  const [from, to] = comma === after ? [offset, after + 1] : [Math.max(start, before + 1), end];
  const edits = [{ span: span(from, to), newText: '' }];
  return comma === before ? [{ span: span(before, before + 1), newText: '' }, ...edits] : edits;
}

function nodeOf(text: string, at: number): Node {
  const root = parseJson(text) as Node;
  return findNodeAtLocation(root, ['ignores', at])!;
}

const toEdits = (edits: readonly Edit[]): readonly TextEdit[] =>
  edits.map(({ offset, length, content }) => ({ span: span(offset, offset + length), newText: content }));

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
