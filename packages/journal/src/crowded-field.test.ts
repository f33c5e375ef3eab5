/** Threat: a member fills a field until nobody finds in it what the others wrote. */
import { describe, expect, it } from 'vitest';
import { change, entry } from '../test/graphs.ts';
import {
  type DossierState,
  type Entry,
  extendDossier,
  type FieldState,
  LIMITS,
  mergeDossier,
} from './index.ts';

const words = (author: string, count: number) => Array.from({ length: count }, (_, i) => `${author} ${i}`);

/** Each author adds their words, none having seen the others. */
function added(spec: Record<string, number>): Entry[] {
  return Object.entries(spec).map(([author, count]) =>
    entry(author, [], change({ text: { add: words(author, count), del: [] } }), { author }),
  );
}

function field(state: DossierState): FieldState | undefined {
  return [...state.records.values()][0]?.fields.get('text');
}

const shownOf = (state: FieldState | undefined, author: string) =>
  ((state?.value ?? []) as string[]).filter((text) => text.startsWith(author)).length;

describe('a field that holds more than it may', () => {
  it('is shown whole up to its bound', () => {
    const full = field(mergeDossier(added({ mallory: LIMITS.elements - 1, ana: 1 })));
    expect(full?.value).toHaveLength(LIMITS.elements);
    expect(full?.more).toBeUndefined();
  });

  it('shows all of who added little, shares the rest alike, and says how much more there is', () => {
    const state = field(mergeDossier(added({ mallory: 9000, bahar: 6000, ana: 2 })));
    expect(state?.value).toHaveLength(LIMITS.elements);
    expect(shownOf(state, 'ana')).toBe(2);
    expect(shownOf(state, 'bahar')).toBe(4999);
    expect(shownOf(state, 'mallory')).toBe(4999);
    expect(state?.more).toBe(5002);
  });

  it('is merged from the start, not gone on from, where it is or becomes too full', () => {
    const all = { mallory: LIMITS.elements - 1, ana: 1 };
    const next = (...add: string[]) =>
      entry('next', Object.keys(all), change({ text: { add, del: [] } }), { author: 'dilan' });
    expect(extendDossier(mergeDossier(added(all)), next('one too many'))).toBeNull();
    const known = extendDossier(mergeDossier(added(all)), next('ana 0'));
    expect(known && field(known)?.value).toHaveLength(LIMITS.elements);
    const fuller = { mallory: LIMITS.elements, ana: 1 };
    expect(field(mergeDossier(added(fuller)))?.more).toBe(1);
    expect(extendDossier(mergeDossier(added(fuller)), next())).toBeNull();
  });

  it('has its elements in order, however they were added', () => {
    const first = entry('first', [], change({ text: { add: ['b', 'd'], del: [] } }));
    const state = mergeDossier([first]);
    const next = entry('next', ['first'], change({ text: { add: ['c', 'a'], del: ['d'] } }));
    const merged = mergeDossier([first, next]);
    expect(field(merged)?.value).toEqual(['a', 'b', 'c']);
    const extended = extendDossier(state, next);
    expect(extended && field(extended)).toEqual(field(merged));
  });
});
