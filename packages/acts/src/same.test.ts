import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Value } from '@dayaq/vault/client';
import { applyChanges } from './changes-between.ts';
import { areTheSame, type InCase, sayNotTheSame, sayTheSame } from './same.ts';

const inCase = (id: string, readers: readonly string[] | null): InCase => ({
  dossier: { id, restricted: readers !== null, readers: [...(readers ?? [])] },
  record: { id: `${id}-landlord`, kind: 'perpetrator', fields: {} },
});

/** What stands in the record after these changes. */
function after(one: InCase, changes: readonly Change[]): InCase {
  const own = changes.filter(({ record }) => record === one.record.id);
  const values = own.reduce<Record<string, Value>>(
    (fields, { fields: ops }) => applyChanges(fields, ops),
    {},
  );
  const fields = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, by: 'm', at: 1, alternatives: [] }]),
  );
  return { ...one, record: { ...one.record, fields } };
}

describe('one person in two cases', () => {
  it('is said where fewer people read it', () => {
    const [open, other, closed] = [inCase('a', null), inCase('b', null), inCase('c', ['x', 'y'])];
    expect(sayTheSame(open, other)?.dossier).toBe('a');
    expect(sayTheSame(open, closed)?.dossier).toBe('c');
    expect(sayTheSame(closed, open)?.dossier).toBe('c');
    expect(sayTheSame(inCase('d', ['x']), closed)?.dossier).toBe('d');
    expect(sayTheSame(closed, inCase('d', ['x']))?.dossier).toBe('d');
    expect(sayTheSame(inCase('d', ['x', 'z']), closed)).toBeNull();
  });

  it('whoever reads where it stands may open both, whoever the readers are', () => {
    const readers = fc.option(fc.subarray(['u', 'v', 'w'], { minLength: 1 }));
    fc.assert(
      fc.property(readers, readers, (one, two) => {
        const [here, there] = [inCase('a', one), inCase('b', two)];
        const said = sayTheSame(here, there);
        if (said === null) return;
        const at = said.dossier === 'a' ? one : two;
        for (const reader of at ?? ['u', 'v', 'w'])
          for (const who of [one, two]) expect(who === null || who.includes(reader)).toBe(true);
      }),
    );
  });

  it('is known from either end, and taken back wherever it stands', () => {
    const [here, there] = [inCase('a', null), inCase('b', ['x'])];
    const said = sayTheSame(here, there);
    const [left, right] = [after(here, said?.changes ?? []), after(there, said?.changes ?? [])];
    expect(areTheSame(left.record, right.record)).toBe(true);
    expect(areTheSame(right.record, left.record)).toBe(true);
    const back = sayNotTheSame(left, right);
    expect(back).toMatchObject([{ dossier: 'b', changes: said?.back }]);
    expect(areTheSame(here.record, there.record)).toBe(false);
  });
});
