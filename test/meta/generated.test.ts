import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

it('finds every generated file up to date', () => {
  const script = path.join(import.meta.dirname, '../../scripts/generate.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  // It reads tens of thousands of sentences.
}, 120_000);
