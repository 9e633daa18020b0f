/** So many reasons are remembered. */
const MOST = 5;

/** What is offered for a reason: what is being typed, then the last ones, then the usual ones; each once. */
export const offered = (typed: string, last: readonly string[], usual: readonly string[]): readonly string[] => [
  ...new Set([typed.trim(), ...last, ...usual].filter((reason) => reason !== '')),
];

/** The last reasons with one that was given now. */
export const remembered = (given: string, last: readonly string[]): readonly string[] =>
  [given, ...last.filter((reason) => reason !== given)].slice(0, MOST);
