import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Field, FieldType, Kind } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';
import { applyChanges, changesBetween, sameValue, textsOf } from './changes-between.ts';

const field = (name: string, type: FieldType): Field => ({
  name,
  type,
  sensitivity: 'ordinary',
  share: true,
  release: 'never',
});
const kind: Kind = {
  kind: 'matter-of-test',
  level: 'part',
  title: ['words'],
  fields: [
    field('words', { is: 'text', max: 1000 }),
    field('type', { is: 'code', list: 'types' }),
    field('groups', { is: 'codes', list: 'groups' }),
    field('date', { is: 'date' }),
    field('minor', { is: 'flag' }),
  ],
};

const value = fc.record(
  {
    words: fc.option(fc.string()),
    type: fc.option(fc.constantFrom('a', 'b')),
    groups: fc.uniqueArray(fc.constantFrom('x', 'y', 'z', 'w')),
    date: fc.option(fc.record({ day: fc.constantFrom('2023', '2023-06'), about: fc.boolean() })),
    minor: fc.option(fc.boolean()),
  },
  { requiredKeys: [] },
);

/** Values as they count: no empty texts, sets without order. */
const settled = (values: Record<string, Value>) =>
  Object.fromEntries(
    kind.fields.map(({ name, type }) => {
      const held = values[name] ?? null;
      if (type.is === 'codes') return [name, textsOf(held).sort()];
      return [name, typeof held === 'string' && held.trim() === '' ? null : held];
    }),
  );

describe('the changes between two states of a record', () => {
  it('are empty when nothing changed', () => {
    fc.assert(
      fc.property(value, (state) => {
        expect(changesBetween(kind, state, state)).toEqual({});
      }),
    );
  });
  it('lead from the one to the other', () => {
    fc.assert(
      fc.property(value, value, (before, after) => {
        const reached = applyChanges(before, changesBetween(kind, before, after));
        expect(settled(reached)).toEqual(settled({ ...before, ...after }));
      }),
    );
  });
  it('name no field that stayed the same', () => {
    fc.assert(
      fc.property(value, value, (before, after) => {
        for (const name of Object.keys(changesBetween(kind, before, after))) {
          expect(sameValue(settled(before)[name] ?? null, settled(after)[name] ?? null)).toBe(false);
        }
      }),
    );
  });
  it('keep what two people added to one set at the same time', () => {
    const base = { groups: ['x'] };
    const one = changesBetween(kind, base, { groups: ['x', 'y'] });
    const other = changesBetween(kind, base, { groups: ['z'] });
    expect(one).toEqual({ groups: { add: ['y'], del: [] } });
    expect(other).toEqual({ groups: { add: ['z'], del: ['x'] } });
    expect(textsOf(applyChanges(applyChanges(base, one), other)['groups']).sort()).toEqual(['y', 'z']);
  });
  it('clear an emptied text with null, and leave unknown fields alone', () => {
    expect(changesBetween(kind, { words: 'a', later: 'kept' }, { words: '  ' })).toEqual({
      words: { set: null },
    });
  });
});
