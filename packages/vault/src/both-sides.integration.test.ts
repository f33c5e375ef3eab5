import {
  deriveUnlock,
  foldCharter,
  idBytes,
  joinProof,
  linkKeys,
  readKit,
  signAct,
  unwrap,
} from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOfDay } from './days.ts';
import { readLink } from './links.ts';
import { Server } from './server.ts';
import {
  accountOf,
  acquaint,
  type Device,
  expectOk,
  handOver,
  PASSPHRASE,
  read,
  set,
  settle,
  shared,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';
import { fetchTransport } from './transport.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** Joins a second organisation with the account that a device has. */
async function joinToo(device: Device, by: Device): Promise<void> {
  const invited = expectOk(await by.vault.invite({ role: 'caseworker', keyholder: false, days: 1 }));
  const link = readLink(invited.link);
  if (link === null) throw new Error('no link');
  const account = await accountOf(device);
  const unlock = await deriveUnlock(PASSPHRASE, unwrap(readKit(device.kit)));
  const server = new Server(fetchTransport(world.server.url), account.id, unlock.signIn, null, null);
  const keys = await linkKeys(link.secret, 'invitation');
  const space = idBytes(link.space);
  const charter = await server.call('invitations/read', { space, invite: idBytes(keys.id), from: 0 });
  if (!charter.ok) throw new Error(charter.code);
  const state = unwrap(await foldCharter(charter.value.acts));
  const proof = await joinProof(keys, state.space, account.public);
  const act = { type: 'join', invite: keys.id, member: account.public, proof } as const;
  const { entry } = unwrap(await signAct(state, account, act, startOfDay(Date.now())));
  const joined = await server.call('charter/append', { space, acts: [entry], wraps: [] });
  if (!joined.ok) throw new Error(joined.code);
}

describe('somebody who belongs to both organisations', () => {
  it('has a shared dossier once, as the owner’s, and keeps it when it is taken back', async () => {
    const ana = await world.found('Ana');
    const bahar = await world.found('Bahar');
    await acquaint(ana, bahar);
    const first = await world.join(bahar, 'Elza');
    await joinToo(first, ana);
    const elza = await world.reopen(first);
    expectOk(await elza.vault.findSpaces());
    await settle(elza, ana, elza);
    const id = await handOver(ana, bahar, { words: 'x' });
    await settle(ana, bahar, elza);
    expect(await read(elza, id, 'words')).toBe('x');
    expectOk(await elza.vault.save({ dossier: id, changes: [set('handover', id, { words: 'y' })] }));
    await settle(elza, ana, bahar);
    expect(await read(ana, id, 'words')).toBe('y');
    expect(await read(bahar, id, 'words')).toBe('y');
    const directions: (string | undefined)[] = [];
    for (const device of [ana, bahar]) {
      await elza.vault.chooseSpace(await spaceOfDevice(device));
      directions.push((await shared(elza, id))?.direction);
    }
    expect(directions).toEqual(['given', 'received']);

    expectOk(await ana.vault.endShare({ dossier: id }));
    // The first to say that it is known is a device of hers that is in one of the two alone.
    await settle(ana, first, bahar, elza, ana);
    expect(await read(bahar, id, 'words')).toBeUndefined();
    expect(await read(elza, id, 'words')).toBe('y');
    expect(await shared(elza, id)).toMatchObject({ direction: 'received', state: 'ended' });
    expect(await shared(ana, id)).toMatchObject({ state: 'ended', acknowledged: true });
    for (const device of [ana, bahar, elza]) {
      expect((await device.vault.status()).sync).toMatchObject({ refused: 0, problem: null, waiting: 0 });
    }
  });
});
