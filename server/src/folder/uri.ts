import { canonicalUri, folderOf, nameOf } from '../core/index';

export { canonicalUri, folderOf, nameOf };

export const sameFolder = (a: string, b: string): boolean => canonicalUri(folderOf(a)) === canonicalUri(folderOf(b));

/** The innermost of some folders in which a file lies, however either is spelt. */
export function folderThatHolds(uri: string, folders: readonly string[]): string | undefined {
  const key = canonicalUri(uri);
  return folders
    .filter((folder) => key.startsWith(`${canonicalUri(folder)}/`))
    .reduce<string | undefined>(
      (inner, folder) => (inner === undefined || depthOf(folder) > depthOf(inner) ? folder : inner),
      undefined,
    );
}

/** The path of a file below the folder that holds it. */
export const pathBelow = (folder: string, uri: string): string =>
  canonicalUri(uri).slice(canonicalUri(folder).length + 1);

export const schemeOf = (uri: string): string => /^[a-z][a-z\d+.-]*(?=:)/i.exec(uri)?.[0].toLowerCase() ?? '';

const depthOf = (folder: string): number => folder.split('/').length;
