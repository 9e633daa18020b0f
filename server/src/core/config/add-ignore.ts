import { createScanner, type Edit, findNodeAtLocation, getNodeValue, modify, type Node } from 'jsonc-parser';
import { applyEdits, span, type Span, type TextEdit } from '../text/span';
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
  const at = indexIn(known, ignore);
  if (known === undefined || at < 0) return undefined;
  const edits = removal(text, nodeOf(text, at));
  const left = ignoresIn(applyEdits(text, edits));
  return JSON.stringify(left) === JSON.stringify(known.toSpliced(at, 1)) ? edits : undefined;
}

/** Where the last entry that is the same stands in a configuration, if it does. */
export function placeOfIgnore(text: string, ignore: Ignore): Span | undefined {
  const at = indexIn(ignoresIn(text), ignore);
  if (at < 0) return undefined;
  const { offset, length } = nodeOf(text, at);
  return span(offset, offset + length);
}

const indexIn = (known: readonly unknown[] | undefined, ignore: Ignore): number =>
  known?.findLastIndex((one) => JSON.stringify(one) === JSON.stringify(ignore)) ?? -1;

/**
 * Takes out entries that are the same, as one change of the stretch that they stand in; `undefined` where there is none
 * of them, or the text is no configuration.
 */
export function removeIgnores(text: string, ignores: readonly Ignore[]): readonly TextEdit[] | undefined {
  let left = text;
  for (const ignore of ignores) {
    const edits = removeIgnore(left, ignore);
    if (edits !== undefined) left = applyEdits(left, edits);
  }
  if (left === text) return undefined;
  let start = 0;
  while (start < left.length && left[start] === text[start]) start++;
  let same = 0;
  while (same < left.length - start && left.at(-1 - same) === text.at(-1 - same)) same++;
  return [{ span: span(start, text.length - same), newText: left.slice(start, left.length - same) }];
}

/** The entry with the comma that parted it from the others, and its line where it stood alone; comments stay. */
function removal(text: string, { offset, length }: Node): readonly TextEdit[] {
  const end = offset + length;
  const { before, after } = commasAround(text, offset, end);
  const to = after === undefined ? end : after + 1;
  const lineStart = text.slice(0, offset).search(/(?:\r\n?|\n)[ \t]*$/);
  const isAlone = lineStart >= 0 && /^[ \t]*(?:[\r\n]|\/\/)/.test(text.slice(to));
  const edits = [{ span: span(isAlone ? lineStart : offset, to), newText: '' }];
  return after !== undefined || before === undefined
    ? edits
    : [{ span: span(before, before + 1), newText: '' }, ...edits];
}

/** The commas next to a stretch, comments aside. */
function commasAround(text: string, start: number, end: number) {
  const scanner = createScanner(text, true);
  let before: number | undefined;
  while (scanner.scan() !== END && scanner.getTokenOffset() < start)
    before = scanner.getToken() === COMMA ? scanner.getTokenOffset() : undefined;
  scanner.setPosition(end);
  return { before, after: scanner.scan() === COMMA ? scanner.getTokenOffset() : undefined };
}

/** Kinds of tokens as the scanner counts them: its enumeration is constant and cannot be imported by name. */
const COMMA = 5;
const END = 17;

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
