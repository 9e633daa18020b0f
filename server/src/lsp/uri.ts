/** The folder that a URI lies in, without the slash behind it; empty where it lies in none. */
export const folderOf = (uri: string): string => uri.slice(0, Math.max(0, uri.lastIndexOf('/')));

/** The last part of a URI's path, as people read it. */
export const nameOf = (uri: string): string => decoded(uri.slice(uri.lastIndexOf('/') + 1));

/** Editors and hosts do not escape the same characters, nor agree on the case of a drive's letter. */
export const sameFolder = (a: string, b: string): boolean => decoded(folderOf(a)).toLowerCase() === decoded(folderOf(b)).toLowerCase();

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
