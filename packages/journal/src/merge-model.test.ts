/**
 * Merging against its definition: a slow model that looks at all pairs of operations with plain sets of
 * ancestors, on random graphs. And what must hold whatever the definition: one state out of any order.
 */
import type { EntryId } from '@dayaq/sealing/verify';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change, entry, recordId } from '../test/graphs.ts';
import {
  type Change,
  type DossierState,
  type Entry,
  equalValues,
  extendDossier,
  type FieldOp,
  mergeDossier,
  type Value,
} from './index.ts';

const text = fc.constantFrom('a', 'b', 'c');
const texts = fc.uniqueArray(text, { maxLength: 2 });
const op: fc.Arbitrary<FieldOp> = fc.oneof(
  fc.record({ set: fc.oneof<fc.Arbitrary<Value>[]>(fc.constantFrom('x', 'y', null, 1), texts) }),
  fc.record({ add: texts, del: texts }),
);
const changes: fc.Arbitrary<Change> = fc
  .record({
    fields: fc.dictionary(fc.constantFrom('one', 'two'), op, { maxKeys: 2, noNullPrototype: true }),
    deleted: fc.option(fc.boolean(), { freq: 3, nil: undefined }),
    record: fc.constantFrom('r', 's'),
  })
  .map(({ fields, deleted, record }) => change(fields, deleted, record));

/** Random graphs: each entry names up to three earlier ones as seen, most often the latest. */
const graph: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.record({
      back: fc.uniqueArray(fc.nat(4), { maxLength: 3 }),
      time: fc.nat(20),
      one: changes,
      author: text,
    }),
    {
      maxLength: 14,
    },
  )
  .map((specs) =>
    specs.map(({ back, time, one, author }, i) => {
      const after = [...new Set(back.map((distance) => i - 1 - distance).filter((at) => at >= 0))];
      return entry(`${i}`, after.map(String), one, { time, author });
    }),
  );

function ancestors(entries: readonly Entry[]): Map<EntryId, Set<EntryId>> {
  const byId = new Map(entries.map((one) => [one.id, one]));
  const known = new Map<EntryId, Set<EntryId>>();
  const visit = (id: EntryId): Set<EntryId> => {
    const done = known.get(id);
    if (done) return done;
    const all = new Set<EntryId>();
    known.set(id, all);
    for (const head of byId.get(id)?.heads ?? []) {
      all.add(head);
      for (const before of visit(head)) all.add(before);
    }
    return all;
  };
  for (const one of entries) visit(one.id);
  return known;
}

const asTexts = (value: Value): readonly string[] =>
  Array.isArray(value) && value.every((element) => typeof element === 'string') ? value : [];

interface Expected {
  readonly value: Value;
  readonly standing: readonly Value[];
}

/** What a field must be, by definition, from all operations on it and who knew of what. */
function expectedField(
  ops: readonly { id: EntryId; time: number; op: FieldOp }[],
  knows: (a: EntryId, b: EntryId) => boolean,
): Expected {
  const candidates: { value: Value; time: number; id: EntryId }[] = [];
  for (const { id, time, op: one } of ops) {
    if ('set' in one && !ops.some((other) => knows(other.id, id)))
      candidates.push({ value: one.set, time, id });
  }
  const elements = new Set<string>();
  for (const source of ops) {
    const taken = ops.some((other) => !('set' in other.op) && knows(other.id, source.id));
    const added = 'set' in source.op ? (taken ? asTexts(source.op.set) : []) : source.op.add;
    for (const one of added) {
      const killed = ops.some(
        ({ id, op: other }) => knows(id, source.id) && ('set' in other || other.del.includes(one)),
      );
      if (!killed) elements.add(one);
    }
  }
  const elementOps = ops.filter(({ op: one }) => !('set' in one));
  const last = elementOps.at(-1);
  if (last && (elements.size > 0 || candidates.length === 0)) {
    candidates.push({ value: [...elements].sort(), time: last.time, id: last.id });
  }
  candidates.sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
  const value = candidates.at(-1)?.value ?? null;
  const differ = candidates.some((candidate) => !equalValues(candidate.value, value));
  return { value, standing: differ ? candidates.map((candidate) => candidate.value) : [] };
}

function check(entries: readonly Entry[], state: DossierState): void {
  const known = ancestors(entries);
  const knows = (a: EntryId, b: EntryId) => known.get(a)?.has(b) ?? false;
  const ordered = state.order.map((id) => entries.find((one) => one.id === id) as Entry);
  for (const [i, one] of ordered.entries()) {
    for (const later of ordered.slice(i + 1)) expect(knows(one.id, later.id)).toBe(false);
  }
  expect([...state.heads]).toEqual(
    entries
      .map((one) => one.id)
      .filter((id) => !entries.some((other) => other.heads.includes(id)))
      .sort(),
  );
  for (const name of ['r', 's']) {
    const touching = ordered.flatMap((one) =>
      one.changes.filter((c) => c.record === recordId(name)).map((c) => ({ one, c })),
    );
    const record = state.records.get(recordId(name));
    expect(record === undefined).toBe(touching.length === 0);
    if (!record) continue;
    for (const fieldName of ['one', 'two']) {
      const ops = touching.flatMap(({ one, c }) => {
        const found = c.fields[fieldName];
        return found ? [{ id: one.id, time: one.time, op: found }] : [];
      });
      const field = record.fields.get(fieldName);
      if (ops.length === 0) expect(field).toBeUndefined();
      else {
        const expected = expectedField(ops, knows);
        expect(field?.value).toEqual(expected.value);
        expect(field?.alternatives.map((alternative) => alternative.value)).toEqual(expected.standing);
      }
    }
    const marks = touching.filter(({ c }) => c.deleted !== undefined);
    const standing = marks.filter(({ one }) => !marks.some((other) => knows(other.one.id, one.id)));
    const deletions = standing.filter(({ c }) => c.deleted === true);
    const contested =
      standing.some(({ c }) => c.deleted === false) ||
      deletions.some((deletion) =>
        touching.some(
          ({ one, c }) =>
            c.deleted === undefined && !knows(one.id, deletion.one.id) && !knows(deletion.one.id, one.id),
        ),
      );
    expect(record.deleted).toBe(deletions.length > 0 && !contested);
    expect(record.fields.has('deleted')).toBe(deletions.length > 0 && contested);
  }
}

/** A state as plain data, its maps in the order of their keys. */
function plain(state: DossierState): unknown {
  return {
    ...state,
    records: [...state.records]
      .map(([id, record]) => [id, { ...record, fields: [...record.fields].sort() }] as const)
      .sort((a, b) => (a[0] < b[0] ? -1 : 1)),
  };
}

describe('merging', () => {
  it('does exactly what its definition says, on any graph', () => {
    fc.assert(
      fc.property(graph, (entries) => check(entries, mergeDossier(entries))),
      { numRuns: 1500, seed: 1 },
    );
  });

  it('gives one state, whatever order entries come in and however often', () => {
    fc.assert(
      fc.property(
        graph.chain((entries) =>
          fc.tuple(
            fc.constant(entries),
            fc.shuffledSubarray(entries, { minLength: entries.length }),
            fc.subarray(entries),
          ),
        ),
        ([entries, shuffled, again]) => {
          expect(plain(mergeDossier([...shuffled, ...again]))).toEqual(plain(mergeDossier(entries)));
        },
      ),
      { numRuns: 400, seed: 2 },
    );
  });

  it('in place gives what merging from the start gives', () => {
    fc.assert(
      fc.property(graph, changes, fc.nat(20), (entries, one, time) => {
        const state = mergeDossier(entries);
        const next = { ...entry('next', [], one, { time }), heads: state.heads };
        const extended = extendDossier(state, next);
        expect(extended).not.toBeNull();
        if (extended) expect(plain(extended)).toEqual(plain(mergeDossier([...entries, next])));
      }),
      { numRuns: 1000, seed: 3 },
    );
  });

  it('of a part says what is missing of the whole', () => {
    fc.assert(
      fc.property(
        graph.chain((entries) => fc.tuple(fc.constant(entries), fc.subarray(entries))),
        ([, part]) => {
          const there = new Set(part.map((one) => one.id));
          const named = new Set(part.flatMap((one) => one.heads));
          const state = mergeDossier(part);
          expect([...state.missing]).toEqual([...named].filter((id) => !there.has(id)).sort());
          expect(new Set(state.order)).toEqual(there);
        },
      ),
      { numRuns: 300, seed: 4 },
    );
  });
});
