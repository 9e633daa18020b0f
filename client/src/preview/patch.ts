import type { PageNode } from './node';

/** What is needed of an element of a page; elements of a browser are such. */
export interface PageElement<Self> {
  textContent: string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  insertBefore(child: Self, before: Self | null): unknown;
  remove(): void;
}

/** Makes elements what the nodes say, and remembers which is which. */
export class Patcher<Element extends PageElement<Element>> {
  private readonly elements = new WeakMap<PageNode, Element>();

  constructor(private readonly create: (tag: string) => Element) {}

  /** The element of a node that is shown now. */
  elementOf(node: PageNode): Element | undefined {
    return this.elements.get(node);
  }

  /** The element that shows `node`, new. */
  make(node: PageNode): Element {
    const element = this.create(node.tag);
    this.elements.set(node, element);
    for (const [name, value] of Object.entries(node.attributes)) element.setAttribute(name, value);
    if (node.text !== '') element.textContent = node.text;
    for (const child of node.children) element.insertBefore(this.make(child), null);
    return element;
  }

  /**
   * Changes the element of `before` to show `after`, and touches only what differs: elements whose keys stay are kept,
   * with their focus, selection and scrolling.
   */
  patch(element: Element, before: PageNode, after: PageNode): void {
    this.elements.set(after, element);
    for (const name of Object.keys(before.attributes)) if (!(name in after.attributes)) element.removeAttribute(name);
    for (const [name, value] of Object.entries(after.attributes))
      if (before.attributes[name] !== value) element.setAttribute(name, value);
    if (before.children.length === 0 && after.children.length === 0) {
      if (before.text !== after.text) element.textContent = after.text;
      return;
    }
    if (before.text !== '') element.textContent = '';
    this.patchChildren(element, before.children, after.children);
    if (after.text !== '') element.textContent = after.text;
  }

  private patchChildren(parent: Element, before: readonly PageNode[], after: readonly PageNode[]): void {
    // With nearly every key all of them stay.
    const same = after.findIndex((child, i) => child.key !== before[i]?.key || child.tag !== before[i].tag);
    const stay = same < 0 ? after.length : same;
    for (let i = 0; i < stay; i++) this.patch(this.elements.get(before[i]!)!, before[i]!, after[i]!);
    if (stay < before.length || stay < after.length) this.reorder(parent, before.slice(stay), after.slice(stay));
  }

  private reorder(parent: Element, before: readonly PageNode[], after: readonly PageNode[]): void {
    const wanted = new Map(after.map((child) => [child.key, child]));
    const stays = before.filter((child) => wanted.get(child.key)?.tag === child.tag);
    // What goes, goes first: what stays in order is then never moved, and keeps its focus.
    for (const child of before) if (!stays.includes(child)) this.elements.get(child)!.remove();
    const known = new Map(stays.map((child) => [child.key, child]));
    const queue = [...stays];
    for (const child of after) {
      const old = known.get(child.key);
      if (old === undefined) {
        parent.insertBefore(this.make(child), this.first(queue));
        continue;
      }
      const element = this.elements.get(old)!;
      if (queue[0] === old) queue.shift();
      else {
        queue.splice(queue.indexOf(old), 1);
        parent.insertBefore(element, this.first(queue));
      }
      this.patch(element, old, child);
    }
  }

  private first([node]: readonly PageNode[]): Element | null {
    return node === undefined ? null : this.elements.get(node)!;
  }
}
