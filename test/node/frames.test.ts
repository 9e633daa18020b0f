import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { watchFrames } from '../../server/src/node/frames';
import { holds } from '../property/property';

const frame = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
/** The headers at which a stream breaks that arrives in these pieces. */
function broken(pieces: readonly Uint8Array[]): readonly string[] {
  const told: string[] = [];
  const watch = watchFrames((header) => told.push(header));
  pieces.forEach(watch);
  return told;
}
const cut = (bytes: Uint8Array, lengths: readonly number[]): readonly Uint8Array[] => {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const length of [...lengths, bytes.length]) pieces.push(bytes.subarray(at, (at += length)));
  return pieces;
};
const bodies = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 6 });
const lengths = fc.array(fc.nat(30), { maxLength: 20 });

describe('a stream of messages', () => {
  holds(
    'breaks nowhere, whatever is in them and however it is cut into pieces',
    200,
    fc.property(bodies, lengths, (messages, pieces) => {
      expect(broken(cut(Buffer.from(messages.map(frame).join('')), pieces))).toEqual([]);
    }),
  );

  holds(
    'breaks once, at the first message without a length, however it is cut',
    200,
    fc.property(bodies, lengths, (messages, pieces) => {
      const bad = 'Length: 2\r\n\r\n';
      expect(broken(cut(Buffer.from(`${messages.map(frame).join('')}${bad}{}${bad}`), pieces))).toEqual([bad]);
    }),
  );

  it.each([
    'Content-Length',
    'Content-Length: many',
    'Content-Length: -5',
    'Content-Length: 2x',
    'Content-Length: 12345678901',
    'X: 2',
    '',
  ])('breaks at a message whose length is none: %s', (header) => {
    expect(broken([Buffer.from(`${header}\r\n\r\n{}`)])).toHaveLength(1);
  });

  it('breaks where no header ends', () => {
    expect(broken([Buffer.from('x'.repeat(10_000))])).toHaveLength(1);
  });

  it('may have further headers, in any order and case', () => {
    const header = 'content-type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH:2\r\n\r\n{}';
    expect(broken([Buffer.from(header + header)])).toEqual([]);
  });
});
