// @ts-check
// Which tests the mutants of a folder of the core have to pass: all in-process ones that are about what is in it. The
// page of every rule takes long and is left to the folders that it is about. The tests of the command line change the
// working folder, which threads cannot, and are never among them.

const READING = ['features/{recognise,outline}', 'property/{lines,markdown,reading,spoilt}'];

/** Besides those in the folder of tests that is called like it. @type {Readonly<Record<string, readonly string[]>>} */
const TESTS = {
  index: ['check', 'rules', 'lsp/diagnostics'],
  check: ['features/{inlay-hints,recompute}', 'lsp/{code-actions,diagnostics,ignore}'],
  collection: [
    'years',
    'config/{deadlines,set-bodies}',
    'features/totals',
    'property/collection',
    'lsp/{reviewing,years}',
  ],
  completion: ['lsp/completion', 'property/completion'],
  config: ['folder/configurations', 'lsp/settings'],
  context: ['check', 'lsp/{lapsed,years}'],
  explaining: ['features/inlay-hints', 'lsp/{preview,requests,typing}'],
  features: [
    'lsp/{code-actions,completion,requests,structure,typing}',
    'client/typing',
    'property/{formatting,outline}',
  ],
  formats: ['reading', 'completion', 'years'],
  model: ['reading', 'sums/amounts', 'prose/facts', 'lsp/structure'],
  prose: ['completion/phrases', 'rules'],
  reading: READING,
  reviewing: ['features/totals', 'lsp/{overview,review-export,reviewing}'],
  rules: ['check', 'property/{rules,structure-repairs}', 'lsp/{code-actions,rewrites}'],
  showing: ['lsp/preview', 'client/preview'],
  sums: ['rules', 'completion/figures', 'features/recompute', 'property/{blank,lost,sums}*'],
  text: ['reading', 'prose/facts', 'folder/uri', 'features/paste', 'lsp/{requests,review-export}', ...READING],
  writing: ['features', 'completion/{forms,tables}', 'lsp/structure'],
};

/** The tests for these folders of the core, as globs. @param {Iterable<string>} rooms */
export const testsOf = (rooms) =>
  [...new Set([...rooms].flatMap((room) => [room, ...(TESTS[room] ?? missing(room))]))].map(
    (place) => `test/${place}{,/**/*}.test.ts`,
  );

/** @param {string} room @returns {never} */
function missing(room) {
  throw new Error(`Which tests hold ${room}? Say so in scripts/mutation/tests.mjs.`);
}
