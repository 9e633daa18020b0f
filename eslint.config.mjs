// @ts-check
import tseslint from 'typescript-eslint';

/** Each layer may import only what lies below it; the pure core imports nothing from outside. */
/** @returns {import('typescript-eslint').ConfigWithExtends} */
const fence = (files, patterns) => ({ files, rules: { 'no-restricted-imports': ['error', { patterns }] } });

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'test/host/node_modules/'] },
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
      // The formatter holds the length of code.
      'max-len': ['error', { code: 10_000, comments: 120 }],
    },
  },
  {
    // What nobody waits for fails unseen, or ends its process.
    languageOptions: { parserOptions: { projectService: true } },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
  {
    files: ['server/src/lsp/**'],
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: false }],
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
  { files: ['**/*.mjs'], rules: { 'no-console': 'off' } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['server/src/cli/**', 'test/**'], rules: { 'no-console': 'off' } },
  fence(
    ['server/src/core/**'],
    [
      {
        group: ['vscode*', 'node:*', '**/lsp/**', '**/cli/**', '**/node/**', '**/browser/**', '**/client/**'],
        message: 'The core is pure.',
      },
    ],
  ),
  fence(
    ['server/src/folder/**'],
    [
      {
        group: ['vscode*', 'node:*', '**/lsp/**', '**/cli/**', '**/files/**', '**/core/*/**'],
        message: 'A folder knows the core by its face and no host.',
      },
    ],
  ),
  fence(
    ['server/src/library/**'],
    [
      {
        group: ['vscode*', 'node:*', '**/lsp/**', '**/cli/**', '**/files/**', '**/folder/**', '**/core/*/**'],
        message: 'The library knows the core by its face and no host.',
      },
    ],
  ),
  fence(
    ['server/src/lsp/**'],
    [
      {
        group: ['vscode', 'vscode-languageclient*', 'node:*', '**/cli/**', '**/core/*/**'],
        message: 'The adapter knows the core by its face and no host.',
      },
    ],
  ),
  fence(
    ['client/src/**'],
    [
      {
        group: ['vscode-languageserver', 'vscode-languageserver/*', '**/server/src/cli/**'],
        message: 'The client talks to the server by messages.',
      },
    ],
  ),
);
