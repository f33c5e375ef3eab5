import {
  type DossierId,
  idBytes,
  openSharedGeneration,
  readGeneration,
  type SpaceId,
  spaceGrantOf,
} from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change, Insider } from '../../../worlds/devices/insider.ts';
import {
  acquaint,
  expectOk,
  handOver,
  read,
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

describe('a removed member of a recipient, with the server’s help', () => {
  it('writes nothing more under the keys that were replaced', async () => {
    const ana = await world.found('Ana');
    const nigar = await world.join(ana, 'Nigar');
    const bahar = await world.found('Bahar');
    const elza = await world.join(bahar, 'Elza');
    await acquaint(ana, bahar);
    const id = (await handOver(ana, bahar, { needWords: 'a bed' })) as DossierId;
    await settle(ana, bahar, elza, nigar);
    const owner = (await spaceOfDevice(ana)) as SpaceId;
    const evil = await Insider.behind(world, elza);
    const view = {
      place: null,
      charter: (await evil.charter(owner)).head,
      peer: (await evil.charter()).head,
    };
    const page = await evil.server.call('shares/pull', {
      space: idBytes(evil.space),
      owner: idBytes(owner),
      dossier: idBytes(id),
      after: 0,
      limit: 100,
    });
    if (!page.ok) throw new Error(page.code);
    const [given] = page.value.items.flatMap((item) => (item.t === 'generation' ? [item.header] : []));
    if (given === undefined) throw new Error('no header');
    const header = await readGeneration(given);
    if (!header.ok) throw new Error('header');
    const key = await openSharedGeneration(header.value, {
      space: evil.space,
      epochKey: await evil.epochKey(spaceGrantOf(header.value)?.epoch ?? 0),
    });
    if (!key.ok) throw new Error('key');
    expectOk(await bahar.vault.removeMember(elza.account));
    for (let i = 0; i < 3; i++) await settle(bahar, ana, nigar);
    const [late] = await evil.seal({ header: header.value, key: key.value }, [
      { changes: [change('handover', id, { declined: 7, declinedWords: 'by the removed Elza' })], view },
    ]);
    if (late === undefined) throw new Error('nothing was sealed');
    const { pool } = world.server.data.db;
    const space = Buffer.from(idBytes(owner));
    await pool.query('update spaces set position = position + 1 where space_id = $1', [space]);
    await pool.query(
      'insert into log(space_id, position, kind, dossier_id, number, entry_id, body) select $1, position, 2, $2, $3, $4, $5 from spaces where space_id = $1',
      [space, Buffer.from(late.dossier), late.g, Buffer.from(late.id), Buffer.from(late.sealed)],
    );
    await settle(ana, nigar, bahar);
    expect(await read(ana, id, 'declinedWords')).toBeUndefined();
  });
});
