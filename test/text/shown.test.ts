import { describe, expect, it } from 'vitest';
import { csvLine, spreadsheetLine } from '../../server/src/core/text/csv';
import { detached } from '../../server/src/core/text/detached';
import { isPadding } from '../../server/src/core/text/padding';
import { shown } from '../../server/src/core/text/shown';
import { canonicalUri, folderOf, nameOf, unescaped } from '../../server/src/core/text/uri';
import { displayWidth } from '../../server/src/core/text/width';

describe('what others wrote, in one line of output', () => {
  it.each([
    ['\u001b[31m', '\\u001b[31m'],
    ['a\r\nb\tc', 'a\\u000d\\u000ab\\u0009c'],
    ['\u202eabc\u2066', '\\u202eabc\\u2066'],
    ['\u061c\u200e\u200f\u2028\u2029\u2069', '\\u061c\\u200e\\u200f\\u2028\\u2029\\u2069'],
    ['##[error]', '\\u0023#[error]'],
    ['##vso[task]', '\\u0023#vso[task]'],
    ['# 1 ## 2 #[3]', '# 1 ## 2 #[3]'],
    ['青禾县水务局', '青禾县水务局'],
  ])('is shown by its code where it would steer: %j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe('a line for spreadsheets', () => {
  it('quotes what would part it', () => {
    expect(csvLine(['a', 'b,c', 'd"e', '', ' f '])).toBe('a,"b,c","d""e",, f \r\n');
    expect(csvLine(['a\nb'])).toBe('a\\u000ab\r\n');
  });

  it('quotes what would be a command of a build server, at its beginning alone', () => {
    expect(csvLine(['::error::x', '  ::set', 'a::b'])).toBe('"::error::x","  ::set",a::b\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['@x', "'@x"],
    ['+cmd', "'+cmd"],
    ['-x', "'-x"],
    ['-3', '-3'],
    ['+3.5', '+3.5'],
    ['-3x', "'-3x"],
    ['-', '-'],
    ['a=1', 'a=1'],
    ['3-1', '3-1'],
  ])('takes no text for a formula: %s', (text, expected) => {
    expect(spreadsheetLine([text])).toBe(`${expected}\r\n`);
    expect(csvLine([text])).toBe(`${text}\r\n`);
  });
});

describe('room around what is printed', () => {
  const units = Array.from({ length: 0x10000 }, (_, code) => code).filter(isPadding);

  it('is spaces of any width and tabs, and nothing that has a meaning', () => {
    expect(units.map((code) => code.toString(16))).toEqual(
      '9 20 a0 1680 2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 200a 202f 205f 3000'.split(' '),
    );
    for (const text of ['\n', '\r', '\u200b', '\ufeff', '\u00ad', '\f', '\u2028'])
      expect(isPadding(text.charCodeAt(0))).toBe(false);
  });
});

describe('a URI', () => {
  it('is named by its last part, as people read it', () => {
    expect(nameOf('file:///a/%E5%B9%B4%E6%8A%A5.txt')).toBe('年报.txt');
    expect(nameOf('a.txt')).toBe('a.txt');
    expect(nameOf('file:///a/100%.txt')).toBe('100%.txt');
  });

  it('lies in a folder', () => {
    expect(folderOf('file:///a/b/c.txt')).toBe('file:///a/b');
    expect(folderOf('c.txt')).toBe('');
    expect(folderOf('/c.txt')).toBe('');
  });

  it('is one in all its spellings', () => {
    expect(canonicalUri('file:///C%3A/a%20b')).toBe('file:///c:/a b');
    expect(canonicalUri('file:///c:/A')).toBe('file:///c:/A');
    expect(canonicalUri('http://x/file:///C:/a')).toBe('http://x/file:///C:/a');
    expect(unescaped('%E5')).toBe('%E5');
  });
});

describe('the width of a text', () => {
  it('is two columns for Chinese characters, or as many as the font makes them', () => {
    expect(displayWidth('a1 ')).toBe(3);
    expect(displayWidth('年报')).toBe(4);
    expect(displayWidth('“a”')).toBe(5);
    expect(displayWidth('年a报', 1.5)).toBe(4);
    expect(displayWidth('𠀀')).toBe(2);
    expect(displayWidth('')).toBe(0);
  });
});

it('a part of a text stays the same on its own, unit for unit', () => {
  for (const text of ['', '年报', 'a\ud840b', '𠀀']) expect(detached(text)).toBe(text);
});
