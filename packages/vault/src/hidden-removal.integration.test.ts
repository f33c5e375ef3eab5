/** Threat: a removal is kept from one member, who goes on writing where the removed one reads, and everybody takes it. */
import { type DossierId, type EntryId, generationCipher, idBytes, idText } from '@dayaq/sealing';
import type { LogItem } from '@dayaq/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leafOf } from './sync/open-page.ts';
import { type Forge, hostileTransport } from '../../../worlds/devices/hostile.ts';
import { Insider } from '../../../worlds/devices/insider.ts';
import {
  expectOk,
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

describe('a removal that is kept from one member', () => {
  it('shows with her first word: nobody takes it, and all are told', async () => {
    const lie: { forge: Forge | null } = { forge: null };
    const leyla = await world.found('Leyla');
    const nigar = await world.join(leyla, 'Nigar', 'coordinator', {
      transport: hostileTransport(world.server.url, lie),
    });
    const rena = await world.join(leyla, 'Rena');
    const id = await newCase(leyla, 'the case');
    await settle(leyla, nigar, rena, leyla, nigar);
    const evil = await Insider.behind(world, rena);
    const held = await evil.hold(id);
    if (typeof held === 'string') throw new Error(held);
    const last = (await evil.place()).position;
    const own = new Set<string>();
    await rena.vault.lock();
    const { pool } = world.server.data.db;
    const space = Buffer.from(idBytes(evil.space));
    const heard: string[] = [];
    lie.forge = async (route, request, pass) => {
      // All that she is shown from now on is that something is there.
      if (route === 'entries/pull') {
        const answer = await pass();
        if (answer === null) return undefined;
        const items: LogItem[] = [];
        for (const item of answer['items'] as LogItem[])
          items.push(
            item.p <= last || item.t === 'closed' || (item.t === 'entry' && own.has(idText(item.id)))
              ? item
              : { t: 'closed', p: item.p, leaf: await leafOf(item) },
          );
        return { ...answer, items };
      }
      if (route === 'charter/read') return { acts: [], more: false };
      if (route !== 'entries/append') return undefined;
      const cipher = await generationCipher(held.key);
      let position = 0;
      for (const { dossier, g, id: e, sealed } of request['entries'] as {
        dossier: Uint8Array;
        g: number;
        id: Uint8Array;
        sealed: Uint8Array;
      }[]) {
        if (own.has(idText(e))) continue;
        own.add(idText(e));
        // The server keeps it, as an honest one would not: behind the removal, under the old key.
        const { rows } = await pool.query(
          'update spaces set position = position + 1 where space_id = $1 returning position',
          [space],
        );
        position = Number(rows[0].position);
        await pool.query(
          'insert into log(space_id, position, kind, dossier_id, number, entry_id, body) values($1, $2, 2, $3, $4, $5, $6)',
          [space, position, Buffer.from(dossier), g, Buffer.from(e), Buffer.from(sealed)],
        );
        const plain = await cipher.open(
          { space: evil.space, dossier: id as DossierId, generation: g, entry: idText<EntryId>(e) },
          sealed,
        );
        if (plain.ok && Buffer.from(plain.value).toString('latin1').includes('SECRET FROM RENA'))
          heard.push('READ: SECRET FROM RENA');
      }
      return { position };
    };
    expectOk(await leyla.vault.removeMember(rena.account));
    await settle(leyla);
    await settle(nigar);
    expectOk(
      await nigar.vault.save({ dossier: id, changes: [set('case', id, { summary: 'SECRET FROM RENA' })] }),
    );
    await settle(nigar, leyla, nigar, leyla);
    // Leyla goes on in the same case, builds on it.
    expectOk(await leyla.vault.save({ dossier: id, changes: [set('case', id, { alias: 'goes on' })] }));
    await settle(leyla, nigar, leyla);
    expect(heard).not.toEqual([]);
    expect(await read(leyla, id, 'summary')).toBeUndefined();
    expect((await leyla.vault.disputes()).map(({ what, author }) => [what, author])).toContainEqual([
      'entry',
      nigar.account,
    ]);
  });
});
