import { span, type Span } from '../text/span';

/** Places of a template that have not been filled in. Letters within web and mail addresses are none. */
export const placeholdersIn = (text: string): readonly Span[] =>
  HINT.test(text)
    ? Array.from(text.matchAll(PLACEHOLDER), ({ 0: printed, index }) => span(index, index + printed.length))
    : [];

const HINT = /[×X_＿〔$]/;
const PLACEHOLDER =
  /×{2,}|(?<![A-Za-z0-9./@_×-])[×X](?=[年月日])|(?<![A-Za-z0-9./@_-])X{2,}(?![A-Za-z0-9./@_-])|(?<![A-Za-z0-9./@_-])_{2,}(?![A-Za-z0-9./@_-])|＿{2,}|〔填写[^〔〕\r\n]{0,40}〕|\$\{\d+(?::[^}\r\n]{0,40})?\}/g;

/** Slots of the template that nobody has filled in. */
export const hasSlots = (text: string): boolean => SLOT.test(text);

const SLOT = /〔填写[^〔〕\r\n]{0,40}〕/;
