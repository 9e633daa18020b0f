// @ts-check
// What became of the mutants, folder by folder.

/**
 * @typedef {object} Counts
 * @property {number} killed a test failed
 * @property {number} timeouts a test did not end
 * @property {number} survived no test noticed
 * @property {number} uncovered no test comes by
 */

const STATUSES = { killed: 'Killed', timeouts: 'Timeout', survived: 'Survived', uncovered: 'NoCoverage' };

/** What became of these mutants; those that are left out or do not run count for nothing. @returns {Counts} */
export function countsOf(mutants) {
  const count = (kind) => mutants.filter(({ status }) => status === STATUSES[kind]).length;
  return {
    killed: count('killed'),
    timeouts: count('timeouts'),
    survived: count('survived'),
    uncovered: count('uncovered'),
  };
}

/** All of several folders. @param {readonly Counts[]} all @returns {Counts} */
export const totalOf = (all) => {
  const sum = (kind) => all.reduce((total, counts) => total + counts[kind], 0);
  return { killed: sum('killed'), timeouts: sum('timeouts'), survived: sum('survived'), uncovered: sum('uncovered') };
};

/** How many mutants there were. @param {Counts} counts */
export const mutantsOf = ({ killed, timeouts, survived, uncovered }) => killed + timeouts + survived + uncovered;

/** The part of them that tests noticed, as it is shown. @param {Counts} counts */
export function percentOf(counts) {
  const all = mutantsOf(counts);
  return all === 0 ? '—' : `${((100 * (counts.killed + counts.timeouts)) / all).toFixed(1)} %`;
}
