/** The folder that a URI lies in, without the slash behind it; empty where it lies in none. */
export const folderOf = (uri: string): string => uri.slice(0, Math.max(0, uri.lastIndexOf('/')));

/** The last part of a URI's path, as people read it. */
export const nameOf = (uri: string): string => decoded(uri.slice(uri.lastIndexOf('/') + 1));

/** Equal for all spellings of one URI: editors and hosts do not escape the same characters, nor agree on the case of a drive's letter. */
export const canonicalUri = (uri: string): string => decoded(uri).replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());

export const sameFolder = (a: string, b: string): boolean => canonicalUri(folderOf(a)) === canonicalUri(folderOf(b));

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
