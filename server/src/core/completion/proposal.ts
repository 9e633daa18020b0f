import type { Words } from '../formats/types';
import type { Span } from '../text/span';

/** Something that may be written at the caret. */
export interface Proposal {
  readonly kind: 'template' | 'section' | 'row' | 'label' | 'title' | 'period' | 'figure' | 'phrase';
  readonly label: Words;
  /** A few words beside the label: what it is, or where it comes from. */
  readonly detail: Words;
  /** What the typed beginning is compared with. */
  readonly matches: readonly string[];
  /** What is replaced: from the typed beginning to the caret, on one line. */
  readonly span: Span;
  /** In the report's own line ends; what is left to the writer is a slot. */
  readonly text: string;
  /** The same in snippet syntax, where it has more stops than its slots. */
  readonly snippet?: string;
  /** What it is and where that is written down: paragraphs of Markdown, put together when somebody asks. */
  readonly about: () => readonly Words[];
}

/** Words that are their own label. */
export const wordsProposed = (
  kind: Proposal['kind'],
  words: string,
  detail: Words,
  span: Span,
  about: Proposal['about'],
  matches: readonly string[] = [words],
): Proposal => ({ kind, label: same(words), detail, matches, span, text: words, about });

/** Words of the report itself, which are the same whoever reads them. */
export const same = (words: string): Words => ({ zh: words, en: words });
