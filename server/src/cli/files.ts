import { stat } from 'node:fs/promises';
import path from 'node:path';
import { mayHoldReport } from '../core/index';
import { findFiles, REPORTS, type Found, type Skipped } from '../files/find';
import { isPattern, wantedBy } from '../files/glob';
import { decode, type Decoded } from '../files/decode';
import { KnownFiles } from '../files/known-files';
import { LARGEST_NAMED, readText, type TextFile } from '../files/read';
import { readTextNow } from '../files/read-now';
import { bothOf, MISSING, NO_TEXT, Refusal, refusalFor } from '../files/refusal';
import { LARGEST_IN_FOLDER } from '../folder/report-files';
import type { Output } from './output';

/** A file that is to be read, by the path under which the user knows it. */
export interface InputFile {
  readonly path: string;
  /** The folder in which it was found or, where it was named itself, lies. */
  readonly folder: string;
  readonly named: boolean;
  /** What it holds, where that cannot be read again: standard input and pipes. */
  readonly content?: Uint8Array;
}

export interface Input {
  readonly files: readonly InputFile[];
  readonly skipped: readonly Skipped[];
  /** The same files, by what they are. */
  readonly known: KnownFiles;
}

export interface SourceFile extends TextFile, InputFile {}

/**
 * What arguments name: files, the reports of folders, and what patterns match, each once. What cannot be had is told,
 * the others count.
 */
export async function inputOf(arguments_: readonly string[], output: Output): Promise<Input> {
  const files: InputFile[] = [];
  const skipped = new Map<string, Skipped>();
  const known = new KnownFiles();
  for (const argument of arguments_) {
    const found = await find(argument, known);
    if (found instanceof Refusal) {
      output.fail(`${argument}: ${bothOf(found.reason)}`);
      continue;
    }
    for (const { path: place, refusal } of found.unreadable) output.fail(`${place}: ${bothOf(refusal.reason)}`);
    for (const one of found.skipped) skipped.set(path.resolve(one.path), one);
    for (const file of found.files) files.push({ path: file, folder: found.folder, named: found.named });
  }
  return { files, skipped: [...skipped.values()], known };
}

const limitOf = ({ named }: InputFile): number => (named ? LARGEST_NAMED : LARGEST_IN_FOLDER);

/** The text of a file, or why it cannot be had. */
export function readFile(file: InputFile): Decoded | Refusal {
  // In a folder it is passed over as the server passes it over; what is named is read whole.
  const mayMatter = (beginning: string): boolean => file.named || mayHoldReport(beginning, path.basename(file.path));
  if (file.content === undefined) return readTextNow(file.path, limitOf(file), mayMatter);
  return decode(file.content) ?? NO_TEXT;
}

/**
 * The other reports in the folders of files that were named: last year's may be among them. They are not asked for, so
 * that nothing is said of those that cannot be had.
 */
export async function besidesOf(files: readonly InputFile[], known: KnownFiles): Promise<readonly InputFile[]> {
  const named = files.filter((file) => file.named);
  // What was read as a stream may be a file's text, under its name.
  for (const { path: file, content } of named) if (content !== undefined) await known.addFile(file);
  const besides: InputFile[] = [];
  for (const folder of new Set(named.map((file) => file.folder))) {
    const found = await findFiles(folder, { ...REPORTS, folder: () => false }, known);
    for (const file of found.files) besides.push({ path: file, folder, named: false });
  }
  return besides;
}

/** Reads files one after the other, with their bytes. What cannot be read is told, the others count. */
export async function* readFiles(files: readonly InputFile[], output: Output): AsyncGenerator<SourceFile> {
  for (const file of files) {
    const read = file.content === undefined ? await readText(file.path, limitOf(file)) : textIn(file.content);
    if (read instanceof Refusal) output.fail(`${file.path}: ${bothOf(read.reason)}`);
    else yield { ...file, ...read };
  }
}

function textIn(bytes: Uint8Array): TextFile | Refusal {
  const decoded = decode(bytes);
  return decoded === undefined ? NO_TEXT : { ...decoded, bytes };
}

interface FoundIn extends Found {
  readonly folder: string;
  readonly named: boolean;
}

async function find(argument: string, known: KnownFiles): Promise<FoundIn | Refusal> {
  try {
    if ((await stat(argument)).isDirectory())
      return { ...(await findFiles(argument, REPORTS, known)), folder: argument, named: false };
    const files = (await known.addFile(argument)) ? [argument] : [];
    return { files, again: 1 - files.length, skipped: [], unreadable: [], folder: path.dirname(argument), named: true };
  } catch (error) {
    const refusal = refusalFor(error);
    return refusal.reason === MISSING.reason && isPattern(argument) ? findMatching(argument, known) : refusal;
  }
}

async function findMatching(pattern: string, known: KnownFiles): Promise<FoundIn | Refusal> {
  const names = pattern.split(path.sep === '\\' ? /[\\/]/ : '/');
  // What is there as it is written is no pattern, whatever characters it has.
  let literal = names.length - 1;
  while (literal > 0 && !(await isFolder(names.slice(0, literal).join('/') || '/'))) literal--;
  const folder = literal === 0 ? '.' : names.slice(0, literal).join('/') || '/';
  const found = await findFiles(folder, wantedBy(names.slice(literal).filter((name) => name !== '')), known);
  const isNothing = [found.files, found.skipped, found.unreadable].every(({ length }) => length === 0);
  return isNothing && found.again === 0 ? NO_MATCH : { ...found, folder, named: false };
}

const NO_MATCH = new Refusal({ zh: '没有匹配的文件', en: 'no file matches' });

const isFolder = (name: string): Promise<boolean> =>
  stat(name).then(
    (found) => found.isDirectory(),
    () => false,
  );
