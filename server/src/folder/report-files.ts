/** The one home of which files of a folder may hold reports; lists, watchers and globs of all hosts follow from it. */

/** Extensions in any case, without the dot. */
const EXTENSIONS: readonly string[] = ['txt', 'nianbao', 'md'];

const REPORT_NAME = new RegExp(`\\.(?:${EXTENSIONS.join('|')})$`, 'i');

/** Whether a file of this name may hold a report. */
export const isReportName = (name: string): boolean => REPORT_NAME.test(name);

/** Files of other programs, which have to be brought in before they are read. */
const OF_OTHER_PROGRAM = /\.(?:docx|docm|doc|wps|xlsx|xlsm|xls|et|html?|mht|mhtml|pdf|rtf)$/i;
export const isOfOtherProgram = (name: string): boolean => OF_OTHER_PROGRAM.test(name);

const SAYS_REPORT = /信息公开.*(?:报告|年报)/;

/**
 * Of the names in one folder, those of reports that are files of other programs and that no text beside them, brought
 * in or exported, stands for.
 */
export function reportsOfOtherPrograms(names: readonly string[]): readonly string[] {
  const texts = new Set(names.filter(isReportName).map(stemOf));
  return names.filter(
    (name) => isOfOtherProgram(name) && SAYS_REPORT.test(name) && !/^[.~]/.test(name) && !texts.has(stemOf(name)),
  );
}

const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '');

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
