/**
 * Merging against its definition: a slow model that looks at all pairs of operations with plain sets of
 * ancestors, on random graphs. And what must hold whatever the definition: one state out of any order, and beyond the
 * bounds nothing lost of those who keep to them.
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
  hadSeen,
  LIMITS,
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

/**
 * Wide graphs: many authors and many forks, names of entries far back, nothing joined for long; yet nobody writes so often
 * without looking that any bound is reached.
 */
const wide: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.record({
      back: fc.uniqueArray(fc.oneof(fc.nat(3), fc.nat(40)), { maxLength: 6 }),
      time: fc.nat(5),
      one: fc.uniqueArray(changes, { maxLength: 2, selector: ({ record }) => record }),
    }),
    { minLength: 20, maxLength: 45 },
  )
  .map((specs) =>
    specs.map(({ back, time, one }, i) => {
      const after = [...new Set(back.map((distance) => i - 1 - distance).filter((at) => at >= 0))];
      return entry(`${i}`, after.map(String), one, { time, author: `author ${i % 9}` });
    }),
  );

/** One author who forks far beyond every bound, two who do not, and somebody who may have seen it all. */
const flooded = fc.record({
  flood: fc.array(fc.record({ op, back: fc.nat(200), joins: fc.boolean() }), {
    minLength: 90,
    maxLength: 160,
  }),
  settled: fc.boolean(),
});

function floodedEntries({ flood, settled }: typeof flooded extends fc.Arbitrary<infer T> ? T : never) {
  const first = entry('first', [], change({ one: { set: 'start' }, two: { add: ['kept'], del: [] } }));
  const others = ['bahar', 'chingiz'].map((author, i) =>
    entry(author, ['first'], change({ one: { set: author }, two: { add: [author], del: [] } }), {
      time: i,
      author,
    }),
  );
  const noise = flood.map(({ op: one, back, joins }, i) => {
    const after = joins ? [`flood ${Math.max(0, i - 1 - back)}`].filter(() => i > 0) : [];
    return entry(`flood ${i}`, after, change({ one }), { time: 9, author: 'mallory' });
  });
  const all = [first, ...others, ...noise];
  if (!settled) return all;
  const { heads } = mergeDossier(all);
  return [...all, { ...entry('settled', [], change({ one: { set: 'settled' } })), heads }];
}

interface Sight {
  readonly known: ReadonlyMap<EntryId, ReadonlySet<EntryId>>;
  /** Entries that say again what the one before them had begun with, without having seen it. */
  readonly twins: ReadonlyMap<EntryId, EntryId>;
}

const takesNothing = ({ changes: all }: Entry): boolean =>
  all.every(
    ({ deleted, fields }) =>
      deleted === undefined && Object.values(fields).every((each) => 'set' in each || each.del.length === 0),
  );

/** What each author had seen, by the order that the merge takes; whoever saw a twin counts as having seen what it repeats. */
function sightOf(ordered: readonly Entry[]): Sight {
  const known = new Map<EntryId, Set<EntryId>>();
  const twins = new Map<EntryId, EntryId>();
  for (const [i, one] of ordered.entries()) {
    const all = new Set<EntryId>();
    for (const head of one.heads) {
      const twin = twins.get(head);
      for (const id of twin === undefined ? [head] : [head, twin])
        if (known.has(id)) for (const each of [id, ...(known.get(id) ?? [])]) all.add(each);
    }
    known.set(one.id, all);
    const begins = one.changes[0]?.record;
    const first = ordered.slice(0, i).find(({ changes: all }) => all.some(({ record }) => record === begins));
    if (first === undefined || all.has(first.id) || !takesNothing(one)) continue;
    if (JSON.stringify(sorted(one.changes)) === JSON.stringify(sorted(first.changes)))
      twins.set(one.id, first.id);
  }
  return { known, twins };
}

const sorted = (all: readonly Change[]): unknown =>
  all.map(({ fields, ...rest }) => ({
    ...rest,
    fields: Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)),
  }));

const asTexts = (value: Value): readonly string[] =>
  Array.isArray(value) && value.every((element) => typeof element === 'string') ? value : [];

interface Expected {
  readonly value: Value;
  readonly standing: readonly Value[];
}

/** What a field must be, by definition, from all operations on it and who knew of what. */
function expectedField(
  ops: readonly { id: EntryId; time: number; op: FieldOp; repeats: boolean }[],
  knows: (a: EntryId, b: EntryId) => boolean,
): Expected {
  const candidates: { value: Value; time: number; id: EntryId }[] = [];
  for (const { id, time, op: one, repeats } of ops) {
    if (!repeats && 'set' in one && !ops.some((other) => knows(other.id, id)))
      candidates.push({ value: one.set, time, id });
  }
  const elements = new Set<string>();
  for (const source of ops.filter(({ repeats }) => !repeats)) {
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
  const ordered = state.order.map((id) => entries.find((one) => one.id === id) as Entry);
  const { known, twins } = sightOf(ordered);
  const knows = (a: EntryId, b: EntryId) => known.get(a)?.has(b) ?? false;
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
        const repeats = twins.has(one.id);
        // What it adds is there, and it takes nothing away.
        return found && (!repeats || 'set' in found)
          ? [{ id: one.id, time: one.time, op: found, repeats }]
          : [];
      });
      const field = record.fields.get(fieldName);
      if (ops.length === 0) expect(field).toBeUndefined();
      else {
        const expected = expectedField(ops, knows);
        expect(field?.value).toEqual(expected.value);
        expect(field?.alternatives.map((alternative) => alternative.value)).toEqual(expected.standing);
      }
    }
    const said = touching.filter(({ one }) => !twins.has(one.id));
    const marks = said.filter(({ c }) => c.deleted !== undefined);
    const standing = marks.filter(({ one }) => !marks.some((other) => knows(other.one.id, one.id)));
    const deletions = standing.filter(({ c }) => c.deleted === true);
    const contested =
      standing.some(({ c }) => c.deleted === false) ||
      deletions.some((deletion) =>
        said.some(
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

  it('does exactly what its definition says where many write at once and nobody joins for long', () => {
    fc.assert(
      fc.property(wide, (entries) => check(entries, mergeDossier(entries))),
      { numRuns: 150, seed: 5 },
    );
  });

  it('of a flood loses only the words of whoever floods, says how many, and is settled by who saw it all', () => {
    fc.assert(
      fc.property(flooded, fc.func(fc.double({ noNaN: true })), (spec, weight) => {
        const entries = floodedEntries(spec);
        const state = mergeDossier(entries);
        const shuffled = [...entries].sort((a, b) => weight(a.id) - weight(b.id));
        expect(plain(mergeDossier(shuffled))).toEqual(plain(state));
        const record = state.records.get(recordId('case'));
        const one = record?.fields.get('one');
        expect(record?.fields.get('two')?.value).toEqual(['bahar', 'chingiz', 'kept']);
        if (spec.settled) {
          expect(one).toMatchObject({ value: 'settled', alternatives: [] });
          expect(one?.more).toBeUndefined();
          return;
        }
        const values = one?.alternatives.map(({ value }) => value) ?? [];
        expect(values).toContain('bahar');
        expect(values).toContain('chingiz');
        expect(values.length).toBeLessThanOrEqual(LIMITS.standing + 1);
        const sets = spec.flood.filter(({ op: each, joins }) => 'set' in each && !joins).length;
        if (sets > 80) expect(one?.more).toBeGreaterThan(0);
      }),
      { numRuns: 150, seed: 6 },
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

  it('knows of each entry what its author had seen: its own heads, and what those had seen; also of a state that went on', () => {
    fc.assert(
      fc.property(graph, changes, fc.nat(20), (entries, one, time) => {
        const state = mergeDossier(entries);
        const next = { ...entry('next', [], one, { time }), heads: state.heads };
        const extended = extendDossier(state, next);
        if (extended === null) throw new Error('its author had seen everything');
        const all = [...entries, next];
        const { known } = sightOf(extended.order.map((id) => all.find((each) => each.id === id) as Entry));
        const sight = new Map([...known].map(([id, seen]) => [id, new Set([id, ...seen])]));
        for (const [later, seen] of sight)
          for (const { id } of all) expect(hadSeen(extended, later, id)).toBe(seen.has(id));
        expect(hadSeen(extended, next.id, entry('elsewhere', [], one).id)).toBe(false);
      }),
      { numRuns: 300, seed: 7 },
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
