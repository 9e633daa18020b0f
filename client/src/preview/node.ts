/**
 * What the page is to show, as plain data. Words of a report are `text` or the value of a few attributes that take
 * words alone: nothing here is ever read as markup, a style or an address.
 */
export interface PageNode {
  readonly tag: string;
  /** Unlike that of its siblings; the same from one state to the next. */
  readonly key: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** A node has text or children. */
  readonly text: string;
  readonly children: readonly PageNode[];
}

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** `true` is an attribute without a value; what is `false` or `undefined` is not there. */
export function node(
  tag: string,
  key: string,
  attributes: Attributes,
  content: string | readonly (PageNode | false)[] = '',
): PageNode {
  const present = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined || value === false ? [] : [[name, value === true ? '' : String(value)] as const],
  );
  return {
    tag,
    key,
    attributes: Object.fromEntries(present),
    text: typeof content === 'string' ? content : '',
    children: typeof content === 'string' ? [] : content.filter((child) => child !== false),
  };
}
