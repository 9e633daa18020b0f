// @ts-check
// The tests that mutants of the core have to pass: none that starts a process, reads published reports or runs for
// long. Modules are loaded once for all of them, and the quickest come first, since the first that fails is enough.
import path from 'node:path';
import process from 'node:process';
import { BaseSequencer } from 'vitest/node';
import { defineConfig } from 'vitest/config';

// Which tests: scripts/mutation.mjs says so.
const WANTED = process.env.NIANBAO_MUTATION_TESTS?.split(' ');
const LEFT_OUT = [
  // They want modules, another process or the working folder for themselves.
  'collection/shared-prose',
  'folder/first-look',
  'lsp/configurations',
  'lsp/failures',
  'lsp/folders',
  'lsp/process',
  'lsp/storms',
  'formats/further-editions',
  ...['any-text', 'cells', 'confirmed', 'edits', 'ragged', 'reuse', 'rewrites', 'session'].map(
    (name) => `property/${name}`,
  ),
];
const LAST = /\/(?:property|rules|sums\/(?:targets|diagnosis))\b/;

class QuickFirst extends BaseSequencer {
  /** @override @param {import('vitest/node').TestSpecification[]} files */
  async sort(files) {
    const rank = ({ moduleId }) => Number(LAST.test(moduleId)) + Number(moduleId.includes('/rules/all'));
    return files.toSorted((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId));
  }
}

export default defineConfig({
  // The editor's own module is there in the editor alone.
  resolve: { alias: { vscode: path.join(import.meta.dirname, '../../test/support/vscode.ts') } },
  test: {
    include: WANTED ?? [],
    exclude: LEFT_OUT.map((name) => `test/${name}.test.ts`),
    testTimeout: 20_000,
    isolate: false,
    env: { NIANBAO_QUICK: '1' },
    sequence: { sequencer: QuickFirst },
  },
});
