import { mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findFiles } from '../../server/src/files/find';
import { LARGEST_IN_FOLDER } from '../../server/src/folder/report-files';
import { nodeFiles } from '../../server/src/files/node-files';
import { temporaryFolder } from '../support/command-line';
import { pathToFileURL } from 'node:url';

const { at, write, pipe } = temporaryFolder();

describe('a folder', () => {
  it('gives its texts in the order of their paths, and says of all else that could be one why it is passed over', async () => {
    write('b.TXT', '');
    write('a/c.md', '');
    write('a/说明.docx', '');
    write('d.nianbao', '');
    write('大.txt', new Uint8Array(LARGEST_IN_FOLDER + 1));
    write('.git/x.txt', '');
    write('.x.txt', '');
    write('.DS_Store', '');
    write('node_modules/x.txt', '');
    pipe('p.txt');
    pipe('p.log');
    symlinkSync('b.TXT', at('l.txt'));
    symlinkSync('/dev/zero', at('z.txt'));
    symlinkSync('/dev/zero', at('z.log'));
    symlinkSync('..', at('a/up'));
    symlinkSync('nowhere', at('n.md'));
    mkdirSync(at(...Array.from({ length: 14 }, () => 'd')), { recursive: true });
    const { files, skipped, unreadable } = await findFiles('.');
    expect(files).toEqual(['a/c.md', 'b.TXT', 'd.nianbao']);
    expect(Object.fromEntries(skipped.map(({ path, reason }) => [path, reason]))).toEqual({
      '.git': 'hidden',
      '.x.txt': 'hidden',
      node_modules: 'hidden',
      '大.txt': 'too-large',
      'p.txt': 'not-regular',
      'z.txt': 'not-regular',
      'n.md': 'link',
      [Array.from({ length: 13 }, () => 'd').join('/')]: 'too-deep',
    });
    expect(unreadable).toEqual([]);
    const told: string[] = [];
    expect(await nodeFiles.list(pathToFileURL('.').href, (line) => told.push(line))).toEqual(
      files.map((file) => pathToFileURL(file).href),
    );
    expect(told).toEqual([
      expect.stringMatching(/未查看：过大 1（.*大\.txt），.*链接 1（.*\(Not looked at: too large 1 \(.*hidden 3 \(/),
    ]);
  });

  it('says which reports are files of other programs, unless a text beside them stands for them', async () => {
    write('送/甲局2024年政府信息公开工作年度报告.docx', '');
    write('送/~$局2024年政府信息公开工作年度报告.docx', '');
    write('送/乙局政府信息公开年报.PDF', '');
    write('送/丙局2024年政府信息公开工作年度报告.txt', '');
    write('送/丙局2024年政府信息公开工作年度报告.docx', '');
    write('送/名单.xlsx', '');
    const { files, skipped } = await findFiles('送');
    expect(files).toEqual(['送/丙局2024年政府信息公开工作年度报告.txt']);
    expect(skipped.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      '送/乙局政府信息公开年报.PDF other-program',
      '送/甲局2024年政府信息公开工作年度报告.docx other-program',
    ]);
  });

  it('is read through links, each file once by its own path before a link, and loops end', async () => {
    write('in/a.txt', '');
    write('in/b/c.txt', '');
    write('out/d.txt', '');
    write('out/e/f.TXT', '');
    write('in/.hidden/g.txt', '');
    symlinkSync('../out', at('in/上年'));
    symlinkSync('../in/b', at('out/back'));
    symlinkSync('../../out', at('out/e/loop'));
    symlinkSync('a.txt', at('in/0.txt'));
    symlinkSync('../in/b', at('in/z'));
    symlinkSync('..', at('in/around'));
    symlinkSync('/', at('in/b/root'));
    symlinkSync('self.txt', at('in/self.txt'));
    const { files, skipped, unreadable } = await findFiles('in');
    expect(files).toEqual(['in/a.txt', 'in/b/c.txt', 'in/上年/d.txt', 'in/上年/e/f.TXT']);
    expect(skipped.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      'in/.hidden hidden',
      'in/around link',
      'in/b/root link',
      'in/self.txt link',
    ]);
    expect(unreadable).toEqual([]);
  });

  it('that cannot be read is told', async () => {
    const { files, unreadable } = await findFiles('nowhere');
    expect([files, unreadable.map(({ path }) => path)]).toEqual([[], ['nowhere']]);
    await expect(nodeFiles.list(pathToFileURL('nowhere').href)).rejects.toThrow('没有这个文件或文件夹');
    expect(await nodeFiles.list('file://elsewhere/x')).toEqual([]);
  });
});
