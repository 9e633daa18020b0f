// @ts-check
// Puts the page for browsers together: one file that carries the extension's own bundles and loads nothing.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export const PAGE = 'dist/nianbao.html';

/** The preview speaks to the editor that shows it; here that is the page around it. */
const EDITOR = 'const acquireVsCodeApi=()=>({postMessage:m=>parent.postMessage(m,"*"),getState(){},setState(){}});';

/** The page's text, out of what has been built. @param {string} root */
export async function pageFrom(root) {
  const built = (/** @type {string} */ file) => readFile(path.join(root, file), 'utf8');
  const [page, main, style, server, exchange, preview, previewStyle, colours] = await Promise.all(
    [
      'client/src/page/page.html',
      'out/page/main.js',
      'out/page/page.css',
      'dist/server.web.js',
      'dist/exchange.js',
      'dist/preview.js',
      'dist/preview.css',
      'client/src/page/colours.css',
    ].map(built),
  );
  const scripts = { main: inElement(main), preview: inElement(EDITOR + preview) };
  /** @type {Record<string, string>} */
  const parts = {
    ...scripts,
    style,
    server: inElement(server),
    exchange: inElement(exchange),
    previewStyle: colours + previewStyle,
    hashes: Object.values(scripts).map(hashOf).join(' '),
  };
  return page.replace(/\{\{(\w+)\}\}/g, (_, /** @type {string} */ name) => parts[name] ?? '');
}

/** What a script says stays the same; nothing in it ends the element that it stands in. @param {string} script */
const inElement = (script) => script.replace(/<(?=\/script|!--|script)/gi, '\\x3C');

/** What the page's policy knows a script by. @param {string} script */
const hashOf = (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
