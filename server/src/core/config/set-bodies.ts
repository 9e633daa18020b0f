import { modify } from 'jsonc-parser';
import { applyEdits, span, type TextEdit } from '../text/span';
import { parseConfig } from './config';
import { parseJson } from './json';

/**
 * The edits that write the bodies that should report into a configuration, in the place of those that were there;
 * comments and layout of the rest stay. `undefined` where the text is no configuration that can be changed.
 */
export function setBodies(text: string, bodies: readonly string[]): readonly TextEdit[] | undefined {
  const isEmpty = text.trim() === '';
  const root = isEmpty ? undefined : parseJson(text);
  if (root !== undefined && ('message' in root || root.type !== 'object')) return undefined;
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: text.includes('\r\n') ? '\r\n' : '\n' };
  const edits = isEmpty
    ? [{ span: span(0, text.length), newText: `${JSON.stringify({ bodies }, undefined, 2)}\n` }]
    : modify(text, ['bodies'], bodies, { formattingOptions }).map(({ offset, length, content }) => ({
        span: span(offset, offset + length),
        newText: content,
      }));
  const { config } = parseConfig(applyEdits(text, edits));
  return JSON.stringify(config.bodies) === JSON.stringify(bodies) ? edits : undefined;
}
