import { expect, it } from 'vitest';
import { askOf, checkedSince, EVERYTHING, isNarrowed, queryOf } from './list-search.ts';

const NOW = { day: '2026-11-23', minute: 10 * 60 };

it('is not narrowed by an answer while nobody is at the door, nor by an order', () => {
  expect(isNarrowed({ ...EVERYTHING, answer: 'refuses' })).toBe(false);
  expect(isNarrowed({ ...EVERYTHING, sort: 'unchecked' })).toBe(false);
  expect(isNarrowed({ ...EVERYTHING, openNow: true })).toBe(true);
});

it('asks by the hour and the day only where somebody asks for them', () => {
  expect(askOf(EVERYTHING, NOW)).toMatchObject({ openAt: null, checkedSince: '' });
  const asked = askOf({ ...EVERYTHING, openNow: true, verifiedWithin: 1 }, NOW);
  expect(asked).toMatchObject({ openAt: NOW, checkedSince: checkedSince(NOW.day, 1) });
  expect(asked.checkedSince).toBe('2026-10-23');
});

it('begins with what works, or with what was checked least lately', () => {
  expect(queryOf(EVERYTHING, NOW, 's')).toMatchObject({ sort: 'title', descending: false });
  expect(queryOf({ ...EVERYTHING, sort: 'unchecked' }, NOW, 's')).toMatchObject({ sort: 'day' });
});
