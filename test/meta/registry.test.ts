import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PAGES, RULE_SEVERITIES, RULES, ruleById } from '../../server/src/core/index';

const folder = path.join(import.meta.dirname, '../../server/src/core/rules');
const files = new Set(readdirSync(folder));

const pageWords = (id: string) => Object.values(PAGES[id] ?? {});

describe('the registry of rules', () => {
  it('holds each rule once', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    for (const rule of RULES) expect(ruleById(rule.id)).toBe(rule);
    expect(ruleById('no-such-rule')).toBeUndefined();
  });

  it('has a page for each', () => {
    expect(Object.keys(PAGES)).toEqual(RULES.map(({ id }) => id));
  });

  describe.each(RULES)('$id', (rule) => {
    it('is named after its defect and stands in a file of that name', () => {
      expect(rule.id).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
      expect(files).toContain(`${rule.id}.ts`);
    });

    it('says everything in both languages', () => {
      for (const words of [rule.name, ...pageWords(rule.id)]) {
        expect(words.zh).toMatch(/\p{Script=Han}/u);
        expect(words.en).toMatch(/[a-z]/);
      }
      expect(Object.keys(rule.messages)).not.toEqual([]);
      for (const said of [rule.name, ...pageWords(rule.id), ...Object.values(rule.messages)].flatMap(({ zh, en }) => [
        zh,
        en,
      ]))
        expect(said).toMatch(/^\S(?:.*\S)?$/);
    });

    it('explains itself in sentences and is named in a few words', () => {
      expect(PAGES[rule.id]!.explanation.zh).toMatch(/。$/);
      expect(PAGES[rule.id]!.explanation.en).toMatch(/\.$/);
      expect(rule.name.zh.length).toBeLessThanOrEqual(20);
      expect(rule.name.zh + rule.name.en).not.toMatch(/[。.]$/);
    });

    it('has a severity that can be set', () => {
      expect(RULE_SEVERITIES).toContain(rule.severity);
      expect(rule.severity).not.toBe('off');
    });

    it('offers repairs where it says so', () => {
      expect(rule.repairs !== undefined).toBe(rule.repair !== 'none');
    });
  });
});
