import { expect, test } from 'vitest';
import { isShown, validateRecord } from '../validate.ts';
import { fieldOf } from './index.ts';

const isAsked = (name: string, values: Record<string, unknown>): boolean => {
  const field = fieldOf('violation', name);
  if (field === undefined) throw new Error(name);
  return isShown(field, values);
};

test('a fine for sex work stands with its amount and its article', () => {
  const fined = {
    type: 'punished',
    penalty: ['fine'],
    penaltyAmount: { minor: 10_000, currency: 'AZN' },
    penaltyArticle: 'of the code of offences',
  };
  expect(validateRecord('violation', fined)).toEqual([]);
  expect(isAsked('penaltyAmount', fined)).toBe(true);
  expect(isAsked('penaltyAmount', { type: 'punished', penalty: ['warning'] })).toBe(false);
  expect(isAsked('penalty', { type: 'evicted' })).toBe(false);
  expect(validateRecord('violation', { type: 'sex-demanded' })).toEqual([]);
});

test('of a secret it is said to whom it was told', () => {
  for (const type of ['secrecy-breached', 'outed', 'data-handed-over']) {
    const told = { type, toldTo: ['family', 'police'] };
    expect(validateRecord('violation', told)).toEqual([]);
    expect(isAsked('toldTo', told)).toBe(true);
  }
  expect(isAsked('toldTo', { type: 'evicted' })).toBe(false);
});

test('nearly a hundred people, an organisation and a page are victims beside the people of the case', () => {
  const hit = {
    type: 'detained-unlawfully',
    othersHit: ['group', 'organisation', 'page'],
    groupWho: 'trans and gay people',
    groupNumber: 100,
    groupCertainty: 'estimated',
    organisationHit: 'the community centre',
    pageHit: 'the page of the initiative',
  };
  expect(validateRecord('violation', hit)).toEqual([]);
  expect(isAsked('groupNumber', hit)).toBe(true);
  expect(isAsked('groupNumber', { othersHit: ['page'] })).toBe(false);
});

test('what lies behind a case is chosen from codes', () => {
  expect(validateRecord('case', { causes: ['early-marriage', 'no-schooling', 'no-work', 'rural'] })).toEqual(
    validateRecord('case', {}),
  );
});
