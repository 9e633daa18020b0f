import { aboutImported } from '../../../server/src/core/explaining/imported';
import type { Words } from '../../../server/src/core/formats/types';
import { isOfOtherProgram } from '../../../server/src/folder/report-files';
import { textOfBlocks } from '../../../server/src/core/writing/from-blocks';
import { exchange } from './engine';
import { isChinese, t } from './words';

export interface TakenIn {
  readonly name: string;
  readonly text: string;
  /** What is to be said about it. */
  readonly told: string;
}

/** A report takes some hundred kilobytes; pictures may add to them. */
const LARGEST = 50 * 1024 * 1024;

/** The text of a file of any kind that reports come in; `refused` says why there is none. */
export async function takeIn(file: File): Promise<TakenIn | { readonly refused: string }> {
  if (file.size > LARGEST)
    return { refused: t('refused', file.name, isChinese ? '超过 50 MB，不像年报' : 'larger than 50 MB') };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isOfOtherProgram(file.name)) {
    const text = decoded(bytes);
    return text === undefined ? { refused: t('notRead', file.name) } : { name: file.name, text, told: '' };
  }
  const imported = await exchange('importFile', bytes);
  if ('refused' in imported) return { refused: t('refused', file.name, said(imported.refused)) };
  const written = textOfBlocks(imported.blocks, 'cells');
  return {
    name: file.name.replace(/\.[^.]*$/, '.txt'),
    text: written.text,
    told: aboutTaken(file.name, [...imported.notes, ...aboutImported(written)]),
  };
}

/** The text of a pasted web page; nothing where it is none that holds tables. */
export async function takeInPage(html: string): Promise<string | undefined> {
  if (!/<table/i.test(html)) return undefined;
  const imported = await exchange('importPage', html);
  return 'refused' in imported ? undefined : textOfBlocks(imported.blocks, 'cells').text;
}

const aboutTaken = (name: string, notes: readonly Words[]): string =>
  notes.length === 0 ? t('imported', name) : t('note', name, notes.map(said).join(isChinese ? '；' : '; '));

const said = (words: Words): string => (isChinese ? words.zh : words.en);

/** As UTF-8 or UTF-16 where the bytes say so, else as the GB18030 that Chinese programs write. */
function decoded(bytes: Uint8Array): string | undefined {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  for (const encoding of marked === undefined ? ['utf-8', 'gb18030'] : [marked])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
    } catch {
      // The next one may fit.
    }
  return undefined;
}
