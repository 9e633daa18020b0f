import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isReportName, isReportPath, REPORT_GLOB } from '../../server/src/folder/report-files';
import { wantedBy } from '../../server/src/files/glob';

const NAMES = ['a.txt', 'A.TXT', 'b.Md', 'c.nianbao', '年报.NianBao'];
const OTHERS = ['a.docx', 'txt', 'a.txt.bak', 'a.mdx', 'nianbao.config.json'];

describe('files that may hold reports', () => {
  it('are told by their names, in any case', () => {
    expect([...NAMES, ...OTHERS].filter(isReportName)).toEqual(NAMES);
  });

  it('lie in no hidden folder', () => {
    expect(
      ['a/b.txt', '.a/b.txt', 'a/.b.txt', 'node_modules/b.txt', 'a/node_modules.txt'].filter(isReportPath),
    ).toEqual(['a/b.txt', 'a/node_modules.txt']);
  });

  it('are the same to those who take globs', () => {
    const wanted = wantedBy(REPORT_GLOB.split('/'));
    expect([...NAMES, ...OTHERS].filter((name) => wanted.file(['x', name]))).toEqual(NAMES);
  });

  it('are those of the language in the manifest', () => {
    const manifest = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8')) as {
      contributes: { languages: { extensions: string[]; filenamePatterns: string[] }[] };
    };
    for (const { extensions, filenamePatterns } of manifest.contributes.languages)
      for (const name of [...extensions, ...filenamePatterns])
        expect(isReportName(name.replaceAll('*', 'x')), name).toBe(true);
  });
});
