/** Characters that some file system does not allow in names. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu;
/** A place of the template that has not been filled in. */
const PLACEHOLDER = /〔[^〔〕]*〕/g;

/** A file name for a report, after its title, which is its first line. */
export function fileNameFor(text: string): string {
  const title = text.slice(0, text.search(/\n|$/)).replace(PLACEHOLDER, '').replace(FORBIDDEN, '').trim();
  return `${title}.txt`;
}

/** The name itself, then the name with 2, 3, … before its extension. */
export function* variantsOf(name: string): Generator<string> {
  yield name;
  for (let i = 2; ; i++) yield name.replace(/(?=\.[^.]*$)/, ` ${i}`);
}

/** The last part of a path, as people know the file by. */
export const nameOf = ({ path }: { readonly path: string }): string => path.slice(path.lastIndexOf('/') + 1);

export const withExtension = (name: string, extension: string): string =>
  `${name.replace(/(?<=.)\.[^.]*$/, '')}.${extension}`;
