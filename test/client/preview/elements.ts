import { node, type PageNode } from '../../../client/src/preview/node';
import { type PageElement, Patcher } from '../../../client/src/preview/patch';

/** As much of a page as patching needs; counts what is done to it. */
export class FakeElement implements PageElement<FakeElement> {
  static changes = 0;
  readonly attributes = new Map<string, string>();
  children: FakeElement[] = [];
  parent: FakeElement | undefined;
  private words = '';

  constructor(readonly tag: string) {}

  get textContent(): string {
    return this.words + this.children.map((child) => child.textContent).join('');
  }

  set textContent(words: string) {
    FakeElement.changes++;
    this.children = [];
    this.words = words;
  }

  setAttribute(name: string, value: string): void {
    FakeElement.changes++;
    this.attributes.set(name, value);
  }

  removeAttribute(name: string): void {
    FakeElement.changes++;
    this.attributes.delete(name);
  }

  insertBefore(child: FakeElement, before: FakeElement | null): void {
    FakeElement.changes++;
    child.detach();
    const at = before === null ? this.children.length : this.children.indexOf(before);
    if (at < 0) throw new Error('no such child');
    this.children.splice(at, 0, child);
    child.parent = this;
  }

  remove(): void {
    FakeElement.changes++;
    this.detach();
  }

  private detach(): void {
    if (this.parent !== undefined) this.parent.children = this.parent.children.filter((other) => other !== this);
    this.parent = undefined;
  }

  /** What it shows, as data again. */
  snapshot(): unknown {
    const own = this.children.length === 0 ? this.words : this.children.map((child) => child.snapshot());
    return [this.tag, Object.fromEntries([...this.attributes].sort()), own];
  }
}

export const newPatcher = (): Patcher<FakeElement> => new Patcher((tag) => new FakeElement(tag));

/** The same of nodes. */
export const snapshotOf = ({ tag, attributes, text, children }: PageNode): unknown => [
  tag,
  Object.fromEntries(Object.entries(attributes).sort()),
  children.length === 0 ? text : children.map(snapshotOf),
];

export const list = (...keys: readonly string[]): PageNode =>
  node(
    'ul',
    'list',
    {},
    keys.map((key) => node('li', key, {}, key)),
  );
