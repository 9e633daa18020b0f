import { bodiesInBlocks, bodiesInText, type Words } from '../core/index';
import type { Files, Imported } from './files';

/** The bodies that a file lists, or why nobody knows them. */
export type ListedBodies = { readonly names: readonly string[] } | { readonly problem: Words };

/** The bodies of a list in a text or in a file of another program. Never rejects; what went wrong is told. */
export async function listedBodies(
  files: Pick<Files, 'read' | 'imported'>,
  uri: string,
  tell: (error: unknown) => void,
): Promise<ListedBodies> {
  try {
    // What cannot be read as a text is most often a workbook; if it is none either, that is said.
    const text = await files.read(uri).catch(() => ARCHIVE);
    if (text === undefined) return { problem: PROBLEMS.missing };
    return isText(text) ? orNone(bodiesInText(text)) : bodiesImported(await files.imported?.(uri));
  } catch (error) {
    tell(error);
    return { problem: PROBLEMS.unreadable };
  }
}

/** The bodies in a file of another program. */
export function bodiesImported(imported: Imported | undefined): ListedBodies {
  if (imported === undefined) return { problem: PROBLEMS.unreadable };
  return 'refused' in imported ? { problem: imported.refused } : orNone(bodiesInBlocks(imported.blocks));
}

const orNone = (names: readonly string[]): ListedBodies =>
  names.length === 0 ? { problem: PROBLEMS.none } : { names };

/** How files of Excel and Word begin. */
const ARCHIVE = 'PK';

/** Editors decode whatever a file holds; of the old formats, and of locked files, zeros are left at its beginning. */
const isText = (text: string): boolean => !text.startsWith(ARCHIVE) && !text.slice(0, 512).includes('\0');

const PROBLEMS = {
  missing: { zh: '没有这个文件', en: 'there is no such file' },
  unreadable: { zh: '文件读不出，原因见日志', en: 'the file cannot be read; the log tells why' },
  none: {
    zh: '没有读到机关名单；请把机关名称写成一行一个，或写在名为“单位名称”的一列',
    en: 'no list of bodies was read; write a name a line, or in a column headed 单位名称',
  },
} satisfies Record<string, Words>;
