import { expect } from 'vitest';

export interface XmlNode {
  readonly name: string;
  readonly children: XmlNode[];
}

/** The elements of a part that is well-formed; its text is of no concern. */
export function treeOf(xml: string): XmlNode {
  expect(!/\p{Surrogate}/u.test(xml) && !/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(xml)).toBe(true);
  const root: XmlNode = { name: '', children: [] };
  const open = [root];
  const rest = xml
    .replace(/<\?[^]*?\?>/g, '')
    .replace(/<(\/?)([\w:]+)((?:\s[^<>]*?)?)(\/?)>/g, (_, close, name, __, end) => {
      if (close === '/') {
        expect(open.pop()?.name).toBe(name);
        return '';
      }
      const node: XmlNode = { name: String(name), children: [] };
      open.at(-1)!.children.push(node);
      if (end !== '/') open.push(node);
      return '';
    });
  expect([open.length, /[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.exec(rest)?.[0]]).toEqual([
    1,
    undefined,
  ]);
  return root;
}

export const namesIn = ({ name, children }: XmlNode): ReadonlySet<string> =>
  new Set([name, ...children.flatMap((child) => [...namesIn(child)])]);
