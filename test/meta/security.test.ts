import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const docs = path.resolve(import.meta.dirname, '../../docs');

const tests = [
  ...readFileSync(path.join(docs, 'security.md'), 'utf8').matchAll(/\[([^\]]+)\]\((\.\.\/test\/[^)]+)\)/g),
];

it('names tests', () => {
  expect(tests.length).toBeGreaterThan(10);
});

it.each(tests.map(([, name, file]) => [name!, file!]))('has the test “%s” in %s', (name, file) => {
  expect(readFileSync(path.join(docs, file), 'utf8')).toContain(name);
});

const root = path.resolve(import.meta.dirname, '../..');
const ASKS =
  /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\s*\(|['"](?:node:)?(?:https?|net|tls|dgram|dns)['"]/;

it.each(['client/src', 'server/src'])('has no code of ours that asks the network for anything: %s', (folder) => {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.ts')))
    expect(readFileSync(path.join(root, folder, file), 'utf8'), file).not.toMatch(ASKS);
});
