import type { SealedFile } from '@dayaq/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transport } from './adapters.ts';
import { fetchTransport } from './transport.ts';
import { backUp } from '../../../worlds/devices/backup.ts';
import { blobsOf, cutLog, positionOf } from '../../../worlds/devices/cut-log.ts';
import {
  acquaint,
  aliases,
  cuttableTransport,
  type Device,
  expectOk,
  handOver,
  lyingTransport,
  newCase,
  PASSPHRASE,
  read,
  set,
  settle,
  shared,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

async function attach(device: Device, dossier: string, bytes: Uint8Array): Promise<SealedFile> {
  const request = { dossier, name: 'letter.pdf', mediaType: 'application/pdf', bytes };
  const file = expectOk(await device.vault.addFile(request));
  const changes = [set('file', await device.vault.newId(), { blob: { ...file } })];
  expectOk(await device.vault.save({ dossier, changes }));
  return file;
}

describe('a server that was restored from an older backup', () => {
  it('gets back from the members’ devices what the backup did not have, whoever wrote it, and restricted stays restricted', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const nigar = await world.join(leyla, 'Nigar');
    const kept = await newCase(leyla, 'in the backup');
    await settle(leyla, rena, nigar);
    const backedUp = await positionOf(world, leyla);

    const lost = await newCase(rena, 'after the backup');
    const quiet = await newCase(leyla, 'quiet', []);
    expectOk(await leyla.vault.save({ dossier: kept, changes: [set('case', kept, { status: 'closed' })] }));
    await settle(leyla, rena, nigar);
    await cutLog(world, leyla, backedUp, { blobs: [] });
    // Rena's device, which wrote one of them, is never seen again.
    await rena.vault.lock();
    await settle(leyla, nigar, leyla);
    expect((await leyla.vault.status()).sync).toMatchObject({ problem: null, waiting: 0 });

    const fresh = await world.join(leyla, 'Fresh');
    await settle(leyla, fresh);
    expect(await aliases(fresh)).toEqual(['after the backup', 'in the backup']);
    expect(await read(fresh, kept, 'status')).toBe('closed');
    expect(await read(fresh, lost, 'alias')).toBe('after the backup');
    expect(await read(fresh, quiet, 'alias')).toBeUndefined();
    expect(await read(nigar, quiet, 'alias')).toBeUndefined();
    expect(await read(leyla, quiet, 'alias')).toBe('quiet');
  });

  it('keeps nobody from writing by readers who were named in the log that it lost', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const honest = fetchTransport(world.server.url);
    let isKept = false;
    const keptBack: Transport = {
      ...honest,
      call: (route, request, token) =>
        isKept && route === 'entries/dossier'
          ? Promise.resolve({ ok: false, failure: { code: 'offline' }, code: 'offline' })
          : honest.call(route, request, token),
    };
    const nigar = await world.join(leyla, 'Nigar', 'caseworker', { transport: keptBack });
    const id = await newCase(leyla, 'for all');
    await settle(leyla, rena, nigar);
    const putBack = await backUp(world);

    // Closed to Nigar, and opened again: the server gives her the second header, and not what lies before it.
    isKept = true;
    expectOk(await leyla.vault.restrict({ dossier: id, to: [leyla.account, rena.account] }));
    await settle(leyla, rena, nigar);
    expectOk(await leyla.vault.restrict({ dossier: id, to: null }));
    expectOk(await leyla.vault.save({ dossier: id, changes: [set('case', id, { status: 'waiting' })] }));
    await settle(leyla, rena, nigar);
    // Those who wrote it are never seen again.
    await leyla.vault.lock();
    await rena.vault.lock();
    await putBack();
    isKept = false;
    await settle(nigar);
    expectOk(await nigar.vault.save({ dossier: id, changes: [set('case', id, { alias: 'by Nigar' })] }));
    await settle(nigar);
    expect((await nigar.vault.status()).sync).toMatchObject({ problem: null, waiting: 0 });
    expectOk(await rena.vault.unlock(PASSPHRASE));
    await settle(rena, nigar, rena);
    expect(await read(rena, id, 'alias')).toBe('by Nigar');
  });

  it('gets back the files that came after the backup, from any device on which they lie', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const nigar = await world.join(leyla, 'Nigar');
    const dossier = await newCase(leyla, 'with files');
    const [early, late] = [new Uint8Array(10_000).fill(3), new Uint8Array(300_000).fill(7)];
    const inBackup = await attach(leyla, dossier, early);
    await settle(leyla, rena, nigar);
    const backedUp = { position: await positionOf(world, leyla), blobs: await blobsOf(world, leyla) };
    const afterwards = await attach(leyla, dossier, late);
    await settle(leyla, rena, nigar);
    // Rena has looked at it, so it lies on her device too; Leyla's, which sent it, is never seen again.
    expect(expectOk(await rena.vault.openFile({ dossier, file: afterwards }))).toEqual(late);
    await leyla.vault.lock();
    await cutLog(world, rena, backedUp.position, { blobs: backedUp.blobs });
    expect(await nigar.vault.openFile({ dossier, file: afterwards })).toMatchObject({
      failure: { code: 'file-not-here' },
    });

    await settle(rena, nigar, rena);
    expect((await rena.vault.status()).sync).toMatchObject({ problem: null, waiting: 0 });
    expect(expectOk(await nigar.vault.openFile({ dossier, file: afterwards }))).toEqual(late);
    expect(expectOk(await nigar.vault.openFile({ dossier, file: inBackup }))).toEqual(early);
  });

  it('gets back a file of a shared dossier from the other side, where it lies there alone', async () => {
    const ana = await world.found('Ana');
    const bahar = await world.found('Bahar');
    await acquaint(ana, bahar);
    const dossier = await handOver(ana, bahar, { words: 'with a letter' });
    await settle(ana, bahar, ana);
    const backedUp = await positionOf(world, ana);
    const bytes = new Uint8Array(20_000).fill(9);
    const file = await attach(ana, dossier, bytes);
    await settle(ana, bahar);
    expect(expectOk(await bahar.vault.openFile({ dossier, file }))).toEqual(bytes);
    for (const name of await ana.keep.names('chunk/')) await ana.keep.delete(name);
    await cutLog(world, ana, backedUp, { blobs: [] });
    expect(await ana.vault.openFile({ dossier, file })).toMatchObject({ failure: { code: 'file-not-here' } });

    await settle(ana, bahar, ana, bahar);
    expect(expectOk(await ana.vault.openFile({ dossier, file }))).toEqual(bytes);
    expect((await bahar.vault.status()).sync).toMatchObject({ problem: null, waiting: 0 });
  });

  it('is taught again although somebody made its log as long as it was before the others came', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const network = cuttableTransport(world.server.url);
    const nigar = await world.join(leyla, 'Nigar', 'caseworker', { transport: network });
    await settle(leyla, rena, nigar);
    const backedUp = await positionOf(world, leyla);
    network.cut = true;
    for (const name of ['lost one', 'lost two']) await newCase(leyla, name);
    await settle(leyla, rena);
    const before = await positionOf(world, leyla);
    await cutLog(world, leyla, backedUp, { blobs: [] });
    // She was away, comes first, and writes until the log is longer than what the others remember of it.
    while ((await positionOf(world, leyla)) <= before) {
      await newCase(nigar, 'written while away');
      network.cut = false;
      await settle(nigar);
    }
    await settle(leyla, rena, nigar, leyla, rena);
    for (const device of [leyla, rena, nigar]) {
      expect(await aliases(device)).toEqual(
        expect.arrayContaining(['lost one', 'lost two', 'written while away']),
      );
      expect((await device.vault.status()).sync).toMatchObject({ problem: null, waiting: 0 });
      expect((await device.vault.status()).spaces[0]?.disputes).toBe(0);
    }
    const fresh = await world.join(leyla, 'Fresh');
    await settle(leyla, fresh);
    expect(await aliases(fresh)).toEqual(await aliases(leyla));
    // What was signed in the life before is held against what this device lived through, and refused to nobody.
    expect((await fresh.vault.status()).spaces[0]?.disputes).toBe(0);
  });

  it('is not believed when its charter lost an act: a removal must not come undone', async () => {
    const lie = { on: false };
    const transport = lyingTransport(world.server.url, (route, _request, answer) => {
      if (!lie.on) return answer;
      if (route === 'entries/pull')
        return { ...(answer as object), at: null, items: [], position: 1, more: false };
      if (route === 'charter/read')
        return {
          ...(answer as { acts: Uint8Array[] }),
          acts: (answer as { acts: Uint8Array[] }).acts.slice(0, -1),
        };
      return answer;
    });
    const leyla = await world.found('Leyla', { transport });
    const rena = await world.join(leyla, 'Rena');
    await settle(leyla, rena);
    expectOk(await leyla.vault.removeMember(rena.account));
    await settle(leyla);
    lie.on = true;
    const waiting = await newCase(leyla, 'not for Rena');
    await leyla.vault.syncNow();
    const { sync } = await leyla.vault.status();
    expect(sync.problem?.code).toBe('server-lies');
    expect((await leyla.vault.waiting()).some((item) => item.dossier === waiting)).toBe(true);
    lie.on = false;
    await settle(leyla);
    expect((await leyla.vault.status()).sync).toMatchObject({ problem: null, waiting: 0 });
  });

  it('shares again what was shared, and takes back again what was taken back', async () => {
    const ana = await world.found('Ana');
    const bahar = await world.found('Bahar');
    await acquaint(ana, bahar);
    const stays = await handOver(ana, bahar, { words: 'stays shared' });
    const ends = await handOver(ana, bahar, { words: 'is taken back' });
    await settle(ana, bahar);
    const backedUp = await positionOf(world, ana);
    const { pool } = world.server.data.db;
    const saved = await pool.query('select * from shares');
    const generations = await pool.query('select * from dossiers');

    const later = await handOver(ana, bahar, { words: 'shared after the backup' });
    expectOk(await bahar.vault.save({ dossier: stays, changes: [set('handover', stays, { accepted: 2 })] }));
    expectOk(await ana.vault.endShare({ dossier: ends }));
    await settle(ana, bahar, ana);
    expect(await shared(ana, ends)).toMatchObject({ state: 'ended' });

    await cutLog(world, ana, backedUp, { blobs: [] });
    await pool.query('delete from shares');
    for (const row of saved.rows) {
      await pool.query(
        'insert into shares(space_id, dossier_id, peer_id, peer_epoch, generation, entries, late) values($1, $2, $3, $4, $5, $6, $7)',
        [row.space_id, row.dossier_id, row.peer_id, row.peer_epoch, row.generation, row.entries, row.late],
      );
    }
    for (const row of generations.rows) {
      await pool.query('update dossiers set generation = $3 where space_id = $1 and dossier_id = $2', [
        row.space_id,
        row.dossier_id,
        row.generation,
      ]);
    }
    // Bahar's device, which wrote one of the words, is never seen again.
    await bahar.vault.lock();
    await settle(ana, ana);
    expect((await ana.vault.status()).sync).toMatchObject({ problem: null, waiting: 0 });
    const fresh = await world.reopen(bahar);
    await settle(fresh, ana, fresh);
    expect(await read(fresh, stays, 'accepted')).toBe(2);
    expect(await read(fresh, later, 'words')).toBe('shared after the backup');
    expect(await read(fresh, ends, 'words')).toBeUndefined();
    expect(await shared(ana, ends)).toMatchObject({ state: 'ended', unsent: false });
    expect(await shared(ana, stays)).toMatchObject({ state: 'live', unsent: false });
  });
});
