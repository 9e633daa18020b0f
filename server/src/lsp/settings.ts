import {
  DEFAULT_SETTINGS,
  EDITIONS,
  RULE_SEVERITIES,
  ruleById,
  TEMPLATE_LAYOUTS,
  type AcceptedHeadings,
  type Deadlines,
  type Ignore,
  type InlayMode,
  type Locale,
  type RuleSeverity,
  type Settings,
} from '../core/index';

/** The settings of a resource as the server uses them. */
export interface ServerSettings extends Settings {
  readonly locale: Locale;
  readonly inlayHints: InlayMode;
  /** Whether files have problems though no editor has them open. */
  readonly scope: 'openFiles' | 'workspace';
  /** Whether formatting puts columns below each other. */
  readonly align: boolean;
  /** Widths of a Latin cell that a Chinese character takes on screen. */
  readonly cjkWidth: number;
  /** From the folder's configuration. */
  readonly acceptedHeadings?: AcceptedHeadings | undefined;
  readonly ignores?: readonly Ignore[] | undefined;
  readonly deadlines?: Deadlines | undefined;
}

/**
 * Reads the client's `nianbao` section. A value of the wrong kind is told once to `complain` and replaced by its
 * default.
 */
export function readSettings(
  section: unknown,
  clientLocale: string | undefined,
  complain: (problem: string) => void,
): ServerSettings {
  const given = typeof section === 'object' && section !== null ? (section as Record<string, unknown>) : {};
  const valueOf = (name: string): unknown =>
    name
      .split('.')
      .reduce<unknown>((section, key) => (section as Record<string, unknown> | null | undefined)?.[key], given);
  const oneOf = <T extends string>(name: string, values: readonly T[], otherwise: T): T => {
    const value = valueOf(name);
    if (value === undefined || value === null) return otherwise;
    if (values.includes(value as T)) return value as T;
    complain(`nianbao.${name}: ${JSON.stringify(value)} (${values.join(', ')})`);
    return otherwise;
  };
  return {
    rules: readRules(given['rules'], complain),
    edition: oneOf('edition', ['auto', ...EDITIONS.map(({ id }) => id)], DEFAULT_SETTINGS.edition),
    layout: oneOf('layout', TEMPLATE_LAYOUTS, DEFAULT_SETTINGS.layout),
    inlayHints: oneOf('inlayHints', ['current-row', 'off', 'problems', 'all'], 'current-row'),
    scope: oneOf('diagnostics.scope', ['openFiles', 'workspace'], 'openFiles'),
    align: valueOf('format.align') === true,
    cjkWidth: readWidth(valueOf('cjkWidth'), complain),
    locale: localeOf(oneOf('locale', ['zh-CN', 'en', 'auto'], 'zh-CN'), clientLocale),
  };
}

function readWidth(value: unknown, complain: (problem: string) => void): number {
  if (value === undefined || value === null) return 2;
  if (typeof value === 'number' && value >= 1 && value <= 3) return value;
  complain(`nianbao.cjkWidth: ${JSON.stringify(value)} (1–3)`);
  return 2;
}

/** Findings speak Chinese whatever the editor speaks, unless the user says otherwise. */
export function localeOf(setting: 'zh-CN' | 'en' | 'auto', clientLocale: string | undefined): Locale {
  if (setting !== 'auto') return setting;
  return clientLocale === undefined || /^zh/i.test(clientLocale) ? 'zh-CN' : 'en';
}

function readRules(value: unknown, complain: (problem: string) => void): Readonly<Record<string, RuleSeverity>> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object') {
    complain(`nianbao.rules: ${JSON.stringify(value)}`);
    return {};
  }
  const rules: Record<string, RuleSeverity> = {};
  for (const [id, severity] of Object.entries(value)) {
    if (ruleById(id) !== undefined && RULE_SEVERITIES.includes(severity as RuleSeverity))
      rules[id] = severity as RuleSeverity;
    else complain(`nianbao.rules.${id}: ${JSON.stringify(severity)}`);
  }
  return rules;
}
