import { decode } from '../files/decode';
import { unpack } from './archive';
import { blocksOfPage } from './read-html';
import { pageIn } from './read-mht';
import {
  BROKEN,
  EMPTY,
  LOCKED,
  MOST_TEXT,
  NO_TEXT,
  NotImported,
  OLD_FORMAT,
  OTHER_ARCHIVE,
  PDF,
  RTF,
  TOO_MUCH,
} from './refusal';
import type { Imported } from './works';

/** The paragraphs and tables of a file of another program, told by its bytes and not by its name. */
export const importFile = (bytes: Uint8Array): Promise<Imported> => orRefusal(() => read(bytes));

export const importPage = (html: string): Promise<Imported> =>
  orRefusal(() => {
    if (html.length > MOST_TEXT) throw TOO_MUCH;
    return blocksOfPage(html);
  });

async function orRefusal(work: () => Imported | Promise<Imported>): Promise<Imported> {
  try {
    return await work();
  } catch (error) {
    return { refused: (error instanceof NotImported ? error : BROKEN).reason };
  }
}

async function read(bytes: Uint8Array): Promise<Imported> {
  if (bytes.length === 0) throw EMPTY;
  if (begins(bytes, 'PK')) return readArchive(bytes);
  if (begins(bytes, '\xd0\xcf\x11\xe0')) throw isEncrypted(bytes) ? LOCKED : OLD_FORMAT;
  if (isPdf(bytes)) throw PDF;
  if (begins(bytes, '{\\rtf')) throw RTF;
  const text = decode(bytes)?.text;
  if (text === undefined) throw NO_TEXT;
  if (text.length > MOST_TEXT) throw TOO_MUCH;
  const beginning = text.slice(0, 4_000).trimStart();
  if (/^(?:MIME-Version|From|Subject|Content-Type|X-[\w-]+|Date|Snapshot-Content-Location):/i.test(beginning)) {
    const page = pageIn(bytes);
    if (page !== undefined) return blocksOfPage(page);
    if (/^MIME-Version:/im.test(beginning)) throw BROKEN;
  }
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--|<!doctype html|<(?:html|head|body|meta|table|div|p|style)\b)/i.test(beginning))
    return blocksOfPage(text);
  // Text is what it is already: the one reader knows its layouts.
  return { blocks: [{ kind: 'paragraph', text }], notes: [] };
}

async function readArchive(bytes: Uint8Array): Promise<Imported> {
  // What is not needed (pictures, macros, embedded files) is never unpacked.
  const parts = unpack(
    bytes,
    (name) => /^(?:word|xl|_rels)\/|^\[Content_Types\]/.test(name) && /\.(?:xml|rels)$/.test(name),
  );
  // Word in a browser numbers the document.
  if ([...parts.keys()].some((name) => /^word\/document\d*\.xml$/.test(name)))
    return (await import('./read-docx')).blocksOfWord(parts);
  if (parts.has('xl/workbook.xml')) return (await import('./read-xlsx')).blocksOfWorkbook(parts);
  throw OTHER_ARCHIVE;
}

const begins = (bytes: Uint8Array, mark: string): boolean =>
  [...mark].every((character, i) => bytes[i] === character.charCodeAt(0));

/** Its mark may stand behind line ends and a byte order mark. */
const isPdf = (bytes: Uint8Array): boolean =>
  /^(?:ï»¿)?\s*%PDF-/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 1024)));

/** Office keeps what is locked in a stream of this name, which stands in UTF-16 in the file's directory. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1)).includes('EncryptedPackage');
