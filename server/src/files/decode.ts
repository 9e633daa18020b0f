import { encodeGb18030 } from './gb18030';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface Decoded {
  /** Without byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * What a file of bytes says: a byte order mark decides, then UTF-8 where it is valid, then GB18030. `undefined` for
 * what is no text.
 */
export const decode = (bytes: Uint8Array): Decoded | undefined => decodeAll(bytes, false);

/** The same for the beginning of a file, which may end within a character. */
export const decodeBeginning = (bytes: Uint8Array): Decoded | undefined => decodeAll(bytes, true);

function decodeAll(bytes: Uint8Array, isCut: boolean): Decoded | undefined {
  const marked = MARKED.find((encoding) => MARKS[encoding].every((byte, i) => bytes[i] === byte));
  if (marked !== undefined)
    return decoded(bytes.subarray(MARKS[marked].length), marked === 'utf-8-bom' ? 'utf-8' : marked, marked, isCut);
  // No text encoding without a mark has zero bytes in it.
  if (bytes.includes(0)) return undefined;
  return decoded(bytes, 'utf-8', 'utf-8', isCut) ?? decoded(bytes, 'gb18030', 'gb18030', isCut);
}

/** The bytes that stand before the text. */
export const MARKS: Readonly<Record<Encoding, readonly number[]>> = {
  'utf-8': [],
  'utf-8-bom': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [],
};

/** The bytes of a text in an encoding, without byte order mark; `undefined` where a character cannot be said in it. */
export function encode(text: string, encoding: Encoding): Uint8Array | undefined {
  // Half a character can be said in none.
  if (/\p{Surrogate}/u.test(text)) return undefined;
  switch (encoding) {
    case 'utf-8':
    case 'utf-8-bom':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'gb18030':
      return encodeGb18030(text);
  }
}

const MARKED = ['utf-8-bom', 'utf-16le', 'utf-16be'] as const;

function decoded(bytes: Uint8Array, label: string, encoding: Encoding, isCut: boolean): Decoded | undefined {
  try {
    // The cut end of a text would stay in a decoder that others use.
    const text = isCut ? newDecoder(label).decode(bytes, { stream: true }) : decoderOf(label).decode(bytes);
    return { text, encoding };
  } catch {
    return undefined;
  }
}

const newDecoder = (label: string): TextDecoder => new TextDecoder(label, { fatal: true, ignoreBOM: true });

/** A decoder takes memory of the system, which is freed late: one for each encoding serves all files. */
const decoders = new Map<string, TextDecoder>();

function decoderOf(label: string): TextDecoder {
  let decoder = decoders.get(label);
  if (decoder === undefined) {
    decoder = newDecoder(label);
    decoders.set(label, decoder);
  }
  return decoder;
}
