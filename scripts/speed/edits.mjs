// @ts-check
import { median, round } from './engine.mjs';
import { startBoth, URI } from './requests.mjs';

const ASKED = ['diagnostic', 'documentSymbol', 'semanticTokens/full', 'codeLens', 'inlayHint'];

/**
 * How long a request takes right behind a key, beside a server that takes the change and has an answer ready. No text
 * comes twice, so that no earlier reading is of use as it is.
 */
export async function measureEdits(text, rounds) {
  const { ours, canned, requests } = await startBoth(text);
  const keys = { letter: letters(text), digit: digits(text) };
  let version = 1;
  /** @type {Record<string, object>} */
  const table = {};
  for (const [method, params] of requests) {
    const name = method.replace('textDocument/', '');
    if (!ASKED.includes(name)) continue;
    for (const [key, next] of Object.entries(keys)) {
      /** @type {[number[], number[]]} */
      const [own, least] = [[], []];
      for (let i = 0; i < 2 * rounds; i++) {
        const change = { textDocument: { uri: URI, version: ++version }, contentChanges: next(i) };
        for (const { server, measured } of [
          { server: ours, measured: own },
          { server: canned, measured: least },
        ]) {
          const sent = performance.now();
          await server.connection.sendNotification('textDocument/didChange', change);
          await server.connection.sendRequest(method, params);
          // The first half only warms up.
          if (i >= rounds) measured.push(performance.now() - sent);
        }
      }
      table[`${name} behind a ${key}`] = {
        'ready answer': round(median(least)),
        ours: round(median(own)),
        ratio: round(median(own) / median(least)),
        'slowest twentieth': round(own.toSorted((a, b) => a - b)[Math.floor(own.length * 0.95)]),
      };
    }
  }
  for (const { child } of [ours, canned]) child.kill();
  return table;
}

const at = (line, start, end, words) => ({
  range: { start: { line, character: start }, end: { line, character: end } },
  text: words,
});

/** A letter more in one paragraph after the other. */
function letters(text) {
  const lines = linesThat(text, (line) => line.length > 100);
  return (i) => [at(lines[i % lines.length].at, 50, 50, '中')];
}

/** Another number in one cell after the other; the one before is put right. */
function digits(text) {
  const cells = linesThat(text, (line) => /^\t\d{1,4}$/.test(line));
  let last = cells[0];
  return (i) => {
    const right = at(last.at, 1, last.now ?? last.line.length, last.line.slice(1));
    const wrong = cells[(7 * i + 1) % cells.length];
    const number = String(1000 + i);
    last = { ...wrong, now: 1 + number.length };
    return [right, at(wrong.at, 1, wrong.line.length, number)];
  };
}

/** Lines of a kind with their places. */
const linesThat = (text, fits) =>
  text.split('\n').flatMap((line, i) => (fits(line) ? [{ at: i, line, now: undefined }] : []));
