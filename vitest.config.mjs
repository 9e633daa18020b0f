// @ts-check
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/host/**', 'test/editor/**', 'test/window/**'],
    testTimeout: 20_000,
  },
});
