import type { DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

/** The raised number that leads to a footnote. */
export const isNoteMark = (element: Element): boolean =>
  element.tagName === 'sup' &&
  element.childNodes.some((child) => 'tagName' in child && NOTE_MARK.test(attribute(child, 'id') ?? ''));
const NOTE_MARK = /^(?:foot|end)note-ref-\d/;

/** What a browser does not show, and what an exported page shows besides the report. */
export const isHidden = (element: Element): boolean =>
  UNSEEN.has(element.tagName) ||
  attribute(element, 'hidden') !== undefined ||
  attribute(element, 'data-added') !== undefined ||
  /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attribute(element, 'style') ?? '');

const UNSEEN = new Set([
  'script',
  'style',
  'head',
  'template',
  'noscript',
  'title',
  'select',
  'textarea',
  'svg',
  'iframe',
]);
