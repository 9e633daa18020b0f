export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface Decoded {
  /** Without byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** What a file of bytes says: a byte order mark decides, then UTF-8 where it is valid, then GB18030. `undefined` for what is no text. */
export function decode(bytes: Uint8Array): Decoded | undefined {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decoded(bytes.subarray(3), 'utf-8', 'utf-8-bom');
  if (startsWith(bytes, [0xff, 0xfe])) return decoded(bytes.subarray(2), 'utf-16le', 'utf-16le');
  if (startsWith(bytes, [0xfe, 0xff])) return decoded(bytes.subarray(2), 'utf-16be', 'utf-16be');
  // No text encoding without a mark has zero bytes in it.
  if (bytes.includes(0)) return undefined;
  return decoded(bytes, 'utf-8', 'utf-8') ?? decoded(bytes, 'gb18030', 'gb18030');
}

/** The bytes of a text in an encoding, its byte order mark included. */
export async function encode(text: string, encoding: Encoding): Promise<Uint8Array> {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-bom':
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text, 'utf8')]);
    case 'utf-16le':
      return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    case 'utf-16be':
      return Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]);
    case 'gb18030': {
      const iconv = await import('iconv-lite');
      return iconv.encode(text, 'gb18030');
    }
  }
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte);

function decoded(bytes: Uint8Array, label: string, encoding: Encoding): Decoded | undefined {
  try {
    return { text: new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}
