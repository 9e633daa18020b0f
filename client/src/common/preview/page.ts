import type { PageWords } from '../../preview/messages';

export interface PageParts {
  readonly language: string;
  readonly title: string;
  /** The page carries both along: to fetch them, a webview goes through the window and back. */
  readonly script: string;
  readonly style: string;
  readonly nonce: string;
  readonly words: PageWords;
}

/** The page before anything is shown in it. It runs its own script, takes its own style, and loads nothing else. */
export const pageOf = ({ language, title, script, style, nonce, words }: PageParts): string => `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style nonce="${nonce}">${style.replaceAll('</', '<\\/')}</style>
</head>
<body data-words="${escaped(JSON.stringify(words))}">
<script nonce="${nonce}">${script.replace(ENDS, '\\x3c')}</script>
</body>
</html>
`;

/** What would end a script, or hide its end, where it stands in a string of it. */
const ENDS = /<(?=\/script|script|!--)/gi;

export function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const escaped = (words: string): string => words.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
