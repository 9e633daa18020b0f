import { decode } from '../files/decode';

/** The web page in a file that a browser saved whole (.mht); `undefined` where there is none in it. */
export function pageIn(bytes: Uint8Array): string | undefined {
  const whole = latin1(bytes);
  const boundary = /boundary="?([^"\r\n;]+)"?/i.exec(whole.slice(0, 20_000))?.[1];
  const parts = boundary === undefined ? [whole] : whole.split(`--${boundary}`);
  for (const part of parts) {
    const gap = /\r?\n\r?\n/.exec(part);
    if (gap === null) continue;
    const headers = part.slice(0, gap.index);
    if (!/^content-type:\s*text\/html/im.test(headers)) continue;
    const content = part.slice(gap.index + gap[0].length);
    const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(headers)?.[1]?.toLowerCase();
    const text = decode(bytesOf(content, encoding))?.text;
    if (text !== undefined) return text;
  }
  return undefined;
}

function bytesOf(content: string, encoding: string | undefined): Uint8Array {
  switch (encoding) {
    case 'base64':
      return fromLatin1(atob(content.replace(/[^A-Za-z0-9+/=]/g, '')));
    case 'quoted-printable':
      return fromLatin1(
        content
          .replace(/=[ \t]*\r?\n/g, '')
          .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
      );
    default:
      return fromLatin1(content);
  }
}

/** One character a byte. */
function latin1(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join('');
}

const fromLatin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
