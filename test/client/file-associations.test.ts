import { describe, expect, it } from 'vitest';
import { isAssociated } from '../../client/src/common/recognition/file-associations';

const path = '/家/工作/Report[1] 2024.TXT';

describe('files.associations', () => {
  it.each([
    '*.txt',
    'report*.txt',
    '**/*.txt',
    '**/工作/*.txt',
    '/家/**',
    '/家/工作/report[[]1] 2024.txt',
    '*.{md,txt}',
    'report?1? 20[0-9][0-9].txt',
    'report[!a]1*',
    'Report[[]1] 2024.TXT',
  ])('names the file by %s', (pattern) => {
    expect(isAssociated({ [pattern]: 'plaintext' }, path)).toBe(true);
  });

  it.each(['*.md', 'txt', '*.txt.bak', '工作/*.txt', '/家/*.txt', '*.{md,log}', 'report[!\\[]1*', 'report', '{'])(
    'does not name the file by %s',
    (pattern) => {
      expect(isAssociated({ [pattern]: 'plaintext' }, path)).toBe(false);
    },
  );

  it('names it by any of several patterns', () => {
    expect(isAssociated({ '*.md': 'markdown', '*.txt': 'plaintext' }, path)).toBe(true);
    expect(isAssociated({}, path)).toBe(false);
  });
});
