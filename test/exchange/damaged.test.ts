import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect } from 'vitest';
import fc from 'fast-check';
import { say, show, textOfBlocks } from '../../server/src/core/index';
import { exportAs, importFile, type ExportFormat } from '../../server/src/exchange/index';
import { holds } from '../property/property';
import { readOne } from '../support/findings';
import { buildReport } from '../support/report-builder';

const REPORT = readOne(buildReport({ edition: '2021' }));
const fileAs = (format: ExportFormat): Promise<Uint8Array> =>
  exportAs(format, show(REPORT), { marks: false, say: (message) => say(message, 'zh-CN') });

/** What goes wrong in a text: a stretch is lost, written twice, or something strange takes its place. */
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 40 }),
  kind: fc.constantFrom('lost', 'doubled', 'replaced'),
  instead: fc.constantFrom('<', '>', '"', '</w:p>', '<w:tbl>', '<table>', '999999999', '-1', '\0', '&#x110000;', ']]>'),
});
type Damage = typeof damage extends fc.Arbitrary<infer Value> ? Value : never;

function damaged(text: string, { at, length, kind, instead }: Damage): string {
  const start = Math.floor(at * text.length);
  const stretch = text.slice(start, start + length);
  const rest = text.slice(start + length);
  return text.slice(0, start) + (kind === 'lost' ? '' : kind === 'doubled' ? stretch + stretch : instead) + rest;
}

/** Word's and Excel's files with damaged parts; as archives they are whole. */
function damagedParts(file: Uint8Array, damages: readonly (readonly [part: number, how: Damage])[]): Uint8Array {
  const parts = unzipSync(file);
  const names = Object.keys(parts).filter((name) => /\.(?:xml|rels)$/.test(name));
  for (const [part, one] of damages) {
    const name = names[part % names.length]!;
    parts[name] = strToU8(damaged(strFromU8(parts[name]!), one));
  }
  return zipSync(parts);
}

/** A file is brought in or refused with a sentence in both languages; nothing breaks. */
async function expectAnswer(file: Uint8Array): Promise<void> {
  const imported = await importFile(file);
  if ('refused' in imported) {
    for (const words of [imported.refused.zh, imported.refused.en]) expect(words).toMatch(/^[^\n]+$/);
    return;
  }
  expect(typeof textOfBlocks(imported.blocks, 'tsv').text).toBe('string');
}

describe('a damaged file', () => {
  for (const format of ['docx', 'xlsx'] as const) {
    const whole = fileAs(format);
    holds(
      `of ${format} with broken parts is brought in or refused`,
      40,
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(50), damage), { minLength: 1, maxLength: 4 }), async (damages) =>
        expectAnswer(damagedParts(await whole, damages)),
      ),
    );
    holds(
      `of ${format} with broken bytes is brought in or refused`,
      40,
      fc.asyncProperty(
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = Uint8Array.from(await whole);
          for (const [at, byte] of changes) bytes[Math.min(bytes.length - 1, Math.floor(at * bytes.length))] = byte;
          await expectAnswer(bytes);
        },
      ),
    );
  }
  const page = fileAs('html');
  holds(
    'of html is brought in or refused',
    60,
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 6 }), async (damages) =>
      expectAnswer(strToU8(damages.reduce(damaged, strFromU8(await page)))),
    ),
  );
});
