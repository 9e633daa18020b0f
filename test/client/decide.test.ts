import { describe, expect, it } from 'vitest';
import { type Circumstances, decide } from '../../client/src/common/recognition/decide';

const report: Circumstances = {
  detect: 'auto',
  associated: false,
  switchedBack: false,
  isPlain: true,
  accepted: false,
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

describe('a file of another language that holds a report', () => {
  const other = { ...report, isPlain: false };
  it('is offered, and never becomes one unasked', () => expect(decide(other)).toBe('offer'));
  it('is one again once the user has said so', () => expect(decide({ ...other, accepted: true })).toBe('switch'));
  it('is left alone where nobody wants to be asked', () => expect(decide({ ...other, unasked: true })).toBe('leave'));
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
