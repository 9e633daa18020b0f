/** The last part of a URI, as people read it. */
export const nameOf = (file: string): string => unescaped(file.slice(file.lastIndexOf('/') + 1));

/** Hosts do not escape the same characters of a URI, and not every text is one. */
export function unescaped(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
