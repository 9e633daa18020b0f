import { PACKING, type PackedSummary } from '../core/index';

/**
 * What rules about last year need of the reports of many files, a report a line, so that each part of a large folder
 * can be checked by itself: `nianbao index` writes it once, and every part reads it.
 */
export interface StoredReport {
  /** The file's way from the folder in which the index lies, or its whole path. */
  readonly path: string;
  readonly summary: PackedSummary;
}

const FORMAT = 'nianbao-index';
const VERSION = 1;

/** The first line: what cells are called by number hangs on the forms that the program knows. */
export const indexHeader = (): string => JSON.stringify({ format: FORMAT, version: VERSION, packing: PACKING });

export const isIndexHeader = (line: string): boolean => line === indexHeader();

export const indexLine = ({ path, summary: { body, year, cells, prose } }: StoredReport): string =>
  JSON.stringify({ path, body, year, cells: btoa(cells), prose });

/** A report's line; `undefined` for one that is none. */
export function reportInLine(line: string): StoredReport | undefined {
  try {
    const { path, body, year, cells, prose } = JSON.parse(line) as Readonly<Record<string, unknown>>;
    if (typeof path !== 'string' || typeof body !== 'string' || typeof year !== 'number') return undefined;
    if (typeof cells !== 'string' || typeof prose !== 'string') return undefined;
    return { path, summary: { body, year, cells: atob(cells), prose } };
  } catch {
    return undefined;
  }
}

/** Node, browsers and workers all have them; packed cells have no character above 255. */
declare const btoa: (text: string) => string;
declare const atob: (text: string) => string;
