import { derivedDossier, type DossierId, type EntryId, idBytes } from '@dayaq/sealing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cutLog, loseFiles, positionOf } from '../../../worlds/devices/cut-log.ts';
import { change, Insider } from '../../../worlds/devices/insider.ts';
import {
  cuttableTransport,
  type Device,
  expectOk,
  newCase,
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

const why = 'the-person-asked';

async function aFile(device: Device, dossier: string, description = 'her result', from = 'the nurse') {
  const bytes = new Uint8Array(300_000).fill(7);
  const file = expectOk(
    await device.vault.addFile({ dossier, name: 'medical.pdf', mediaType: 'application/pdf', bytes }),
  );
  const record = await device.vault.newId();
  const step = await device.vault.newId();
  const changes = [
    set('file', record, { role: 'medical', description, file: { ...file } }),
    set('custody', step, { file: record, step: 'received', from }),
  ];
  expectOk(await device.vault.save({ dossier, changes }));
  return { file, record, parts: [record, step] };
}

const chunksOf = async (dossier: string): Promise<number> => {
  const { rows } = await world.server.data.db.pool.query(
    `select count(*) as n from blob_chunks c join blobs b on b.space_id = c.space_id and b.blob_id = c.blob_id
      where b.dossier_id = $1`,
    [Buffer.from(idBytes(dossier as DossierId))],
  );
  return Number(rows[0].n);
};

const recordOf = async ({ vault }: Device, dossier: string, record: string) =>
  expectOk(await vault.dossier(dossier)).records.find(({ id }) => id === record);

it('a file that was destroyed for good is gone from the server and from each device as it comes; the case stands, and tells who destroyed it and why where it stood', async () => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena');
  const transport = cuttableTransport(world.server.url);
  const nigar = await world.join(leyla, 'Nigar', 'caseworker', { transport });
  const dossier = await newCase(leyla, 'stays');
  const { file, record, parts } = await aFile(leyla, dossier);
  const other = await aFile(leyla, dossier, 'a letter', 'the post');
  await settle(leyla, rena, nigar);
  for (const { vault } of [rena, nigar]) expectOk(await vault.openFile({ dossier, file }));
  expect(await chunksOf(dossier)).toBe(4);
  transport.cut = true;
  // She writes about it, and does not know.
  expectOk(
    await nigar.vault.save({
      dossier,
      changes: [
        set('file', record, { description: 'more of it' }),
        set('case', dossier, { summary: 'hers' }),
      ],
    }),
  );

  expect(await rena.vault.erase({ dossier, parts, why })).toMatchObject({ failure: { code: 'not-allowed' } });
  expectOk(await leyla.vault.erase({ dossier, parts, why }));
  await settle(leyla, rena, leyla, rena, leyla);
  expect(await chunksOf(dossier)).toBe(2);
  expect(await leyla.vault.erasures()).toMatchObject([
    { what: 'file', why, by: leyla.account, isGoneFromServer: true, devices: 2, waitingFor: [nigar.account] },
  ]);
  transport.cut = false;
  await settle(nigar, leyla, rena, nigar, leyla);
  expect(await leyla.vault.erasures()).toMatchObject([{ devices: 3, waitingFor: [], here: dossier }]);
  const phone = await world.restored(rena);
  await settle(phone);
  for (const device of [leyla, rena, nigar, phone]) {
    expect(await device.vault.openFile({ dossier, file })).toMatchObject({ ok: false });
    expect(await recordOf(device, dossier, record)).toMatchObject({
      deleted: true,
      fields: {},
      destroyed: { by: leyla.account, why },
    });
    const history = JSON.stringify(expectOk(await device.vault.history(dossier)));
    for (const word of ['her result', 'the nurse', 'more of it']) expect(history).not.toContain(word);
    // What stood beside it stands.
    expect((await recordOf(device, dossier, dossier))?.fields['summary']?.value).toBe('hers');
    expectOk(await device.vault.openFile({ dossier, file: other.file }));
  }
});

it('is not brought back by a server that was restored from before, nor by who has its bytes still', async () => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena');
  const dossier = await newCase(leyla, 'stays');
  const { file, parts } = await aFile(leyla, dossier);
  await settle(leyla, rena);
  expectOk(await rena.vault.openFile({ dossier, file }));
  const before = await positionOf(world, leyla);
  expectOk(await leyla.vault.erase({ dossier, parts, why }));
  await settle(leyla, rena, leyla);
  expect(await chunksOf(dossier)).toBe(0);
  await cutLog(world, leyla, before, { blobs: [] });
  await world.server.data.db.pool.query('delete from erased_blobs');
  await settle(rena, leyla, rena, leyla);
  expect(await chunksOf(dossier)).toBe(0);
  const insider = await Insider.behind(world, rena);
  const again = await insider.server.call('blobs/begin', {
    space: idBytes(insider.space),
    dossier: idBytes(dossier as DossierId),
    blob: idBytes(file.blob as DossierId),
    chunks: 2,
  });
  expect(again).toMatchObject({ ok: false, code: 'blob-mismatch' });
});

it('a keyholder’s own program destroys nothing of a case that way but files, and nobody makes less of what was said of a whole case', async () => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena');
  const dossier = await newCase(leyla, 'stays');
  const threat = await leyla.vault.newId();
  expectOk(
    await leyla.vault.save({
      dossier,
      changes: [set('threat', threat, { words: 'we know where you live' })],
    }),
  );
  await settle(leyla, rena);
  expect(await leyla.vault.erase({ dossier, parts: [threat], why })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  const insider = await Insider.behind(world, leyla);
  const roster = await derivedDossier(insider.space, 'roster');
  const fields = { of: dossier, what: 'threat', why };
  const said = change('erasure', await leyla.vault.newId(), fields);
  const written = { ...said, fields: { ...said.fields, parts: { add: [threat], del: [] } } };
  expect(await insider.send(roster, [{ changes: [written] }])).toBe('ok');
  await settle(rena, leyla, rena);
  expect((await recordOf(rena, dossier, threat))?.fields['words']?.value).toBe('we know where you live');

  const gone = await newCase(leyla, 'to be forgotten');
  await settle(leyla, rena);
  const whole = await leyla.vault.newId();
  expect(
    await insider.send(roster, [{ changes: [change('erasure', whole, { of: gone, what: 'case', why })] }]),
  ).toBe('ok');
  const less = { kind: 'erasure', record: whole, fields: { parts: { add: [threat], del: [] } } };
  expect(await insider.send(roster, [{ changes: [less as never] }])).toBe('ok');
  await settle(rena, leyla, rena);
  expect(await rena.vault.dossier(gone)).toMatchObject({ ok: false });
});

it('takes no other file of the case along that a colleague named in the one that goes, nor a step of its sheet', async () => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena');
  const dossier = await newCase(leyla, 'stays');
  const goes = await aFile(leyla, dossier);
  const stays = await aFile(leyla, dossier, 'a letter', 'the post');
  await settle(leyla, rena);
  expectOk(await rena.vault.openFile({ dossier, file: stays.file }));
  // A colleague whom the other file weighs on says that it, and the step by which it came, are of the one that is to go.
  const insider = await Insider.behind(world, rena);
  const [, step = ''] = stays.parts;
  expect(
    await insider.send(dossier, [
      { changes: [change('file', goes.record, { workingCopy: { ...stays.file } })] },
      { changes: [change('custody', step, { file: goes.record })] },
    ]),
  ).toBe('ok');
  await settle(leyla, rena);
  const view = expectOk(await leyla.vault.dossier(dossier));
  const steps = view.records.filter(({ fields }) => fields['file']?.value === goes.record);
  const parts = [goes.record, ...steps.map(({ id }) => id)];
  expectOk(await leyla.vault.erase({ dossier, parts, why }));
  await settle(leyla, rena, leyla);
  expect(await chunksOf(dossier)).toBe(2);
  const phone = await world.restored(rena);
  await settle(phone);
  for (const device of [leyla, rena, phone]) {
    expect(await device.vault.openFile({ dossier, file: goes.file })).toMatchObject({ ok: false });
    expectOk(await device.vault.openFile({ dossier, file: stays.file }));
    expect((await recordOf(device, dossier, step))?.fields['from']?.value).toBe('the post');
  }
});

it('a keyholder to whom a case was closed keeps no file of it from a server that was restored', async () => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena');
  const murad = await world.join(leyla, 'Murad');
  expectOk(await leyla.vault.setRole({ account: murad.account, role: 'coordinator', keyholder: true }));
  const about = await newCase(leyla, 'about Murad');
  const own = await newCase(leyla, 'anybody’s');
  const { file } = await aFile(leyla, about);
  await settle(leyla, rena, murad);
  expectOk(await leyla.vault.restrict({ dossier: about, to: [leyla.account, rena.account] }));
  await settle(leyla, rena, murad);
  await loseFiles(world, leyla);
  const insider = await Insider.behind(world, murad);
  const roster = await derivedDossier(insider.space, 'roster');
  const [said] = expectOk(await murad.vault.history(roster));
  await insider.server.call('blobs/erase', {
    space: idBytes(insider.space),
    dossier: idBytes(own as DossierId),
    said: idBytes(said?.entry as EntryId),
    blobs: [idBytes(file.blob as DossierId)],
  });
  await settle(leyla, leyla);
  expect(await chunksOf(about)).toBe(2);
  expect(expectOk(await rena.vault.openFile({ dossier: about, file }))).toHaveLength(300_000);
});

it('nobody says of a colleague’s device that it destroyed something', async () => {
  const leyla = await world.found('Leyla');
  const transport = cuttableTransport(world.server.url);
  const nigar = await world.join(leyla, 'Nigar', 'caseworker', { transport });
  const rena = await world.join(leyla, 'Rena');
  const [first, gone] = [await newCase(leyla, 'first'), await newCase(leyla, 'to be forgotten')];
  await settle(leyla, nigar, rena);
  expectOk(await leyla.vault.erase({ dossier: first, why }));
  await settle(leyla, nigar, rena, leyla);
  transport.cut = true;
  expectOk(await leyla.vault.erase({ dossier: gone, why }));
  await settle(leyla, rena, leyla);
  const erasure = (await leyla.vault.erasures()).find(({ waitingFor }) => waitingFor.length > 0);
  expect(erasure?.waitingFor).toEqual([nigar.account]);
  const insider = await Insider.behind(world, rena);
  const roster = await derivedDossier(insider.space, 'roster');
  const records = expectOk(await leyla.vault.dossier(roster)).records;
  const hers = records.find(({ kind, created }) => kind === 'device' && created.by === nigar.account);
  const claim = {
    kind: 'device',
    record: hers?.id ?? '',
    fields: { erased: { add: [erasure?.id ?? ''], del: [] } },
  };
  expect(await insider.send(roster, [{ changes: [claim as never] }])).toBe('ok');
  await settle(leyla);
  expect((await leyla.vault.erasures()).find(({ id }) => id === erasure?.id)?.waitingFor).toEqual([
    nigar.account,
  ]);
  expect((await leyla.vault.overstepped()).listed).toMatchObject([{ by: rena.account, rule: 'for-others' }]);
});

it('nobody lays other bytes into evidence, writes over a step of its way or takes one out, whoever noted it, with our program or with another', async () => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena');
  const dossier = await newCase(leyla, 'evidence');
  const { file, record, parts } = await aFile(leyla, dossier);
  const [, step = ''] = parts;
  await settle(leyla, rena);
  const fake = await aFile(rena, dossier, 'another picture', 'nobody');
  const forged = [
    [set('custody', step, { from: 'the police' })],
    [set('custody', step, { by: leyla.account })],
    [{ ...set('custody', step, {}), deleted: true }],
  ];
  for (const changes of forged)
    expect(await rena.vault.save({ dossier, changes })).toMatchObject({ failure: { code: 'not-allowed' } });
  // Nor by whoever noted it: what was wrong is said by a further step.
  expect(
    await leyla.vault.save({ dossier, changes: [set('custody', step, { from: 'the police' })] }),
  ).toMatchObject({ failure: { code: 'not-allowed' } });
  // Other bytes over those that came count for nothing, also on the device that wrote them.
  await rena.vault.save({ dossier, changes: [set('file', record, { file: { ...fake.file } })] });
  await settle(rena, leyla);
  for (const device of [rena, leyla])
    expect((await recordOf(device, dossier, record))?.fields['file']?.value).toMatchObject({
      blob: file.blob,
    });
  const insider = await Insider.behind(world, rena);
  const swapped = { kind: 'file', record: record as never, fields: { file: { set: { ...fake.file } } } };
  expect(
    await insider.send(dossier, [
      { changes: [swapped as never, change('custody', step, { from: 'the police' })] },
    ]),
  ).toBe('ok');
  await settle(rena, leyla);
  expect((await recordOf(leyla, dossier, record))?.fields['file']?.value).toMatchObject({ blob: file.blob });
  expect((await recordOf(leyla, dossier, step))?.fields['from']?.value).toBe('the nurse');
});
