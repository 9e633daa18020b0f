import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { node, type PageNode } from '../../../client/src/preview/node';
import { FakeElement, list, newPatcher, snapshotOf } from './elements';

/** What patching from one state to the next does, and how many changes it takes. */
function patched(before: PageNode, after: PageNode): { readonly element: FakeElement; readonly changes: number } {
  const patcher = newPatcher();
  const element = patcher.make(before);
  FakeElement.changes = 0;
  patcher.patch(element, before, after);
  return { element, changes: FakeElement.changes };
}

const tree: fc.Arbitrary<PageNode> = fc.letrec<{ node: PageNode }>((tie) => ({
  node: fc
    .record({
      tag: fc.constantFrom('p', 'td', 'th'),
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      attributes: fc.dictionary(fc.constantFrom('class', 'title'), fc.constantFrom('x', 'y')),
      content: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('', '0', '12'),
        fc.uniqueArray(tie('node'), { maxLength: 5, selector: ({ key }) => key }),
      ),
    })
    .map(({ tag, key, attributes, content }) => node(tag, key, attributes, content)),
})).node;

describe('patching', () => {
  it('makes of every page every other one', () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 2, maxLength: 5 }), (states) => {
        const patcher = newPatcher();
        let [shown] = states.map((state) => node('main', 'page', {}, [state])) as [PageNode];
        const element = patcher.make(shown);
        for (const state of states) {
          const next = node('main', 'page', {}, [state]);
          patcher.patch(element, shown, next);
          shown = next;
          expect(element.snapshot()).toEqual(snapshotOf(next));
        }
      }),
    );
  });

  it('does nothing where nothing differs', () => {
    expect(patched(list('a', 'b'), list('a', 'b')).changes).toBe(0);
  });

  it('touches one thing where one differs', () => {
    const row = (value: string): PageNode =>
      node('tr', 'r', {}, [node('td', '1', {}, '0'), node('td', '2', {}, value)]);
    expect(patched(row('1'), row('12')).changes).toBe(1);
  });

  it.each([
    ['is added in front', ['a', 'b', 'c'], ['x', 'a', 'b', 'c'], 2],
    ['is added between', ['a', 'b', 'c'], ['a', 'x', 'b', 'c'], 2],
    ['goes', ['a', 'b', 'c'], ['b', 'c'], 1],
    ['is moved', ['a', 'b', 'c'], ['b', 'c', 'a'], 2],
  ])('keeps the others where one %s', (_, before, after, most) => {
    const patcher = newPatcher();
    const [old, next] = [list(...before), list(...after)];
    const element = patcher.make(old);
    const kept = new Map(element.children.map((child) => [child.textContent, child]));
    FakeElement.changes = 0;
    patcher.patch(element, old, next);
    expect(element.children.map(({ textContent }) => textContent)).toEqual(after);
    for (const child of element.children)
      if (kept.has(child.textContent)) expect(child).toBe(kept.get(child.textContent));
    expect(FakeElement.changes).toBeLessThanOrEqual(most);
  });
});
