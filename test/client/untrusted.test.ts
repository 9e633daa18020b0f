import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const client = path.resolve(import.meta.dirname, '../../client/src');

it('the client trusts no Markdown: the server’s speaks of texts that others wrote', () => {
  for (const file of readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')))
    expect(readFileSync(path.join(client, file), 'utf8'), file).not.toMatch(/isTrusted|supportHtml|supportThemeIcons/);
});
