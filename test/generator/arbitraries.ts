import fc from 'fast-check';
import { pick, seeded, some, type Choices } from './choices';
import { READABLE } from './layouts/index';
import { LOOKS } from './noise';
import { printReport } from './print-report';
import type { Layout } from './style';
import { validReport, type ValidReport } from './valid-report';

/** A report and its text. The text names what it was made of when a test fails. */
export interface Print {
  readonly report: ValidReport;
  readonly layout: string;
  readonly noises: readonly string[];
  readonly text: string;
}

/**
 * As many free choices as a report or its print takes, then plain ones: shrinks to fewer free choices and so to plainer
 * texts, in a few steps.
 */
export const choicesOf = (most: number): fc.Arbitrary<Choices> =>
  fc
    .tuple(fc.noShrink(fc.nat(0xffffffff)), fc.integer({ min: 0, max: most }))
    .map(([seed, free]) => seeded(seed, free));

/** A failing test prints what matters of a value instead of its hundreds of cells. */
const shownAs = <T extends object>(value: T, text: string): T =>
  Object.defineProperty(value, fc.toStringMethod, { value: () => text, enumerable: false });

export const validReports: fc.Arbitrary<ValidReport> = choicesOf(500).map((choices) => {
  const report = validReport(choices);
  const filled = [...report.cells].flatMap(([key, { printed }]) => (printed === '0' ? [] : [`${key}=${printed}`]));
  return shownAs(report, `${report.body} ${report.year}: ${filled.join(' ')}`);
});

/** Printed reports in one of the layouts given, with some of the noises that do not hide what is in the cells. */
export function prints(layouts: readonly Layout[] = READABLE, noises = LOOKS): fc.Arbitrary<Print> {
  return fc
    .tuple(choicesOf(500), choicesOf(400), fc.constantFrom(...layouts), fc.integer({ min: 0, max: 4 }))
    .map(([content, looks, layout, share]) => {
      const report = validReport(content);
      const chosen = share === 0 ? [] : some(looks, noises, 1 + share);
      const text = printReport(report, layout, chosen, looks);
      const noiseIds = chosen.map(({ id }) => id);
      return shownAs(
        { report, layout: layout.id, noises: noiseIds, text },
        `layout ${layout.id} [${noiseIds.join(' ')}]\n${text}`,
      );
    });
}

/** Texts of reports that someone has been careless with: rows gone or doubled, numbers spoilt, headings misnumbered. */
export const carelessTexts = changed(spoil);

/** The same, with lines pasted elsewhere: nothing need stand where it belongs. */
export const spoiltTexts = changed((lines, choices) =>
  choices.below(8) === 7 ? move(lines, choices) : spoil(lines, choices),
);

function changed(change: (lines: readonly string[], choices: Choices) => readonly string[]): fc.Arbitrary<string> {
  return fc.tuple(prints(), choicesOf(60), fc.integer({ min: 1, max: 12 })).map(([{ text }, choices, times]) =>
    Array.from({ length: times })
      .reduce<readonly string[]>((lines) => change(lines, choices), text.split('\n'))
      .join('\n'),
  );
}

function move(lines: readonly string[], choices: Choices): readonly string[] {
  const at = choices.below(lines.length);
  const moved = lines.slice(at, at + 1 + choices.below(LONGEST_MOVE));
  const rest = lines.toSpliced(at, moved.length);
  return rest.toSpliced(choices.below(rest.length + 1), 0, ...moved);
}

function spoil(lines: readonly string[], choices: Choices): readonly string[] {
  const at = choices.below(lines.length);
  const line = lines[at] ?? '';
  const value = /\d+(?=\D*$)/;
  const written = pick<readonly string[]>(choices, [
    [line.replace(value, '-')],
    [line.replace(value, (digits) => String(Number(digits) + 1))],
    [line.replace(value, '')],
    [line.replace(value, '3O')],
    [
      line.replace(value, (digits) =>
        digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      ),
    ],
    [line.replace(/[一二三四五六]、/, '三、')],
    [line.replace(/[一二三四五六]、/, '5、')],
    [],
    [line, line],
  ]);
  return [...lines.slice(0, at), ...written, ...lines.slice(at + 1)];
}

/** In lines: a table in some layouts. */
const LONGEST_MOVE = 30;

const PIECES = [
  '\n',
  '\r',
  '\r\n',
  '\t',
  '|',
  ' ',
  '\u3000',
  '\ufeff',
  '\0',
  '\ud800',
  '\udc00',
  '𠅤',
  '\u2028',
  '\f',
  '0',
  '12',
  '３O',
  '-',
  '（',
  '）',
  '、',
  '。',
];
const WORDS = [
  '一、总体情况',
  '三、',
  '规章',
  '行政许可',
  '（一）予以公开',
  '一、本年新收政府信息公开申请数量',
  '尚未审结',
  '总计',
  '2023年政府信息公开工作年度报告',
  '某局',
  '无',
];

/**
 * Reports in which characters outside the Basic Multilingual Plane, two UTF-16 units each, stand anywhere, alone or in
 * long rows.
 */
export const astralTexts: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      prints().map(({ text }) => text),
      spoiltTexts,
    ),
    fc.nat(0xffffffff),
    fc.integer({ min: 2, max: 60 }),
  )
  .map(([text, seed, times]) => {
    const choices = seeded(seed);
    return [...text]
      .map((unit) =>
        choices.below(times) === 0
          ? `${unit}${pick(choices, ['𠅤', '𠅤𠅤', '😀']).repeat(1 + (choices.below(25) ** 2 % 90))}`
          : unit,
      )
      .join('');
  });

/** Any text: every UTF-16 unit, and the form's own words between separators, so that the reader's branches are met. */
export const anyTexts: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...PIECES, ...WORDS), { maxLength: 200 }).map((pieces) => pieces.join('')),
  fc
    .tuple(prints(), fc.array(fc.tuple(fc.nat(), fc.constantFrom(...PIECES, '')), { maxLength: 20 }))
    .map(([{ text }, edits]) =>
      edits.reduce(
        (edited, [at, piece]) =>
          edited.slice(0, at % (edited.length + 1)) + piece + edited.slice((at % (edited.length + 1)) + (at % 7)),
        text,
      ),
    ),
);
