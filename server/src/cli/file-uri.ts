import nodePath, { type PlatformPath } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * How a file is named by a URI: by its way from the working folder, which `uriBaseId` stands for, or in full where it
 * lies elsewhere.
 */
export interface FileUri {
  readonly uri: string;
  readonly uriBaseId?: string;
}

export const WORKING_FOLDER = '%SRCROOT%';

export function fileUri(file: string, folder: string, path: PlatformPath = nodePath): FileUri {
  const names = path.relative(folder, path.resolve(folder, file)).split(path.sep);
  if (names[0] === '..' || path.isAbsolute(names.join(path.sep)))
    return { uri: absoluteUri(path.resolve(folder, file), path) };
  return { uri: names.map(encodeURIComponent).join('/'), uriBaseId: WORKING_FOLDER };
}

/** The URI of a folder, with the slash that lets relative ones be put behind it. */
export const folderUri = (folder: string, path: PlatformPath = nodePath): string =>
  `${absoluteUri(folder, path).replace(/\/$/, '')}/`;

function absoluteUri(file: string, path: PlatformPath): string {
  if (path === nodePath) return pathToFileURL(file).href;
  // A path of another system: `C:\a` is file:///C:/a, `\\host\a` is file://host/a.
  const [first = '', ...names] = file.split(path.sep);
  const drive = /^[a-z]:$/i.test(first) ? `/${first}` : first;
  return `file://${[drive, ...names.map(encodeURIComponent)].join('/').replace(/^\/\/(?=[^/])/, '')}`;
}
