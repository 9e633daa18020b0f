import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

interface TextMateRule {
  readonly scope: string | readonly string[];
  readonly settings: { readonly foreground?: string; readonly fontStyle?: string };
}
interface Customizations {
  readonly textMateRules: readonly TextMateRule[];
}

const root = path.resolve(import.meta.dirname, '../..');
const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  readonly contributes: {
    readonly configurationDefaults: { readonly 'editor.tokenColorCustomizations': Customizations };
    readonly semanticTokenScopes: readonly { readonly scopes: Readonly<Record<string, readonly string[]>> }[];
  };
};
const customizations = contributes.configurationDefaults['editor.tokenColorCustomizations'];
const [{ scopes }] = contributes.semanticTokenScopes as readonly [
  { readonly scopes: Readonly<Record<string, readonly string[]>> },
];

/** The editor's own themes: background, and the colour of `constant.numeric`. */
const THEMES = [
  ['Default Light Modern', '#ffffff', '#098658'],
  ['Light 2026', '#ffffff', '#098658'],
  ['Default Dark Modern', '#1f1f1f', '#b5cea8'],
  ['Dark 2026', '#121314', '#b5cea8'],
  ['Default High Contrast', '#000000', '#b5cea8'],
  ['Default High Contrast Light', '#ffffff', '#096d48'],
] as const;

/** What the customizations make of a scope in a theme: the editor takes the last one whose name fits. */
function colourIn(theme: string, scope: string): string | undefined {
  const fits = (key: string): boolean => new RegExp(`^${key.slice(1, -1).replaceAll('*', '.*')}$`).test(theme);
  return Object.entries(customizations)
    .filter(([key]) => key.startsWith('[') && fits(key))
    .flatMap(([, customized]) => (customized as unknown as Customizations).textMateRules)
    .findLast((rule) => rule.scope.includes(scope))?.settings.foreground;
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe.each(THEMES)('in %s', (theme, background, value) => {
  it.each(['constant.language.zero.nianbao', 'constant.language.dash.nianbao'])('%s is paler than a value', (scope) => {
    const zero = colourIn(theme, scope)!;
    expect(contrast(zero, background)).toBeLessThan(contrast(value, background));
    expect(contrast(zero, background)).toBeGreaterThan(theme.includes('High Contrast') ? 4.5 : 3);
  });
});

describe('colours', () => {
  it('of values are the same before and after the server has told what they are', () => {
    const grammar = readFileSync(path.join(root, 'syntaxes/nianbao.tmLanguage.json'), 'utf8');
    for (const type of ['nianbaoZero', 'nianbaoValue', 'nianbaoLabel'])
      expect(grammar).toContain(`"${scopes[type]![0]}"`);
  });

  it('of totals are bold', () => {
    const bold = customizations.textMateRules.filter(({ settings }) => settings.fontStyle === 'bold');
    expect(bold.map(({ scope }) => scope)).toContain(scopes['nianbaoTotal']![0]);
  });
});
