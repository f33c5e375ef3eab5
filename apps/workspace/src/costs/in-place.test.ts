import { describe, expect, it } from 'vitest';
import type { CostLine } from './cost-lines.ts';
import { inPlace, type Places } from './in-place.ts';

const line = (id: string, state: CostLine['state'], at: number): CostLine => ({
  id,
  dossier: 'case',
  case: null,
  record: {
    id,
    kind: 'cost',
    deleted: false,
    fields: {},
    created: { by: 'a', at },
    updated: { by: 'a', at },
  },
  state,
  amount: null,
  fund: '',
  at,
  day: '2026-11-29',
  apart: [],
});
const ids = (lines: readonly CostLine[]) => lines.map(({ id }) => id);

describe('costs that wait', () => {
  it('stand the longest waiting first, and one that is decided keeps its place', () => {
    const places: Places = new Map();
    expect(ids(inPlace(places, [line('b', 'asked', 2), line('a', 'asked', 1)]).waiting)).toEqual(['a', 'b']);
    const after = inPlace(places, [line('b', 'asked', 2), line('a', 'approved', 9)]);
    expect(ids(after.waiting)).toEqual(['a', 'b']);
    expect(after.toPay, 'not a second time below').toEqual([]);
    expect(after.waiting[0]?.state).toBe('approved');
  });

  it('that come while the page is open stand behind, however long ago they were asked for', () => {
    const places: Places = new Map();
    inPlace(places, [line('b', 'asked', 2)]);
    expect(ids(inPlace(places, [line('old', 'asked', 0), line('b', 'asked', 2)]).waiting)).toEqual([
      'b',
      'old',
    ]);
  });

  it('stand where they belong when the page is opened anew, and not at all when they are gone', () => {
    expect(ids(inPlace(new Map(), [line('a', 'approved', 9)]).toPay)).toEqual(['a']);
    const places: Places = new Map();
    inPlace(places, [line('a', 'asked', 1), line('b', 'asked', 2)]);
    expect(ids(inPlace(places, [line('b', 'asked', 2)]).waiting)).toEqual(['b']);
  });
});
