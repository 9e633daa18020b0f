import { readFileSync } from 'node:fs';
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
