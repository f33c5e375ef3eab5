import { derivedDossier, type DossierId, type EntryId, idBytes } from '@dayaq/sealing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { change, Insider } from '../../../worlds/devices/insider.ts';
import {
  aliases,
  cuttableTransport,
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

it('an erasure that a keyholder signed of a case closed to them lies in wait for nothing: once they are removed and the case is opened again, it stays', async () => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena');
  const murad = await world.join(leyla, 'Murad');
  expectOk(await leyla.vault.setRole({ account: murad.account, role: 'coordinator', keyholder: true }));
  const about = await newCase(leyla, 'about Murad');
  await settle(leyla, rena, murad, leyla);
  expectOk(await leyla.vault.restrict({ dossier: about, to: [leyla.account, rena.account] }));
  await settle(leyla, rena, murad);
  const insider = await Insider.behind(world, murad);
  const roster = await derivedDossier(insider.space, 'roster');
  const record = await murad.vault.newId();
  const fields = { of: about, what: 'case', why: 'the-person-asked' };
  expect(await insider.send(roster, [{ changes: [change('erasure', record, fields)] }])).toBe('ok');
  await settle(leyla, rena, murad, leyla, rena);
  expect(await aliases(rena)).toEqual(['about Murad']);
  // He is found out and removed; what was closed because of him is opened to the team again.
  expectOk(await leyla.vault.removeMember(murad.account));
  await settle(leyla, rena, leyla, rena);
  expectOk(await leyla.vault.restrict({ dossier: about, to: null }));
  await settle(leyla, rena, leyla, rena);
  for (const device of [leyla, rena, await world.restored(rena)]) {
    await settle(device);
    expect(await aliases(device)).toEqual(['about Murad']);
    // Team tells that he tried, and where it still is.
    expect(await device.vault.erasures()).toMatchObject([
      { standing: 'refused', by: murad.account, here: about, isGoneFromServer: false },
    ]);
  }
});

it('nor where they hold the keys no more, and are let read again', async () => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena');
  const murad = await world.join(leyla, 'Murad');
  expectOk(await leyla.vault.setRole({ account: murad.account, role: 'coordinator', keyholder: true }));
  const about = await newCase(leyla, 'about Murad');
  await settle(leyla, rena, murad, leyla);
  expectOk(await leyla.vault.restrict({ dossier: about, to: [leyla.account, rena.account] }));
  await settle(leyla, rena, murad);
  const insider = await Insider.behind(world, murad);
  const roster = await derivedDossier(insider.space, 'roster');
  const record = await murad.vault.newId();
  const fields = { of: about, what: 'case', why: 'the-person-asked' };
  expect(await insider.send(roster, [{ changes: [change('erasure', record, fields)] }])).toBe('ok');
  await settle(leyla, rena, murad, leyla, rena);
  expectOk(await leyla.vault.setRole({ account: murad.account, role: 'caseworker', keyholder: false }));
  await settle(leyla, rena, murad, leyla, rena);
  expectOk(await leyla.vault.restrict({ dossier: about, to: [leyla.account, rena.account, murad.account] }));
  await settle(leyla, rena, leyla, rena);
  for (const device of [leyla, rena]) expect(await aliases(device)).toEqual(['about Murad']);
});

it('an old copy on the device of one who was shut out is destroyed by who reads the case, and by no other who was shut out', async () => {
  const leyla = await world.found('Leyla');
  const nigar = await world.join(leyla, 'Nigar');
  const murad = await world.join(leyla, 'Murad');
  expectOk(await leyla.vault.setRole({ account: murad.account, role: 'coordinator', keyholder: true }));
  const about = await newCase(leyla, 'about both');
  await settle(leyla, nigar, murad, leyla);
  expectOk(await leyla.vault.restrict({ dossier: about, to: [leyla.account] }));
  await settle(leyla, nigar, murad);
  expect(await aliases(nigar)).toEqual(['about both']);
  const insider = await Insider.behind(world, murad);
  const roster = await derivedDossier(insider.space, 'roster');
  const record = await murad.vault.newId();
  const fields = { of: about, what: 'case', why: 'the-person-asked' };
  expect(await insider.send(roster, [{ changes: [change('erasure', record, fields)] }])).toBe('ok');
  await settle(leyla, nigar, murad, leyla, nigar);
  expect(await aliases(nigar)).toEqual(['about both']);
  // She is let in again, and has all of it.
  expectOk(await leyla.vault.restrict({ dossier: about, to: [leyla.account, nigar.account] }));
  expectOk(await leyla.vault.save({ dossier: about, changes: [set('case', about, { summary: 'since' })] }));
  await settle(leyla, nigar, leyla, nigar);
  expect(expectOk(await nigar.vault.dossier(about)).records[0]?.fields['summary']?.value).toBe('since');
  expectOk(await leyla.vault.restrict({ dossier: about, to: [leyla.account] }));
  await settle(leyla, nigar);
  expectOk(await leyla.vault.erase({ dossier: about, why: 'the-person-asked' }));
  await settle(leyla, nigar, leyla, nigar);
  expect(await aliases(nigar)).toEqual([]);
});

it('what was destroyed for good is destroyed on a late device too, whatever a keyholder who could not read it writes into the erasure', async () => {
  const leyla = await world.found('Leyla');
  const late = cuttableTransport(world.server.url);
  const nigar = await world.join(leyla, 'Nigar', 'caseworker', { transport: late });
  const murad = await world.join(leyla, 'Murad');
  expectOk(await leyla.vault.setRole({ account: murad.account, role: 'coordinator', keyholder: true }));
  const gone = await newCase(leyla, 'to be forgotten', [leyla.account, nigar.account]);
  await settle(leyla, nigar, murad, leyla);
  expect(await aliases(nigar)).toEqual(['to be forgotten']);
  late.cut = true;
  expectOk(await leyla.vault.erase({ dossier: gone, why: 'the-person-asked' }));
  await settle(leyla, murad, leyla);
  const [erasure] = await leyla.vault.erasures();
  // Murad says the same of it once more, in his own name.
  const insider = await Insider.behind(world, murad);
  const roster = await derivedDossier(insider.space, 'roster');
  const heads = expectOk(await murad.vault.history(roster)).map(({ entry }) => entry as EntryId);
  expect(
    await insider.send(roster, [
      { changes: [change('erasure', erasure?.id ?? '', { of: gone })], heads: heads.slice(0, 1) },
    ]),
  ).toBe('ok');
  await settle(leyla, murad, leyla);
  late.cut = false;
  await settle(nigar, leyla, nigar, leyla);
  expect(await aliases(nigar)).toEqual([]);
  expect(await leyla.vault.erasures()).toMatchObject([{ by: leyla.account, standing: 'said' }]);
  expect((await leyla.vault.overstepped()).listed).toMatchObject([
    { by: murad.account, rule: 'said-before', kind: 'erasure' },
  ]);
});

it('of what a keyholder’s own program has the server destroy, Team tells who did it, whatever the program names; devices keep what they have', async () => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena');
  const murad = await world.join(leyla, 'Murad');
  expectOk(await leyla.vault.setRole({ account: murad.account, role: 'coordinator', keyholder: true }));
  const open = await newCase(leyla, 'everybody’s');
  await settle(leyla, rena, murad, leyla);
  const insider = await Insider.behind(world, murad);
  const roster = await derivedDossier(insider.space, 'roster');
  const ask = (said: Uint8Array) =>
    insider.server.call('dossiers/erase', {
      space: idBytes(insider.space),
      dossier: idBytes(open as DossierId),
      said,
    });
  // Nothing is destroyed by the name of an entry that nobody can read.
  expect((await ask(new Uint8Array(32).fill(7))).ok).toBe(false);
  const [other] = expectOk(await murad.vault.history(roster));
  expect((await ask(idBytes(other?.entry as EntryId))).ok).toBe(true);
  const phone = await world.restored(leyla);
  await settle(leyla, rena, phone);
  expect(await phone.vault.erasures()).toMatchObject([
    { standing: 'unsaid', by: murad.account, why: '', isGoneFromServer: true },
  ]);
  for (const device of [leyla, rena]) expect(await aliases(device)).toEqual(['everybody’s']);
});

it('takes no file of another case along that somebody named in the one that goes', async () => {
  const transport = cuttableTransport(world.server.url);
  const leyla = await world.found('Leyla', { transport });
  const [gone, stays] = [await newCase(leyla, 'gone'), await newCase(leyla, 'stays')];
  await settle(leyla);
  transport.cut = true;
  const bytes = new Uint8Array(300_000).fill(7);
  const file = expectOk(
    await leyla.vault.addFile({ dossier: stays, name: 'a.pdf', mediaType: 'application/pdf', bytes }),
  );
  for (const dossier of [stays, gone])
    expectOk(
      await leyla.vault.save({
        dossier,
        changes: [set('file', await leyla.vault.newId(), { file: { ...file } })],
      }),
    );
  expectOk(await leyla.vault.erase({ dossier: gone, why: 'the-person-asked' }));
  transport.cut = false;
  await settle(leyla);
  const phone = await world.restored(leyla);
  await settle(phone);
  expect(expectOk(await phone.vault.openFile({ dossier: stays, file }))).toEqual(bytes);
});
