import type {
  ArrivalsOfList,
  FindingOverview,
  LapsedOfConfig,
  LapsedOverview,
  SetAsideOverview,
} from '../../../../server/src/lsp/protocol';
import type { Group, GroupedReport } from './arrange';
import type { ListedReport } from './overview';

/** What the view’s tree consists of. */
export type Node =
  | { readonly kind: 'group'; readonly group: Group }
  | { readonly kind: 'report'; readonly grouped: GroupedReport; readonly group: Group }
  | { readonly kind: 'finding'; readonly finding: FindingOverview; readonly grouped: GroupedReport }
  | {
      readonly kind: 'all-set-aside';
      readonly all: readonly SetAsideNode[];
      readonly lapsed: readonly LapsedOfConfig[];
    }
  | SetAsideNode
  | { readonly kind: 'all-lapsed'; readonly lapsed: readonly LapsedOfConfig[] }
  | { readonly kind: 'lapsed'; readonly config: string; readonly entry: LapsedOverview }
  | { readonly kind: 'bodies'; readonly list: ArrivalsOfList }
  | { readonly kind: 'arrivals'; readonly which: Arrival; readonly list: ArrivalsOfList }
  | {
      readonly kind: 'body';
      readonly key: string;
      readonly body: string;
      readonly as?: string;
      readonly file?: string;
    };

export interface SetAsideNode {
  readonly kind: 'set-aside';
  readonly one: SetAsideOverview;
  readonly listed: ListedReport;
}

/** How a body of the list, or one beside it, reported. */
export const ARRIVALS = ['missing', 'doubled', 'renamed', 'unexpected', 'listedTwice'] as const;
export type Arrival = (typeof ARRIVALS)[number];

export const isNode = <Kind extends Node['kind']>(
  argument: unknown,
  kind: Kind,
): argument is Extract<Node, { readonly kind: Kind }> =>
  typeof argument === 'object' && argument !== null && (argument as Partial<Node>).kind === kind;
