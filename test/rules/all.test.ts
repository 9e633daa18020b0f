import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EDITIONS, ruleById, RULES, say, type Rule } from '../../server/src/core/index';
import { findingsIn, messagesOf, repaired, safelyRepaired, type Found } from '../support/findings';
import { strip, type Mark } from '../support/markers';
import { parsePage, type Example } from '../support/rule-page';

const folder = import.meta.dirname;
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, ...parsePage(readFileSync(path.join(folder, name), 'utf8')) }));

describe.each(pages)('$name', ({ name, id, intro, examples }) => {
  it('is the page of a rule', () => {
    expect(name).toBe(`${id}.md`);
    expect(ruleById(id)).toBeDefined();
    expect(intro).not.toBe('');
  });

  it.each(EDITIONS)('has an invalid and a valid example of $id', ({ id: edition }) => {
    const own = examples.flatMap(({ kind, reports }) =>
      reports.filter((report) => report.edition === edition).map(({ fixture }) => ({ kind, ...strip(fixture) })),
    );
    const applies = edition === '2021' || !SINCE_2021.includes(id);
    expect(own.some(({ kind, marks }) => kind === 'invalid' && marks.some(({ rule }) => rule === id))).toBe(applies);
    if (applies) expect(own.some(({ kind }) => kind === 'valid')).toBe(true);
  });

  for (const [i, example] of examples.entries())
    for (const { edition, fixture } of example.reports) {
      const above = examples[i - 1]?.reports.find((report) => report.edition === edition)?.fixture;
      describe(`line ${example.line}, ${edition}: ${example.kind}`, () => {
        runExample(ruleById(id)!, example, fixture, above);
      });
    }
});

function runExample(rule: Rule, example: Example, fixture: string, above: string | undefined): void {
  it.each([
    ['LF', fixture],
    ['CRLF', fixture.replaceAll('\n', '\r\n')],
  ])('gives the marked findings and no others (%s)', (_, own) => {
    const { text, marks } = strip(own);
    if (example.kind !== 'fixed') expect(marks.length > 0).toBe(example.kind === 'invalid');
    const found = findingsIn(text, undefined, example.fileName);
    expect(compare(text, marks, found)).toEqual({ missing: [], unexpected: [] });
    for (const { start, end } of found) expect(0 <= start && start <= end && end <= text.length).toBe(true);
    for (const { words, args } of found.flatMap(messagesOf)) expect(Object.keys(args)).toEqual(expect.arrayContaining([...slots(words.zh)]));
  });

  it('is free of what can be mended unseen once that is mended', () => {
    const { text } = strip(fixture);
    const mended = safelyRepaired(text);
    expect(safelyRepaired(mended)).toBe(mended);
    const before = new Set(findingsIn(text).map((found) => found.rule));
    expect(findingsIn(mended).filter((found) => !before.has(found.rule) || found.finding.repairs().some((repair) => repair.safe))).toEqual([]);
  });

  it('has fewer such findings after any preferred repair', () => {
    const { text } = strip(fixture);
    const count = (own: string): number => findingsIn(own).filter((found) => found.rule === rule.id).length;
    for (const found of findingsIn(text).filter((one) => one.rule === rule.id))
      for (const repair of found.finding.repairs().filter(({ preferred }) => preferred)) expect(count(repaired(text, found, repair))).toBeLessThan(count(text));
  });

  if (example.kind === 'fixed')
    it.each([
      ['LF', fixture, above!],
      ['CRLF', fixture.replaceAll('\n', '\r\n'), above!.replaceAll('\n', '\r\n')],
    ])('is what the first repair makes of the example above (%s)', (_, own, broken) => {
      const { text } = strip(broken);
      const found = findingsIn(text).find((one) => one.rule === rule.id)!;
      expect(repaired(text, found, found.finding.repairs()[0]!)).toBe(strip(own).text);
    });
}

/** What is marked and not found, and what is found and not marked. */
function compare(text: string, marks: readonly Mark[], found: readonly Found[]): { missing: string[]; unexpected: string[] } {
  const left = [...found];
  const missing: string[] = [];
  for (const { start, end, rule, says } of marks) {
    const at = left.findIndex((one) => one.rule === rule && one.start === start && one.end === end && say(one.finding.message, 'zh-CN').includes(says ?? ''));
    if (at < 0) missing.push(`${describeSpan(text, start, end)} ${rule}${says === undefined ? '' : ` ${says}`}`);
    else left.splice(at, 1);
  }
  return { missing, unexpected: left.map((one) => `${describeSpan(text, one.start, one.end)} ${one.rule} ${say(one.finding.message, 'zh-CN')}`) };
}

const describeSpan = (text: string, start: number, end: number): string =>
  `line ${text.slice(0, start).split('\n').length}, ${start}–${end} “${text.slice(start, end)}”:`;

const slots = (words: string): ReadonlySet<string> => new Set(words.match(/(?<=\{)\w+(?=\})/g));

/** Rules about what the form has asked for only since 2021: reports of 2019 cannot have their defect. */
const SINCE_2021: readonly string[] = ['missing-fee-statement', 'stock-mismatch'];

/** What all examples together say. */
let everything: ReadonlySet<unknown> | undefined;
function said(): ReadonlySet<unknown> {
  everything ??= new Set(
    pages
      .flatMap(({ examples }) =>
        examples.flatMap(({ reports, fileName }) =>
          reports.flatMap(({ fixture }) => findingsIn(strip(fixture).text, () => undefined, fileName).flatMap(messagesOf)),
        ),
      )
      .map(({ words }) => words),
  );
  return everything;
}

describe('every rule', () => {
  it.each(RULES)('$id has a page', ({ id }) => {
    expect(pages.map((page) => page.id)).toContain(id);
  });

  it.each(RULES)('$id says each of its messages in some example', ({ messages }) => {
    expect(Object.keys(messages).filter((key) => !said().has(messages[key]))).toEqual([]);
  });

  it.each(RULES)('$id says the same in both languages', ({ messages }) => {
    for (const { zh, en } of Object.values(messages)) expect(slots(en)).toEqual(slots(zh));
  });
});
