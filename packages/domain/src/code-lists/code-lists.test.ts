import { expect, test } from 'vitest';
import { childrenOf, CODE_LISTS, codeList, codeOf, isCode, isOffered, otherCodes } from './index.ts';

test('codes are slugs, once in their list, and their parents exist', () => {
  for (const [name, list] of Object.entries(CODE_LISTS)) {
    expect(list.list).toBe(name);
    const codes = list.codes.map((c) => c.code);
    expect(new Set(codes).size, name).toBe(codes.length);
    for (const { code, parent } of list.codes) {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      if (parent !== undefined) expect(codes).toContain(parent);
    }
  }
});

test('"unknown" and "prefers not to say" are two codes wherever a person answers', () => {
  for (const name of [
    'populations',
    'violation-types',
    'gender-identities',
    'answer',
    'wants',
    'age-bands',
  ]) {
    expect(codeOf(name, 'unknown')?.special, name).toBe('unknown');
    expect(codeOf(name, 'prefers-not')?.special, name).toBe('prefers-not');
  }
});

test.each([
  'care-denied',
  'secrecy-breached',
  'detained-unlawfully',
  'forced-test',
  'extortion',
  'physical-violence',
  'sexual-violence',
  'threat',
  'outed',
  'evicted',
  'dismissed',
  'papers-denied',
  'identity-denied',
  'registration-denied',
  'registration-ended',
  'protection-refused',
  'forced-return',
  'hate-speech',
  'account-takeover',
])('the violation %s has a second-level code of its own', (code) => {
  expect(codeOf('violation-types', code)?.parent).toBeDefined();
});

test('violations have a first level, and each branch its own "other"', () => {
  const first = childrenOf('violation-types').map((c) => c.code);
  expect(first).toEqual([
    'health',
    'liberty',
    'violence',
    'documents',
    'housing',
    'work',
    'family',
    'dignity',
    'digital',
    'justice',
    'civic',
    'other',
    'unknown',
    'prefers-not',
  ]);
  expect(childrenOf('violation-types', 'health').at(-1)?.code).toBe('health-other');
  expect(otherCodes('violation-types')).toHaveLength(12);
});

test('what is not known is answered with nothing', () => {
  expect(codeList('constructor')).toBeUndefined();
  expect(isCode('answer', 'perhaps')).toBe(false);
  expect(isCode('answer', 7)).toBe(false);
  expect(childrenOf('no-such-list')).toEqual([]);
});

test.each([
  'hiv-test',
  'pep',
  'sti-care',
  'contraception',
  'drug-treatment',
  'art',
  'ost',
  'safe-room',
  'meeting-place',
])('the service %s has a code of its own', (code) => expect(isCode('services', code)).toBe(true));

test('a code that said too little is read for ever and offered no more; what it was divided into is offered', () => {
  const old = codeOf('response-types', 'ost-art');
  expect(old?.divided).toEqual(['art', 'ost']);
  for (const { codes } of Object.values(CODE_LISTS))
    for (const each of codes)
      for (const now of each.divided ?? []) {
        const found = codes.find(({ code }) => code === now);
        expect(found !== undefined && isOffered(found)).toBe(true);
        expect(isOffered(each)).toBe(false);
      }
});
