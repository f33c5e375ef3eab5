/** What is kept of a dossier, where it must not be believed any more, and rows that are put off, where they stand in the way. */
import type { DossierId, RecordId, SpaceId } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Keep } from './adapters.ts';
import type { Change } from './client.ts';
import { projectLater } from './due.ts';
import { saveAct } from './act.ts';
import { newRecordId } from './outbox.ts';
import { keepEntries } from './sync/keep-page.ts';
import { syncSpace } from './sync/turn.ts';
import { inside, type Opened } from '../../../worlds/devices/inside.ts';
import { lastingDatabase, set, startWorld, type World } from '../../../worlds/devices/world.ts';
import type { Unlocked } from './unlocked.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

async function oneDevice(): Promise<Opened> {
  const database = await lastingDatabase(world);
  return inside(world, await world.found('Leyla', { database }), database);
}

const sync = ({ unlocked, ring }: Opened) => syncSpace(unlocked, ring, () => undefined);

async function save({ unlocked, ring }: Opened, dossier: DossierId, changes: Change[]): Promise<void> {
  const saved = await saveAct(unlocked, ring, { dossier, changes });
  expect(saved).toEqual({ ok: true, value: null });
}

async function aCase(device: Opened, alias: string): Promise<DossierId> {
  const dossier = newRecordId(device.unlocked) as string as DossierId;
  await save(device, dossier, [set('case', dossier, { alias })]);
  return dossier;
}

const note = ({ unlocked }: Opened, text: string): Change => set('note', newRecordId(unlocked), { text });
const alias = ({ unlocked }: Opened, dossier: DossierId): string | undefined =>
  unlocked.engine.get<{ card: string }>('select card from dossier where id = ?', dossier)?.card;
const due = ({ engine }: Unlocked): number =>
  engine.get<{ n: number }>('select count(*) as n from unprojected')?.n ?? 0;

describe('what is kept of a dossier', () => {
  it('goes from memory with a dossier that is forgotten', async () => {
    const device = await oneDevice();
    const { unlocked, ring } = device;
    const dossier = await aCase(device, 'Zaur');
    await sync(device);
    await unlocked.merged.of(unlocked, ring.space, dossier);
    expect(unlocked.merged.has(dossier)).toBe(true);
    await keepEntries(unlocked, ring.space, [], new Set([dossier]), () => undefined);
    expect(unlocked.merged.has(dossier)).toBe(false);
    expect((await unlocked.merged.of(unlocked, ring.space, dossier)).entries).toEqual([]);
  });

  it('is of one space: what somebody signs in another under the same id is not mixed into it', async () => {
    const device = await oneDevice();
    const { unlocked, ring } = device;
    const dossier = await aCase(device, 'Zaur');
    expect((await unlocked.merged.of(unlocked, ring.space, dossier)).entries).toHaveLength(1);
    const other = 'A'.repeat(43) as SpaceId;
    const taken = await unlocked.merged.of(unlocked, other, dossier);
    expect([...taken.state.records]).toEqual([]);
    const [mine] = (await unlocked.merged.of(unlocked, ring.space, dossier)).entries;
    const fresh = [{ entry: { ...mine, space: other } as never, position: 9, generation: 1 }];
    const { merged } = await unlocked.merged.including(unlocked, other, dossier, fresh, false);
    expect(merged.space).toBe(other);
    expect((await unlocked.merged.of(unlocked, ring.space, dossier)).entries).toEqual([mine]);
  });

  it('is not believed after what else was written while a save waited for its copy', async () => {
    const device = await oneDevice();
    const { unlocked, ring } = device;
    const dossier = await aCase(device, 'Zaur');
    await save(device, dossier, [note(device, 'first')]);
    await sync(device);
    const before = (await unlocked.merged.of(unlocked, ring.space, dossier)).entries.length;
    expect(before).toBe(2);
    // In the middle of it an entry goes.
    const { keep } = unlocked.around;
    const put: Keep['put'] = keep.put.bind(keep);
    const middle = keep as { put: Keep['put'] };
    middle.put = async (name, bytes) => {
      middle.put = put;
      await put(name, bytes);
      unlocked.engine.run(
        'delete from entry where rid = (select max(rid) from entry where dossier = ?)',
        dossier,
      );
    };
    await save(device, dossier, [note(device, 'second')]);
    const texts = [...(await unlocked.merged.of(unlocked, ring.space, dossier)).state.records.values()]
      .filter(({ kind }) => kind === 'note')
      .map(({ fields }) => fields.get('text')?.value);
    expect(texts).toEqual(['second']);
    await unlocked.due.settled(unlocked);
    expect(alias(device, dossier)).toContain('Zaur');
  });

  it('is not the state of a save that was refused or failed', async () => {
    const device = await oneDevice();
    const { unlocked, ring } = device;
    const dossier = await aCase(device, 'Zaur');
    await save(device, dossier, [note(device, 'first')]);
    const refused = await saveAct(unlocked, ring, {
      dossier,
      changes: [set('note', dossier, { text: 'x' })],
    });
    expect(refused.ok).toBe(false);
    const { keep } = unlocked.around;
    const put: Keep['put'] = keep.put.bind(keep);
    (keep as { put: Keep['put'] }).put = () => Promise.reject(new Error('torn off'));
    await expect(saveAct(unlocked, ring, { dossier, changes: [note(device, 'never kept')] })).rejects.toThrow(
      'torn off',
    );
    (keep as { put: Keep['put'] }).put = put;
    const { state, entries, oversteps } = await unlocked.merged.of(unlocked, ring.space, dossier);
    expect(entries).toHaveLength(2);
    expect(oversteps).toEqual([]);
    expect(state.records.size).toBe(2);
  });

  it('is of no more dossiers than have room', async () => {
    const device = await oneDevice();
    const cases: DossierId[] = [];
    for (let i = 0; i < 70; i++) cases.push(await aCase(device, `Zaur ${i}`));
    expect(cases.filter((each) => device.unlocked.merged.has(each)).length).toBeLessThanOrEqual(64);
    expect(device.unlocked.merged.has(cases.at(-1) as DossierId)).toBe(true);
    expect(device.unlocked.merged.has(cases[0] as DossierId)).toBe(false);
  });
});

const LARGE = 250;

async function aLargeCase(device: Opened): Promise<DossierId> {
  const dossier = await aCase(device, 'Zaur');
  await save(
    device,
    dossier,
    Array.from({ length: LARGE }, (_, i) => note(device, `Zəng ${i}`)),
  );
  await device.unlocked.due.settled(device.unlocked);
  return dossier;
}

describe('rows that are put off', () => {
  it('keep nobody from lists that are not about them: what a fetch has brought is made in steps', async () => {
    const device = await oneDevice();
    const { unlocked, ring } = device;
    const cases: DossierId[] = [];
    for (let i = 0; i < 160; i++) cases.push(await aCase(device, `Zaur ${i}`));
    const large = await aLargeCase(device);
    for (const each of cases) projectLater(unlocked.engine, ring.space, each);
    await save(device, large, [set('case', large, { alias: 'Rauf' })]);
    const all = unlocked.due.now(unlocked);
    await unlocked.due.settled(unlocked);
    // What was just saved stands there, and the others are still to come.
    expect(alias(device, large)).toContain('Rauf');
    expect(due(unlocked)).toBeGreaterThan(0);
    await all;
    expect(due(unlocked)).toBe(0);
  });

  it('leave lists readable and the device open where there is no room for them, and are made when there is', async () => {
    const device = await oneDevice();
    const { unlocked } = device;
    const large = await aLargeCase(device);
    await save(device, large, [set('case', large, { alias: 'Rauf', summary: 'x'.repeat(60_000) })]);
    const pages = Number(unlocked.engine.get('pragma page_count')?.['page_count']);
    unlocked.engine.exec('create table filler(bytes blob)');
    // As full as it can be.
    unlocked.engine.exec(`pragma max_page_count = ${pages + 2}`);
    await expect(
      (async () => {
        for (;;) unlocked.engine.run('insert into filler values(zeroblob(3000))');
      })(),
    ).rejects.toThrow();
    await unlocked.due.settled(unlocked);
    expect(alias(device, large)).toContain('Zaur');
    expect(due(unlocked)).toBe(1);
    unlocked.alive = false;
    await device.reopen();
    expect(alias(device, large)).toContain('Zaur');
    device.unlocked.engine.exec('pragma max_page_count = 1000000');
    await device.unlocked.due.now(device.unlocked);
    expect(alias(device, large)).toContain('Rauf');
  });

  it('of a dossier that cannot be worked out set it apart alone, and nobody is kept from coming in', async () => {
    const device = await oneDevice();
    const { unlocked, ring } = device;
    const [one, other] = [await aCase(device, 'Zaur'), await aCase(device, 'Rauf')];
    for (const each of [one, other]) projectLater(unlocked.engine, ring.space, each);
    unlocked.engine.run("update dossier set card = replace(card, 'Rauf', 'old') where id = ?", other);
    const of = unlocked.merged.of.bind(unlocked.merged);
    unlocked.merged.of = (...asked) =>
      asked[2] === one ? Promise.reject(new RangeError('too deep')) : of(...asked);
    await unlocked.due.now(unlocked);
    unlocked.merged.of = of;
    expect(unlocked.engine.all('select dossier, reason, error from apart')).toEqual([
      { dossier: one, reason: 'merge', error: 'RangeError' },
    ]);
    expect(alias(device, one)).toBeUndefined();
    expect(alias(device, other)).toContain('Rauf');
    // What can be worked out again, a new version of the program say, is in the lists again.
    projectLater(unlocked.engine, ring.space, one);
    await device.reopen();
    expect(alias(device, one)).toContain('Zaur');
    expect(device.unlocked.engine.all('select dossier from apart')).toEqual([]);
  });

  it('are made at the next opening where the device was shut right behind the save', async () => {
    const device = await oneDevice();
    const large = await aLargeCase(device);
    device.unlocked.due.soon = () => undefined;
    await save(device, large, [set('case', large, { alias: 'Rauf' })]);
    expect(alias(device, large)).toContain('Zaur');
    device.unlocked.alive = false;
    await device.reopen();
    expect(alias(device, large)).toContain('Rauf');
    const { state } = await device.unlocked.merged.of(device.unlocked, device.ring.space, large);
    expect(state.records.get(large as string as RecordId)?.fields.get('alias')?.value).toBe('Rauf');
  });
});
