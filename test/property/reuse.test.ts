import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
  checkIn,
  contextOf,
  DEFAULT_SETTINGS,
  inlayHints,
  lenses,
  outline,
  readDocument,
  semanticTokens,
  type Document,
} from '../../server/src/core/index';
import { carelessTexts, prints, spoiltTexts } from '../generator/arbitraries';
import { holds } from './property';

/** What somebody does to a text: mostly what leaves its tables as they are, so that they are taken from before. */
interface Edit {
  readonly kind: 'letter' | 'digit' | 'delete' | 'any';
  readonly at: number;
  readonly inserted: string;
}

const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('letter', 'letter', 'digit', 'digit', 'digit', 'delete', 'any'),
    at: fc.nat(),
    inserted: fc.constantFrom(
      ...[
        '0',
        '1',
        '25',
        '中',
        '，',
        '。',
        ' ',
        '　',
        '（一）',
        '3O',
        '/',
        '\t',
        '|',
        '\n',
        '\r',
        '\r\n',
        '\f',
        '\u0007',
      ],
      ...[
        '申请12件。',
        '本年新收政府信息公开申请数量',
        '2022年',
        '某局2022年政府信息公开工作年度报告\n',
        '\n五、存在的主要问题\n',
      ],
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

/** Places at which a pattern ends, or else the whole text's. */
const placesOf = (text: string, pattern: RegExp): readonly number[] => {
  const found = Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => index + length);
  return found.length === 0 ? [text.length] : found;
};

function edited(text: string, { kind, at, inserted }: Edit): string {
  const pick = (places: readonly number[]): number => places[at % places.length]!;
  const put = (place: number, removed: number, words: string): string =>
    text.slice(0, place) + words + text.slice(place + removed);
  switch (kind) {
    case 'letter': {
      const place = pick(placesOf(text, /[^\r\n]{40}/g));
      return put(place, at % 3 === 0 ? 1 : 0, /[\r\n\t|]/.test(inserted) ? '中' : inserted);
    }
    case 'digit':
      return put(pick(placesOf(text, /\d/g)) - 1, 1, String(at % 23));
    case 'delete':
      return put(at % (text.length + 1), 1 + (at % 4), '');
    case 'any':
      return put(at % (text.length + 1), 0, inserted);
  }
}

const serials = new Map<unknown, number>();
const serialOf = (object: unknown): number => serials.get(object) ?? serials.set(object, serials.size).get(object)!;

/** Parts of the form are told by which they are. */
const FORMS = new Set(['form', 'column', 'columns', 'block', 'rule', 'edition']);
const written = (value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) => {
    if (key === 'lines' || key === 'subject' || key === 'resolves' || key === 'shape') return undefined;
    if ((key === 'forms' || key === 'missing') && Array.isArray(part)) return part.map(serialOf);
    return FORMS.has(key) && typeof part === 'object' ? serialOf(part) : part;
  });

/** All that is found out about a text and shown of it. */
const known = ({ segments }: Document): readonly string[] =>
  segments.map(({ start, firstLine, report }) => {
    const context = contextOf(report, DEFAULT_SETTINGS);
    const { findings } = checkIn(context, DEFAULT_SETTINGS, {});
    const cells = report.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells.map(({ span }) => span)));
    return written({
      start,
      firstLine,
      report,
      cells,
      lines: report.lines.count,
      findings: findings.map(({ repairs, ...finding }) => ({ ...finding, repairs: repairs() })),
      outline: outline(report),
      tokens: semanticTokens(context),
      lenses: lenses(context),
      hints: inlayHints(context, 'all', { start: 0, end: report.text.length }, undefined),
    });
  });

const sound = prints().map(({ text }) => text);
const volumes = fc
  .array(fc.oneof(sound, spoiltTexts, carelessTexts), { minLength: 1, maxLength: 3 })
  .map((texts) => texts.join('\n'));

describe('a text that is edited', () => {
  holds(
    'is known after each edit as if it had been read for the first time',
    30,
    fc.property(volumes, edits, (first, changes) => {
      let text = first;
      let readings = [readDocument(text)];
      for (const change of changes) {
        text = edited(text, change);
        const reading = readDocument(text, { known: readings });
        readings = [reading, ...readings].slice(0, 3);
        expect(known(reading)).toEqual(known(readDocument(text)));
      }
    }),
  );
});
