/** Threat: the server lies for a moment to whoever closes a case, and when the lie is over the case is open to everybody. */
import { randomBytes } from 'node:crypto';
import { idBytes, type SpaceId } from '@dayaq/sealing';
import type { LogItem } from '@dayaq/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileTransport, type Forge } from '../../../worlds/devices/hostile.ts';
import {
  aliases,
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

/** One more item than there is, and from then on nothing new; what is sent is kept as it comes, as an honest server would not. */
function liar(spaceOf: () => Promise<SpaceId>) {
  const lie: { forge: Forge | null } = { forge: null };
  const leaf = new Uint8Array(randomBytes(32));
  let end = 0;
  const start = () => {
    lie.forge = async (route, request, pass) => {
      if (route === 'entries/pull') {
        const page = await pass();
        if (page === null) return undefined;
        const after = Number(request['after']);
        if (end === 0) {
          end = Number(page['position']) + 1;
          return {
            ...page,
            items: [...(page['items'] as LogItem[]), { t: 'closed', p: end, leaf }],
            position: end,
            more: false,
          };
        }
        return { ...page, items: [], at: leaf, position: after, more: false };
      }
      if (route !== 'entries/append') return undefined;
      const answer = await pass();
      if (answer !== null) return answer;
      // The honest part of it said no (`log-moved`): this one keeps it all the same.
      const { pool } = world.server.data.db;
      const { readGeneration } = await import('@dayaq/sealing');
      const space = Buffer.from(idBytes(await spaceOf()));
      let position = 0;
      const put = async (
        kind: number,
        dossier: Uint8Array,
        n: number,
        id: Uint8Array | null,
        body: Uint8Array,
      ) => {
        const { rows } = await pool.query(
          'update spaces set position = position + 1 where space_id = $1 returning position',
          [space],
        );
        position = Number(rows[0].position);
        await pool.query(
          'insert into log(space_id, position, kind, dossier_id, number, entry_id, body) values($1, $2, $3, $4, $5, $6, $7)',
          [
            space,
            position,
            kind,
            Buffer.from(dossier),
            n,
            id === null ? null : Buffer.from(id),
            Buffer.from(body),
          ],
        );
      };
      for (const header of request['generations'] as Uint8Array[]) {
        const read = await readGeneration(header);
        if (!read.ok) throw new Error('header');
        const { dossier, generation, epoch, restricted, grants } = read.value;
        await put(1, idBytes(dossier), generation, null, header);
        await pool.query(
          `insert into dossiers(space_id, dossier_id, generation, epoch, restricted) values($1, $2, $3, $4, $5)
          on conflict(space_id, dossier_id) do update set generation = $3, epoch = $4, restricted = $5`,
          [space, Buffer.from(idBytes(dossier)), generation, epoch, restricted],
        );
        await pool.query('delete from readers where space_id = $1 and dossier_id = $2', [
          space,
          Buffer.from(idBytes(dossier)),
        ]);
        for (const grant of grants)
          if (grant.to === 'account')
            await pool.query('insert into readers(space_id, dossier_id, account_id) values($1, $2, $3)', [
              space,
              Buffer.from(idBytes(dossier)),
              Buffer.from(idBytes(grant.account)),
            ]);
      }
      for (const { dossier, g, id, sealed } of request['entries'] as {
        dossier: Uint8Array;
        g: number;
        id: Uint8Array;
        sealed: Uint8Array;
      }[])
        await put(2, dossier, g, id, sealed);
      return { position };
    };
  };
  return { lie, start };
}

describe('a case that was closed while the server lied', () => {
  it('stays closed when the lie is over, also one that was closed from its first word', async () => {
    const leyla = await world.found('Leyla');
    const { lie, start } = liar(async () => (await spaceOfDevice(leyla)) as SpaceId);
    const nigar = await world.join(leyla, 'Nigar', 'coordinator', {
      transport: hostileTransport(world.server.url, lie),
    });
    await newCase(leyla, 'known to both');
    await settle(leyla, nigar, leyla);
    start();
    await nigar.vault.syncNow();
    const id = await newCase(nigar, 'about Leyla’s brother', [nigar.account]);
    await settle(nigar, leyla);
    lie.forge = null;
    await settle(nigar, leyla, nigar, leyla);
    expectOk(
      await nigar.vault.save({ dossier: id, changes: [set('case', id, { summary: 'she must not know' })] }),
    );
    await settle(nigar, leyla, nigar, leyla);
    expect(await aliases(leyla)).toEqual(['known to both']);
    expect(await read(leyla, id, 'summary')).toBeUndefined();
  });

  it('stays closed when the lie is over, also one that was closed later', async () => {
    const leyla = await world.found('Leyla');
    const { lie, start } = liar(async () => (await spaceOfDevice(leyla)) as SpaceId);
    const nigar = await world.join(leyla, 'Nigar', 'coordinator', {
      transport: hostileTransport(world.server.url, lie),
    });
    const id = await newCase(leyla, 'a case');
    await settle(leyla, nigar, leyla);
    start();
    await nigar.vault.syncNow();
    expectOk(await nigar.vault.restrict({ dossier: id, to: [nigar.account] }));
    await settle(nigar, leyla);
    lie.forge = null;
    await settle(nigar, leyla, nigar, leyla);
    expectOk(
      await nigar.vault.save({ dossier: id, changes: [set('case', id, { summary: 'she must not know' })] }),
    );
    await settle(nigar, leyla, nigar, leyla);
    expect(await read(leyla, id, 'summary')).toBeUndefined();
  });
});
