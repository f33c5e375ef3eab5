import { type Change, type Entry, mergeDossier } from '@dayaq/journal';
import type { AccountId, DossierId, EntryId, RecordId, SpaceId } from '@dayaq/sealing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from './database/engine.ts';
import { prepareSchema } from './database/schema.ts';
import { linked, named, withLinksRead } from './linked.ts';
import { MergedDossiers } from './merged.ts';
import { nodeSurroundings } from './node/index.ts';
import { isDeleted } from './projected.ts';
import { forgetDossier, projectDossier } from './projection.ts';

const SPACE = 'our-space' as SpaceId;
const surroundings = await nodeSurroundings('http://unused.invalid');

async function emptyEngine(): Promise<Engine> {
  const engine = await surroundings.database.open(new Uint8Array(32));
  prepareSchema(engine);
  return engine;
}

/** Ids by their first letter: `c` a case, `m` its matter, `k` its cost, `f` a fund, `r` the register, `a` an address in it. */
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  c1: ['m1', 'k1'],
  c2: ['m2', 'k2'],
  c3: [],
  r: ['a1', 'a2'],
  f1: [],
  f2: [],
};
const DOSSIERS = Object.keys(HOLDS);
const RECORDS = DOSSIERS.flatMap((dossier) => [dossier, ...(HOLDS[dossier] ?? [])]);
const KIND: Readonly<Record<string, string>> = {
  c: 'case',
  m: 'matter',
  k: 'cost',
  f: 'fund',
  r: 'organisation',
  a: 'address',
};
const FIELD: Readonly<Record<string, string>> = { m: 'cases', a: 'usedBy', k: 'fund' };
const REFERENCE: Readonly<Record<string, string>> = { c1: 'K7Q-2MX', c2: 'X9X-9XX', c3: 'M9M-ZNB' };
const kindOf = (id: string): string => KIND[id.charAt(0)] ?? '';
const homeOf = (record: string): string =>
  DOSSIERS.find((dossier) => dossier === record || HOLDS[dossier]?.includes(record)) ?? '';

function change(record: string, fields: Change['fields'], deleted?: boolean): Change {
  const about = { kind: kindOf(record), record: record as RecordId, fields };
  return deleted === undefined ? about : { ...about, deleted };
}

const FIRST: Readonly<Record<string, Change[]>> = Object.fromEntries(
  DOSSIERS.map((dossier) => [
    dossier,
    [
      change(
        dossier,
        dossier in REFERENCE ? { reference: { set: REFERENCE[dossier] ?? '' } } : { name: { set: dossier } },
      ),
      ...(HOLDS[dossier] ?? []).map((record) => change(record, { note: { set: record } })),
    ],
  ]),
);

/** Devices that write apart from each other, and what each has seen. */
class Devices {
  readonly entries = new Map<string, Entry[]>(DOSSIERS.map((dossier) => [dossier, []]));
  readonly #seen: Set<EntryId>[];
  #count = 0;

  constructor(count: number) {
    this.#seen = Array.from({ length: count }, () => new Set<EntryId>());
    for (const dossier of DOSSIERS) this.write(0, dossier, FIRST[dossier] ?? []);
    for (let device = 1; device < count; device++) this.learn(device, 0);
  }

  write(device: number, dossier: string, changes: readonly Change[]): void {
    const seen = this.#seen[device] as Set<EntryId>;
    const own = (this.entries.get(dossier) as Entry[]).filter(({ id }) => seen.has(id));
    const named = new Set(own.flatMap(({ heads }) => heads));
    const id = `e${String(this.#count++).padStart(4, '0')}` as EntryId;
    (this.entries.get(dossier) as Entry[]).push({
      id,
      space: SPACE,
      dossier: dossier as DossierId,
      author: `account-${device}` as AccountId,
      time: this.#count,
      heads: own.map((entry) => entry.id).filter((head) => !named.has(head)),
      view: { place: null, charter: new Uint8Array(32), peer: null },
      changes,
    });
    seen.add(id);
  }

  learn(device: number, from: number): void {
    for (const id of this.#seen[from] ?? []) this.#seen[device]?.add(id);
  }

  project(engine: Engine, order: readonly string[] = DOSSIERS): void {
    for (const dossier of order) {
      const entries = (this.entries.get(dossier) as Entry[]).map((entry) => ({
        ...entry,
        changes: entry.changes.map((each) => withLinksRead(each)),
      }));
      projectDossier(engine, { space: SPACE, dossier: dossier as DossierId, entries, oversteps: [] });
    }
  }

  /** By the definition: an element is in when somebody added it and nobody who knew of that took it out. */
  elements(record: string): string[] {
    const entries = this.entries.get(homeOf(record)) as Entry[];
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    const before = (entry: Entry): Set<EntryId> => {
      const known = new Set<EntryId>();
      const ahead = [...entry.heads];
      for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
        if (known.has(id)) continue;
        known.add(id);
        ahead.push(...(byId.get(id)?.heads ?? []));
      }
      return known;
    };
    const ops = entries.flatMap((entry) =>
      entry.changes.flatMap(({ record: of, fields }) => {
        const op = of === record ? fields[FIELD[record.charAt(0)] ?? ''] : undefined;
        return op !== undefined && !('set' in op) ? [{ entry, op, knew: before(entry) }] : [];
      }),
    );
    const added = ops.flatMap(({ entry, op }) => op.add.map((element) => ({ entry, element })));
    const alive = added.filter(
      ({ entry, element }) => !ops.some(({ op, knew }) => op.del.includes(element) && knew.has(entry.id)),
    );
    return [...new Set(alive.map(({ element }) => element))].sort();
  }
}

/** Every link between what is there, looked for in every record. */
function recount(devices: Devices): string[] {
  const states = new Map(
    DOSSIERS.map((dossier) => [dossier, mergeDossier(devices.entries.get(dossier) as Entry[])]),
  );
  // A dossier that was deleted stands where somebody who did not know of that wrote in it.
  const isThere = (id: string): boolean => {
    const home = homeOf(id);
    const state = states.get(home);
    const record = state?.records.get(id as RecordId);
    if (state === undefined || record === undefined || !state.records.has(home as RecordId)) return false;
    return !isDeleted(home as DossierId, state) && (id === home || !record.deleted);
  };
  const found = RECORDS.filter(isThere).flatMap((record) => {
    const field = FIELD[record.charAt(0)];
    if (field === undefined) return [];
    const one = states
      .get(homeOf(record))
      ?.records.get(record as RecordId)
      ?.fields.get(field)?.value;
    const targets = field === 'fund' ? [one].filter((value) => typeof value === 'string') : [];
    return [...targets, ...devices.elements(record)]
      .map((target) => DOSSIERS.find((dossier) => REFERENCE[dossier] === target) ?? target)
      .filter((target) => isThere(target) && kindOf(target) === (field === 'fund' ? 'fund' : 'case'))
      .map((target) => `${record}.${field} → ${target}`);
  });
  return [...new Set(found)].sort();
}

/** The same links as the device answers them, asked of one end or of the other. */
function asked(engine: Engine, ids: readonly string[], end: 'to' | 'from'): string[] {
  const found = ids.flatMap((id) =>
    linked(engine, SPACE, id, 500)[end].map(({ record, field, end: { id: far } }) =>
      end === 'to' ? `${record}.${field} → ${far}` : `${far}.${field} → ${record}`,
    ),
  );
  return [...new Set(found)].sort();
}

const device = fc.nat(2);
const writable = fc.constantFrom('m1', 'm2', 'a1', 'a2');
const target = fc.constantFrom('c1', 'c2', 'c3', 'f1', 'closed-to-me', 'X9X-9XX', 'M9M-ZNB');
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      device,
      record: writable,
      add: fc.uniqueArray(target, { maxLength: 3 }),
      del: fc.uniqueArray(target, { maxLength: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      device,
      record: fc.constantFrom('k1', 'k2'),
      set: fc.constantFrom('f1', 'f2', 'c1', null),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ device, record: fc.constantFrom(...RECORDS), deleted: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ device, record: fc.constantFrom(...RECORDS), join: fc.constant(true) }),
  },
  { weight: 3, arbitrary: fc.record({ device, from: device }) },
);

function perform(devices: Devices, step: typeof act extends fc.Arbitrary<infer T> ? T : never): void {
  if ('from' in step) return devices.learn(step.device, step.from);
  const { record } = step;
  const write = (changes: Change[]): void => devices.write(step.device, homeOf(record), changes);
  const field = FIELD[record.charAt(0)] ?? '';
  if ('join' in step) write([]);
  else if ('deleted' in step) write([change(record, {}, step.deleted)]);
  else if ('set' in step) write([change(record, { [field]: { set: step.set } })]);
  else
    write([
      change(record, {
        [field]: { add: step.add, del: step.del.filter((each) => !step.add.includes(each)) },
      }),
    ]);
}

test('links stay whole: what people add and take out apart from each other is the union, and both ends say the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { maxLength: 25 }),
      fc.shuffledSubarray(DOSSIERS, { minLength: DOSSIERS.length }),
      async (steps, order) => {
        const engine = await emptyEngine();
        const devices = new Devices(3);
        const half = Math.floor(steps.length / 2);
        for (const step of steps.slice(0, half)) perform(devices, step);
        devices.project(engine, order);
        for (const step of steps.slice(half)) perform(devices, step);
        devices.project(engine, order);
        const links = recount(devices);
        expect(asked(engine, RECORDS, 'to')).toEqual(links);
        expect(asked(engine, RECORDS, 'from')).toEqual(links);
        // A dossier answers for all its records.
        expect(asked(engine, DOSSIERS, 'to')).toEqual(links);
        for (const record of ['m1', 'm2', 'a1', 'a2']) {
          const state = mergeDossier(devices.entries.get(homeOf(record)) as Entry[]);
          const value = state.records
            .get(record as RecordId)
            ?.fields.get(FIELD[record.charAt(0)] ?? '')?.value;
          expect(value ?? []).toEqual(devices.elements(record));
        }
        engine.close();
      },
    ),
    { numRuns: 80 },
  );
});

test('what was written as text is kept when somebody adds to it, and both ends know it', async () => {
  const engine = await emptyEngine();
  const devices = new Devices(2);
  devices.write(0, 'c1', [change('m1', { cases: { set: 'K7Q-2MX\nX9X-9XX\nN2N-2NN' } })]);
  devices.learn(1, 0);
  devices.write(0, 'c1', [change('m1', { cases: { add: ['c3'], del: [] } })]);
  devices.write(1, 'c1', [change('m1', { cases: { add: [], del: ['X9X-9XX'] } })]);
  devices.project(engine);
  expect(asked(engine, ['m1'], 'to')).toEqual(['m1.cases → c1', 'm1.cases → c3']);
  expect(asked(engine, ['c1', 'c2', 'c3'], 'from')).toEqual(['m1.cases → c1', 'm1.cases → c3']);
  expect(Object.keys(named(engine, SPACE, ['K7Q-2MX', 'N2N-2NN', 'c3', 'nobody']))).toEqual([
    'K7Q-2MX',
    'c3',
  ]);
  engine.close();
});

test('a link to what was closed to this person shows nothing, not even that it is there', async () => {
  const engine = await emptyEngine();
  const devices = new Devices(1);
  devices.write(0, 'c1', [change('m1', { cases: { add: ['c2', 'X9X-9XX', 'c3'], del: [] } })]);
  devices.project(engine);
  expect(asked(engine, ['m1'], 'to')).toEqual(['m1.cases → c2', 'm1.cases → c3']);
  forgetDossier({ engine, merged: new MergedDossiers(engine) }, SPACE, 'c2' as DossierId);
  expect(asked(engine, ['m1', 'c1'], 'to')).toEqual(['m1.cases → c3']);
  expect(linked(engine, SPACE, 'c2', 500)).toEqual({ to: [], from: [], gone: [], more: false });
  expect(linked(engine, SPACE, 'X9X-9XX', 500)).toEqual({ to: [], from: [], gone: [], more: false });
  expect(named(engine, SPACE, ['c2', 'X9X-9XX'])).toEqual({});
  engine.close();
});

test('a question has an end, and says when there is more', async () => {
  const engine = await emptyEngine();
  const devices = new Devices(1);
  devices.write(0, 'c1', [change('m1', { cases: { add: ['c1', 'c2', 'c3'], del: [] } })]);
  devices.project(engine);
  expect(linked(engine, SPACE, 'm1', 2)).toMatchObject({ to: [{}, {}], more: true });
  expect(linked(engine, SPACE, 'm1', 3)).toMatchObject({ to: [{}, {}, {}], more: false });
  engine.close();
});
