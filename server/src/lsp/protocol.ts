/** What this server and its own client say to each other beyond the Language Server Protocol. Types and names only. */

export interface InitializationOptions {
  /** Where the rule pages lie: the URI of a folder of `<rule id>.md`. Without it diagnostics link to the pages beside the server. */
  readonly ruleDocs?: string;
}

export const StatusRequest = 'nianbao/status';
export interface StatusParams {
  readonly uri: string;
}
/** What was understood of a document; one entry for each report in it. `null` for a document that is not open. */
export interface StatusResult {
  readonly recognised: boolean;
  readonly reports: readonly ReportStatus[];
}
export interface ReportStatus {
  readonly body: string | null;
  readonly year: number | null;
  readonly edition: '2019' | '2021';
  readonly layout: string;
  /** Rows of the form that were read whole, out of those that the edition has. */
  readonly rowsRead: number;
  readonly rowsOfForm: number;
}

export const TemplateRequest = 'nianbao/template';
export interface TemplateParams {
  readonly body?: string;
  readonly year?: number;
  readonly layout?: 'cells' | 'tsv' | 'markdown';
  /** In snippet syntax, with tab stops; otherwise plain text. */
  readonly snippet: boolean;
}
export interface TemplateResult {
  readonly text: string;
}

export const MissingSectionsRequest = 'nianbao/missingSections';
export const FixAllRequest = 'nianbao/fixAll';
export interface EditParams {
  readonly uri: string;
}
/** Edits for the document's present version; none where nothing has to be done. */
export interface EditResult {
  readonly version: number;
  readonly edits: readonly { readonly range: ProtocolRange; readonly newText: string }[];
}
export interface ProtocolRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export const ConvertRequest = 'nianbao/convert';
export interface ConvertParams {
  readonly uri: string;
  readonly layout: 'cells' | 'tsv' | 'markdown' | 'aligned';
}
/** Besides the edits: why tables were left as they are, in the language of the findings. */
export interface ConvertResult extends EditResult {
  readonly refused: readonly string[];
}
