/** The one home of which files of a folder may hold reports; lists, watchers and globs of all hosts follow from it. */

/** Extensions in any case, without the dot. */
const EXTENSIONS: readonly string[] = ['txt', 'nianbao', 'md'];

const REPORT_NAME = new RegExp(`\\.(?:${EXTENSIONS.join('|')})$`, 'i');

/** Whether a file of this name may hold a report. */
export const isReportName = (name: string): boolean => REPORT_NAME.test(name);

/** Hidden files and folders, and other people's programs, hold no reports. */
export const isHiddenName = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/** Whether a file may hold a report, by its path below the folder. */
export const isReportPath = (path: string): boolean => isReportName(path) && !path.split('/').some(isHiddenName);

/** The same for those who take globs: editors compare them with the case of the letters. */
export const REPORT_GLOB = `**/*.{${EXTENSIONS.map(inAnyCase).join(',')}}`;
export const HIDDEN_GLOB = '**/{.*,node_modules}/**';

/** How deep below a folder reports are looked for. */
export const DEEPEST = 12;

const MB = 1_000_000;
/** How large files may be, in bytes. A compiled volume of a hundred reports is about as large as the first. */
export const LARGEST_IN_FOLDER = 4 * MB;
export const LARGEST_CONFIG = 1 * MB;

function inAnyCase(word: string): string {
  return [...word].map((letter) => `[${letter}${letter.toUpperCase()}]`).join('');
}
