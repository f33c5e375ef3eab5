import { expect, test } from 'vitest';
import { record } from '../plans/testing/records.ts';
import { followed } from './followed.ts';

const proposal = (more: Record<string, string> = {}) =>
  record('p', 'proposal', { words: 'A shelter\nin each region', ...more });

test('a proposal is followed in its own words, and as a promise only once it was taken in', () => {
  expect(followed(proposal(), 'c')).toEqual({
    kind: 'commitment',
    record: 'c',
    fields: {
      what: { set: 'our-recommendation' },
      name: { set: 'A shelter' },
      text: { set: 'A shelter\nin each region' },
    },
  });
  expect(followed(proposal({ fate: 'in-part' }), 'c').fields['what']).toEqual({ set: 'promise' });
  expect(followed(proposal({ fate: 'refused' }), 'c').fields['what']).toEqual({ set: 'our-recommendation' });
});

test('where its commitment was deleted, following it again brings that back', () => {
  expect(followed(proposal({ commitment: 'c' }), 'c').deleted).toBe(false);
});
