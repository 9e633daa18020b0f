/**
 * Whether a pattern of `files.associations` names the file, by the editor's rules: a pattern with a slash is held
 * against the whole path, any other against the name; case does not count.
 */
export function isAssociated(associations: Readonly<Record<string, unknown>>, path: string): boolean {
  const whole = path.toLowerCase();
  const name = whole.slice(whole.lastIndexOf('/') + 1);
  return Object.keys(associations).some((pattern) =>
    toRegExp(pattern.toLowerCase()).test(pattern.includes('/') ? whole : name),
  );
}

/** `**` with its slash, `**`, `*`, `?`, `{a,b}`, `[a-z]`, and every other character for itself. */
const TOKEN = /\*\*\/|\*\*|\*|\?|\{[^{}]*\}|\[[^\]]+\]|[^]/gu;

function toRegExp(glob: string): RegExp {
  return new RegExp(`^${translate(glob)}$`, 'u');
}

function translate(glob: string): string {
  return (glob.match(TOKEN) ?? []).map(translateToken).join('');
}

function translateToken(token: string): string {
  if (token === '**/') return '(?:.*/)?';
  if (token === '**') return '.*';
  if (token === '*') return '[^/]*';
  if (token === '?') return '[^/]';
  if (token.length > 1 && token.startsWith('{')) return `(?:${token.slice(1, -1).split(',').map(translate).join('|')})`;
  if (token.length > 1 && token.startsWith('['))
    return `[${token
      .slice(1, -1)
      .replace(/^[!^]/, '^')
      .replace(/[\\[&~]/g, '\\$&')}]`;
  return token.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
}
