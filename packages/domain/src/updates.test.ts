import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differ, type Update, spoken } from './updates.ts';

const said = (voice: string, who: string, rating: string, day: string): Update => ({
  id: `${voice} ${who} ${day} ${rating}`,
  voice,
  who,
  rating,
  date: { day },
});

describe('what is said of a commitment', () => {
  it('stands side by side, the state first, and each with what they said last', () => {
    const all = spoken([
      said('organisation', 'Ayna', 'not-begun', '2026-03'),
      said('state', '', 'done', '2026-02'),
      said('ours', '', 'begun', '2025-11'),
      said('ours', '', 'partly', '2026-04'),
      said('organisation', 'Nafas', 'partly', '2026-01'),
    ]);
    expect(all.map(({ voice, who, last }) => [voice, who, last.rating])).toEqual([
      ['state', '', 'done'],
      ['ours', '', 'partly'],
      ['organisation', 'Ayna', 'not-begun'],
      ['organisation', 'Nafas', 'partly'],
    ]);
    expect(all[1]?.before.map(({ rating }) => rating)).toEqual(['begun']);
    expect(differ(all)).toBe(true);
  });

  it('keeps both of two that one speaker said on one day', () => {
    const all = spoken([said('ours', '', 'done', '2026-01'), said('ours', '', 'begun', '2026-01')]);
    expect(all.map(({ last }) => last.rating).sort()).toEqual(['begun', 'done']);
  });

  it('loses no reading, and makes none', () => {
    const reading = fc.record({
      id: fc.uuid(),
      voice: fc.constantFrom('state', 'ours', 'organisation', 'independent', 'newer'),
      who: fc.constantFrom('', 'Ayna', 'ayna ', 'Nafas'),
      rating: fc.constantFrom('done', 'begun'),
      date: fc.record({ day: fc.constantFrom('2025', '2025-06', '2026-01-02') }),
    });
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 30 }), (readings) => {
        const all = spoken(readings);
        const ids = new Set(all.flatMap(({ last, before }) => [last, ...before]).map(({ id }) => id));
        expect(ids).toEqual(new Set(readings.map(({ id }) => id)));
      }),
    );
  });
});
