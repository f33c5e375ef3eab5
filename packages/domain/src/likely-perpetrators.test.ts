import { expect, test } from 'vitest';
import { childrenOf, codeList, codeOf, isCode } from './code-lists/index.ts';
import { LIKELY_ACTS, perpetratorsFor } from './likely-perpetrators.ts';

test.each([
  ['evicted', 'landlord'],
  ['early-marriage', 'family'],
  ['resources-denied', 'partner'],
  ['registration-denied', 'police'],
  ['care-conditional', 'health-worker'],
  ['dismissed', 'employer'],
  ['secrecy-breached', 'health-worker'],
  ['not-investigated', 'police'],
])('after %s the first whom one is offered is %s', (act, first) => {
  expect(perpetratorsFor(act).codes[0]).toBe(first);
});

test('whoever it was can still be said: every act offers the whole list, each once', () => {
  const all = (codeList('perpetrator-types')?.codes ?? []).map(({ code }) => code).sort();
  for (const { code } of codeList('violation-types')?.codes ?? [])
    expect([...perpetratorsFor(code).codes].sort(), code).toEqual(all);
});

test('an act of which nothing is known beforehand offers the list as it is, and nobody as likely', () => {
  expect(perpetratorsFor('other')).toMatchObject({ likely: 0 });
  expect(perpetratorsFor('no-such-act').codes[0]).toBe('police');
});

test('the table speaks only of acts and people that the lists have, and of every first level but "other"', () => {
  for (const act of LIKELY_ACTS) {
    expect(codeOf('violation-types', act), act).toBeDefined();
    const { codes, likely } = perpetratorsFor(act);
    for (const code of codes.slice(0, likely)) expect(isCode('perpetrator-types', code), code).toBe(true);
    expect(new Set(codes).size, act).toBe(codes.length);
  }
  const silent = childrenOf('violation-types').filter(({ code }) => perpetratorsFor(code).likely === 0);
  expect(silent.map(({ code }) => code)).toEqual(['other', 'unknown', 'prefers-not']);
});
