import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
  applyEdits,
  check,
  contextOf,
  DEFAULT_SETTINGS,
  readDocument,
  RULES,
  say,
  type Judged,
  type Report,
  type Settings,
} from '../../server/src/core/index';
import { spoiltTexts } from '../generator/arbitraries';
import { holds } from './property';

const written = ({ rule, severity, message, span, related }: Judged): string =>
  `${span.start}-${span.end} ${severity} ${rule.id}: ${say(message, 'zh-CN')} [${related.map((other) => `${other.span.start}-${other.span.end}`).join(' ')}]`;

const findings = (report: Report, rules: Settings['rules'] = {}): readonly string[] =>
  check(report, { ...DEFAULT_SETTINGS, rules })
    .map(written)
    .sort();

const only = (id: string): Settings['rules'] =>
  Object.fromEntries(RULES.filter((rule) => rule.id !== id).map((rule) => [rule.id, 'off']));

describe('the rules', () => {
  holds(
    'find the same alone as together',
    12,
    fc.property(spoiltTexts, (text) => {
      for (const { report } of readDocument(text).segments)
        expect(RULES.flatMap(({ id }) => findings(report, only(id))).sort()).toEqual(findings(report));
    }),
  );

  holds(
    'find the same in any order and however often they are asked',
    15,
    fc.property(spoiltTexts, fc.shuffledSubarray([...RULES], { minLength: RULES.length }), (text, shuffled) => {
      for (const { report } of readDocument(text).segments.filter((segment) => segment.report.recognised)) {
        const context = contextOf(report, DEFAULT_SETTINGS);
        const places = [...shuffled, ...shuffled].flatMap((rule) =>
          [...rule.check(context)].map(({ span }) => `${rule.id} ${span.start}-${span.end}`),
        );
        const once = check(report, DEFAULT_SETTINGS).map(({ rule, span }) => `${rule.id} ${span.start}-${span.end}`);
        expect(places.sort()).toEqual([...once, ...once].sort());
      }
    }),
  );

  holds(
    'find the same again in the same text',
    15,
    fc.property(spoiltTexts, (text) => {
      const all = (): readonly string[] => readDocument(text).segments.flatMap(({ report }) => findings(report));
      expect(all()).toEqual(all());
    }),
  );

  holds(
    'offer as the right repair one that takes the finding away',
    25,
    fc.property(spoiltTexts, (text) => {
      for (const { report } of readDocument(text).segments) {
        const before = check(report, DEFAULT_SETTINGS);
        const saying = (found: readonly Judged[], like: Judged): number =>
          found.filter(
            ({ rule, message }) => rule === like.rule && say(message, 'zh-CN') === say(like.message, 'zh-CN'),
          ).length;
        for (const finding of before) {
          for (const { edits, preferred } of finding.repairs()) {
            if (!preferred) continue;
            const after = readDocument(applyEdits(report.text, edits)).segments.flatMap((segment) =>
              check(segment.report, DEFAULT_SETTINGS),
            );
            expect(saying(after, finding), `${finding.rule.id}: ${say(finding.message, 'en')}`).toBeLessThan(
              saying(before, finding),
            );
          }
        }
      }
    }),
  );

  holds(
    'say something about every finding, in both languages, with every slot filled',
    15,
    fc.property(spoiltTexts, (text) => {
      for (const { report } of readDocument(text).segments) {
        for (const { message, related } of check(report, DEFAULT_SETTINGS)) {
          for (const said of [message, ...related.map((other) => other.message)].flatMap((one) => [
            say(one, 'zh-CN'),
            say(one, 'en'),
          ])) {
            expect(said).not.toBe('');
            expect(said).not.toMatch(/\{\w+\}|undefined|\[object/);
          }
        }
      }
    }),
  );
});
