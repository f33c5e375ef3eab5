/** Threat: somebody who is named to a case late asks for it from its beginning; the server answers less than there is. */
import { type DossierId, type EntryId, generationCipher, idText } from '@dayaq/sealing';
import type { LogItem } from '@dayaq/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Forge, hostileTransport } from '../../../worlds/devices/hostile.ts';
import { Insider } from '../../../worlds/devices/insider.ts';
import {
  expectOk,
  lastingDatabase,
  newCase,
  read,
  set,
  settle,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

async function setup() {
  const lie: { forge: Forge | null } = { forge: null };
  const database = await lastingDatabase(world);
  const leyla = await world.found('Leyla');
  const nigar = await world.join(leyla, 'Nigar', 'coordinator', {
    transport: hostileTransport(world.server.url, lie),
    database,
  });
  const rena = await world.join(leyla, 'Rena');
  const id = await newCase(leyla, 'the case');
  await settle(leyla, nigar, rena, leyla);
  const evil = await Insider.behind(world, rena);
  const held = await evil.hold(id);
  if (typeof held === 'string') throw new Error(held);
  return { lie, leyla, nigar, rena, id, evil, held, database };
}

describe('a reader who is named late', () => {
  it('who was answered nothing once asks again, and is given the case', async () => {
    const { lie, leyla, nigar, database } = await setup();
    const id = await newCase(leyla, 'closed from the start', [leyla.account]);
    await settle(leyla, nigar);
    let lied = 0;
    lie.forge = async (route, _request, pass) => {
      if (route !== 'entries/dossier' || lied > 0) return undefined;
      const answer = await pass();
      if (answer === null) return undefined;
      lied++;
      return { ...answer, items: [], more: false };
    };
    expectOk(await leyla.vault.restrict({ dossier: id, to: [leyla.account, nigar.account] }));
    expectOk(await leyla.vault.save({ dossier: id, changes: [set('case', id, { summary: 'for Nigar' })] }));
    await settle(leyla, nigar, leyla, nigar);
    lie.forge = null;
    expectOk(
      await leyla.vault.save({ dossier: id, changes: [set('case', id, { summary: 'for Nigar, again' })] }),
    );
    await settle(leyla, nigar, leyla, nigar);
    await nigar.vault.lock();
    const re = await world.reopen(nigar, { database });
    await settle(re, leyla, re);
    expect(await read(re, id, 'summary')).toBe('for Nigar, again');
  });

  it('who was answered only what stood before it was closed writes nothing for whoever was shut out', async () => {
    const { lie, leyla, nigar, id, evil, held } = await setup();
    const sent: Record<string, unknown>[] = [];
    expectOk(await leyla.vault.restrict({ dossier: id, to: [leyla.account] }));
    await settle(leyla, nigar);
    lie.forge = async (route, request, pass) => {
      if (route === 'entries/append') {
        if (!(request['entries'] as { dossier: Uint8Array }[]).some(({ dossier }) => idText(dossier) === id))
          return undefined;
        sent.push(request);
        return { position: 10_000 };
      }
      if (route !== 'entries/dossier') return undefined;
      const answer = await pass();
      if (answer === null) return undefined;
      const items = answer['items'] as LogItem[];
      const second = items.filter(({ t }) => t === 'generation')[1];
      return { ...answer, items: items.filter(({ p }) => second === undefined || p < second.p), more: false };
    };
    expectOk(await leyla.vault.restrict({ dossier: id, to: [leyla.account, nigar.account] }));
    expectOk(
      await leyla.vault.save({ dossier: id, changes: [set('case', id, { summary: 'Rena must not know' })] }),
    );
    await settle(leyla, nigar, leyla, nigar);
    expectOk(
      await nigar.vault.save({ dossier: id, changes: [set('case', id, { alias: 'SECRET FROM RENA' })] }),
    );
    await nigar.vault.syncNow();
    const heard: string[] = [];
    const cipher = await generationCipher(held.key);
    for (const request of sent)
      for (const { dossier, g, id: e, sealed } of request['entries'] as {
        dossier: Uint8Array;
        g: number;
        id: Uint8Array;
        sealed: Uint8Array;
      }[]) {
        if (idText(dossier) !== id) continue;
        const plain = await cipher.open(
          { space: evil.space, dossier: id as DossierId, generation: g, entry: idText<EntryId>(e) },
          sealed,
        );
        if (plain.ok)
          heard.push(
            Buffer.from(plain.value).toString('latin1').includes('SECRET FROM RENA')
              ? 'READ: SECRET FROM RENA'
              : 'opened',
          );
      }
    expect(heard).toEqual([]);
    expect((await nigar.vault.status()).sync.waiting).toBeGreaterThan(0);
  });
});
