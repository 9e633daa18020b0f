import { applyEdits, type TextEdit } from '../core/index';
import { decode, encode, MARKS, type Decoded, type Encoding } from './decode';
import { codeAt } from './gb18030';

/**
 * The bytes of a file after edits of its text. All bytes outside the edits stay as they are, whatever they are: a text
 * that is decoded and encoded again need not give the same bytes. `undefined` where the result would not read as what
 * was meant: a character that the encoding does not have.
 */
export function editBytes(
  bytes: Uint8Array,
  { text, encoding }: Decoded,
  edits: readonly TextEdit[],
): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let kept = 0;
  let at: Place = { byte: MARKS[encoding].length, unit: 0 };
  for (const { span, newText } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    const start = placeOf(bytes, encoding, at, span.start);
    at = placeOf(bytes, encoding, start, span.end);
    const encoded = encode(newText, encoding);
    if (encoded === undefined) return undefined;
    parts.push(bytes.subarray(kept, start.byte), encoded);
    kept = at.byte;
  }
  const edited = Buffer.concat([...parts, bytes.subarray(kept)]);
  const read = decode(edited);
  return read?.encoding === encoding && read.text === applyEdits(text, edits) ? edited : undefined;
}

interface Place {
  readonly byte: number;
  readonly unit: number;
}

/** Where a UTF-16 unit of the text stands in its bytes; counted on from a place before it. */
function placeOf(bytes: Uint8Array, encoding: Encoding, { byte, unit }: Place, wanted: number): Place {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return { byte: byte + 2 * (wanted - unit), unit: wanted };
  const codeLength = encoding === 'gb18030' ? codeAt : utf8At;
  while (unit < wanted && byte < bytes.length) {
    const code = codeLength(bytes, byte);
    byte += code.bytes;
    unit += code.units;
  }
  return { byte, unit };
}

function utf8At(bytes: Uint8Array, at: number): { readonly bytes: number; readonly units: number } {
  const first = bytes[at]!;
  if (first < 0x80) return { bytes: 1, units: 1 };
  if (first < 0xe0) return { bytes: 2, units: 1 };
  return first < 0xf0 ? { bytes: 3, units: 1 } : { bytes: 4, units: 2 };
}
