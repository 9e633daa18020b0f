// @ts-check
import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The editor's own module is there in the editor alone.
  resolve: { alias: { vscode: path.join(import.meta.dirname, 'test/support/vscode.ts') } },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/host/**', 'test/editor/**', 'test/window/**'],
    testTimeout: 20_000,
  },
});
