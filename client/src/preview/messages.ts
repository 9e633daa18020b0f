/** What the preview's page and the extension say to each other. Types only. */
import type { Preview, PreviewPlace, SetCellsParams } from '../../../server/src/lsp/protocol';

/** The page's own words, in the editor's language. */
export interface PageWords {
  readonly findings: string;
  readonly goToSource: string;
  readonly line: string;
  readonly repair: string;
  readonly lastYear: string;
  readonly lastYearOf: string;
  readonly noLastYear: string;
}

export type CellPlace = Pick<SetCellsParams, 'report' | 'table' | 'row' | 'column'>;

export type ToPage =
  | {
      readonly kind: 'shown';
      readonly uri: string;
      readonly preview: Preview;
      readonly wantsLastYear: boolean;
      /** Why values cannot be typed; empty where they can. */
      readonly readOnly: string;
      /** Where the caret of the text stands, as below: told apart, it would have the page drawn twice with each key. */
      readonly caret?: number;
    }
  /** Nothing can be shown, for that reason. */
  | { readonly kind: 'unavailable'; readonly reason: string }
  /** Where the caret of the text stands, counted from the document's start, and what is at the top of its editor. */
  | { readonly kind: 'caret'; readonly offset: number }
  | { readonly kind: 'top'; readonly offset: number }
  /** What became of a value that was typed; empty where it stands in the text. */
  | { readonly kind: 'told'; readonly cell: CellPlace; readonly refusal: string };

export type FromPage =
  | { readonly kind: 'ready' }
  /** The caret goes there, the focus stays here. */
  | { readonly kind: 'select'; readonly at: PreviewPlace }
  /** The same with the focus. */
  | { readonly kind: 'go'; readonly at: PreviewPlace }
  | { readonly kind: 'repair'; readonly at: PreviewPlace }
  | { readonly kind: 'set'; readonly cell: CellPlace; readonly text: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'top'; readonly offset: number }
  | { readonly kind: 'lastYear'; readonly wanted: boolean };

/** What survives a reload of the window. */
export interface KeptState {
  readonly uri: string;
  readonly line: number;
  readonly wantsLastYear: boolean;
  readonly scroll: number;
}
