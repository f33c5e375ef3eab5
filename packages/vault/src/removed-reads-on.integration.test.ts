import type { LogItem } from '@dayaq/protocol';
import { readEntry } from '@dayaq/journal';
import {
  currentMembers,
  type DossierId,
  type EntryId,
  generationCipher,
  idBytes,
  idText,
  newEpochKey,
  readGeneration,
  type Secret,
  type SpaceId,
  startGeneration,
  unwrap,
} from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Forge, hostileTransport } from '../../../worlds/devices/hostile.ts';
import { change, type Held, Insider } from '../../../worlds/devices/insider.ts';
import { hostile } from '../../../worlds/devices/openings.ts';
import {
  expectOk,
  newCase,
  read,
  set,
  settle,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

interface Appended {
  dossier: Uint8Array;
  g: number;
  id: Uint8Array;
  sealed: Uint8Array;
}

/** What somebody with a generation's key reads of what is sent to the server. */
async function overhear(
  space: SpaceId,
  request: Record<string, unknown>,
  forged: { key: Secret; header: { dossier: DossierId; generation: number } },
): Promise<string[]> {
  const heard: string[] = [];
  const cipher = await generationCipher(forged.key);
  for (const { dossier, g, id, sealed } of request['entries'] as Appended[]) {
    if (idText(dossier) !== forged.header.dossier || g !== forged.header.generation) continue;
    const entry = idText<EntryId>(id);
    const plain = await cipher.open({ space, dossier: forged.header.dossier, generation: g, entry }, sealed);
    if (plain.ok) heard.push(JSON.stringify(unwrap(await readEntry(plain.value)).changes));
  }
  return heard;
}

async function holdOf(insider: Insider, dossier: string): Promise<Held> {
  const held = await insider.hold(dossier);
  if (typeof held === 'string') throw new Error(held);
  return held;
}

describe('a removed member, with the server’s help', () => {
  it('reads nothing under a header that they signed before, put in front of their removal', async () => {
    const { device: leyla, lie } = await hostile(world, 'Leyla');
    const rena = await world.join(leyla, 'Rena');
    const id = (await newCase(leyla, 'an ordinary case')) as DossierId;
    await settle(leyla, rena, leyla);
    const space = (await spaceOfDevice(leyla)) as SpaceId;

    // Rena, still a member, signs a header for the epoch that her removal will begin.
    const evil = await Insider.behind(world, rena);
    const held = await holdOf(evil, id);
    const forged = await startGeneration({
      space,
      dossier: id,
      epoch: 2,
      epochKey: await evil.epochKey(1),
      author: evil.account,
      time: 0,
      restrictedTo: currentMembers(await evil.charter()),
      previous: held,
      view: await evil.view(),
    });
    // The server slips it into Leyla's log right before the removal, and moves up everything behind it.
    const at = (await evil.place()).position + 1;
    const heard: string[] = [];
    lie.forge = async (route, request, pass) => {
      if (route === 'entries/append') {
        heard.push(...(await overhear(space, request, forged)));
        return undefined;
      }
      if (route !== 'entries/pull') return undefined;
      const after = request['after'] as number;
      const answer = await pass({ ...request, after: after >= at ? after - 1 : after });
      if (answer === null) return undefined;
      const items = (answer['items'] as LogItem[]).map((item) =>
        item.p >= at ? { ...item, p: item.p + 1 } : item,
      );
      if (after < at) items.unshift({ t: 'generation', p: at, dossier: idBytes(id), header: forged.bytes });
      items.sort((a, b) => a.p - b.p);
      return { ...answer, items, position: (answer['position'] as number) + 1 };
    };
    const removed = await leyla.vault.removeMember(rena.account);
    await leyla.vault.syncNow();
    expectOk(
      await leyla.vault.save({
        dossier: id,
        changes: [set('case', id, { summary: 'written after Rena was removed' })],
      }),
    );
    await leyla.vault.syncNow();
    expect(heard).toEqual([]);
    // Either it was never done, or her device was told: it is not done in silence.
    const told = (await leyla.vault.status()).sync.problem?.code === 'server-lies';
    expect(told || !removed.ok).toBe(true);

    // The day on which the server is honest again, everything goes on.
    lie.forge = null;
    await settle(leyla);
    if (!removed.ok) expectOk(await leyla.vault.removeMember(rena.account));
    await settle(leyla);
    expect((await leyla.vault.status()).sync).toMatchObject({ problem: null, waiting: 0 });
    const nigar = await world.join(leyla, 'Nigar');
    await settle(nigar);
    expect(await read(nigar, id, 'summary')).toBe('written after Rena was removed');
  });

  it('puts no words into a case on the device of a colleague who comes later', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const id = (await newCase(leyla, 'a case')) as DossierId;
    await settle(leyla, rena, leyla);
    const evil = await Insider.behind(world, rena);
    const view = await evil.view();
    const held = await holdOf(evil, id);
    expectOk(await leyla.vault.removeMember(rena.account));
    await settle(leyla);
    expectOk(await leyla.vault.save({ dossier: id, changes: [set('case', id, { status: 'open' })] }));
    await settle(leyla);
    // Rena writes afterwards, as if it had been before; the server shows it to the newcomer in front of the removal.
    const late = await evil.seal(held, [
      { changes: [change('note', await rena.vault.newId(), { text: 'She withdrew her complaint.' })], view },
    ]);
    const slipped = late[0];
    if (slipped === undefined) throw new Error('nothing was sealed');
    const at = view.place?.position ?? 0;
    const lie: { forge: Forge | null } = { forge: null };
    lie.forge = async (route, request, pass) => {
      if (route !== 'entries/pull') return undefined;
      const after = request['after'] as number;
      const answer = await pass({ ...request, after: after > at ? after - 1 : after });
      if (answer === null) return undefined;
      const items = (answer['items'] as LogItem[]).map((item) =>
        item.p > at ? { ...item, p: item.p + 1 } : item,
      );
      if (after <= at)
        items.push({
          t: 'entry',
          p: at + 1,
          dossier: idBytes(id),
          g: slipped.g,
          id: slipped.id,
          sealed: slipped.sealed,
        });
      items.sort((a, b) => a.p - b.p);
      return { ...answer, items, position: (answer['position'] as number) + 1 };
    };
    const nigar = await world.join(leyla, 'Nigar', 'caseworker', {
      transport: hostileTransport(world.server.url, lie),
    });
    await nigar.vault.syncNow();
    const seen = await nigar.vault.dossier(id);
    const words = seen.ok ? seen.value.records.filter(({ kind }) => kind === 'note') : [];
    expect(words).toEqual([]);
    expect((await nigar.vault.status()).sync.problem).toMatchObject({ code: 'server-lies' });
  });

  it('puts none in under the keys that were theirs, behind a generation that they were not given', async () => {
    const lie: { forge: Forge | null } = { forge: null };
    const leyla = await world.found('Leyla');
    const nigar = await world.join(leyla, 'Nigar', 'caseworker', {
      transport: hostileTransport(world.server.url, lie),
    });
    const rena = await world.join(leyla, 'Rena');
    const id = (await newCase(leyla, 'a case')) as DossierId;
    await settle(leyla, rena, nigar, leyla);
    const evil = await Insider.behind(world, rena);
    const held = await holdOf(evil, id);
    // Closed to Rena, who stays a member: her rights in the organisation are not what refuses this.
    expectOk(await leyla.vault.restrict({ dossier: id, to: [nigar.account] }));
    const [late] = await evil.seal(held, [
      { changes: [change('note', await rena.vault.newId(), { text: 'Nothing happened.' })] },
    ]);
    await settle(leyla, nigar);
    if (late === undefined) throw new Error('nothing was sealed');
    lie.forge = async (route, _request, pass) => {
      if (route !== 'entries/pull') return undefined;
      const answer = await pass();
      if (answer === null) return undefined;
      const p = (answer['position'] as number) + 1;
      const item = { t: 'entry', p, dossier: idBytes(id), g: late.g, id: late.id, sealed: late.sealed };
      return { ...answer, items: [...(answer['items'] as LogItem[]), item], position: p };
    };
    await nigar.vault.syncNow();
    const view = expectOk(await nigar.vault.dossier(id));
    expect(view.records.filter(({ kind }) => kind === 'note')).toEqual([]);
    expect((await nigar.vault.status()).sync.refused).toBeGreaterThan(0);
  });
});

describe('an excluded member, with the server’s help', () => {
  it('takes no case over for a reader who is named late', async () => {
    const lie: { forge: Forge | null } = { forge: null };
    const leyla = await world.found('Leyla');
    const reader = await world.join(leyla, 'Reader', 'caseworker', {
      transport: hostileTransport(world.server.url, lie),
    });
    const excluded = await world.join(leyla, 'Excluded');
    const id = (await newCase(leyla, 'conflict of interest', [])) as DossierId;
    await settle(leyla, reader, excluded);
    const space = (await spaceOfDevice(leyla)) as SpaceId;
    const evil = await Insider.behind(world, excluded);
    const charter = await evil.charter();
    const heard: string[] = [];
    let forged: Awaited<ReturnType<typeof startGeneration>> | null = null;
    lie.forge = async (route, request, pass) => {
      if (route === 'entries/dossier') {
        const answer = await pass();
        if (answer === null) return undefined;
        const items = answer['items'] as LogItem[];
        const headers = items.flatMap((item) => (item.t === 'generation' ? [item.header] : []));
        const last = unwrap(await readGeneration(headers.at(-1) as Uint8Array));
        // Signed by the excluded member, who never held any key of this case.
        forged = await startGeneration({
          space,
          dossier: id,
          epoch: last.epoch,
          epochKey: newEpochKey(),
          author: evil.account,
          time: 0,
          restrictedTo: currentMembers(charter).filter(
            ({ account }) => account === reader.account || account === excluded.account,
          ),
          previous: { header: last, key: newEpochKey() },
          view: await evil.view(),
        });
        const p = (answer['position'] as number) + 1;
        const item = { t: 'generation', p, dossier: idBytes(id), header: forged.bytes };
        return { ...answer, items: [...items, item], position: p };
      }
      if (route === 'entries/append' && forged !== null)
        heard.push(...(await overhear(space, request, forged)));
      return undefined;
    };
    expectOk(await leyla.vault.restrict({ dossier: id, to: [reader.account] }));
    await settle(leyla, reader);
    expect(await read(reader, id, 'alias')).toBe('conflict of interest');
    expect(forged).not.toBeNull();
    expectOk(
      await reader.vault.save({
        dossier: id,
        changes: [set('case', id, { summary: 'the suspect is our own colleague' })],
      }),
    );
    await reader.vault.syncNow();
    expect(heard).toEqual([]);
    await settle(leyla);
    expect(await read(leyla, id, 'summary')).toBe('the suspect is our own colleague');
  });
});
