import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valuesOf } from '../record-values.ts';
import { aCase, Case, disputed, records } from '../testing/random-case.ts';
import { goesAlong, rewritten } from './rewritten.ts';

/** A case as it stands once it was written anew without some of its records. */
function anew(old: Case, without: readonly string[]): Case {
  const view = old.view();
  const chosen = new Set(without);
  const gone = new Set([...chosen, ...goesAlong(view, chosen)]);
  const idOf = (id: string) => (id === view.id ? 'anew' : `anew-${id}`);
  const { acts } = rewritten(view, gone, idOf, () => undefined, 1);
  const [first = [], ...rest] = acts;
  const made = new Case('anew', []);
  made.write(first);
  for (const changes of rest) made.write(changes);
  return made;
}

describe('a case that is written anew without somebody', () => {
  it('stands as dangerous as it was, and no more, where nobody wrote apart', () => {
    fc.assert(
      fc.property(records('a'), (made) => {
        const old = new Case('a', made);
        expect(anew(old, []).danger()).toBe(old.danger());
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('is no less dangerous than it was, whichever version of what two wrote apart stands', () => {
    fc.assert(
      fc.property(aCase('a'), (each) => {
        const old = disputed(each);
        expect(anew(old, []).danger()).toBeGreaterThanOrEqual(old.danger());
      }),
      { seed: 12, numRuns: 300 },
    );
  });

  it('names nobody who was left out, and loses nothing of anybody else', () => {
    fc.assert(
      fc.property(records('a'), (made) => {
        const old = new Case('a', [
          ...made,
          { kind: 'person', id: 'a-neighbour', fields: { alias: 'Pomegranate', role: 'witness' } },
          { kind: 'source', id: 'a-told', fields: { person: 'a-neighbour', connection: 'witness' } },
          { kind: 'violation', id: 'a-both', fields: { victims: ['a-person', 'a-neighbour'] } },
        ]);
        const view = anew(old, ['a-neighbour']).view();
        const text = JSON.stringify(view);
        expect(text).not.toContain('Pomegranate');
        expect(text).not.toContain('neighbour');
        const kinds = (of: typeof view) =>
          of.records.filter(({ id }) => !/neighbour|told/.test(id)).map(({ kind }) => kind);
        expect(kinds(view).sort()).toEqual(kinds(old.view()).sort());
        const both = view.records.find(({ id }) => id === 'anew-a-both');
        expect(both && valuesOf(both)['victims']).toEqual(['anew-a-person']);
      }),
      { seed: 13, numRuns: 100 },
    );
  });
});
