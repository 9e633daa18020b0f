import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type TextEdit } from '../../server/src/core/index';
import { decode, encode, MARKS, type Encoding } from '../../server/src/files/decode';
import { editBytes } from '../../server/src/files/edit-bytes';
import { holds } from '../property/property';

const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'];

/**
 * Codes of GB18030 from all its parts, those among them that another table, or a second code for one character, would
 * not give back.
 */
const codes = fc.oneof(
  fc.constantFrom(
    [0x0a],
    [0x0d, 0x0a],
    [0x41],
    [0x80],
    [0xa3, 0xa0],
    [0xa1, 0xa1],
    [0xfe, 0x59],
    [0x82, 0x35, 0x90, 0x37],
    [0xa6, 0xd9],
    [0x84, 0x31, 0x82, 0x36],
  ),
  fc.tuple(
    fc.integer({ min: 0x81, max: 0xfe }),
    fc.integer({ min: 0x40, max: 0xfe }).filter((byte) => byte !== 0x7f),
  ),
  fc
    .integer({ min: 0, max: 39_419 })
    .map((number) => [
      0x81 + Math.floor(number / 12_600),
      0x30 + (Math.floor(number / 1260) % 10),
      0x81 + (Math.floor(number / 10) % 126),
      0x30 + (number % 10),
    ]),
  fc.tuple(
    fc.integer({ min: 0x90, max: 0xe2 }),
    fc.integer({ min: 0x30, max: 0x39 }),
    fc.integer({ min: 0x81, max: 0xfe }),
    fc.integer({ min: 0x30, max: 0x39 }),
  ),
);

const characters = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\n', '\r\n', '\t', '1', '年', '\ufeff', '𠮷', '\u00e9'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

/** The characters of a file as the bytes of each. */
const files = fc.oneof(
  ...ENCODINGS.filter((encoding) => encoding !== 'gb18030').map((encoding) =>
    characters.map((text) => ({ encoding, pieces: Array.from(text, (character) => encode(character, encoding)!) })),
  ),
  fc.array(codes).map((all) => ({ encoding: 'gb18030' as const, pieces: all.map((code) => Uint8Array.from(code)) })),
);

describe('bytes outside of edits', () => {
  holds(
    'stay as they are in every encoding, and what is written reads as what was meant',
    1000,
    fc.property(
      files,
      fc.array(fc.tuple(fc.nat(), fc.nat(), characters), { maxLength: 5 }),
      ({ encoding, pieces }, choices) => {
        const bytes = Buffer.concat([Uint8Array.from(MARKS[encoding]), ...pieces]);
        const decoded = decode(bytes);
        fc.pre(decoded?.encoding === encoding);
        // Between characters that the pieces are: where they begin in bytes and in UTF-16 units.
        const bounds = [{ byte: MARKS[encoding].length, unit: 0 }];
        for (const piece of pieces) {
          const { byte, unit } = bounds.at(-1)!;
          const end = byte + piece.length;
          bounds.push({
            byte: end,
            unit:
              unit +
              new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding, { ignoreBOM: true }).decode(piece).length,
          });
        }
        const edits: (TextEdit & { readonly from: number; readonly to: number })[] = [];
        let last = 0;
        for (const [a, b, newText] of choices) {
          if (last >= bounds.length) break;
          const start = last + (a % (bounds.length - last));
          const end = start + (b % (bounds.length - start));
          edits.push({
            span: { start: bounds[start]!.unit, end: bounds[end]!.unit },
            newText,
            from: bounds[start]!.byte,
            to: bounds[end]!.byte,
          });
          last = end + 1;
        }
        const edited = editBytes(bytes, decoded!, edits);
        const own = edits.map(({ newText }) => encode(newText, encoding));
        const expected = own.every((each) => each !== undefined) ? Buffer.concat(around(bytes, edits, own)) : undefined;
        const read = expected === undefined ? undefined : decode(expected);
        // A text without mark may come to look like one in another encoding: then nothing is written.
        if (read?.encoding !== encoding || read.text !== applyEdits(decoded!.text, edits))
          expect(edited).toBeUndefined();
        else expect(Buffer.from(edited!).equals(expected!)).toBe(true);
      },
    ),
  );

  function around(
    bytes: Buffer,
    edits: readonly { readonly from: number; readonly to: number }[],
    own: readonly Uint8Array[],
  ): readonly Uint8Array[] {
    let at = 0;
    const parts = edits.flatMap(({ from, to }, i) => {
      const kept = bytes.subarray(at, from);
      at = to;
      return [kept, own[i]!];
    });
    return [...parts, bytes.subarray(at)];
  }

  it('stay as they are for every code of GB18030 there is', () => {
    for (let first = 0x81; first <= 0xfe; first++) {
      const row = Array.from({ length: 0xbf }, (_, i) => 0x40 + i).filter((second) => second !== 0x7f);
      const bytes = Buffer.from([0x41, ...row.flatMap((second) => [first, second]), 0x42]);
      const decoded = { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' as const };
      const end = decoded.text.length;
      const edited = editBytes(bytes, decoded, [
        { span: { start: 0, end: 1 }, newText: '年' },
        { span: { start: end - 1, end }, newText: '' },
      ]);
      expect(edited, first.toString(16)).toEqual(Buffer.concat([encode('年', 'gb18030')!, bytes.subarray(1, -1)]));
    }
  });
});

describe('a character', () => {
  it('that is written reads as itself', () => {
    const points = Array.from({ length: 0x110000 }, (_, point) => point).filter(
      (point) => point < 0x10000 || point % 97 === 0,
    );
    const text = points
      .map((point) => String.fromCodePoint(point))
      .filter((character) => encode(character, 'gb18030') !== undefined);
    expect(text.length).toBeGreaterThan(63_000);
    expect(new TextDecoder('gb18030', { fatal: true }).decode(encode(text.join(''), 'gb18030'))).toBe(text.join(''));
  });

  it('that an encoding has no code for is not written as another', () => {
    expect(encode('\ue5e5', 'gb18030')).toBeUndefined();
    expect(encode('\ud800', 'gb18030')).toBeUndefined();
    for (const encoding of ENCODINGS) expect(encode('a\udc00', encoding)).toBeUndefined();
    const bytes = encode('政府', 'gb18030')!;
    expect(editBytes(bytes, decode(bytes)!, [{ span: { start: 0, end: 1 }, newText: '\ue5e5' }])).toBeUndefined();
  });

  it('is not cut in two', () => {
    for (const encoding of ENCODINGS) {
      const bytes = Buffer.concat([Uint8Array.from(MARKS[encoding]), encode('年𠮷报', encoding)!]);
      expect(editBytes(bytes, decode(bytes)!, [{ span: { start: 0, end: 2 }, newText: '' }])).toBeUndefined();
    }
  });
});
