// The entry that VS Code calls in its extension host, in Node and in a web worker alike: hence mocha's
// browser build, which defines `Mocha`, and nothing of Node's own.
import * as vscode from 'vscode';
import 'mocha/mocha.js';

/** The flavour that was asked for, filled in by the bundler. */
declare const flavour: 'node' | 'web';

export async function run(): Promise<void> {
  const actual = 'WorkerGlobalScope' in globalThis ? 'web' : 'node';
  console.log(`VS Code ${vscode.version}, ${actual}`);
  if (actual !== flavour) throw new Error(`the tests run in ${actual}, not in ${flavour}`);

  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: 60_000, color: false });
  // Defines `describe` and `it`; the tests are loaded only after this, and so find them.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./all.js');

  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const { tests = 0, pending = 0 } = runner.stats ?? {};
      // A run that tested nothing, or left something out, has not shown that all is well.
      if (failures > 0 || pending > 0 || tests === 0)
        reject(new Error(`${tests} tests, ${failures} failed, ${pending} skipped`));
      else resolve();
    });
    // The reporter tells the reasons only at the end, which a run that hangs does not reach.
    runner.on('fail', (test, error: unknown) => console.error(test.fullTitle(), error));
  });
}
