import { describe, expect, it } from 'vitest';
import { EVERY_CASE, firstSearch } from './filters.ts';
import { searchAfter, searchBeside } from './list-memory.ts';

const search = { ...EVERY_CASE, text: 'wren', filters: { status: ['new'] }, sort: 'due', descending: false };
const memory = {
  search: search as typeof EVERY_CASE,
  gaveWay: false,
  scroll: 0,
  opened: new Set(['from-the-list']),
};
const untouched = { ...memory, search: null };
const first = firstSearch({ me: 'me', role: 'caseworker' });

describe('what the list begins with', () => {
  it('is one’s own open cases; for who only looks on, every case', () => {
    expect(first.filters).toEqual({ status: ['new', 'in-progress', 'waiting'], owner: ['me'] });
    expect(firstSearch({ me: 'me', role: 'viewer' })).toEqual(EVERY_CASE);
    expect(searchBeside(null, untouched, first)).toBe(first);
  });

  it('gives way to every case while somebody types, and comes back with the empty field', () => {
    const typed = searchAfter({ search: first, gaveWay: false }, { ...first, text: 'w' }, first, true);
    expect(typed).toEqual({ search: { ...EVERY_CASE, text: 'w' }, gaveWay: true });
    const emptied = searchAfter(typed, { ...typed.search, text: '' }, first, false);
    expect(emptied).toEqual({ search: first, gaveWay: false });
  });

  it('gives way as well to whoever typed before the list was shown once more', () => {
    const again = firstSearch({ me: 'me', role: 'caseworker' });
    expect(searchAfter({ search: first, gaveWay: false }, { ...again, text: 'w' }, first, false)).toEqual({
      search: { ...EVERY_CASE, text: 'w' },
      gaveWay: true,
    });
  });

  it('gives way as well to whoever types in the moment in which a list of none becomes every case', () => {
    const typed = searchAfter({ search: first, gaveWay: false }, { ...first, text: 'w' }, EVERY_CASE, true);
    expect(typed.search).toEqual({ ...EVERY_CASE, text: 'w' });
  });

  it('leaves alone what somebody chose, every case too', () => {
    const chosen = { search: { ...EVERY_CASE, filters: { status: ['new'] } }, gaveWay: false };
    const words = { ...chosen.search, text: 'w' };
    expect(searchAfter(chosen, words, first, false)).toEqual({ search: words, gaveWay: false });
    const all = { search: { ...EVERY_CASE, text: 'w' }, gaveWay: false };
    expect(searchAfter(all, { ...all.search, text: '' }, first, false).search).toEqual(EVERY_CASE);
    const none = { ...first, filters: {} };
    expect(searchAfter({ search: first, gaveWay: false }, none, first, true).search).toBe(none);
  });
});

describe('the search of the list beside a case', () => {
  it('stays where the case was opened from the list', () => {
    expect(searchBeside('from-the-list', memory, first)).toBe(search);
    expect(searchBeside('from-the-list', untouched, first)).toBe(first);
    expect(searchBeside(null, memory, first)).toBe(search);
  });

  it('is gone, but for its order, where the case was opened from elsewhere', () => {
    const beside = { ...EVERY_CASE, sort: 'due', descending: false };
    expect(searchBeside('from-today', memory, first)).toEqual(beside);
  });
});
