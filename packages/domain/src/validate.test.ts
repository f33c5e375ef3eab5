import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KINDS } from './kinds/index.ts';
import { isShown, validateRecord, validateValue } from './validate.ts';
import { fieldOf } from './kinds/index.ts';

const person = { role: 'client', alias: 'Aysel' };

test('a person needs a role and nothing else', () => {
  expect(validateRecord('person', {})).toEqual([{ field: 'role', problem: 'required' }]);
  expect(validateRecord('person', { role: 'client' })).toEqual([]);
});

test.each([
  ['unknown beside a population', { populations: ['unknown', 'sex-work'] }, 'contradicts'],
  ['none of these beside a population', { populations: ['none-of-these', 'trans'] }, 'contradicts'],
  ['a code of another list', { populations: ['eviction'] }, 'unknown-code'],
  ['one code where a set is', { populations: 'trans' }, 'wrong-type'],
])('%s is pointed out', (_what, fields, problem) => {
  expect(validateRecord('person', { ...person, ...fields })).toEqual([{ field: 'populations', problem }]);
});

test('several populations stand side by side', () => {
  expect(validateRecord('person', { ...person, populations: ['sex-work', 'trans', 'migrant'] })).toEqual([]);
});

test.each([
  [{ birthYear: 1850 }, 'too-small'],
  [{ birthYear: 2500 }, 'too-large'],
  [{ birthYear: 1990.5 }, 'not-whole'],
  [{ birthYear: '1990' }, 'wrong-type'],
  [{ alias: 'a'.repeat(81) }, 'too-long'],
])('%o is pointed out', (fields, problem) => {
  expect(validateRecord('person', { ...person, ...fields })).toEqual([
    { field: Object.keys(fields)[0], problem },
  ]);
});

test('places are areas of a pack, whole regions, or left open', () => {
  const place = { is: 'place' } as const;
  expect(validateValue(place, { area: 'az-baku' })).toBeNull();
  expect(validateValue(place, { area: 'tj-r-khatlon', detail: 'near the bazaar' })).toBeNull();
  expect(validateValue(place, { area: 'prefers-not' })).toBeNull();
  expect(validateValue(place, { area: 'az-atlantis' })).toBe('unknown-area');
});

test('a file value names its blob, key and hash', () => {
  const blob = { is: 'blob' } as const;
  const file = {
    blob: 'b',
    key: 'k',
    size: 3,
    name: 'a.jpg',
    mediaType: 'image/jpeg',
    sha256: 'a'.repeat(64),
  };
  expect(validateValue(blob, file)).toBeNull();
  expect(validateValue(blob, { ...file, sha256: 'short' })).toBe('wrong-type');
});

test('an "other" is asked for in words only where it was chosen', () => {
  const channelOther = fieldOf('case', 'channelOther');
  const typeOther = fieldOf('violation', 'typeOther');
  if (channelOther === undefined || typeOther === undefined) throw new Error('missing');
  expect(isShown(channelOther, { channel: 'other' })).toBe(true);
  expect(isShown(channelOther, { channel: 'hotline' })).toBe(false);
  expect(isShown(typeOther, { type: 'health-other' })).toBe(true);
  expect(isShown(typeOther, {})).toBe(false);
});

test('what a newer version wrote passes', () => {
  expect(validateRecord('of-a-newer-version', { to: 'x' })).toEqual([]);
  expect(validateRecord('person', { ...person, constructor: 1, invented: {} })).toEqual([]);
});

test('whatever value arrives, every field gives an answer', () => {
  const fields = Object.values(KINDS).flatMap((kind) => kind.fields);
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.anything(), (field, value) => {
      const problem = validateValue(field.type, value);
      expect(problem === null || typeof problem === 'string').toBe(true);
    }),
    { numRuns: 2000 },
  );
});
