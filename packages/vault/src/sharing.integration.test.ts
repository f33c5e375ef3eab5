import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acquaint,
  aliases,
  cuttableTransport,
  type Device,
  expectOk,
  handOver,
  read,
  set,
  settle,
  shared,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

async function twoOrganisations(): Promise<{ ana: Device; bahar: Device }> {
  const ana = await world.found('Ana');
  const bahar = await world.found('Bahar');
  await acquaint(ana, bahar);
  return { ana, bahar };
}

describe('a dossier that is shared with an introduced organisation', () => {
  it('reaches its members, who answer in it, and the answer comes back', async () => {
    const { ana, bahar } = await twoOrganisations();
    const elza = await world.join(bahar, 'Elza');
    expect((await ana.vault.peers())[0]?.trust).toBe('ready');
    const id = await handOver(ana, bahar, { words: 'a bed for two' });
    await settle(ana, bahar, elza);
    expect(await shared(ana, id)).toMatchObject({ direction: 'given', state: 'live', unsent: false });
    expect(await read(bahar, id, 'words')).toBe('a bed for two');
    expect(await shared(elza, id)).toMatchObject({
      direction: 'received',
      state: 'live',
      peer: await spaceOfDevice(ana),
      peerName: 'Circle of Ana',
      fields: { words: 'a bed for two' },
    });
    expect(await aliases(bahar)).toEqual([]);

    expectOk(await elza.vault.save({ dossier: id, changes: [set('handover', id, { accepted: 5 })] }));
    await settle(elza, ana, bahar);
    expect(await read(ana, id, 'accepted')).toBe(5);
    expect(await read(bahar, id, 'accepted')).toBe(5);
    expect(await shared(elza, id)).toMatchObject({ unsent: false });
    expectOk(await ana.vault.save({ dossier: id, changes: [set('handover', id, { words: 'for three' })] }));
    await settle(ana, elza);
    expect(await read(elza, id, 'words')).toBe('for three');
    expect(expectOk(await elza.vault.dossier(id)).shared).toMatchObject({ direction: 'received' });
    expect(expectOk(await ana.vault.history(id)).map((item) => item.by)).toEqual([
      ana.account,
      elza.account,
      ana.account,
    ]);
    for (const device of [ana, bahar, elza]) {
      expect((await device.vault.status()).sync).toMatchObject({ refused: 0, problem: null, waiting: 0 });
    }
  });

  it('waits on the device while there is no network, also over a restart with a lost database', async () => {
    const ana = await world.found('Ana');
    const bahar = await world.found('Bahar');
    await acquaint(ana, bahar);
    const transport = cuttableTransport(world.server.url);
    const far = await world.reopen(ana, { transport });
    await settle(far);
    transport.cut = true;
    const id = await handOver(far, bahar, { words: 'written on the way' });
    expect(await shared(far, id)).toMatchObject({ direction: 'given', state: 'waiting', unsent: true });
    await far.vault.lock();
    const again = await world.reopen(far);
    expect(await read(again, id, 'words')).toBe('written on the way');
    await settle(again, bahar);
    expect(await read(bahar, id, 'words')).toBe('written on the way');
    expect(await shared(again, id)).toMatchObject({ state: 'live' });
  });

  it('is not read by another organisation, nor by strangers to the introduction', async () => {
    const { ana, bahar } = await twoOrganisations();
    const third = await world.found('Chingiz');
    await acquaint(ana, third);
    const id = await handOver(ana, bahar, { words: 'for Bahar' });
    await settle(ana, bahar, third);
    expect(await read(third, id, 'words')).toBeUndefined();
    expect(await third.vault.shares()).toEqual([]);
    const stranger = await world.found('Dilshod');
    const dossier = await ana.vault.newId();
    const to = await spaceOfDevice(stranger);
    const barred = { spaces: [], accounts: [] };
    const changes = [set('handover', dossier, { words: 'x' })];
    expect(await ana.vault.share({ dossier, to, changes, barred })).toMatchObject({
      ok: false,
      failure: { code: 'not-found' },
    });
  });

  it('is read here by those who are named, and by the other organisation', async () => {
    const { ana, bahar } = await twoOrganisations();
    const nigar = await world.join(ana, 'Nigar');
    const zaur = await world.join(ana, 'Zaur');
    const dossier = await ana.vault.newId();
    const to = await spaceOfDevice(bahar);
    expectOk(
      await ana.vault.share({
        dossier,
        to,
        changes: [set('handover', dossier, { declinedWords: 'few know' })],
        barred: { spaces: [], accounts: [] },
        restrictedTo: [nigar.account],
      }),
    );
    await settle(ana, bahar, nigar, zaur);
    expect(await read(nigar, dossier, 'declinedWords')).toBe('few know');
    expect(await read(zaur, dossier, 'declinedWords')).toBeUndefined();
    expect(expectOk(await nigar.vault.dossier(dossier))).toMatchObject({ restricted: true });
    expectOk(
      await bahar.vault.save({ dossier, changes: [set('handover', dossier, { declinedWords: 'and we' })] }),
    );
    await settle(bahar, nigar, ana, zaur);
    expect(await read(nigar, dossier, 'declinedWords')).toBe('and we');
    expectOk(await ana.vault.restrict({ dossier, to: [nigar.account, zaur.account] }));
    await settle(ana, zaur, bahar);
    expect(await read(zaur, dossier, 'declinedWords')).toBe('and we');
    expect(await shared(bahar, dossier)).toMatchObject({ state: 'live' });
    expectOk(await ana.vault.endShare({ dossier }));
    await settle(ana, bahar, zaur, nigar, ana);
    for (const device of [ana, nigar, zaur])
      expect(await shared(device, dossier)).toMatchObject({ state: 'ended', acknowledged: true });
    for (const device of [ana, bahar, nigar, zaur]) {
      expect((await device.vault.status()).sync).toMatchObject({ refused: 0, problem: null, waiting: 0 });
    }
  });
});
