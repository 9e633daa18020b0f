import type { Words } from '../core/index';
import { isOfOtherProgram } from '../folder/report-files';

/** Why a file cannot be had or written; a value and no error, since the other files go on. */
export class Refusal {
  constructor(readonly reason: Words) {}
}

/** In both languages: what cannot be done is read by people and by those whom they ask. */
export const bothOf = ({ zh, en }: Words): string => `${zh} (${en})`;

export const MISSING = new Refusal({ zh: '没有这个文件或文件夹', en: 'no such file or folder' });
export const NO_TEXT = new Refusal({
  zh: '不是文本文件，或编码已损坏',
  en: 'not a text file, or its encoding is damaged',
});
const OF_OTHER_PROGRAM = new Refusal({
  zh: '不是文本文件，请先用 nianbao import 转为文本',
  en: 'not a text file; bring it in with nianbao import first',
});
/** Why a file of this name is not read where its bytes are no text. */
export const noTextIn = (file: string): Refusal => (isOfOtherProgram(file) ? OF_OTHER_PROGRAM : NO_TEXT);
export const FOLDER = new Refusal({ zh: '是文件夹，不是文件', en: 'a folder, not a file' });
export const NOT_REGULAR = new Refusal({
  zh: '不是普通文件（而是管道、设备等）',
  en: 'not a regular file but a pipe, a device or the like',
});

export const tooLarge = (limit: number): Refusal =>
  new Refusal({ zh: `超过 ${limit / MB} MB，未读取`, en: `larger than ${limit / MB} MB, not read` });
export const MB = 1_000_000;

/** What the system answers most, in words; without the path, which stands beside it. */
const SYSTEM: Readonly<Record<string, Words>> = {
  ENOENT: MISSING.reason,
  ENOTDIR: MISSING.reason,
  EACCES: { zh: '没有权限', en: 'permission denied' },
  EPERM: { zh: '没有权限', en: 'permission denied' },
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EDQUOT: { zh: '磁盘配额已满', en: 'the disk quota is used up' },
  EISDIR: FOLDER.reason,
};

/** A refusal for an error of the system. */
export function refusalFor(error: unknown): Refusal {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  const words = Object.hasOwn(SYSTEM, code) ? SYSTEM[code] : undefined;
  return new Refusal(words ?? { zh: code === '' ? String(error) : code, en: 'system error' });
}
