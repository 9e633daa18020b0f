import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULE_SEVERITIES, RULES, ruleById } from '../../server/src/core/index';

const folder = path.join(import.meta.dirname, '../../server/src/core/rules');
const files = new Set(readdirSync(folder));

describe('the registry of rules', () => {
  it('holds each rule once', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    for (const rule of RULES) expect(ruleById(rule.id)).toBe(rule);
    expect(ruleById('no-such-rule')).toBeUndefined();
  });

  describe.each(RULES)('$id', (rule) => {
    it('is named after its defect and stands in a file of that name', () => {
      expect(rule.id).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
      expect(files).toContain(`${rule.id}.ts`);
    });

    it('says everything in both languages', () => {
      for (const words of [rule.name, rule.explanation, rule.basis]) {
        expect(words.zh).toMatch(/\p{Script=Han}/u);
        expect(words.en).toMatch(/[a-z]/);
      }
      expect(Object.keys(rule.messages)).not.toEqual([]);
      for (const said of [rule.name, rule.explanation, rule.basis, ...Object.values(rule.messages)].flatMap(({ zh, en }) => [zh, en]))
        expect(said).toMatch(/^\S(?:.*\S)?$/);
    });

    it('explains itself in sentences and is named in a few words', () => {
      expect(rule.explanation.zh).toMatch(/。$/);
      expect(rule.explanation.en).toMatch(/\.$/);
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
