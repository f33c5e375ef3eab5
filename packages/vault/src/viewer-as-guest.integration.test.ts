/** Whoever may only read in one organisation and works in another, to which a dossier was handed over. The server is honest. */
import {
  deriveUnlock,
  foldCharter,
  idBytes,
  joinProof,
  linkKeys,
  readKit,
  signAct,
  type SpaceId,
  unwrap,
} from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOfDay } from './days.ts';
import { readLink } from './links.ts';
import { Server } from './server.ts';
import { change, Insider } from '../../../worlds/devices/insider.ts';
import {
  accountOf,
  acquaint,
  type Device,
  expectOk,
  handOver,
  PASSPHRASE,
  read,
  settle,
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

async function joinToo(device: Device, by: Device, role: 'viewer' | 'caseworker'): Promise<void> {
  const invited = expectOk(await by.vault.invite({ role, keyholder: false, days: 1 }));
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

describe('a viewer here who is a caseworker of the organisation that was handed a dossier', () => {
  it('writes the answer to it and nothing else, and on the devices of both the same', async () => {
    const ana = await world.found('Ana');
    const bahar = await world.found('Bahar');
    await acquaint(ana, bahar);
    const elza = await world.join(bahar, 'Elza');
    await joinToo(elza, ana, 'viewer');
    await settle(ana, bahar, elza, ana);
    const id = await handOver(ana, bahar, { words: 'as Ana wrote it' });
    await settle(ana, bahar, elza, ana);
    const insider = await Insider.behind(world, elza);
    const owner = (await spaceOfDevice(ana)) as SpaceId;
    const sent = await insider.sendReceived(owner, id, [
      { changes: [change('handover', id, { words: 'as Elza has it' })] },
    ]);
    await settle(ana, bahar, ana);
    const report = {
      sent,
      ana: await read(ana, id, 'words'),
      bahar: await read(bahar, id, 'words'),
      overstepped: (await ana.vault.overstepped()).listed.map(({ rule }) => rule),
    };
    expect(report.ana).toBe('as Ana wrote it');
    expect(report.bahar).toBe(report.ana);
  });

  it('a caseworker of both keeps silent on what the one showed them by signing as a guest, and writes more than an answer', async () => {
    const ana = await world.found('Ana');
    const bahar = await world.found('Bahar');
    await acquaint(ana, bahar);
    const elza = await world.join(bahar, 'Elza');
    await joinToo(elza, ana, 'caseworker');
    await settle(ana, bahar, elza, ana);
    const id = await handOver(ana, bahar, { words: 'as Ana wrote it' });
    await settle(ana, bahar, elza, ana);
    const insider = await Insider.behind(world, elza);
    const owner = (await spaceOfDevice(ana)) as SpaceId;
    const sent = await insider.sendReceived(owner, id, [
      { changes: [change('handover', id, { words: 'as Elza has it' })] },
    ]);
    await settle(ana, bahar, ana);
    const report = { sent, ana: await read(ana, id, 'words'), bahar: await read(bahar, id, 'words') };
    expect(report.ana).toBe('as Ana wrote it');
  });

  it('control: somebody of the other organisation alone', async () => {
    const ana = await world.found('Ana');
    const bahar = await world.found('Bahar');
    await acquaint(ana, bahar);
    const elza = await world.join(bahar, 'Elza');
    await settle(ana, bahar, elza, ana);
    const id = await handOver(ana, bahar, { words: 'as Ana wrote it' });
    await settle(ana, bahar, elza, ana);
    const insider = await Insider.behind(world, elza);
    const owner = (await spaceOfDevice(ana)) as SpaceId;
    await insider.sendReceived(owner, id, [
      { changes: [change('handover', id, { words: 'as Elza has it' })] },
    ]);
    await settle(ana, bahar, ana);
    expect(await read(ana, id, 'words')).toBe('as Ana wrote it');
    expect(await read(bahar, id, 'words')).toBe('as Ana wrote it');
  });
});
