// @ts-check
// What became of the mutants, folder by folder.

/**
 * @typedef {object} Score
 * @property {string} room a folder of the core
 * @property {number} files that were tried
 * @property {number} of how many there are
 * @property {number} killed a test failed
 * @property {number} timeouts a test did not end
 * @property {number} survived no test noticed
 * @property {number} uncovered no test comes by
 */

const STATUS = { killed: 'Killed', timeouts: 'Timeout', survived: 'Survived', uncovered: 'NoCoverage' };

/**
 * The scores of the folders of which some file was tried. Mutants that are left out or do not run count for nothing.
 *
 * @param {Record<string, { mutants: readonly { status: string }[] }>} tried what Stryker reports, by file
 * @param {readonly string[]} files all that may be tried
 * @returns {Score[]}
 */
export function scoresOf(tried, files) {
  const rooms = [...new Set(files.map(roomOf))].toSorted();
  return rooms.flatMap((room) => {
    const all = files.filter((file) => roomOf(file) === room);
    const own = all.filter((file) => tried[file] !== undefined);
    const statuses = own.flatMap((file) => tried[file].mutants.map(({ status }) => status));
    const count = (kind) => statuses.filter((status) => status === STATUS[kind]).length;
    const counts = {
      killed: count('killed'),
      timeouts: count('timeouts'),
      survived: count('survived'),
      uncovered: count('uncovered'),
    };
    return own.length > 0 ? [{ room, files: own.length, of: all.length, ...counts }] : [];
  });
}

/** How many mutants there were. @param {Omit<Score, 'room'>} score */
export const mutantsOf = ({ killed, timeouts, survived, uncovered }) => killed + timeouts + survived + uncovered;

/** The part of them that tests noticed, as it is shown. @param {Omit<Score, 'room'>} score */
export function percentOf(score) {
  const all = mutantsOf(score);
  return all === 0 ? '—' : `${((100 * (score.killed + score.timeouts)) / all).toFixed(1)} %`;
}

/** All of them together. @param {readonly Score[]} scores */
export function totalOf(scores) {
  const sum = (kind) => scores.reduce((total, score) => total + score[kind], 0);
  return {
    files: sum('files'),
    of: sum('of'),
    killed: sum('killed'),
    timeouts: sum('timeouts'),
    survived: sum('survived'),
    uncovered: sum('uncovered'),
  };
}

const roomOf = (file) => file.split('/').slice(0, -1).join('/');
