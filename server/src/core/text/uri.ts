/** The last part of a URI, as people read it. */
export const nameOf = (file: string): string => unescaped(file.slice(file.lastIndexOf('/') + 1));

/** The folder that a URI lies in, without the slash behind it; empty where it lies in none. */
export const folderOf = (uri: string): string => uri.slice(0, Math.max(0, uri.lastIndexOf('/')));

/**
 * Equal for all spellings of one URI: editors and hosts do not escape the same characters, nor agree on the case of a
 * drive's letter.
 */
export const canonicalUri = (uri: string): string =>
  unescaped(uri).replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());

/** Not every text is a URI. */
export function unescaped(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
