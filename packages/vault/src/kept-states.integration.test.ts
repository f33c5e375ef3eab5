import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DossierState, mergeDossier } from '@dayaq/journal';
import type { AccountId, DossierId, RecordId } from '@dayaq/sealing';
import { appendAct } from './circle.ts';
import type { Change } from './client.ts';
import type { Engine, Row } from './database/engine.ts';
import { prepareSchema } from './database/schema.ts';
import { lawfulEntries } from './lawful.ts';
import { MergedDossiers } from './merged.ts';
import { nodeSurroundings } from './node/index.ts';
import { saveAct } from './act.ts';
import { newRecordId, wantReaders } from './outbox.ts';
import { projectDossier } from './projection.ts';
import type { Ring } from './space/ring.ts';
import { syncSpace } from './sync/turn.ts';
import { inside, type Opened } from '../../../worlds/devices/inside.ts';
import { lastingDatabase, set, startWorld, type World } from '../../../worlds/devices/world.ts';
import type { Unlocked } from './unlocked.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** All that the lists hold, whatever number a dossier has here. */
function listed(engine: Engine): Record<string, Row[]> {
  const of = (sql: string): Row[] => engine.all(sql);
  engine.exec(
    "create virtual table if not exists temp.terms using fts5vocab('main', 'search_case', 'instance')",
  );
  return {
    dossiers: of(
      'select id, space, kind, day, updated, due, title_key, card, words from dossier order by id',
    ),
    facets: of('select d.id, name, code, f.space from facet f join dossier d using(rid) order by 1, 2, 3'),
    tasks: of(
      'select d.id, name, danger, t.due, owner, data, t.space from task t join dossier d using(rid) order by 1, 2',
    ),
    dangers: of(
      'select d.id, critical, at, data, g.space from danger g join dossier d using(rid) order by 1',
    ),
    records: of(
      'select d.id, l.kind, record, data, l.space from listed l join dossier d using(rid) order by 1, 2, 3',
    ),
    links: of(
      'select d.id, k.record, k.kind, field, target from link k join dossier d using(rid) order by 1, 2, 4, 5',
    ),
    oversteps: of('select * from overstep order by dossier'),
    apart: of('select * from apart order by dossier'),
    words: of('select distinct d.id, term from temp.terms join dossier d on d.rid = doc order by 1, 2'),
  };
}

interface Recount {
  found: Record<string, Row[]>;
  /** Dossiers as they are merged, by their id. */
  states: Record<string, unknown>;
}

/** The same from nothing but the entries: each dossier read, judged, merged and written once. */
async function recounted(unlocked: Unlocked): Promise<Recount> {
  const { database } = await nodeSurroundings(world.server.url);
  const engine = await database.open(new Uint8Array(32));
  prepareSchema(engine);
  for (const { number, space } of unlocked.engine.all('select number, space from space_number'))
    engine.run('insert into space_number(number, space) values(?, ?)', number ?? null, space ?? null);
  for (const row of unlocked.engine.all(
    'select space, dossier, id, position, generation, bytes from entry order by rid',
  ))
    engine.run(
      'insert into entry(space, dossier, id, position, generation, bytes) values(?, ?, ?, ?, ?, ?)',
      ...Object.values(row),
    );
  const naive: Unlocked = { ...unlocked, engine, merged: new MergedDossiers(engine) };
  const dossiers = engine.all<{ dossier: DossierId; space: Ring['space'] }>(
    'select dossier, space from entry group by dossier order by min(rid)',
  );
  for (const { dossier, space } of dossiers)
    projectDossier(engine, await lawfulEntries(naive, space, dossier));
  const found = listed(engine);
  const states: Record<string, unknown> = {};
  for (const { dossier, space } of dossiers)
    states[dossier] = plain(mergeDossier((await lawfulEntries(naive, space, dossier)).entries));
  engine.close();
  return { found, states };
}

/** A state as plain data. Every order in it counts but that of records and fields. */
function plain(state: DossierState): unknown {
  const records = [...state.records].map(([id, { fields, ...record }]) => [
    id,
    { ...record, fields: Object.fromEntries(fields) },
  ]);
  return { ...state, records: Object.fromEntries(records) as unknown };
}

/** What this device takes dossiers to be. */
async function kept(unlocked: Unlocked): Promise<Recount> {
  const states: Record<string, unknown> = {};
  for (const { dossier, space } of unlocked.engine.all<{ dossier: DossierId; space: Ring['space'] }>(
    'select distinct dossier, space from entry',
  ))
    states[dossier] = plain((await unlocked.merged.of(unlocked, space, dossier)).state);
  return { found: listed(unlocked.engine), states };
}

const step = fc.record({
  who: fc.constantFrom(0, 1),
  what: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('note', 'edit', 'task', 'threat', 'delete', 'cost') },
    { weight: 2, arbitrary: fc.constantFrom('case', 'many', 'overstep') },
    { weight: 4, arbitrary: fc.constant('sync') },
    { weight: 2, arbitrary: fc.constantFrom('drop', 'reopen') },
    { weight: 2, arbitrary: fc.constantFrom('close', 'open', 'role') },
  ),
  which: fc.nat(1000),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const MANY = 210;

/** The changes that a step makes in a dossier, by what stands there. */
function changesOf({ unlocked }: Opened, { what, which }: Step, records: Row[]): Change[] {
  const id = (): string => newRecordId(unlocked);
  const root = records[0]?.['record'] as string;
  switch (what) {
    case 'edit':
      return [set('case', root, { status: which % 2 === 0 ? 'open' : 'closed', summary: `Şəhər ${which}` })];
    case 'task':
      return [set('task', id(), { what: `Call ${which}`, due: { day: '2026-11-03' } })];
    case 'threat':
      return [set('threat', id(), { type: ['kill'], credible: 'likely' })];
    case 'cost':
      return [set('cost', id(), { what: `Bus ${which}` })];
    case 'many':
      return Array.from({ length: MANY }, (_, i) => set('note', id(), { text: `Zəng ${which} ${i}` }));
    case 'overstep':
      // A record's kind is what it was first: who says another oversteps.
      return [set('note', root, { text: 'not a note' })];
    case 'delete': {
      const { record, kind } = records[which % records.length] as { record: RecordId; kind: string };
      return [{ kind, record, fields: {}, deleted: which % 3 > 0 }];
    }
    default:
      return [set('note', id(), { text: `Zeynəb ${which} in Gəncə` })];
  }
}

describe('what is kept of dossiers', () => {
  it('leaves the lists as a recount from all entries would make them, and each dossier as it is, after each of any saves, fetches, closings, roles, drops and openings', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
        const databases = [await lastingDatabase(world), await lastingDatabase(world)] as const;
        const leyla = await world.found('Leyla', { database: databases[0] });
        const rena = await world.join(leyla, 'Rena', 'caseworker', { database: databases[1] });
        const devices = [
          await inside(world, leyla, databases[0]),
          await inside(world, rena, databases[1]),
        ] as const;
        const cases: DossierId[] = [];
        const known = new Map<string, Row[]>();
        for (const each of steps) {
          const device = devices[each.who] as Opened;
          const { unlocked, ring } = device;
          if (each.what === 'sync') await syncSpace(unlocked, ring, () => undefined);
          else if (each.what === 'drop') unlocked.merged.drop();
          else if (each.what === 'reopen') {
            unlocked.alive = false;
            await device.reopen();
          } else if (each.what === 'case' || cases.length === 0) {
            const dossier = newRecordId(unlocked) as string as DossierId;
            const saved = await saveAct(unlocked, ring, {
              dossier,
              changes: [set('case', dossier, { alias: `Zaur ${each.which}`, reference: 'AAA-111' })],
            });
            expect(saved.ok).toBe(true);
            cases.push(dossier);
            known.set(dossier, [{ record: dossier, kind: 'case' }]);
          } else if (each.what === 'role') {
            const keyholder = each.which % 2 === 0;
            const member = rena.account as AccountId;
            // Refused where somebody else was faster.
            await appendAct(unlocked, ring, { type: 'role', account: member, role: 'caseworker', keyholder });
          } else {
            const dossier = cases[each.which % cases.length] as DossierId;
            const records = known.get(dossier) as Row[];
            const { state } = await unlocked.merged.of(unlocked, ring.space, dossier);
            // Who has not fetched a case, or has lost it, cannot write in it.
            const here = state.records.has(dossier as string as RecordId);
            if (here && (each.what === 'close' || each.what === 'open')) {
              const readers = each.what === 'close' ? [unlocked.account.id] : null;
              expect((await wantReaders(unlocked, ring, dossier, readers)).ok).toBe(true);
            } else if (here) {
              const changes = changesOf(device, each, records);
              const saved = await saveAct(unlocked, ring, { dossier, changes });
              expect(saved.ok).toBe(each.what !== 'overstep');
              if (saved.ok) records.push(...changes.map(({ record, kind }) => ({ record, kind })));
            }
          }
          await device.unlocked.due.settled(device.unlocked);
          expect(await kept(device.unlocked)).toEqual(await recounted(device.unlocked));
        }
        for (const { unlocked } of devices) unlocked.alive = false;
      }),
      { numRuns: 6 },
    );
  }, 600_000);
});

describe('lists that are made anew', () => {
  it('say how far they are, stop when they are cut off, and go on from there at the next opening', async () => {
    const database = await lastingDatabase(world);
    const device = await inside(world, await world.found('Leyla', { database }), database);
    for (let i = 0; i < 60; i++) {
      const dossier = newRecordId(device.unlocked) as string as DossierId;
      const saved = await saveAct(device.unlocked, device.ring, {
        dossier,
        changes: [set('case', dossier, { alias: `Zaur ${i}` })],
      });
      expect(saved.ok).toBe(true);
    }
    const before = listed(device.unlocked.engine);
    device.unlocked.engine.run("update meta set value = 'another' where name = 'projection'");
    device.unlocked.alive = false;
    const cut: [number, number][] = [];
    const cutOff = device.reopen((done, total) => {
      cut.push([done, total]);
      if (cut.length === 2) throw new Error('cut off');
    });
    await expect(cutOff).rejects.toThrow('cut off');
    expect(cut).toEqual([
      [0, 61],
      [50, 61],
    ]);
    const rest: [number, number][] = [];
    await device.reopen((done, total) => void rest.push([done, total]));
    expect(rest).toEqual([[0, 11]]);
    expect(listed(device.unlocked.engine)).toEqual(before);
    device.unlocked.alive = false;
  });

  it('hold what a fetch brought of a dossier that was here, also where the device was shut before it came to its end', async () => {
    const databases = [await lastingDatabase(world), await lastingDatabase(world)] as const;
    const leyla = await world.found('Leyla', { database: databases[0] });
    const rena = await world.join(leyla, 'Rena', 'caseworker', { database: databases[1] });
    const [one, other] = [await inside(world, leyla, databases[0]), await inside(world, rena, databases[1])];
    const dossier = newRecordId(one.unlocked) as string as DossierId;
    const save = (changes: Change[]) => saveAct(one.unlocked, one.ring, { dossier, changes });
    await save([set('case', dossier, { alias: 'Zaur', status: 'open' })]);
    await syncSpace(one.unlocked, one.ring, () => undefined);
    await syncSpace(other.unlocked, other.ring, () => undefined);
    await save([set('case', dossier, { alias: 'Rauf' })]);
    await syncSpace(one.unlocked, one.ring, () => undefined);
    const { due } = other.unlocked;
    const now = due.now.bind(due);
    // The device is shut between the page and its rows.
    due.now = () => Promise.resolve();
    await syncSpace(other.unlocked, other.ring, () => undefined);
    other.unlocked.alive = false;
    const card = () =>
      other.unlocked.engine.get<{ card: string }>('select card from dossier where id = ?', dossier)?.card;
    expect(card()).toContain('Zaur');
    await other.reopen();
    expect(card()).toContain('Rauf');
    due.now = now;
    for (const { unlocked } of [one, other]) unlocked.alive = false;
  });
});
