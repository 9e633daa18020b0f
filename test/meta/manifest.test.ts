import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { TOKEN_TYPES } from '../../server/src/core/index';
import { FIRST_LINE } from '../../server/src/core/features/recognise';
import { readSettings } from '../../server/src/lsp/settings';

interface Manifest {
  readonly contributes: {
    readonly languages: readonly { readonly firstLine: string }[];
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly when?: string }[]>>;
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly default: unknown; readonly enum?: readonly string[] }>>;
    };
    readonly keybindings: readonly { readonly command: string; readonly when: string }[];
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly semanticTokenScopes: readonly {
      readonly language: string;
      readonly scopes: Readonly<Record<string, readonly string[]>>;
    }[];
  };
}

const root = path.resolve(import.meta.dirname, '../..');
const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;

describe('the manifest', () => {
  it('describes the kinds of token that the server tells, and gives each a colour in themes that do not know it', () => {
    expect(contributes.semanticTokenTypes.map(({ id }) => id)).toEqual([...TOKEN_TYPES]);
    const [{ language, scopes }] = contributes.semanticTokenScopes as [
      Manifest['contributes']['semanticTokenScopes'][number],
    ];
    expect(language).toBe('nianbao');
    expect(Object.keys(scopes)).toEqual([...TOKEN_TYPES]);
    for (const fallbacks of Object.values(scopes)) expect(fallbacks).not.toEqual([]);
  });

  it('allows the values of settings that the server takes, and has its defaults', () => {
    const defaults = readSettings({}, undefined, () => undefined);
    for (const name of ['inlayHints', 'layout', 'edition', 'locale'] as const) {
      const { enum: allowed, default: usual } = contributes.configuration.properties[`nianbao.${name}`]!;
      expect(usual, name).toBe(defaults[name]);
      const complaints: string[] = [];
      for (const value of allowed!) readSettings({ [name]: value }, undefined, (problem) => complaints.push(problem));
      expect(complaints).toEqual([]);
    }
  });

  it('keeps its keys out of whatever else takes them', () => {
    const everywhere = [
      'editorTextFocus',
      'editorLangId == nianbao',
      'nianbao.inTable',
      '!editorReadonly',
      '!editorHasMultipleSelections',
      '!isComposing',
      '!inSnippetMode',
      '!suggestWidgetVisible',
      '!renameInputVisible',
      "(!vim.active || vim.mode == 'Insert')",
    ];
    const ghostText = [
      '!inlineSuggestionVisible',
      '!inlineEditIsVisible',
      '!tabShouldAcceptInlineEdit',
      '!tabShouldJumpToInlineEdit',
    ];
    const ofTables = contributes.keybindings.filter(({ command }) => /Cell|Row/.test(command));
    expect(ofTables.length).toBe(3);
    for (const { command, when } of ofTables) {
      const conditions = when.split(' && ');
      expect(conditions, command).toEqual(expect.arrayContaining(everywhere));
      // Enter does not accept ghost text: it would add a line beside it.
      const isEnter = command === 'nianbao.nextRow';
      for (const condition of ghostText) expect(conditions.includes(condition), command).toBe(!isEnter);
      expect(conditions).toContain(`config.nianbao.tableKeys ${isEnter ? '== tabAndEnter' : '!= off'}`);
    }
    expect(contributes.configuration.properties['nianbao.tableKeys']).toMatchObject({
      default: 'tabAndEnter',
      enum: ['tabAndEnter', 'tab', 'off'],
    });
  });

  it('knows an unnamed report by the first line that recognition knows it by', () => {
    expect(contributes.languages.map(({ firstLine }) => firstLine)).toEqual([FIRST_LINE.source]);
  });

  it('lists in its menus commands that it has', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const listed = Object.values(contributes.menus).flatMap((items) => items.flatMap(({ command }) => command ?? []));
    expect(listed.filter((command) => !known.has(command))).toEqual([]);
  });

  it('lists commands that the client has', () => {
    const index = readFileSync(path.join(root, 'client/src/common/commands/index.ts'), 'utf8');
    const table = /COMMANDS[^{]*\{([^]*?)^\};/m.exec(index)![1]!;
    const registered = [...table.matchAll(/^ {2}(\w+)[,:]/gm)].map(([, name]) => `nianbao.${name!}`);
    expect(
      contributes.commands.map(({ command }) => command).filter((command) => !registered.includes(command)),
    ).toEqual([]);
  });
});
