import { derivedDossier, idBytes, type DossierId, type SpaceId } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutLog, positionOf } from '../../../worlds/devices/cut-log.ts';
import { change, Insider } from '../../../worlds/devices/insider.ts';
import {
  aliases,
  cuttableTransport,
  type Device,
  expectOk,
  newCase,
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

async function withFile(device: Device, dossier: string): Promise<void> {
  const bytes = new Uint8Array(300_000).fill(7);
  const file = expectOk(
    await device.vault.addFile({ dossier, name: 'a.pdf', mediaType: 'application/pdf', bytes }),
  );
  const changes = [set('file', await device.vault.newId(), { file: { ...file } })];
  expectOk(await device.vault.save({ dossier, changes }));
}

const idOf = (dossier: string) => Buffer.from(idBytes(dossier as DossierId));

/** Bytes that the server has of a dossier: its entries and headers longer than a hash, and its chunks. */
async function onServer(dossier: string): Promise<number> {
  const { rows } = await world.server.data.db.pool.query(
    `select (select coalesce(sum(octet_length(body)), 0) from log where dossier_id = $1 and octet_length(body) > 32) +
            (select count(*) from blobs where dossier_id = $1) as left`,
    [idOf(dossier)],
  );
  return Number(rows[0].left);
}

const why = 'the-person-asked';

describe('a case that was destroyed for good', () => {
  it('is gone from the server and each device as it comes; one that was offline is waited for and does not bring it back', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const late = cuttableTransport(world.server.url);
    const nigar = await world.join(leyla, 'Nigar', 'caseworker', { transport: late });
    const gone = await newCase(leyla, 'to be forgotten');
    const stays = await newCase(leyla, 'stays');
    await withFile(leyla, gone);
    await settle(leyla, rena, nigar);
    expect(await onServer(gone)).toBeGreaterThan(0);
    late.cut = true;
    expectOk(
      await nigar.vault.save({ dossier: gone, changes: [set('case', gone, { summary: 'not sent' })] }),
    );

    expect(await rena.vault.erase({ dossier: gone, why })).toMatchObject({
      failure: { code: 'not-allowed' },
    });
    expectOk(await leyla.vault.erase({ dossier: gone, why }));
    expect(await aliases(leyla)).toEqual(['stays']);
    await settle(leyla, rena, leyla, rena, leyla);
    expect(await aliases(rena)).toEqual(['stays']);
    expect(await rena.vault.dossier(gone)).toMatchObject({ ok: false });
    expect(await onServer(gone)).toBe(0);
    expect(await aliases(nigar)).toEqual(['stays', 'to be forgotten']);
    const [trace] = await leyla.vault.erasures();
    expect(trace).toMatchObject({
      what: 'case',
      why,
      by: leyla.account,
      isGoneFromServer: true,
      devices: 2,
      waitingFor: [nigar.account],
    });
    expect(JSON.stringify(await leyla.vault.roster())).not.toContain('forgotten');

    late.cut = false;
    await settle(nigar, leyla, rena);
    expect(await aliases(nigar)).toEqual(['stays']);
    expect((await nigar.vault.status()).sync).toMatchObject({ problem: null, waiting: 0 });
    expect(await leyla.vault.erasures()).toMatchObject([{ devices: 3, waitingFor: [] }]);
    expect(await aliases(leyla)).toEqual(['stays']);
    expect(await onServer(gone)).toBe(0);
    // Nor can it be begun again under its number, nor does somebody new ever see it.
    expect(
      await nigar.vault.save({ dossier: gone, changes: [set('case', gone, { alias: 'again' })] }),
    ).toMatchObject({ ok: false });
    const fresh = await world.join(leyla, 'Fresh');
    await settle(leyla, fresh);
    expect(await aliases(fresh)).toEqual(['stays']);
    expect((await fresh.vault.status()).sync).toMatchObject({ problem: null });
    expect(stays).not.toBe('');
  });

  it('is not brought back by a server that was restored from before, on any device that destroyed it, and is destroyed there again', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const gone = await newCase(leyla, 'to be forgotten');
    await settle(leyla, rena);
    const before = await positionOf(world, leyla);
    const space = Buffer.from(idBytes((await spaceOfDevice(leyla)) as SpaceId));
    const { pool } = world.server.data.db;
    const backup = await pool.query(
      'select position, body from log where space_id = $1 and dossier_id = $2',
      [space, idOf(gone)],
    );
    expectOk(await leyla.vault.erase({ dossier: gone, why }));
    await settle(leyla, rena, leyla);
    expect(await onServer(gone)).toBe(0);

    for (const { position, body } of backup.rows)
      await pool.query('update log set body = $3 where space_id = $1 and position = $2', [
        space,
        position,
        body,
      ]);
    await pool.query('delete from erased where space_id = $1', [space]);
    await pool.query('update dossiers set restricted = false where space_id = $1', [space]);
    await cutLog(world, leyla, before, { blobs: [] });
    expect(await onServer(gone)).toBeGreaterThan(0);
    await settle(rena, leyla, rena, leyla);
    for (const device of [leyla, rena]) {
      expect(await aliases(device)).toEqual([]);
      expect((await device.vault.status()).sync).toMatchObject({ problem: null, waiting: 0 });
    }
    expect(await onServer(gone)).toBe(0);
    expect(await leyla.vault.erasures()).toMatchObject([{ what: 'case', why, waitingFor: [] }]);
  });
});

describe('somebody who holds the keys of the organisation', () => {
  it('destroys no case that was closed to them, on no device that has it and on none that comes to it', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const murad = await world.join(leyla, 'Murad');
    expectOk(await leyla.vault.setRole({ account: murad.account, role: 'coordinator', keyholder: true }));
    const about = await newCase(leyla, 'about Murad');
    await settle(leyla, rena, murad, leyla);
    // He has read its number; then he is excluded.
    expectOk(await leyla.vault.restrict({ dossier: about, to: [leyla.account, rena.account] }));
    await settle(leyla, rena, murad);
    const insider = await Insider.behind(world, murad);
    const roster = await derivedDossier(insider.space, 'roster');
    const fields = { of: about, what: 'case', why };
    const record = await murad.vault.newId();
    expect(await insider.send(roster, [{ changes: [change('erasure', record, fields)] }])).toBe('ok');
    await settle(leyla, rena, murad, leyla, rena);
    const phone = await world.restored(rena);
    // A new device of one who holds the keys tells the server nothing that it has not judged.
    const another = await world.restored(leyla);
    await settle(phone, another, leyla);
    for (const device of [leyla, rena, phone, another])
      expect(await aliases(device)).toEqual(['about Murad']);
    expect(await onServer(about)).toBeGreaterThan(0);
    expectOk(await phone.vault.save({ dossier: about, changes: [set('case', about, { summary: 'on' })] }));
  });

  it('does not destroy the roster', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    await settle(leyla, rena);
    const insider = await Insider.behind(world, leyla);
    const roster = await derivedDossier(insider.space, 'roster');
    const fields = { of: roster, what: 'organisation', why };
    const record = await leyla.vault.newId();
    expect(await insider.send(roster, [{ changes: [change('erasure', record, fields)] }])).toBe('ok');
    await settle(leyla, rena, leyla, rena);
    for (const { vault } of [leyla, rena])
      expect((await vault.members()).map(({ name }) => name).sort()).toEqual(['Leyla', 'Rena']);
  });
});
