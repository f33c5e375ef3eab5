import { describe, expect, it } from 'vitest';
import { agendaOf, type Promised, representedAt } from './agenda.ts';
import type { Update } from './updates.ts';

const said = (voice: string, rating: string, day: string): Update => ({
  id: `${voice} ${day}`,
  voice,
  who: '',
  rating,
  date: { day },
});
const promised = (id: string, more: Partial<Promised> = {}): Promised => ({
  id,
  start: null,
  regular: null,
  annexLacks: '',
  said: [said('ours', 'begun', '2026-10-01')],
  ...more,
});
const why = (of: Promised, last = '2025-12-31') => agendaOf([of], '2026-12-01', last)[0]?.why ?? [];

describe('the agenda of a review', () => {
  it('has what was to be there by its day, unless everybody who spoke says that it is done', () => {
    const due = promised('x', { regular: { day: '2026-11' } });
    expect(why(due)).toEqual(['due']);
    expect(why({ ...due, said: [said('state', 'done', '2026-10-01')] })).toEqual([]);
    expect(
      why({ ...due, said: [said('state', 'done', '2026-10-01'), said('ours', 'partly', '2026-10-02')] }),
    ).toEqual(['due', 'differ']);
    expect(why(promised('x', { regular: { day: '2026' } }))).toEqual([]);
  });

  it('has what nobody has spoken of since the last review', () => {
    expect(why(promised('x'), '2026-10-01')).toEqual(['silent']);
    expect(why(promised('x', { said: [] }), '')).toEqual(['silent']);
    expect(why(promised('x'), '2026-09-30')).toEqual([]);
  });

  it('has what came from a proposal that nobody answered by the promised day', () => {
    expect(why(promised('x', { unanswered: [{ day: '2026-11' }] }))).toEqual(['unanswered']);
    expect(why(promised('x', { unanswered: [{ day: '2026-12' }] }))).toEqual([]);
  });

  it('has what the annex leaves out, and what was gone back on', () => {
    const of = promised('x', { annexLacks: 'Rural areas', said: [said('ours', 'gone-back', '2026-10-01')] });
    expect(why(of)).toEqual(['gone-back', 'annex']);
  });
});

describe('who was represented', () => {
  const seat = (id: string, side: string, since: string | null = null, until: string | null = null) => ({
    id,
    side,
    since: since === null ? null : { day: since },
    until: until === null ? null : { day: until },
  });
  const seats = [seat('a', 'state'), seat('b', 'community'), seat('c', 'community', '2027')];

  it('counts seats that there were on the day, and names the sides of whom nobody was there', () => {
    const at = representedAt({ date: { day: '2026-12-01' }, quorum: 2, present: ['a', 'c', 'gone'] }, seats);
    expect(at).toEqual({ seats: 2, present: 1, enough: false, absent: ['community'] });
  });

  it('does not say that there were enough where nobody knows how many are needed', () => {
    expect(
      representedAt({ date: { day: '2026' }, quorum: null, present: ['a', 'b'] }, seats).enough,
    ).toBeNull();
  });
});
