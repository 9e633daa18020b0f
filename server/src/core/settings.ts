import type { EditionId } from './formats/notices';
import type { TemplateLayout } from './formats/layouts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type RuleSeverity = Severity | 'off';

/** What a user can set about checking; every host fills it from its own source. */
export interface Settings {
  /** Severities that differ from the rules' own, by rule id. */
  readonly rules: Readonly<Record<string, RuleSeverity>>;
  /** The edition a report should be on; `auto` goes by its year. */
  readonly edition: 'auto' | EditionId;
  /** The layout in which tables are inserted where the report has none of its own. */
  readonly layout: TemplateLayout;
}

export const DEFAULT_SETTINGS: Settings = { rules: {}, edition: 'auto', layout: 'cells' };

export const RULE_SEVERITIES: readonly RuleSeverity[] = ['off', 'hint', 'information', 'warning', 'error'];
