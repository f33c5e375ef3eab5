import { describe, expect, it } from 'vitest';
import { chosen, filtersOf, isExactly, withCode, withCodes } from '../../filters/filters.ts';
import { EVERY_CASE, sameSearch } from './filters.ts';

describe('filters of the case list', () => {
  it('come and go code by code, and leave nothing empty behind', () => {
    const one = withCode({}, 'status', 'new', true);
    const two = withCode(one, 'status', 'waiting', true);
    expect(two).toEqual({ status: ['new', 'waiting'] });
    expect(withCode(withCode(two, 'status', 'new', false), 'status', 'waiting', false)).toEqual({});
  });

  it('do not hold a code twice', () => {
    expect(withCode({ area: ['az-baku'] }, 'area', 'az-baku', true)).toEqual({ area: ['az-baku'] });
  });

  it('are the same search in whatever order they were chosen', () => {
    const a = { ...EVERY_CASE, filters: { status: ['new', 'waiting'], owner: ['me'] } };
    const b = { ...EVERY_CASE, filters: { owner: ['me'], status: ['waiting', 'new'] } };
    expect(sameSearch(a, b)).toBe(true);
    expect(sameSearch(a, { ...b, descending: false })).toBe(false);
    expect(sameSearch(a, { ...b, filters: { status: ['new', 'waiting'] } })).toBe(false);
    expect(sameSearch({ ...a, text: 'Zaur ' }, { ...b, text: 'Zaur' })).toBe(true);
  });

  it('stand as chips in the order of the dialog', () => {
    expect(chosen('case', { area: ['az-baku'], status: ['closed', 'new'] })).toEqual([
      { name: 'status', code: 'closed' },
      { name: 'status', code: 'new' },
      { name: 'area', code: 'az-baku' },
    ]);
    expect(isExactly(withCodes({}, 'status', ['new']), 'status', ['new'])).toBe(true);
  });

  it('are offered of every kind by what it says of itself, and by what every kind has', () => {
    expect(filtersOf('case').slice(0, 3)).toEqual(['status', 'danger', 'owner']);
    expect(filtersOf('provider')).toEqual([
      'state',
      'type',
      'trust',
      'need',
      'area',
      'restricted',
      'conflict',
    ]);
    expect(filtersOf('no such kind')).toEqual(['restricted', 'conflict']);
  });
});
