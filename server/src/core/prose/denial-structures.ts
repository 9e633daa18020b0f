import type { Template } from './template';

/** A way to say that there was none of something, or that nothing of it is open. */
export interface DenialStructure {
  readonly of: 'requests' | 'reviews' | 'open-requests' | 'open-reviews';
  readonly words: Template;
}

/** Reviews, lawsuits, or both, joined. */
const REVIEWS: Template = '{review}{case*}(?:{or*}{cause*}{review}{case*})?(?:{or*}{cause*}{complaint}{case*})?';

export const DENIALS: readonly DenialStructure[] = [
  { of: 'reviews', words: `{deny}{denied*}{cause*}${REVIEWS}{whatsoever*}>` },
  { of: 'reviews', words: `${REVIEWS}{all*}{isNone}>` },
  { of: 'reviews', words: '零{review}>' },
  { of: 'requests', words: '{deny}{none*}{asking*}申请{askedFor*}>' },
  { of: 'requests', words: '{requestsNamed}{all*}{isNone}>' },
  { of: 'requests', words: '零申请>' },
  { of: 'open-requests', words: '{everything}{hasBeen?}{inTime*}{settled}' },
  { of: 'open-requests', words: '{everything}{hasBeen?}{byRule*}{answered}' },
  { of: 'open-reviews', words: '{everything}{hasBeen?}{inTime*}{concluded}' },
];
