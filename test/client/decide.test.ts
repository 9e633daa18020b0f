import { describe, expect, it } from 'vitest';
import { type Circumstances, decide } from '../../client/src/common/recognition/decide';

const report: Circumstances = {
  detect: 'auto',
  associated: false,
  switchedBack: false,
  unasked: false,
  isReport: () => true,
};
const unread = (): boolean => {
  throw new Error('the text is not looked at');
};

describe('a plain text file that is a report', () => {
  it('becomes one', () => expect(decide(report)).toBe('switch'));
  it('is offered where the user wants to be asked', () => expect(decide({ ...report, detect: 'ask' })).toBe('offer'));
  it('becomes one without asking where the user no longer wants to be asked but has set so', () =>
    expect(decide({ ...report, unasked: true })).toBe('switch'));
});

describe('a plain text file is left alone', () => {
  it('if it is no report', () => expect(decide({ ...report, isReport: () => false })).toBe('leave'));
  it.each<Partial<Circumstances>>([
    { detect: 'off' },
    { associated: true },
    { switchedBack: true },
    { detect: 'ask', unasked: true },
  ])('unread, by the word of its user: %j', (word) =>
    expect(decide({ ...report, ...word, isReport: unread })).toBe('leave'),
  );
});
