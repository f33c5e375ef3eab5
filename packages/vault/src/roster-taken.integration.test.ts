import { LIMITS } from '@dayaq/journal';
import { derivedDossier, idBytes, idText } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryKeep, openNodeVault } from './node/index.ts';
import { change, Insider } from '../../../worlds/devices/insider.ts';
import {
  type Device,
  expectOk,
  PASSPHRASE,
  set,
  settle,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.stop());

const names = async ({ vault }: Device) => (await vault.members()).map(({ name }) => name);

/** A keyholder, and a caseworker with a program of their own. */
async function aCircle() {
  const leyla = await world.found('Leyla');
  const mallory = await world.join(leyla, 'Mallory');
  await settle(leyla, mallory);
  const evil = await Insider.behind(world, mallory);
  return { leyla, mallory, evil, roster: await derivedDossier(evil.space, 'roster') };
}

describe('a caseworker who takes the record of a newcomer’s profile first', () => {
  it.each(['note', 'address'])(
    'does not take their name, by taking it for: %s',
    async (kind) => {
      const { leyla, mallory, evil, roster } = await aCircle();
      const { link } = expectOk(await leyla.vault.invite({ role: 'caseworker', keyholder: false, days: 1 }));
      // Whoever is online hands the keys over at once: nobody is, until the record is taken.
      for (const device of [leyla, mallory]) await device.vault.lock();
      const keep = memoryKeep();
      const vault = await openNodeVault(world.server.url, { keep });
      expectOk(await vault.join({ link, passphrase: PASSPHRASE, name: 'Fatima' }));
      const account = (await vault.status()).account as string;
      const fatima: Device = { vault, keep, kit: [], account };
      // Their profile waits for the keys, which nobody has given yet.
      expect(await evil.send(roster, [{ changes: [change(kind, account, { note: 'taken' })] }])).toBe('ok');
      expectOk(await leyla.vault.unlock(PASSPHRASE));
      for (let i = 0; i < 3; i++) await settle(leyla, fatima);
      for (const on of [leyla, fatima]) expect(await names(on)).toContain('Fatima');
      expect((await leyla.vault.overstepped()).listed).toMatchObject([
        { record: account, kind, by: mallory.account, rule: 'not-here' },
      ]);
      const corrected = [set('profile', account, { name: 'Fatimə' })];
      expectOk(await leyla.vault.save({ dossier: roster, changes: corrected }));
      await settle(leyla, fatima);
      expect(await names(fatima)).toContain('Fatimə');
    },
    240_000,
  );
});

describe('a roster that a caseworker fills', () => {
  it.each(['note', 'address'])(
    'still says who everybody is: %s',
    async (kind) => {
      const { leyla, mallory, evil, roster } = await aCircle();
      const held = await evil.hold(roster);
      if (typeof held === 'string') throw new Error(held);
      const view = await evil.view();
      const newId = () => idText(crypto.getRandomValues(new Uint8Array(16)));
      await mallory.vault.lock();
      for (let call = 0; call < 3; call++) {
        const written = Array.from({ length: 17 }, () => ({
          view,
          changes: Array.from({ length: LIMITS.changes }, () => change(kind, newId(), { a: 1 })),
        }));
        const entries = await evil.seal(held, written);
        const body = { space: idBytes(evil.space), generations: [], entries };
        expect((await evil.server.call('entries/append', body)).ok).toBe(true);
      }
      await settle(leyla);
      expect(await names(leyla)).toEqual(['Leyla', 'Mallory']);
      expect(await leyla.vault.apart()).toEqual([]);
      const renamed = [set('organisation', roster, { name: 'Again' })];
      expectOk(await leyla.vault.save({ dossier: roster, changes: renamed }));
      await settle(leyla);
      const organisation = async () => (await leyla.vault.status()).spaces[0]?.name;
      await expect.poll(organisation, { timeout: 20_000 }).toBe('Again');
      expect((await leyla.vault.overstepped()).listed[0]).toMatchObject({
        by: mallory.account,
        rule: kind === 'note' ? 'not-here' : 'too-many',
      });
    },
    400_000,
  );
});
