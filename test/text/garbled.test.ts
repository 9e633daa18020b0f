import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { encodingMeant, isGarbled } from '../../server/src/core/text/garbled';
import { buildReport } from '../support/report-builder';

const TEXT = buildReport({ edition: '2021' });
const misread = (written: string, read: string): string => iconv.decode(iconv.encode(TEXT, written), read);

describe('a text in a wrong encoding', () => {
  it.each([
    ['gb18030', 'utf8', 'gb18030'],
    ['gb18030', 'latin1', 'gb18030'],
    ['gb18030', 'windows-1252', 'gb18030'],
    ['utf8', 'gb18030', 'utf8'],
  ])('is told, and which it should have been: %s read as %s', (written, read, meant) => {
    const text = misread(written, read);
    expect(encodingMeant(text)).toBe(meant);
    expect(iconv.decode(iconv.encode(TEXT, written), meant)).toBe(TEXT);
  });

  it('is none that was read rightly', () => {
    expect([isGarbled(TEXT), isGarbled('Déjà vu: à côté de l’été'), isGarbled('')]).toEqual([false, false, false]);
  });
});
