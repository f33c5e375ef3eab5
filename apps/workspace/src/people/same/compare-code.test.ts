import { describe, expect, it } from 'vitest';
import { codeOf, judge } from './compare-code.ts';

const own = { groups: ['00417', '20388', '99120', '47100', '31964', '58203'], acts: 7 };
const leyla = { space: 'an-organisation', account: 'leyla' };
const nigar = { space: 'an-organisation', account: 'nigar' };
const verdictOn = (text: string): string => judge(text, own, leyla, 'nigar').verdict;

describe('a colleague’s code', () => {
  it('is the same, another one, or of a device that is behind', () => {
    expect(verdictOn(codeOf(own, nigar))).toBe('same');
    expect(verdictOn(codeOf({ ...own, groups: own.groups.toReversed() }, nigar))).toBe('different');
    // The number of another moment always differs: the count says that this is why.
    expect(judge(codeOf({ groups: own.groups.toReversed(), acts: 6 }, nigar), own, leyla, 'nigar')).toEqual({
      verdict: 'behind',
      acts: 6,
    });
  });

  it('is never “the same” with another count, although the digits are', () => {
    expect(verdictOn(codeOf({ ...own, acts: 8 }, nigar))).toBe('behind');
  });

  it('counts for nobody but whose it is', () => {
    expect(verdictOn(codeOf(own, leyla))).toBe('own-code');
    expect(verdictOn(codeOf(own, { ...nigar, account: 'rena' }))).toBe('other-person');
    expect(verdictOn(codeOf(own, { ...nigar, space: 'another' }))).toBe('other-organisation');
  });

  it('that is none says so', () => {
    const code = codeOf(own, nigar);
    for (const text of [
      '',
      'https://dayaq.example/join#x',
      code.slice(0, -1),
      `${code}/1`,
      code.replace('/7/', '/x/'),
    ])
      expect(verdictOn(text)).toBe('unreadable');
  });
});

describe('digits that were read out', () => {
  it('are taken however they are spaced', () => {
    expect(verdictOn(own.groups.join(' '))).toBe('same');
    expect(verdictOn(`${own.groups.join('-')}\n`)).toBe('same');
    expect(verdictOn(own.groups.join(''))).toBe('same');
  });

  it('differ by one digit, or are not all there', () => {
    expect(verdictOn(own.groups.join(' ').replace('417', '418'))).toBe('digits-differ');
    expect(verdictOn(own.groups.slice(1).join(' '))).toBe('incomplete');
    expect(verdictOn(`${own.groups.join(' ')} 1`)).toBe('incomplete');
  });
});
