import { describe, expect, it } from 'vitest';
import { removeIgnores } from '../../server/src/core/config/add-ignore';
import { setBodies } from '../../server/src/core/config/set-bodies';
import { applyEdits } from '../../server/src/core/text/span';

const written = (text: string, bodies: readonly string[]): string | undefined => {
  const edits = setBodies(text, bodies);
  return edits && applyEdits(text, edits);
};

describe('the bodies that should report', () => {
  it('are written with the indent and the line ends of the rest', () => {
    expect(written('{\n  "edition": "2021"\n}\n', ['甲局'])).toBe(
      '{\n  "edition": "2021",\n  "bodies": [\n    "甲局"\n  ]\n}\n',
    );
    expect(written('{\r\n  "edition": "2021"\r\n}\r\n', ['甲局'])).toBe(
      '{\r\n  "edition": "2021",\r\n  "bodies": [\r\n    "甲局"\r\n  ]\r\n}\r\n',
    );
  });

  it('begin a configuration where there is none, and none is made of what is no object', () => {
    for (const blank of ['', ' \n']) expect(written(blank, ['甲局'])).toBe('{\n  "bodies": [\n    "甲局"\n  ]\n}\n');
    for (const broken of ['[]', '{', '3']) expect(written(broken, ['甲局'])).toBeUndefined();
  });
});

describe('entries that are taken out together', () => {
  const [a, b, c] = ['row-width', 'dash-for-zero', 'extra-row'].map((rule) => ({ rule, reason: '…' }));
  const text = JSON.stringify({ edition: '2021', ignores: [a, b, c], rules: {} }, undefined, 2);

  it('are one edit of the stretch that they stand in', () => {
    const [edit, ...others] = removeIgnores(text, [b!])!;
    expect(others).toEqual([]);
    expect(edit!.newText.length).toBeLessThan(10);
    expect(text.slice(edit!.span.start, edit!.span.end)).toContain('dash-for-zero');
    expect(text.slice(edit!.span.start, edit!.span.end)).not.toMatch(/row-width|extra-row/);
    expect(JSON.parse(applyEdits(text, [edit!]))).toEqual({ edition: '2021', ignores: [a, c], rules: {} });
  });

  it('leave what stands around them, and are nothing where there is none of them', () => {
    const [edit] = removeIgnores(text, [a!, b!, c!])!;
    expect(edit!.span.start).toBeGreaterThan(text.indexOf('"ignores"'));
    expect(edit!.span.end).toBeLessThan(text.indexOf('"rules"'));
    expect(JSON.parse(applyEdits(text, [edit!]))).toEqual({ edition: '2021', ignores: [], rules: {} });
    expect(removeIgnores(text, [{ rule: 'row-width', reason: '另一理由' }])).toBeUndefined();
  });
});
